import * as actions from '#components/workspace/action.ts'
import type { BoardState } from '../state/board-state.ts'

type WallAction = actions.WallAction

/** Actions of the wall need only the board: the same calls without a workspace. */
export const appliesOnWall = (action: WallAction, board: BoardState): boolean =>
  actions.applies(action, board, undefined)
export const refusalOnWall = (action: WallAction, board: BoardState): string | null =>
  actions.refusal(action, board, undefined)
export const runOnWall = (action: WallAction, board: BoardState): void => actions.run(action, board, undefined)
