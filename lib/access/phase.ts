import type { ActivityRights } from './rights.ts'

/** The state of a board that the policy depends on. */
export interface Phase {
  board: 'open' | 'finished'
  session: 'none' | 'planned' | 'open' | 'ended'
  frozen: boolean
  rights: ActivityRights
  /** The current round of private notes, see lib/facilitation/drafts.ts. */
  round?: string | null
  /** Contributors' notes go to the inbox, and the facilitator moves them onto the wall. */
  inbox?: boolean
}
