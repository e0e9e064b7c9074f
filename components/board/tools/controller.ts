import type { BoardState, ToolChoice } from '../state/board-state.ts'
import { handTool, pan } from './hand.ts'
import { laneTool } from './lane.ts'
import { linkTool } from './link.ts'
import { noteTool } from './note.ts'
import { selectTool } from './select.ts'
import type { Gesture, Hit, PointerInfo, Tool } from './tool.ts'

function toolFor({ id }: ToolChoice): Tool {
  switch (id) {
    case 'select':
      return selectTool
    case 'hand':
      return handTool
    case 'note':
      return noteTool
    case 'link':
      return linkTool
    case 'lane':
      return laneTool
  }
}

/** Routes one pointer through the tools: which tool gets a press, and the gesture that has begun. */
export class ToolController {
  readonly #board: BoardState
  #gesture: Gesture | null = null
  #panning = false
  #spaceHeld = false
  #movedWithSpace = false

  constructor(board: BoardState) {
    this.#board = board
  }

  get tool(): Tool {
    return this.#spaceHeld ? handTool : toolFor(this.#board.tool.get())
  }
  /** Holding Space activates the hand, whatever tool is chosen; returns whether it moved the wall meanwhile. */
  holdSpace(held: boolean): boolean {
    const moved = this.#movedWithSpace
    this.#spaceHeld = held
    this.#movedWithSpace = false
    return moved
  }
  get active(): boolean {
    return this.#gesture !== null
  }
  cursor(hit: Hit): string {
    if (this.#panning) return 'grabbing'
    return this.tool.cursor(hit)
  }

  press(event: PointerInfo, forcePan = false): void {
    this.cancel()
    this.#board.viewport.stop()
    // A finger on empty paper moves the wall; on anything else it uses the tool.
    const { id } = this.#board.tool.get()
    const fingerPans = event.touch && event.hit.type === 'paper' && (id === 'select' || id === 'link')
    this.#movedWithSpace = this.#spaceHeld
    this.#panning = forcePan || fingerPans || this.tool === handTool
    this.#gesture = this.#panning ? pan(this.#board, event, fingerPans) : this.tool.press(this.#board, event)
  }
  move(event: PointerInfo): void {
    if (this.#gesture) this.#gesture.move(event)
    else this.tool.hover?.(this.#board, event)
  }
  release(event: PointerInfo): void {
    const gesture = this.#gesture
    this.#gesture = null
    this.#panning = false
    gesture?.release(event)
  }
  doublePress(event: PointerInfo): void {
    this.tool.doublePress?.(this.#board, event)
  }
  /** Cancels a gesture as if it had never begun; returns whether there was one. */
  cancel(): boolean {
    const gesture = this.#gesture
    this.#gesture = null
    this.#panning = false
    gesture?.cancel()
    return gesture !== null
  }
  leave(): void {
    if (!this.#gesture) this.tool.leave?.(this.#board)
  }
}
