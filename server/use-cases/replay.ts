import type { ReplayFacts, ReplayPerson } from '#lib/replay/facts.ts'
import type { Running } from '#server/base/runtime.ts'
import { serverPerson } from '#server/base/server-person.ts'
import type { BoardRecord } from '../store/store.ts'

/** Returns what the player of a whole board needs. */
export async function replayFacts({ store }: Pick<Running, 'store'>, board: BoardRecord): Promise<ReplayFacts> {
  const sessions = await store.sessions.ofBoard(board.id)
  return {
    boardId: board.id,
    title: board.title,
    finishedAt: board.finishedAt,
    people: await peopleOf({ store }, board),
    sessions: sessions.map(({ id, title, startedAt, endedAt }) => ({ id, title, startedAt, endedAt })),
    door: null,
  }
}

/**
 * Returns everybody who wrote on a board or joined it, with their names at the time; erased people only with their
 * pseudonym.
 */
export async function peopleOf({ store }: Pick<Running, 'store'>, board: BoardRecord): Promise<ReplayPerson[]> {
  const [kept, leases, pseudonyms] = await Promise.all([
    store.history.names(board.id),
    store.log.leases(board.id),
    store.history.pseudonyms(board.workspaceId),
  ])
  const erased = new Map(pseudonyms.map(({ personId, name }) => [personId, name]))
  const names = new Map<string, { since: number; name: string }[]>()
  for (const { personId, since, name } of kept) names.set(personId, [...(names.get(personId) ?? []), { since, name }])
  const ids = new Set([board.createdBy, ...leases.map(lease => lease.personId), ...names.keys()])
  ids.delete(serverPerson)
  const today = new Map((await store.people.many([...ids])).map(person => [person.id, person.name]))
  return [...ids].map(id => {
    const pseudonym = erased.get(id)
    const known = names.get(id) ?? [{ since: 0, name: today.get(id) ?? 'Somebody' }]
    return { id, names: pseudonym === undefined ? known : [{ since: 0, name: pseudonym }] }
  })
}

/** Compressed rows as a file: Next does not let a route set Content-Encoding. */
export const rowsResponse = (rows: Uint8Array): Response =>
  new Response(new Uint8Array(rows), { headers: { 'content-type': 'application/gzip', 'cache-control': 'no-store' } })
