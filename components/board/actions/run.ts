import type { Answer } from '#lib/access/policy.ts'
import type { BoardState } from '../state/board-state.ts'
import { actions } from './index.ts'
import { keysOf, pressed } from './keymap.ts'
import { type Action, yes } from './types.ts'

export const applies = (action: Action, board: BoardState): boolean => action.applies?.(board) ?? true
export const answerFor = (action: Action, board: BoardState): Answer => action.enabled?.(board) ?? yes

/** Does it, or says why not. */
export function run(action: Action, board: BoardState): void {
  const answer = answerFor(action, board)
  if (answer.ok) action.perform(board)
  else board.tell(answer.reason)
}

/** The action that a press of keys means now; where several have the key, the first that applies. */
export const actionFor = (event: Parameters<typeof pressed>[0], board: BoardState): Action | undefined =>
  actions.find(action => !action.native && pressed(event, keysOf(action)) && applies(action, board))

/** Does the action of this id. */
export function runById(id: string, board: BoardState): void {
  const action = actions.find(one => one.id === id)
  if (action && applies(action, board)) run(action, board)
}
