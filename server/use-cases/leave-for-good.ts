import { draftsOf, readDraftId } from '#lib/facilitation/drafts.ts'
import type { ParsedBody } from '#lib/protocol/routes/index.ts'
import { AppError, conflict } from '#server/base/errors.ts'
import { isPassword } from '#server/base/password.ts'
import { limit, uncount } from '#server/base/rate-limit.ts'
import type { Running } from '#server/base/runtime.ts'
import { endOtherSignIns } from '#server/http/signed-in.ts'
import type { PersonRecord } from '../store/store.ts'
import { eraseNow } from './bin.ts'
import { pseudonymise } from './erase.ts'
import { removeMember } from './members.ts'
import { boardsOf } from './own-data.ts'

/**
 * Deletes an account for good. What the person wrote stays, under a pseudonym in each workspace; private notes that were
 * never shown go.
 */
export async function deleteAccount(
  running: Running,
  person: PersonRecord,
  { password }: ParsedBody<'DELETE /api/account'>,
): Promise<void> {
  const { store, hub } = running
  if (person.passwordHash !== null) {
    limit('ownPassword', person.id)
    if (!(await isPassword(password ?? '', person.passwordHash, [person.id])))
      throw new AppError('password-wrong', 'This is not your password.')
    uncount('ownPassword', person.id)
  }
  const workspaces = await store.workspaces.ofPerson(person.id)
  const owned = workspaces.filter(({ role }) => role === 'owner').map(({ name }) => `“${name}”`)
  if (owned.length > 0)
    throw conflict(`You own ${owned.join(' and ')}. Hand it over to another member, or delete it, first.`)
  const boards = await boardsOf(store, person.id)
  for (const { id } of workspaces) await removeMember(running, id, person.id)
  for (const board of boards) {
    for (const session of await store.sessions.ofBoard(board.id)) {
      const seat = await store.sessions.participant(session.id, person.id)
      if (seat) await store.sessions.setParticipant({ ...seat, status: 'removed' })
    }
    await hub.reauthorise(board.id, person.id)
    await hub.forget(board.id, person.id)
    for (const docId of await store.log.docs(draftsOf(board.id)))
      if (readDraftId(docId)?.personId === person.id) await store.log.erase(docId)
  }
  const places = new Set([...workspaces.map(({ id }) => id), ...boards.map(({ workspaceId }) => workspaceId)])
  for (const workspaceId of places) await pseudonymise(running, workspaceId, person.id)
  await store.people.forget(person.id, 'Former participant')
  await endOtherSignIns(running, person.id, null)
}

/** Deletes a workspace with all of its boards, templates and memberships for good. */
export async function deleteWorkspace(running: Running, workspaceId: string, ownerId: string): Promise<void> {
  const { store, hub } = running
  for (const { personId } of await store.workspaces.members(workspaceId))
    if (personId !== ownerId) await removeMember(running, workspaceId, personId)
  for (;;) {
    const boards = await store.boards.list({ workspaceIds: [workspaceId], limit: 100, offset: 0 })
    if (boards.length === 0) break
    for (const board of boards) {
      await store.boards.update(board.id, { deletedAt: Date.now(), deletedBy: ownerId })
      await hub.closeBoard(board.id)
    }
  }
  for (const board of await store.boards.deleted(workspaceId)) await eraseNow(running, board.id)
  await store.workspaces.erase(workspaceId)
}
