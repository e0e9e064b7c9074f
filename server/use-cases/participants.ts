import type { ParsedBody } from '#lib/protocol/routes/index.ts'
import { AppError, conflict, notFound } from '#server/base/errors.ts'
import { namesIn } from '#server/base/names.ts'
import type { Running } from '#server/base/runtime.ts'
import { withoutSigns } from '#server/base/stage.ts'
import type { MemberRecord, ParticipantRecord, PersonRecord, SessionRecord } from '../store/store.ts'
import { freshCode } from './sessions.ts'

type Parts = Pick<Running, 'store' | 'hub'>

/** Returns everybody who has or had a role, who waits in the lobby, and who is connected now. */
export async function listParticipants({ store, hub }: Parts, session: SessionRecord) {
  const here = hub.here(session.boardId)
  const board = await store.boards.get(session.boardId)
  const called = await namesIn(store, board?.workspaceId ?? '')
  return (await store.sessions.participants(session.id)).map(({ personId, name, guest, role, status, joinedAt }) => ({
    personId,
    name: called(personId, name),
    guest,
    role,
    status,
    joinedAt,
    here: here.has(personId),
  }))
}

async function participantOf({ store }: Parts, session: SessionRecord, personId: string): Promise<ParticipantRecord> {
  const participant = await store.sessions.participant(session.id, personId)
  if (!participant) throw notFound()
  return participant
}

/** Stores a participant and authorises their connections again. Every change of role passes here. */
export async function setParticipant({ store, hub }: Parts, boardId: string, next: ParticipantRecord): Promise<void> {
  await store.sessions.setParticipant(next)
  await hub.reauthorise(boardId, next.personId)
}

/** Admits these people, also those who were removed; without `personIds`, everybody who waits in the lobby. */
export async function admitParticipant(
  parts: Parts,
  session: SessionRecord,
  { personIds }: ParsedBody<'POST /api/sessions/[sessionId]/admit'>,
): Promise<number> {
  const all = await parts.store.sessions.participants(session.id)
  const chosen = all.filter(p => (personIds ? personIds.includes(p.personId) : p.status === 'waiting'))
  for (const { name: _name, guest: _guest, ...participant } of chosen)
    if (participant.status !== 'in')
      await setParticipant(parts, session.boardId, { ...participant, status: 'in', joinedAt: Date.now() })
  await tellLobby(parts, session)
  return chosen.length
}

/** Notifies the connected facilitators that the list of people changed: who waits, who was admitted or removed. */
export async function tellLobby({ store, hub }: Parts, session: SessionRecord, from = ''): Promise<void> {
  const all = await store.sessions.participants(session.id)
  const facilitators = all.filter(p => p.role === 'facilitator' && p.status === 'in').map(p => p.personId)
  const waiting = all.filter(p => p.status === 'waiting').length
  hub.notify(session.boardId, { kind: 'signal', from, signal: 'lobby', data: { waiting } }, facilitators)
}

/**
 * Returns a person's participation in a session; creates one for a member of the workspace who came without an invite.
 */
async function seatOf(parts: Parts, session: SessionRecord, personId: string): Promise<ParticipantRecord> {
  const participant = await parts.store.sessions.participant(session.id, personId)
  if (participant) return participant
  const member = await memberOf(parts, session, personId)
  if (!member) throw notFound()
  return {
    sessionId: session.id,
    personId,
    role: member.role === 'manager' ? 'observer' : 'facilitator',
    status: 'in',
    joinedAt: Date.now(),
    inviteId: null,
  }
}

async function memberOf({ store }: Parts, session: SessionRecord, personId: string): Promise<MemberRecord | null> {
  const board = await store.boards.get(session.boardId)
  return board && store.workspaces.member(board.workspaceId, personId)
}

export async function changeRole(
  parts: Parts,
  session: SessionRecord,
  personId: string,
  { role }: ParsedBody<'PATCH /api/sessions/[sessionId]/participants/[personId]'>,
): Promise<void> {
  const participant = await seatOf(parts, session, personId)
  if (participant.role === role) return
  if (participant.role === 'facilitator') await keepOneFacilitator(parts, session, personId)
  await setParticipant(parts, session.boardId, { ...participant, role })
}

async function keepOneFacilitator({ store }: Parts, session: SessionRecord, leaving: string): Promise<void> {
  const all = await store.sessions.participants(session.id)
  if (!all.some(p => p.personId !== leaving && p.role === 'facilitator' && p.status === 'in'))
    throw conflict('Somebody has to facilitate: hand over to somebody else first.')
}

/**
 * Removes somebody, or rejects them in the lobby, at once and everywhere. The link by which a removed person joined is
 * revoked, and the short code is replaced, because a guest without their cookie would return as a stranger. Returns
 * whether a link must now be made anew.
 */
export async function removeParticipant(
  parts: Parts,
  session: SessionRecord,
  asking: PersonRecord,
  personId: string,
): Promise<{ inviteRevoked: string | null }> {
  const participant = await participantOf(parts, session, personId)
  if (personId === asking.id) throw conflict('You cannot remove yourself; hand over and leave instead.')
  if (await memberOf(parts, session, personId))
    throw conflict('Members of the workspace can always come in; make them an observer instead.')
  if (participant.role === 'facilitator') await keepOneFacilitator(parts, session, personId)
  const { store, hub } = parts
  if (participant.status === 'waiting') {
    // The lobby stops strangers as it stopped this one: the link may stay open for the others.
    await setParticipant(parts, session.boardId, { ...participant, status: 'removed' })
    await tellLobby(parts, session)
    return { inviteRevoked: null }
  }
  if (participant.inviteId) await store.sessions.revokeInvite(participant.inviteId, Date.now())
  if (session.shortCode) {
    await store.sessions.update(session.id, { shortCode: await freshCode({ store }) })
    await hub.boardChanged(session.boardId)
  }
  await setParticipant(parts, session.boardId, { ...participant, status: 'removed' })
  await hub.write(session.boardId, 'person.remove', asking.id, doc => withoutSigns(doc, personId))
  await tellLobby(parts, session)
  return { inviteRevoked: participant.inviteId }
}

/** Makes another participant facilitator; unless the role is shared, the previous facilitator becomes a contributor. */
export async function handOver(
  parts: Parts,
  session: SessionRecord,
  asking: PersonRecord,
  { to, share }: ParsedBody<'POST /api/sessions/[sessionId]/hand-over'>,
): Promise<void> {
  const next = await seatOf(parts, session, to)
  if (next.status !== 'in') throw conflict('Only somebody who is in the session can take it on.')
  await setParticipant(parts, session.boardId, { ...next, role: 'facilitator' })
  const own = await parts.store.sessions.participant(session.id, asking.id)
  if (!share && to !== asking.id && own) await setParticipant(parts, session.boardId, { ...own, role: 'contributor' })
}

/** Makes a facilitator of the workspace facilitate a session whose own facilitators have all left. */
export async function takeOver(parts: Parts, session: SessionRecord, person: PersonRecord): Promise<void> {
  const here = parts.hub.here(session.boardId)
  const all = await parts.store.sessions.participants(session.id)
  const leading = all.find(
    p => p.role === 'facilitator' && p.status === 'in' && p.personId !== person.id && here.has(p.personId),
  )
  if (leading) throw new AppError('led', `${leading.name} is here and facilitates; ask them to hand over.`)
  const own = await parts.store.sessions.participant(session.id, person.id)
  await setParticipant(parts, session.boardId, {
    sessionId: session.id,
    personId: person.id,
    role: 'facilitator',
    status: 'in',
    joinedAt: own?.joinedAt ?? Date.now(),
    inviteId: own?.inviteId ?? null,
  })
}
