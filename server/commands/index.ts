import type { Command } from '#server/collab/command.ts'
import { draftsReveal, draftsShare, draftsWaiting } from './drafts.ts'
import { repairBack, repairBringBack, repairUndo } from './repair.ts'
import { signal } from './signal.ts'
import { goTo, setAgenda } from './stage/agenda.ts'
import { freeze, gather, hideCursors, inbox, spotlight } from './stage/attention.ts'
import { raiseHand, sayReady } from './stage/hands.ts'
import { addTime, endTimer, pauseTimer, startTimer } from './stage/timer.ts'
import { voteCast, voteClose, voteDismiss, voteMine, voteOpen, voteResults, voteShow } from './votes.ts'

/** Every command that a client may send over a board's socket; a new one is a file and a line here. */
export const commands: readonly Command[] = [
  signal,
  setAgenda,
  goTo,
  startTimer,
  pauseTimer,
  addTime,
  endTimer,
  freeze,
  inbox,
  spotlight,
  hideCursors,
  gather,
  raiseHand,
  sayReady,
  draftsWaiting,
  draftsReveal,
  draftsShare,
  voteOpen,
  voteCast,
  voteMine,
  voteClose,
  voteResults,
  voteShow,
  voteDismiss,
  repairBack,
  repairUndo,
  repairBringBack,
]
