import { agreeOutcome } from './agree-outcome.ts'
import { anonymousRound } from './anonymous-round.ts'
import { close } from './close.ts'
import { cluster } from './cluster.ts'
import { customerProcess } from './customer-process.ts'
import { emotion } from './emotion.ts'
import { failures } from './failures.ts'
import { workTogether } from './free-work.ts'
import { ideas } from './ideas.ts'
import { promise } from './promise.ts'
import { toBe } from './to-be.ts'
import { verdicts } from './verdicts.ts'
import { vote } from './vote.ts'
import { welcome } from './welcome.ts'
import { whatWeDo } from './what-we-do.ts'

/** The ordered list: the order of a full workshop. */
export const activities = [
  welcome,
  promise,
  agreeOutcome,
  customerProcess,
  whatWeDo,
  failures,
  emotion,
  ideas,
  anonymousRound,
  cluster,
  vote,
  verdicts,
  toBe,
  close,
  workTogether,
] as const
