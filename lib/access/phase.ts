import type { NoteKindId } from '../notes/kinds/index.ts'

/** What contributors may do in the current activity; one definition per activity in lib/facilitation/activities. */
export interface ActivityRights {
  /** Kinds of note that may be added. */
  add: 'all' | readonly NoteKindId[]
  edit: 'all' | 'own' | 'none'
  delete: 'all' | 'own' | 'none'
  link: boolean
  lanes: boolean
  outcome: boolean
  details: boolean
  marks: boolean
  verdicts: boolean
  comment: boolean
  vote: boolean
  seeResults: boolean
  /** New notes are written into a draft that the server gives to nobody else until the reveal. */
  private: boolean
  /** A private round whose notes never get an author. */
  anonymous: boolean
  /** In a private round: each may also show their own notes before the reveal; never in an anonymous one. */
  share: boolean
}

/** Work without an agenda: everybody in the session may do everything that merges. */
export const freeWork: ActivityRights = {
  add: 'all',
  edit: 'all',
  delete: 'all',
  link: true,
  lanes: true,
  outcome: true,
  details: true,
  marks: true,
  verdicts: true,
  comment: true,
  vote: true,
  seeResults: true,
  private: false,
  anonymous: false,
  share: false,
}

/** The state of a board that the policy depends on. */
export interface Phase {
  board: 'open' | 'finished'
  session: 'none' | 'planned' | 'open' | 'ended'
  frozen: boolean
  rights: ActivityRights
  /** The round that private notes belong to now, see lib/facilitation/drafts.ts. */
  round?: string | null
  /** Contributors' notes go to the inbox, and the facilitator lets them onto the wall. */
  inbox?: boolean
}
