import { goToLink, goToNote } from '#components/board/frame/go-to.ts'
import type { BoardState } from '#components/board/state/board-state.ts'
import type { Target } from '#lib/board/commands/method.ts'

/** Moves the look to a note or a link, near enough to read it, and selects it. */
export const goToTarget = (board: BoardState, { root, id }: Target): void =>
  root === 'notes' ? goToNote(board, id) : goToLink(board, id)
