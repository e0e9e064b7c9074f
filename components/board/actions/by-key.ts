import type { WallAction } from '#components/workspace/action.ts'
import { keysOf, pressed } from '#components/workspace/keymap.ts'
import type { BoardState } from '../state/board-state.ts'
import { actions } from './index.ts'
import { appliesOnWall } from './perform.ts'

/** Returns the action for a key press; where several actions have the key, the first that applies. */
export const actionFor = (event: Parameters<typeof pressed>[0], board: BoardState): WallAction | undefined =>
  actions.find(action => !action.native && pressed(event, keysOf(action)) && appliesOnWall(action, board))
