import type { Actor } from '#lib/access/actor.ts'
import type { Phase } from '#lib/access/phase.ts'
import { phaseOf } from '#server/base/access.ts'
import { newId } from '#server/base/ids.ts'
import type { TestPerson, TestServer } from './server.ts'

/** Every relation that somebody can have to a board. */
const everyone = {
  owner: { member: 'owner', seat: null },
  'facilitator of the workspace': { member: 'facilitator', seat: null },
  manager: { member: 'manager', seat: null },
  'manager who contributes': { member: 'manager', seat: 'contributor' },
  'facilitator of the session': { member: null, seat: 'facilitator' },
  contributor: { member: null, seat: 'contributor' },
  observer: { member: null, seat: 'observer' },
  'guest in the lobby': { member: null, seat: 'waiting' },
  'removed person': { member: null, seat: 'removed' },
  'owner of another workspace': { member: null, seat: null },
  'guest of another board': { member: null, seat: null },
  nobody: null,
} as const
export type Somebody = keyof typeof everyone
export const somebodies = Object.keys(everyone) as Somebody[]

export const states = ['planned', 'open', 'ended', 'finished'] as const
export type State = (typeof states)[number]

/** Returns a person as the policy sees them; null if they must not learn that the board exists. */
export function actorOf(who: Somebody, personId: string): Actor | null {
  const said = everyone[who]
  const participant = said?.seat === 'waiting' || said?.seat === 'removed' ? null : (said?.seat ?? null)
  const member = said?.member ?? null
  return member === null && participant === null ? null : { personId, member, participant }
}

/** People who visit many boards; made anew now and then, because requests per person and minute are limited. */
export async function invitePeople(server: TestServer): Promise<ReadonlyMap<Somebody, TestPerson>> {
  const people = await Promise.all(
    somebodies.filter(who => who !== 'nobody').map(async who => [who, await server.person(who)] as const),
  )
  const map = new Map(people)
  await makePlace(server, map, 'open', 'owner of another workspace')
  return map
}

export interface Place {
  workspaceId: string
  boardId: string
  sessionId: string
  inviteId: string
  phase: Phase
}

/** Makes a board in its own workspace, with everybody in their role. */
export async function makePlace(
  { store }: TestServer,
  people: ReadonlyMap<Somebody, TestPerson>,
  state: State,
  owner: Somebody = 'owner',
): Promise<Place> {
  const [workspaceId, boardId, sessionId, inviteId] = [newId(), newId(), newId(), newId()]
  const idOf = (who: Somebody) => people.get(who)?.id ?? ''
  const now = Date.now()
  const board = {
    id: boardId,
    workspaceId,
    title: 'Coffee',
    customer: '',
    process: '',
    tags: [],
    createdBy: idOf(owner),
    createdAt: now,
    changedAt: now,
    deletedAt: null,
    deletedBy: null,
    finishedAt: state === 'finished' ? now : null,
    finishedBy: state === 'finished' ? idOf(owner) : null,
    seriesId: boardId,
  }
  const session = {
    id: sessionId,
    boardId,
    title: 'Workshop',
    status: state === 'finished' ? ('ended' as const) : state,
    plannedFor: null,
    startedAt: null,
    endedAt: null,
    agenda: '[]',
    lobby: true,
    shortCode: null,
    createdBy: idOf(owner),
    createdAt: now,
  }
  // Written at once and in order, so that they share one commit.
  const writes = [
    store.workspaces.create({ id: workspaceId, name: 'Coffee house', createdAt: now }, idOf(owner)),
    store.boards.create(board),
    store.sessions.create(session),
    store.sessions.createInvite({
      id: inviteId,
      sessionId,
      role: 'contributor',
      tokenHash: newId(),
      expiresAt: null,
      maxUses: null,
      uses: 0,
      revokedAt: null,
      passwordHash: null,
      createdBy: idOf(owner),
      createdAt: now,
    }),
  ]
  for (const who of owner === 'owner' ? somebodies : (['guest of another board'] as const)) {
    const said = owner === 'owner' ? everyone[who] : { member: null, seat: 'contributor' as const }
    if (!said) continue
    const personId = idOf(who)
    if (said.member && said.member !== 'owner')
      writes.push(store.workspaces.setMember({ workspaceId, personId, role: said.member }))
    if (said.seat === null) continue
    const status = said.seat === 'waiting' || said.seat === 'removed' ? said.seat : ('in' as const)
    const role = status === 'in' ? (said.seat as 'contributor') : ('contributor' as const)
    writes.push(store.sessions.setParticipant({ sessionId, personId, role, status, joinedAt: now, inviteId }))
  }
  await Promise.all(writes)
  return { workspaceId, boardId, sessionId, inviteId, phase: phaseOf(board, session) }
}
