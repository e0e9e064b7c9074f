import type { BoardState } from '../state/board-state.ts'
import { noGesture } from '../state/gesture.ts'

/** Cancels one thing at a time: the link being drawn, the tool, the selection. */
export function letGo(board: BoardState): void {
  if (board.linking.get()) {
    board.linking.set(null)
    board.gesture.set(noGesture)
    board.tool.set({ id: 'select' })
  } else if (board.tool.get().id !== 'select') {
    board.gesture.set(noGesture)
    board.tool.set({ id: 'select' })
  } else if (!board.selection.empty) {
    board.selection.clear()
    if (board.current.get() !== null) board.announce('Nothing selected; arrows walk from note to note.')
  } else board.current.set(null)
}
