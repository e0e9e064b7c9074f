import type { ParsedBody } from '#lib/protocol/routes/index.ts'
import { AppError, badRequest, conflict, notFound } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import { limit } from '#server/base/rate-limit.ts'
import type { Running } from '#server/base/runtime.ts'
import type { MemberInviteRecord, MemberRecord, PersonRecord } from '../store/store.ts'
import { brandOf } from './brand.ts'
import { hashToken, newToken } from './invites.ts'
import { demandRoom, quotas } from './quotas.ts'
import { freshCode } from './sessions.ts'

type Parts = Pick<Running, 'store' | 'env' | 'hub'>

/** Who belongs to a workspace, as one of its members may see it: when they were last here is told to its owner alone. */
export async function listMembers({ store }: Pick<Parts, 'store'>, asking: MemberRecord) {
  const members = await store.workspaces.members(asking.workspaceId)
  return members.map(({ personId, name, email, role, joinedAt, lastHere }) => ({
    personId,
    name,
    email,
    role,
    joinedAt,
    lastHere: asking.role === 'owner' ? lastHere : null,
  }))
}

/** A link as the owner sees it later, without its address, which is shown once when it is made. */
const inviteView = ({ id, role, expiresAt, maxUses, uses, createdAt }: MemberInviteRecord) => ({
  id,
  role,
  expiresAt,
  maxUses,
  uses,
  createdAt,
})

/** Creates a link that makes people members. Its token appears only in this return value. */
export async function inviteMembers(
  { store, env }: Parts,
  { workspaceId, personId }: MemberRecord,
  input: ParsedBody<'POST /api/workspaces/[workspaceId]/invites'>,
) {
  const token = newToken()
  const now = Date.now()
  demandRoom(
    (await store.workspaces.openInvites(workspaceId, now)).length,
    quotas.memberInvites,
    `This workspace has ${quotas.memberInvites} open invites, as many as it can. Close some of them first.`,
  )
  const invite: MemberInviteRecord = {
    id: newId(),
    workspaceId,
    role: input.role,
    tokenHash: hashToken(token),
    expiresAt: now + Math.round(input.expiresInHours * 3_600_000),
    maxUses: input.maxUses,
    uses: 0,
    revokedAt: null,
    createdBy: personId,
    createdAt: now,
  }
  await store.workspaces.createInvite(invite)
  return { ...inviteView(invite), token, url: `${env.publicUrl}/join-workspace/${token}` }
}

export const listMemberInvites = async ({ store }: Pick<Parts, 'store'>, workspaceId: string) =>
  (await store.workspaces.openInvites(workspaceId, Date.now())).map(inviteView)

export async function revokeMemberInvite({ store }: Parts, workspaceId: string, id: string): Promise<void> {
  if (!(await store.workspaces.revokeInvite(workspaceId, id, Date.now()))) throw notFound()
}

/** Returns the link of a token; throws unless it still works. */
async function openInvite({ store }: Pick<Parts, 'store'>, token: string): Promise<MemberInviteRecord> {
  const invite = await store.workspaces.inviteByHash(hashToken(token))
  if (!invite) throw new AppError('no-such-invite', 'This link leads nowhere. Ask whoever sent it for a new one.')
  if (invite.revokedAt !== null) throw new AppError('invite-revoked', 'This link was closed. Ask for a new one.')
  if (invite.expiresAt <= Date.now()) throw new AppError('invite-expired', 'This link has expired. Ask for a new one.')
  if (invite.uses >= invite.maxUses)
    throw new AppError('invite-used-up', 'This link was used as often as it may be. Ask for a new one.')
  return invite
}

/** What a link leads to, before anybody joins; throws what joining would throw. */
export async function lookAtMemberInvite({ store }: Pick<Parts, 'store'>, address: string, token: string) {
  limit('join', address)
  const { workspaceId, role, createdBy } = await openInvite({ store }, token)
  const [workspace, by] = await Promise.all([brandOf({ store }, workspaceId), store.people.get(createdBy)])
  return { workspace: { ...workspace, id: workspaceId }, role, by: by?.name ?? null }
}

/** Makes somebody with an account a member. */
export async function joinWorkspace(
  { store }: Pick<Parts, 'store'>,
  person: PersonRecord,
  address: string,
  { token }: ParsedBody<'POST /api/workspaces/join'>,
): Promise<MemberRecord> {
  limit('join', address)
  if (await store.people.isGuest(person.id))
    throw badRequest('Members of a workspace need an account: sign up first, then open the link again.')
  const { workspaceId } = await openInvite({ store }, token)
  if (await store.workspaces.member(workspaceId, person.id)) throw conflict('You belong to this workspace already.')
  const { role } = await spendInvite({ store }, token)
  const member = { workspaceId, personId: person.id, role }
  await store.workspaces.setMember(member)
  return member
}

/** Counts one use of a link; throws unless it still works. When several people open it at once, it is for as many as it says. */
export async function spendInvite({ store }: Pick<Parts, 'store'>, token: string): Promise<MemberInviteRecord> {
  const invite = await openInvite({ store }, token)
  demandRoom(
    (await store.workspaces.members(invite.workspaceId)).length,
    quotas.members,
    `This workspace has ${quotas.members} members, as many as it can. Tell its owner.`,
  )
  if (!(await store.workspaces.useInvite(invite.id, Date.now()))) await openInvite({ store }, token)
  return invite
}

/** A member who is not the owner: a workspace always has one. */
async function changeable({ store }: Pick<Parts, 'store'>, workspaceId: string, personId: string) {
  const member = await store.workspaces.member(workspaceId, personId)
  if (!member) throw notFound()
  if (member.role === 'owner') throw conflict('The owner of a workspace stays its owner until they hand it over.')
  return member
}

export async function changeMember(
  parts: Parts,
  workspaceId: string,
  personId: string,
  { role }: ParsedBody<'PATCH /api/workspaces/[workspaceId]/members/[personId]'>,
): Promise<void> {
  const member = await changeable(parts, workspaceId, personId)
  await parts.store.workspaces.setMember({ ...member, role })
  await reauthoriseEverywhere(parts, workspaceId, personId)
}

/** Makes another member the owner. */
export async function handOverWorkspace(
  parts: Parts,
  { workspaceId, personId }: MemberRecord,
  to: string,
): Promise<void> {
  if (to === personId) throw conflict('The workspace is yours already.')
  const next = await changeable(parts, workspaceId, to)
  await parts.store.workspaces.handOver(workspaceId, personId, next.personId)
  for (const id of [personId, to]) await reauthoriseEverywhere(parts, workspaceId, id)
}

/**
 * Takes somebody out of a workspace, at once and everywhere: their sockets close, and the codes of running sessions,
 * which they may know, are replaced.
 */
export async function removeMember(parts: Parts, workspaceId: string, personId: string): Promise<void> {
  const { store, hub } = parts
  await changeable(parts, workspaceId, personId)
  await store.workspaces.removeMember(workspaceId, personId, Date.now())
  await reauthoriseEverywhere(parts, workspaceId, personId)
  for await (const boards of boardsOf(parts, workspaceId))
    for (const { id, boardId, shortCode } of await store.sessions.ofBoards(boards.map(board => board.id)))
      if (shortCode !== null) {
        await store.sessions.update(id, { shortCode: await freshCode(parts) })
        await hub.boardChanged(boardId)
      }
}

async function reauthoriseEverywhere(parts: Parts, workspaceId: string, personId: string): Promise<void> {
  const { hub } = parts
  for await (const boards of boardsOf(parts, workspaceId))
    for (const board of boards) if (hub.here(board.id).has(personId)) await hub.reauthorise(board.id, personId)
}

/** All boards of a workspace, in pages. */
async function* boardsOf({ store }: Parts, workspaceId: string) {
  const limit = 500
  for (let offset = 0; ; offset += limit) {
    const boards = await store.boards.list({ workspaceIds: [workspaceId], limit, offset })
    yield boards
    if (boards.length < limit) return
  }
}
