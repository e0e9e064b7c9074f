import type { Act } from '#lib/protocol/acts.ts'
import type { Access } from '#server/base/access.ts'
import { newId } from '#server/base/ids.ts'
import type { Running } from '#server/base/runtime.ts'
import type { MemberRecord, PersonRecord } from '#server/store/store.ts'

interface Asked {
  running: Running
  params: Readonly<Record<string, string>>
  address: string
  body: unknown
  person?: PersonRecord
  access?: Access
  member?: MemberRecord
}

/**
 * Writes down that a route was done: who, when, on what, in which role or format. What was done stays done when it
 * cannot be written down; the server's log says so then.
 */
export async function recordDone(what: Act, asked: Asked, done: object): Promise<void> {
  const { running, params, address, body, person, access, member } = asked
  const workspaceId = access?.board.workspaceId ?? member?.workspaceId ?? textAt(textsOf(done, 'workspace'), 'id')
  if (!person || workspaceId === null) return
  try {
    await running.store.record.add({
      id: newId(),
      workspaceId,
      at: Date.now(),
      what,
      personId: person.id,
      boardId: access?.board.id ?? null,
      onPersonId: params.personId ?? textAt(body, 'to'),
      // Roles and formats come from closed lists: nothing that somebody wrote gets here.
      detail: params.format ?? textAt(body, 'role') ?? textAt(done, 'role'),
      address: running.env.recordAddresses ? address : null,
    })
  } catch (error) {
    console.error('What was done could not be written down:', what, error)
  }
}

const textsOf = (from: unknown, key: string): unknown =>
  typeof from === 'object' && from !== null ? (from as Record<string, unknown>)[key] : null

/** A text in an object that was parsed before; null when it has none there. */
function textAt(from: unknown, key: string): string | null {
  const value = textsOf(from, key)
  return typeof value === 'string' ? value : null
}
