import { strToU8, zipSync } from 'fflate'
import { csvFile } from '#lib/text/csv.ts'
import { limit } from '#server/base/rate-limit.ts'
import type { Running } from '#server/base/runtime.ts'
import type { BoardRecord, PersonRecord, Store } from '../store/store.ts'

/** Boards listed at once. */
const page = 500

/** Every board that a person may open, or took part in. */
export async function boardsOf({ boards, workspaces }: Store, personId: string): Promise<BoardRecord[]> {
  const workspaceIds = (await workspaces.ofPerson(personId)).map(({ id }) => id)
  const all: BoardRecord[] = []
  for (let offset = 0; ; offset += page) {
    const listed = await boards.list({ workspaceIds, participantId: personId, limit: page, offset })
    all.push(...listed)
    if (listed.length < page) return all
  }
}

/** Everything that is kept of a person, as one archive: who they are, where they belong, what they wrote and own. */
export async function ownData({ store, reader }: Running, person: PersonRecord): Promise<Uint8Array<ArrayBuffer>> {
  limit('ownData', person.id)
  const { id, name, email, createdAt } = person
  const when = (at: number) => new Date(at).toISOString()
  const workspaces = await store.workspaces.ofPerson(id)
  const notes: string[][] = [['board', 'kind', 'text']]
  const comments: string[][] = [['board', 'when', 'text']]
  const actions: string[][] = [['board', 'action', 'due', 'done']]
  const boards = await boardsOf(store, id)
  for (const { id: boardId, title } of boards) {
    // A board that cannot be read does not keep the others back.
    const own = await reader.make(id, 'written', boardId, { personId: id, name }).catch(() => null)
    if (own === null) notes.push([title, '', 'This board could not be read.'])
    for (const { kind, text } of own?.notes ?? []) notes.push([title, kind, text])
    for (const { at, text } of own?.comments ?? []) comments.push([title, at === 0 ? '' : when(at), text])
    for (const { label, due, done } of own?.actions ?? []) actions.push([title, label, due, done ? 'yes' : 'no'])
  }
  const account = {
    account: { id, name, email, since: when(createdAt) },
    workspaces: workspaces.map(one => ({ name: one.name, role: one.role })),
    boards: boards.map(board => board.title),
  }
  const files = {
    'account.json': JSON.stringify(account, null, 2),
    'notes.csv': csvFile(notes),
    'comments.csv': csvFile(comments),
    'actions.csv': csvFile(actions),
  }
  return new Uint8Array(zipSync(Object.fromEntries(Object.entries(files).map(([to, text]) => [to, strToU8(text)]))))
}
