import { limits } from '#lib/board/fields.ts'
import { readBoard } from '#lib/board/model.ts'
import { writePlan } from '#lib/board/plan.ts'
import type { BoardSnapshot } from '#lib/board/snapshot.ts'
import { importLimit } from '#lib/import/format.ts'
import type { RouteQuery } from '#lib/protocol/routes/index.ts'
import { cutText } from '#lib/text/cut.ts'
import type { Access } from '#server/base/access.ts'
import { newId } from '#server/base/ids.ts'
import { limit } from '#server/base/rate-limit.ts'
import { kept, type Running } from '#server/base/runtime.ts'
import { readBytes } from '#server/http/body.ts'
import { Uploads } from '#server/http/uploads.ts'
import type { FileAsk, FileRead } from '../reading/jobs.ts'
import type { BoardRecord, PersonRecord } from '../store/store.ts'
import { importArchive, writeHistory } from './archives.ts'
import { newBoard } from './boards.ts'

const uploads = kept('uploads', () => new Uploads())

/**
 * Reads an import: the request's body is the file; the query has its name and how to read a table in it. With `look` it
 * is only previewed. Nothing is stored.
 */
export async function readImport(
  { reader }: Running,
  person: PersonRecord,
  request: Request,
  { name, look, table }: RouteQuery<'POST /api/boards/import'>,
  target: FileAsk['target'],
): Promise<FileRead> {
  limit('wholeBoard', person.id)
  const by = look === undefined ? person.id : null
  return uploads.hold(person.id, async count => {
    const bytes = await readBytes(request, importLimit, count)
    return reader.readFile(person.id, { name: cutText(name, 200), bytes, target, by, ...(table ? { table } : {}) })
  })
}

/** A preview of an import. */
export const importView = ({ content: _, ...seen }: FileRead) => seen

/** Adds a file's board below the content of this one; the importing person is the author. */
export async function importOnto(
  { hub }: Running,
  person: PersonRecord,
  { board }: Access,
  { content }: FileRead,
): Promise<void> {
  if (content.is !== 'plan') return
  await hub.write(board.id, 'board.import', person.id, doc => {
    const there = readBoard(doc)
    writePlan({ doc, newId }, there, content.plan, { freshIds: true, authors: true, at: below(there) })
  })
}

/** Creates a board from the file; returns null when it was only previewed. */
export async function importAsBoard(
  running: Running,
  person: PersonRecord,
  workspaceId: string,
  { content, title }: FileRead,
): Promise<BoardRecord | null> {
  if (content.is === 'archive') return importArchive(running, person, workspaceId, content)
  if (content.is !== 'document') return null
  const board = newBoard(cutText((title ?? '').trim(), limits.name) || 'Imported board', workspaceId, person)
  const { update, client } = content
  await writeHistory(running, board, [{ at: board.createdAt, actor: person.id, update }], [[client, '']])
  return board
}

/** Returns a spot below the existing notes, for notes that no lane of the file places. */
function below(board: BoardSnapshot): { x: number; y: number } {
  const lanes = board.lanes.reduce((bottom, lane) => Math.max(bottom, lane.top + lane.height), 0)
  let lowest = 0
  for (const note of board.notes.values()) if (note.place === 'wall') lowest = Math.max(lowest, note.y + note.h + 48)
  return { x: 0, y: Math.max(lanes, lowest) }
}
