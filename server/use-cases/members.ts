import { z } from 'zod'
import type { ParsedBody } from '#lib/protocol/routes/index.ts'
import { memberRole } from '#lib/protocol/routes/workspaces.ts'
import { AppError, badRequest, conflict, notFound } from '#server/base/errors.ts'
import { limit } from '#server/base/rate-limit.ts'
import type { Running } from '#server/base/runtime.ts'
import type { MemberRecord, PersonRecord } from '../store/store.ts'
import { hashToken, newToken } from './invites.ts'

/** Members join a workspace by a link for one person that is valid for seven days. */
const kind = 'member-invite'
const works = 7 * 24 * 3_600_000

const kept = z.strictObject({ role: memberRole, expiresAt: z.number() })

type Parts = Pick<Running, 'store' | 'env' | 'hub'>

export async function listMembers({ store }: Parts, workspaceId: string) {
  const members = await store.workspaces.members(workspaceId)
  return members.map(({ personId, name, email, role }) => ({ personId, name, email, role }))
}

/** The link's token names the workspace, so that its secret part is searched only there. */
export async function inviteMember({ store, env }: Parts, workspaceId: string, role: z.infer<typeof memberRole>) {
  const secret = newToken()
  const now = Date.now()
  const expiresAt = now + works
  const id = hashToken(secret)
  await store.workspaces.putItem({
    workspaceId,
    kind,
    id,
    name: role,
    json: JSON.stringify({ role, expiresAt }),
    createdAt: now,
  })
  const token = `${workspaceId}.${secret}`
  return { id, role, expiresAt, token, url: `${env.publicUrl}/join-workspace/${token}` }
}

export async function listMemberInvites({ store }: Parts, workspaceId: string) {
  const items = await store.workspaces.items(workspaceId, kind)
  return items.map(item => ({ id: item.id, createdAt: item.createdAt, ...kept.parse(JSON.parse(item.json)) }))
}

export const revokeMemberInvite = ({ store }: Parts, workspaceId: string, id: string): Promise<boolean> =>
  store.workspaces.removeItem(workspaceId, kind, id)

const noSuchInvite = () => new AppError('no-such-invite', 'This link leads nowhere. Ask whoever sent it for a new one.')

/** Makes somebody with an account a member; the link works once. */
export async function joinWorkspace(
  { store }: Parts,
  person: PersonRecord,
  address: string,
  { token }: ParsedBody<'POST /api/workspaces/join'>,
): Promise<MemberRecord> {
  limit('join', address)
  const [workspaceId = '', secret = ''] = token.split('.')
  const items = await store.workspaces.items(workspaceId, kind)
  const item = items.find(one => one.id === hashToken(secret))
  if (!item) throw noSuchInvite()
  const { role, expiresAt } = kept.parse(JSON.parse(item.json))
  if (expiresAt <= Date.now()) throw new AppError('invite-expired', 'This link has expired. Ask for a new one.')
  if ((await store.workspaces.ofPerson(person.id)).length === 0)
    throw badRequest('Members of a workspace need an account: sign up first, then open the link again.')
  if (await store.workspaces.member(workspaceId, person.id)) throw conflict('You belong to this workspace already.')
  // When several people open the link at once, it admits one.
  if (!(await store.workspaces.removeItem(workspaceId, kind, item.id))) throw noSuchInvite()
  const member = { workspaceId, personId: person.id, role }
  await store.workspaces.setMember(member)
  return member
}

/** Owners cannot be changed: a workspace always has one. */
async function changeable({ store }: Parts, workspaceId: string, personId: string): Promise<MemberRecord> {
  const member = await store.workspaces.member(workspaceId, personId)
  if (!member) throw notFound()
  if (member.role === 'owner') throw conflict('The owner of a workspace stays its owner.')
  return member
}

export async function changeMember(
  parts: Parts,
  workspaceId: string,
  personId: string,
  role: z.infer<typeof memberRole>,
): Promise<void> {
  const member = await changeable(parts, workspaceId, personId)
  await parts.store.workspaces.setMember({ ...member, role })
  await reauthoriseEverywhere(parts, workspaceId, personId)
}

export async function removeMember(parts: Parts, workspaceId: string, personId: string): Promise<void> {
  await changeable(parts, workspaceId, personId)
  await parts.store.workspaces.removeMember(workspaceId, personId)
  await reauthoriseEverywhere(parts, workspaceId, personId)
}

async function reauthoriseEverywhere({ store, hub }: Parts, workspaceId: string, personId: string): Promise<void> {
  for (let offset = 0; ; offset += 500) {
    const boards = await store.boards.list({ workspaceIds: [workspaceId], limit: 500, offset })
    for (const board of boards) if (hub.here(board.id).has(personId)) await hub.reauthorise(board.id, personId)
    if (boards.length < 500) return
  }
}
