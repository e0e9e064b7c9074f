import { toolsNow } from '#components/board/actions/tools-now.ts'
import type { BoardState } from '#components/board/state/board-state.ts'
import { nextActivity } from '#components/stage/agenda/agenda-actions.ts'
import { freeze, gather } from '#components/stage/attention/attention-actions.ts'
import { raiseHand, sayReady } from '#components/stage/attention/sign-actions.ts'
import { share } from '#components/stage/session/session-actions.ts'
import { stageOn } from '#components/stage/state/use-stage.ts'
import { whereIs } from '#components/stage/state/where.ts'
import { runTimer } from '#components/stage/timer/timer-actions.ts'
import { type Action, refusal, type Workspace } from '#components/workspace/action.ts'
import { openHelp } from './frame-actions.ts'

/** Number of actions that stand first. */
const most = 6

/** What is most likely wanted now, before anything was typed: the way on, the kinds asked for, one's signs. */
export function usefulNow(board: BoardState, around: Workspace): readonly Action[] {
  const { item } = whereIs(stageOn(board))
  const { kinds } = toolsNow(board)
  const leads = board.may('stage.lead').ok
  const likely: readonly Action[] = [
    ...(leads ? [nextActivity, runTimer] : item ? [sayReady] : []),
    ...(leads && around.collab.roster.get().people.size < 2 ? [share] : []),
    ...kinds.slice(0, 2).map(({ action }) => action),
    ...(leads ? [gather, freeze, share] : [raiseHand]),
    openHelp,
  ]
  return [...new Set(likely)].filter(action => refusal(action, board, around) === null).slice(0, most)
}
