import { type Actor, type Role, roleOf, type WorkspaceRole } from '#lib/access/actor.ts'
import type { Phase } from '#lib/access/phase.ts'
import { type Ability, can, type EntityFacts, roleFor } from '#lib/access/policy.ts'
import { freeWork } from '#lib/access/rights.ts'
import type { BoardRecord, MemberRecord, ParticipantRecord, SessionRecord, Store } from '#server/store/store.ts'
import { forbidden, notFound } from './errors.ts'

/** What a person may do on a board, read from the store now. Routes, sockets and commands all get it from here. */
export interface Access {
  board: BoardRecord
  /** The session whose roles apply: the open one, else the next planned, else the last ended. */
  session: SessionRecord | null
  actor: Actor
  role: Role
  /** In the lobby: the person is known but has not been admitted yet. */
  waiting: boolean
  participant: ParticipantRecord | null
}

/** Returns the session whose roles apply on a board now. */
export function currentSession(sessions: readonly SessionRecord[]): SessionRecord | null {
  const newest = (status: SessionRecord['status']) =>
    sessions.filter(s => s.status === status).sort((a, b) => b.createdAt - a.createdAt)[0]
  return newest('open') ?? newest('planned') ?? newest('ended') ?? null
}

/**
 * Returns null when the board does not exist for this person. A deleted board exists for nobody unless `deleted` is
 * set.
 */
export async function accessTo(
  store: Store,
  personId: string,
  boardId: string,
  { deleted = false } = {},
): Promise<Access | null> {
  const board = await store.boards.get(boardId)
  if (!board || (board.deletedAt !== null && !deleted)) return null
  const [member, sessions] = await Promise.all([
    store.workspaces.member(board.workspaceId, personId),
    store.sessions.ofBoard(boardId),
  ])
  const session = currentSession(sessions)
  const participant = session ? await store.sessions.participant(session.id, personId) : null
  return accessBy(personId, { board, member: member?.role ?? null, session, participant })
}

/**
 * Returns access to many boards that are not deleted, with two queries; boards that are closed to the person are left
 * out.
 */
export async function accessToAll(
  store: Pick<Store, 'sessions'>,
  personId: string,
  boards: readonly BoardRecord[],
  workspaces: readonly { id: string; role: WorkspaceRole }[],
): Promise<Access[]> {
  const sessions = Map.groupBy(await store.sessions.ofBoards(boards.map(board => board.id)), each => each.boardId)
  const current = new Map([...sessions].map(([boardId, all]) => [boardId, currentSession(all)]))
  const counting = [...current.values()].flatMap(session => session?.id ?? [])
  const seats = new Map((await store.sessions.participations(personId, counting)).map(each => [each.sessionId, each]))
  const roles = new Map(workspaces.map(({ id, role }) => [id, role]))
  return boards.flatMap(board => {
    const session = current.get(board.id) ?? null
    const participant = (session && seats.get(session.id)) ?? null
    return accessBy(personId, { board, member: roles.get(board.workspaceId) ?? null, session, participant }) ?? []
  })
}

function accessBy(
  personId: string,
  { board, member, session, participant }: Pick<Access, 'board' | 'session' | 'participant'> & Pick<Actor, 'member'>,
): Access | null {
  if (participant?.status === 'removed' && !member) return null
  const actor: Actor = {
    personId,
    member,
    participant: participant?.status === 'in' ? participant.role : null,
  }
  const role = roleOf(actor)
  const waiting = participant?.status === 'waiting' && role === 'nobody'
  if (role === 'nobody' && !waiting) return null
  return { board, session, actor, role, waiting, participant }
}

/**
 * The phase of the policy as far as the store knows it; a room adds freeze and the activity's rights from its stage.
 */
export const phaseOf = (board: BoardRecord, session: SessionRecord | null): Phase => ({
  board: board.finishedAt === null ? 'open' : 'finished',
  session: session?.status ?? 'none',
  frozen: false,
  rights: freeWork,
})

const answerFor = (access: Access, ability: Ability, entity?: EntityFacts) =>
  can(ability, roleFor(ability, access.actor), phaseOf(access.board, access.session), entity)

/** Whether the policy allows it. */
export const may = (access: Access, ability: Ability): boolean => answerFor(access, ability).ok

/** Checks the policy; throws forbidden with its reason. */
export function demand(access: Access, ability: Ability, entity?: EntityFacts): void {
  const answer = answerFor(access, ability, entity)
  if (!answer.ok) throw forbidden(answer.reason)
}

/** Returns the access after checking one ability; throws notFound, or forbidden with the policy's reason. */
export async function authorise(
  store: Store,
  personId: string,
  boardId: string,
  ability: Ability,
  options: { entity?: EntityFacts; deleted?: boolean } = {},
): Promise<Access> {
  const access = await accessTo(store, personId, boardId, options)
  if (!access || access.waiting) throw notFound()
  demand(access, ability, options.entity)
  return access
}

/**
 * Returns a workspace after checking one of its abilities; throws notFound for people outside it, else forbidden with
 * the reason.
 */
export async function authoriseInWorkspace(
  store: Store,
  personId: string,
  workspaceId: string,
  ability: Ability,
): Promise<MemberRecord> {
  const member = await store.workspaces.member(workspaceId, personId)
  if (!member) throw notFound()
  const role = roleOf({ personId, member: member.role, participant: null })
  const noBoard: Phase = { board: 'open', session: 'none', frozen: false, rights: freeWork }
  const answer = can(ability, role, noBoard, { own: member.role === 'owner', locked: false })
  if (!answer.ok) throw forbidden(answer.reason)
  return member
}
