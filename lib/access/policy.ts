import { isNoteKind } from '../notes/kinds/index.ts'
import { type Actor, type Role, roleOf } from './actor.ts'
import type { Phase } from './phase.ts'

/**
 * THE policy: role × ability × phase × entity. The interface (disabled, with the reason), the routes, the commands
 * and the gate ask this table and nothing else.
 */

/** Facts about the entity that a row may check; absent for abilities about the whole board. */
export interface EntityFacts {
  /** Whether the person is its author, by the client id that created it; of a workspace, its owner. */
  own: boolean
  locked: boolean
  /** For notes: its kind (the new one, when adding). */
  kind?: string
  /** For added notes: the tray (wall, inbox or parking); left out, the wall. */
  place?: string
}

export type Answer = { ok: true } | { ok: false; reason: string }
type Rule = (role: Role, phase: Phase, entity: EntityFacts) => true | string

interface Row {
  /** In words, shown in the README and beside a disabled control. */
  describes: string
  allows: Rule
  /**
   * `workspace`: checked against the role in the workspace alone, because a guest who facilitates one session owns none
   * of its boards.
   */
  scope: 'board' | 'workspace'
}

const says = {
  facilitator: 'Only a facilitator can do this.',
  watching: 'You are watching this session: observers change nothing.',
  managers: 'Managers read boards; a facilitator can give you a role in a session.',
  nobody: 'This board does not exist, or it is not open to you.',
  noSession: 'No session is open on this board right now.',
  ended: 'The session has ended; nothing can be changed.',
  finished: 'This board is finished and sealed. A facilitator can open a new session on a copy.',
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

const everyone: Rule = role => (role === 'nobody' ? says.nobody : true)

/** A facilitator, as long as the board is not sealed. */
const facilitates: Rule = (role, phase) => {
  if (role === 'nobody') return says.nobody
  if (role !== 'facilitator') return says.facilitator
  return phase.board === 'finished' ? says.finished : true
}

/** An owner or facilitator of the workspace, whatever the state of the board. */
const ofWorkspace: Rule = role => (role === 'facilitator' ? true : says.members)

const ofOwner: Rule = (role, _phase, workspace) => (role === 'nobody' ? says.nobody : workspace.own ? true : says.owner)

/** Anybody who may write now; contributors only within an open session that is not frozen. */
const writes: Rule = (role, phase) => {
  if (role === 'nobody') return says.nobody
  if (role === 'manager') return says.managers
  if (phase.board === 'finished') return says.finished
  if (role === 'observer') return says.watching
  if (phase.session === 'ended' && role !== 'facilitator') return says.ended
  if (role === 'facilitator') return true
  if (phase.session !== 'open') return says.noSession
  return phase.frozen ? says.frozen : true
}

/** Writing that contributors may do only when the current activity includes it. */
const inActivity =
  (included: (phase: Phase, entity: EntityFacts) => boolean): Rule =>
  (role, phase, entity) => {
    const may = writes(role, phase, entity)
    if (may !== true || role === 'facilitator') return may
    return included(phase, entity) ? true : says.activity
  }

/** Changing existing content: unlocked, and everybody's or only one's own as the activity says. */
const changing =
  (right: 'edit' | 'delete', included: (phase: Phase) => boolean = () => true): Rule =>
  (role, phase, entity) => {
    const may = writes(role, phase, entity)
    if (may !== true || role === 'facilitator') return may
    if (entity.locked) return says.locked
    const scope = phase.rights[right]
    if (scope === 'none' || !included(phase)) return says.activity
    return scope === 'own' && !entity.own ? says.own : true
  }

const row = (describes: string, allows: Rule): Row => ({ describes, allows, scope: 'board' })
const workspaceRow = (describes: string, allows: Rule): Row => ({ describes, allows, scope: 'workspace' })

/** Whether contributors may put a note of this kind on the wall now. */
const ofKind = ({ rights }: Phase, note: EntityFacts): boolean =>
  rights.add === 'all' || (isNoteKind(note.kind) && rights.add.includes(note.kind))

export const policy = {
  /** Checked before any other ability of a change: whether this person may change anything now. */
  'board.write': row('change anything on the board', writes),

  // The wall, item by item (checked by the gate for every struct and every deleted range).
  'note.add': row('put a note on the wall', (role, phase, note) => {
    const may = inActivity(ofKind)(role, phase, note)
    if (may !== true || role === 'facilitator') return may
    if (phase.rights.private) return says.private
    return phase.inbox && note.place !== 'inbox' ? says.inbox : true
  }),
  'note.edit': row('change what a note says, or its colour', changing('edit')),
  /** Checked with the new kind: a note cannot become a kind that could not be added. */
  'note.kind': row('make a note another kind', (role, phase, note) => {
    const may = changing('edit')(role, phase, note)
    return may !== true || role === 'facilitator' || ofKind(phase, note) ? may : says.activity
  }),
  'note.move': row('move, resize, stack or group a note', changing('edit')),
  'note.place': row('put a note on the wall, into the inbox or the parking lot', (role, phase, note) => {
    const may = changing('edit')(role, phase, note)
    return may === true && role !== 'facilitator' && phase.inbox ? says.inbox : may
  }),
  'note.delete': row('take a note off the wall, or put it back', changing('delete')),
  'note.lock': row('lock or unlock a note', facilitates),
  'note.group': row(
    'make or name a group of notes',
    inActivity(phase => phase.rights.edit !== 'none'),
  ),
  'link.add': row(
    'link two notes',
    inActivity(phase => phase.rights.link),
  ),
  'link.edit': row(
    'change a link or its label',
    changing('edit', phase => phase.rights.link),
  ),
  'link.delete': row(
    'take a link off the wall, or put it back',
    changing('delete', phase => phase.rights.link),
  ),
  'lane.change': row(
    'add, name, order or resize lanes',
    inActivity(phase => phase.rights.lanes),
  ),
  'view.change': row('save and order views', facilitates),
  'outcome.add': row(
    'add or remove a stakeholder’s outcome',
    inActivity(phase => phase.rights.outcome),
  ),
  'outcome.write': row(
    'write the promise and the outcome',
    inActivity(phase => phase.rights.outcome),
  ),
  'detail.edit': row(
    'enter a step’s details',
    changing('edit', phase => phase.rights.details),
  ),
  'failure.mark': row(
    'confirm or dismiss a point of failure',
    inActivity((phase, entity) => phase.rights.marks && !entity.locked),
  ),
  'verdict.give': row(
    'give a verdict',
    inActivity((phase, entity) => phase.rights.verdicts && !entity.locked),
  ),
  'comment.add': row(
    'comment',
    inActivity(phase => phase.rights.comment),
  ),
  'comment.edit': row('change one’s own comment', (role, phase, entity) => {
    const may = inActivity(p => p.rights.comment)(role, phase, entity)
    return may !== true || role === 'facilitator' || entity.own ? may : says.own
  }),
  'comment.resolve': row(
    'resolve a thread or accept an answer',
    inActivity(phase => phase.rights.comment),
  ),
  'draft.write': row('write private notes', (role, phase, note) => {
    const may = writes(role, phase, note)
    if (may !== true) return may
    return phase.rights.private && (note.kind === undefined || ofKind(phase, note)) ? true : says.activity
  }),
  'draft.share-mine': row('show one’s own private notes before the reveal', (role, phase, note) => {
    const may = writes(role, phase, note)
    if (may !== true) return may
    const { rights } = phase
    return rights.private && rights.share && !rights.anonymous ? true : says.together
  }),

  // The board as a whole.
  'board.see': row('see the board', everyone),
  'board.create': workspaceRow('make a board', ofWorkspace),
  'board.rename': row('name and describe the board', facilitates),
  'board.delete': workspaceRow('delete the board, or take it back', ofWorkspace),
  'board.erase': workspaceRow('erase a deleted board for good', ofWorkspace),
  'bin.see': workspaceRow('see which boards were deleted', ofWorkspace),
  'board.duplicate': workspaceRow('copy the board', ofWorkspace),
  'board.finish': row('finish and seal the board', facilitates),
  'board.export': row('export the board', everyone),
  'board.import': row('import onto the board', facilitates),
  'board.report': row('read the report', (role, phase) =>
    role === 'nobody'
      ? says.nobody
      : role === 'facilitator' || role === 'manager' || phase.board === 'finished' || phase.session === 'ended'
        ? true
        : says.facilitator,
  ),
  'board.replay': workspaceRow('replay the history, and share a session’s replay', ofWorkspace),
  'board.restore': row('bring the board back to a moment, or undo another’s changes', facilitates),
  'board.clear': row('remove for good what was taken off', facilitates),
  'history.erase': workspaceRow('erase a person’s name from history', ofWorkspace),
  'template.save': workspaceRow('save boards and agendas as templates', ofWorkspace),

  // The session.
  'session.plan': row('plan a session', facilitates),
  'session.open': row('open or end a session', facilitates),
  'session.invite': row('invite people and revoke invites', facilitates),
  'session.admit': row('let people in from the lobby', facilitates),
  'session.roles': row('change roles and remove people', facilitates),
  'session.roster': row('see who is here', everyone),
  'session.take-over': workspaceRow('take over a session whose facilitators are gone', (role, phase) =>
    role !== 'facilitator' ? says.members : phase.board === 'finished' ? says.finished : true,
  ),
  'stage.lead': row('lead: agenda, activity, timer, freeze, spotlight', facilitates),
  'draft.reveal': row('reveal the private notes', facilitates),
  'vote.lead': row('open, close and repeat a vote', facilitates),
  'vote.cast': row(
    'place dots',
    inActivity(phase => phase.rights.vote),
  ),
  'hand.raise': row('raise a hand, react, say ready', (role, phase) =>
    role === 'nobody'
      ? says.nobody
      : role === 'manager'
        ? says.managers
        : phase.board === 'finished'
          ? says.finished
          : phase.session === 'open' || role === 'facilitator'
            ? true
            : says.noSession,
  ),

  // The workspace.
  'workspace.see': workspaceRow('see who belongs to the workspace', everyone),
  'workspace.members': workspaceRow('invite and remove members of the workspace', ofOwner),
  'workspace.reset': workspaceRow('make a link by which a member sets a new password', ofOwner),
  'workspace.settings': workspaceRow('choose the workspace’s name and currency', ofOwner),
  'workspace.hand-over': workspaceRow('hand the workspace over to another member', ofOwner),
  'workspace.delete': workspaceRow('delete the workspace with everything in it', ofOwner),
  'workspace.record': workspaceRow('read what was done in the workspace', ofOwner),
  'workspace.leave': workspaceRow('leave the workspace', (role, _phase, workspace) =>
    role === 'nobody' ? says.nobody : workspace.own ? says.leaving : true,
  ),
  'library.browse': workspaceRow('browse finished boards', role => (role === 'nobody' ? says.members : true)),
} satisfies Record<string, Row>

export type Ability = keyof typeof policy

const wholeBoard: EntityFacts = { own: false, locked: false }

/** Returns whether the policy allows the role this now; if not, with the sentence that says why. */
export function can(ability: Ability, role: Role, phase: Phase, entity: EntityFacts = wholeBoard): Answer {
  const verdict = policy[ability].allows(role, phase, entity)
  return verdict === true ? { ok: true } : { ok: false, reason: verdict }
}

/** Returns the role against which an ability is checked. */
export const roleFor = (ability: Ability, actor: Actor): Role =>
  roleOf(policy[ability].scope === 'workspace' ? { ...actor, participant: null } : actor)

/** Returns what an ability allows, in words. */
export const describe = (ability: Ability): string => policy[ability].describes
