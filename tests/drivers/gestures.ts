import type { BoardState, ToolChoice } from '#components/board/state/board-state.ts'
import { ToolController } from '#components/board/tools/controller.ts'
import { hitTest } from '#components/board/tools/hit.ts'
import type { Hit, PointerInfo } from '#components/board/tools/tool.ts'
import type { Point } from '#lib/geometry/box.ts'

/** Keys held during a gesture, whether it is made with a finger, and the element at its point. */
export interface Held {
  shift?: boolean
  alt?: boolean
  mod?: boolean
  touch?: boolean
  /** The middle button: it moves the wall whatever tool is chosen. */
  middle?: boolean
  /** Headings, edges of lanes and names of groups are found by their element, not by their place. */
  on?: Hit
}

/**
 * A hand on a board without a browser. Points are px on screen; the camera begins so that they are the board's px too.
 */
export class Gestures {
  readonly controller: ToolController
  readonly #board: BoardState
  #held: Held = {}
  #screen: Point = { x: 0, y: 0 }

  constructor(board: BoardState) {
    this.#board = board
    this.controller = new ToolController(board)
    board.viewport.set({ x: 0, y: 0, zoom: 1 })
  }

  pick(tool: ToolChoice): this {
    this.#board.tool.set(tool)
    return this
  }
  /** Moves the pointer. During a press, keys and element are those of the press unless given. */
  pointerMove(x: number, y: number, held: Held = this.#held): this {
    this.#screen = { x, y }
    this.controller.move(this.#info(held))
    return this
  }
  pointerDown(x: number, y: number, held: Held = {}): this {
    this.#screen = { x, y }
    this.#held = held
    this.controller.press(this.#info(held), held.middle)
    return this
  }
  pointerUp(held: Held = this.#held): this {
    this.#held = {}
    this.controller.release(this.#info(held))
    return this
  }
  press(x: number, y: number, held: Held = {}): this {
    return this.pointerDown(x, y, held).pointerUp()
  }
  doublePress(x: number, y: number, held: Held = {}): this {
    this.press(x, y, held).press(x, y, held)
    this.controller.doublePress(this.#info(held))
    return this
  }
  drag([fromX, fromY]: readonly [number, number], [toX, toY]: readonly [number, number], held: Held = {}): this {
    this.pointerDown(fromX, fromY, held)
    return this.pointerMove((fromX + toX) / 2, (fromY + toY) / 2)
      .pointerMove(toX, toY)
      .pointerUp()
  }
  /** Returns whether there was a gesture to end. */
  escape(): boolean {
    return this.controller.cancel()
  }
  /** The pointer leaves the wall. */
  leave(): this {
    this.controller.leave()
    return this
  }
  cursor(x: number, y: number, on?: Hit): string {
    return this.controller.cursor(on ?? hitTest(this.#board, this.#board.viewport.toBoard({ x, y })))
  }

  #info(held: Held): PointerInfo {
    const at = this.#board.viewport.toBoard(this.#screen)
    const { shift = false, alt = false, mod = false, touch = false } = held
    return { at, screen: this.#screen, hit: held.on ?? hitTest(this.#board, at, touch), shift, alt, mod, touch }
  }
}

/** Returns a note's position on the wall: `[x, y]`. */
export function placeOf(board: BoardState, id: string): [number, number] {
  const note = board.model.notes.get(id)
  if (!note) throw new Error(`There is no note ${id}.`)
  return [note.x, note.y]
}
/** Returns the ids of the selection, sorted. */
export function selected(board: BoardState): string[] {
  const { notes, links, lane } = board.selection.get()
  return [...notes, ...links, ...(lane === null ? [] : [lane])].sort()
}
