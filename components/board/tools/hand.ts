import type { BoardState } from '../state/board-state.ts'
import { type Gesture, movedFrom, type PointerInfo, type Tool } from './tool.ts'

/** Moves the wall with the pointer; with `tapClears` a tap clears the selection. */
export function pan(board: BoardState, start: PointerInfo, tapClears = false): Gesture {
  const camera = board.viewport.get()
  let last = start.screen
  let moved = false
  return {
    move: event => {
      const { screen } = event
      moved ||= movedFrom(start, event)
      if (!moved) return
      board.viewport.panBy(last.x - screen.x, last.y - screen.y)
      last = screen
    },
    release: () => {
      if (tapClears && !moved) board.selection.clear()
    },
    cancel: () => board.viewport.set(camera),
  }
}

/** H, or Space held down. */
export const handTool: Tool = { cursor: () => 'grab', press: (board, start) => pan(board, start) }
