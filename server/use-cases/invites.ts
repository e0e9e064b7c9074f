import { createHash, randomBytes } from 'node:crypto'
import type { ParsedBody } from '#lib/protocol/routes/index.ts'
import type { Access } from '#server/base/access.ts'
import { newId } from '#server/base/ids.ts'
import { hashPassword } from '#server/base/password.ts'
import type { Running } from '#server/base/runtime.ts'
import type { InviteRecord, PersonRecord, SessionRecord } from '../store/store.ts'
import { demandRoom, quotas } from './quotas.ts'
import { planSession } from './sessions.ts'

/** Returns 192 random bits, in a form that survives being pasted anywhere. */
export const newToken = (): string => randomBytes(24).toString('base64url')
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** An invite as facilitators see it later, without the link, which is shown once when it is made. */
export const inviteView = (invite: InviteRecord) => ({
  id: invite.id,
  sessionId: invite.sessionId,
  role: invite.role,
  expiresAt: invite.expiresAt,
  maxUses: invite.maxUses,
  uses: invite.uses,
  revokedAt: invite.revokedAt,
  password: invite.passwordHash !== null,
  createdAt: invite.createdAt,
})

/** Creates a link into a session. Its token appears only in this return value. */
export async function createInvite(
  { store, env }: Running,
  person: PersonRecord,
  session: SessionRecord,
  input: ParsedBody<'POST /api/boards/[boardId]/invites'>,
) {
  const token = newToken()
  const now = Date.now()
  demandRoom(
    await store.sessions.openInvites(session.boardId, now),
    quotas.openInvites,
    `This board has ${quotas.openInvites} open invites, as many as it can. Close some of them first.`,
  )
  const invite: InviteRecord = {
    id: newId(),
    sessionId: session.id,
    role: input.role,
    tokenHash: hashToken(token),
    expiresAt: now + Math.round(input.expiresInHours * 3_600_000),
    maxUses: input.maxUses,
    uses: 0,
    revokedAt: null,
    passwordHash: input.password === null ? null : await hashPassword(input.password, [person.id]),
    createdBy: person.id,
    createdAt: now,
  }
  await store.sessions.createInvite(invite)
  return { ...inviteView(invite), token, url: `${env.publicUrl}/join/${token}` }
}

/** Returns the session for a board's invites: the one that applies, or a new one that opens now. */
export async function sessionToInviteTo(
  running: Running,
  person: PersonRecord,
  access: Access,
): Promise<SessionRecord> {
  if (access.session && access.session.status !== 'ended') return access.session
  return planSession(running, person, access, { title: 'Open session', lobby: false, open: true })
}

/** Revokes a link; people who joined by it stay. */
export async function revokeInvite({ store }: Running, inviteId: string): Promise<void> {
  await store.sessions.revokeInvite(inviteId, Date.now())
}
