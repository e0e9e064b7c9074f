import type { BoardState } from '#components/board/state/board-state.ts'
import { goToLink, goToNote } from '#components/workspace/go-to.ts'
import type { Target } from '#lib/method/commands/method.ts'

/** Moves the camera to a note or a link at a readable zoom, and selects it. */
export const goToTarget = (board: BoardState, { root, id }: Target): void =>
  root === 'notes' ? goToNote(board, id) : goToLink(board, id)
