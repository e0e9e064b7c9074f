import type { BoardState } from '#components/board/state/board-state.ts'
import type { Presence } from './presence.ts'

/** Sends this person's pointer position on the wall to others. Returns the function that stops it. */
export const sharePointer = (board: BoardState, presence: Presence): (() => void) =>
  board.pointer.subscribe(() => {
    const at = board.pointer.get()
    presence.show({ cursor: at && [Math.round(at.x), Math.round(at.y)] })
  })
