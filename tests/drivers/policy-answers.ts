import type { Role } from '#lib/access/actor.ts'
import type { Phase } from '#lib/access/phase.ts'
import { type Ability, can, type EntityFacts } from '#lib/access/policy.ts'
import { type ActivityRights, freeWork } from '#lib/access/rights.ts'

export const open: Phase = { board: 'open', session: 'open', frozen: false, rights: freeWork }

/** Sentences by a short name; `yes` is none. */
const sentences: Record<string, string> = {
  facilitator: 'Only a facilitator can do this.',
  watching: 'You are watching this session: observers change nothing.',
  managers: 'Managers read boards; a facilitator can give you a role in a session.',
  nobody: 'This board does not exist, or it is not open to you.',
  noSession: 'No session is open on this board right now.',
  ended: 'The session has ended; nothing can be changed.',
  sealed: 'This board is finished and sealed. A facilitator can open a new session on a copy.',
  frozen: 'The facilitator has frozen the wall for a moment.',
  activity: 'The current activity does not include this.',
  private: 'This round is private: write it in your private notes.',
  inbox: 'Notes go to the inbox first; the facilitator lets them onto the wall.',
  together: 'The notes of this round are revealed together.',
  own: 'In this activity you can change only your own.',
  locked: 'This is locked; a facilitator can unlock it.',
  members: 'Only the workspace’s owners and facilitators can do this.',
  owner: 'Only the owner of the workspace can do this.',
  leaving: 'A workspace needs its owner: hand it over to another member first, then leave.',
}
const nameOf = new Map(Object.entries(sentences).map(([name, sentence]) => [sentence, name]))

/** `yes`, or the short name of the sentence that refuses. */
export function answer(ability: Ability, role: Role, phase: Phase, entity?: EntityFacts): string {
  const said = can(ability, role, phase, entity)
  return said.ok ? 'yes' : (nameOf.get(said.reason) ?? said.reason)
}
export const during = (rights: Partial<ActivityRights>, more: Partial<Phase> = {}): Phase => ({
  ...open,
  ...more,
  rights: { ...freeWork, ...rights },
})
export const theirs: EntityFacts = { own: false, locked: false }
export const own: EntityFacts = { own: true, locked: false }
