import type { BoardState } from '#components/board/state/board-state.ts'
import type { Presence } from './presence.ts'

/** Tells others where this person's pointer is on the wall. Returns its end. */
export const sharePointer = (board: BoardState, presence: Presence): (() => void) =>
  board.pointer.subscribe(() => {
    const at = board.pointer.get()
    presence.show({ cursor: at && [Math.round(at.x), Math.round(at.y)] })
  })
