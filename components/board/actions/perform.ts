import { type Action, yes } from '#components/workspace/action.ts'
import type { Answer } from '#lib/access/policy.ts'
import type { BoardState } from '../state/board-state.ts'

export const applies = (action: Action, board: BoardState): boolean => action.applies?.(board) ?? true
export const answerFor = (action: Action, board: BoardState): Answer => action.enabled?.(board) ?? yes

/** Does it, or says why not. */
export function run(action: Action, board: BoardState): void {
  const answer = answerFor(action, board)
  if (answer.ok) action.perform(board)
  else board.tell(answer.reason)
}
