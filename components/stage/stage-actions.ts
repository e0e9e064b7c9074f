import type { Action } from '#components/workspace/action.ts'
import { nextActivity, previousActivity } from './agenda/agenda-actions.ts'
import { freeze, gather, hidePointers, laser, spotlight } from './attention/attention-actions.ts'
import { raiseHand, reactionActions, sayReady } from './attention/sign-actions.ts'
import { share, showCode } from './session/session-actions.ts'
import { addMinute, endTimer, runTimer } from './timer/timer-actions.ts'
import { present, saveThisView } from './views/view-actions.ts'
import { votingActions } from './voting/voting-actions.ts'

/** The facilitator's actions, and everybody's signs and dots. */
export const stageActions: readonly Action[] = [
  nextActivity,
  previousActivity,
  runTimer,
  addMinute,
  endTimer,
  freeze,
  gather,
  spotlight,
  hidePointers,
  laser,
  raiseHand,
  sayReady,
  ...reactionActions,
  saveThisView,
  present,
  showCode,
  share,
  ...votingActions,
]
