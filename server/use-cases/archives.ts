import { limits } from '#lib/board/fields.ts'
import { type ArchiveManifest, type HistoryEntry, sealedText } from '#lib/export/archive.ts'
import { fileName } from '#lib/export/format.ts'
import { personName } from '#lib/protocol/fields.ts'
import { cutText } from '#lib/text/cut.ts'
import type { Access } from '#server/base/access.ts'
import { badRequest } from '#server/base/errors.ts'
import { namesIn } from '#server/base/names.ts'
import { limit } from '#server/base/rate-limit.ts'
import type { Running } from '#server/base/runtime.ts'
import type { FileContent, PackAsk } from '../reading/jobs.ts'
import { isSealed } from '../reading/seal.ts'
import type { LogEntry } from '../store/log-store.ts'
import type { BoardRecord, PersonRecord } from '../store/store.ts'
import { demandRoomFor, newBoard } from './boards.ts'
import { fileHeaders } from './exports.ts'

const page = 1_000

/** A board with all its history as one file. */
export async function exportArchive(running: Running, { board, actor }: Access): Promise<Response> {
  limit('wholeBoard', actor.personId)
  const bytes = await running.reader.pack(actor.personId, () => gather(running, board))
  return new Response(bytes, { headers: fileHeaders(fileName(board.title, 'brownpaper.zip'), 'application/zip') })
}

async function gather({ env, store }: Running, board: BoardRecord): Promise<PackAsk> {
  const leases = await store.log.leases(board.id)
  const history: LogEntry[] = []
  for (;;) {
    const entries = await store.log.read(board.id, history.length, page)
    history.push(...entries)
    if (entries.length < page) break
  }
  const ids = new Set([...leases.map(lease => lease.personId), ...history.map(entry => entry.actor ?? '')])
  const people = await store.people.many([...ids].filter(Boolean))
  const called = await namesIn(store, board.workspaceId)
  const { title, customer, process, tags } = board
  return {
    history: history.map(({ at, actor: by, update }) => ({ at, actor: by, update })),
    about: { title, customer, process, tags, at: Date.now() },
    people: people.map(({ id, name }) => ({ id, name: called(id, name) })),
    clients: leases.map(({ client, personId }) => [client, personId]),
    secret: env.authSecret,
  }
}

/**
 * Creates a board with an archive's content and history. People unknown to this server become guests with their names.
 * An archive that this server did not seal cannot name people of this server as authors.
 */
export async function importArchive(
  { env, store }: Running,
  person: PersonRecord,
  workspaceId: string,
  { manifest, history, personIds }: Extract<FileContent, { is: 'archive' }>,
): Promise<BoardRecord> {
  const named = new Map(manifest.people.map(one => [one.id, one.name]))
  const known = new Set((await store.people.many(personIds)).map(one => one.id))
  if (known.size > 0 && !isSealed(env.authSecret, sealedText(manifest), manifest.seal))
    throw badRequest('This archive speaks for people of this server, but was not written by it, or was changed since.')
  for (const id of personIds)
    if (!known.has(id)) {
      const name = personName.safeParse(named.get(id))
      const guest = { id, name: name.success ? name.data : 'Somebody', email: null, passwordHash: null }
      await store.people.create({ ...guest, createdAt: Date.now() })
    }
  const board = {
    ...newBoard(cutText(manifest.title, limits.name) || 'Imported board', workspaceId, person),
    customer: cutText(manifest.customer, limits.name),
    process: cutText(manifest.process, limits.name),
    tags: manifest.tags.slice(0, limits.tags),
  }
  await writeHistory({ store }, board, history, manifest.clients)
  return board
}

/** Creates a board from these changes; when its history cannot be written, the board is removed again. */
export async function writeHistory(
  { store }: Pick<Running, 'store'>,
  board: BoardRecord,
  history: readonly HistoryEntry[],
  clients: ArchiveManifest['clients'],
): Promise<void> {
  await demandRoomFor({ store }, board.workspaceId)
  await store.boards.create(board)
  try {
    await store.log.append(
      history.map((entry, i) => ({ docId: board.id, seq: i + 1, ...entry })),
      clients.map(([client, personId]) => ({ docId: board.id, client, personId })),
    )
  } catch (error) {
    await store.boards.erase(board.id)
    throw error
  }
}
