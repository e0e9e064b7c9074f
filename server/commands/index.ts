import type { Implementations } from '#server/collab/command.ts'
import { clearing } from './clear.ts'
import { drafts } from './drafts.ts'
import { repair } from './repair.ts'
import { signals } from './signal.ts'
import { agendaCommands } from './stage/agenda.ts'
import { attention } from './stage/attention.ts'
import { hands } from './stage/hands.ts'
import { timer } from './stage/timer.ts'
import { votes } from './votes.ts'

/** What the server does for every command of lib/protocol/commands.ts; one that is missing is a type error here. */
export const implementations: Implementations = {
  ...signals,
  ...agendaCommands,
  ...timer,
  ...attention,
  ...hands,
  ...drafts,
  ...votes,
  ...repair,
  ...clearing,
}
