import { recordedActs } from '#lib/protocol/acts.ts'
import type { RouteQuery } from '#lib/protocol/routes/index.ts'
import { csvFile } from '#lib/text/csv.ts'
import { namesIn } from '#server/base/names.ts'
import type { Running } from '#server/base/runtime.ts'
import type { ActRecord } from '../store/record-store.ts'

type Parts = Pick<Running, 'store'>

/** Lines on one page. */
const pageSize = 100
/** Lines read at once for a file, and in one file at most. */
const [chunk, most] = [1_000, 100_000]

type Filter = RouteQuery<'GET /api/workspaces/[workspaceId]/record'>
const day = 24 * 3_600_000

const queryOf = (workspaceId: string, { what, who, from, to }: Omit<Filter, 'page'>) => ({
  workspaceId,
  ...(what ? { what } : {}),
  ...(who ? { personId: who } : {}),
  ...(from ? { from: Date.parse(from) } : {}),
  ...(to ? { to: Date.parse(to) + day } : {}),
})

/** One page of the record, the newest first, with everybody by the name that the workspace knows them by now. */
export async function readRecord({ store }: Parts, workspaceId: string, { page, ...filter }: Filter) {
  const lines = await store.record.read({
    ...queryOf(workspaceId, filter),
    limit: pageSize + 1,
    offset: (page - 1) * pageSize,
  })
  const ids = await store.record.people(workspaceId)
  const told = await tellers({ store }, workspaceId, lines, ids)
  return {
    lines: lines.slice(0, pageSize).map(told.line),
    more: lines.length > pageSize,
    people: ids.map(id => ({ id, name: told.name(id) })).sort((a, b) => a.name.localeCompare(b.name)),
  }
}

/** The record as CSV, the newest first. */
export async function recordFile({ store }: Parts, workspaceId: string, filter: Omit<Filter, 'page'>): Promise<string> {
  const rows: (string | null)[][] = []
  for (let offset = 0; offset < most; offset += chunk) {
    const lines = await store.record.read({ ...queryOf(workspaceId, filter), limit: chunk, offset })
    const told = await tellers({ store }, workspaceId, lines, [])
    for (const each of lines) {
      const { at, who, what, board, onPerson, detail, address } = told.line(each)
      rows.push([
        new Date(at).toISOString(),
        who,
        each.personId,
        what,
        each.what,
        board,
        each.boardId,
        onPerson,
        each.onPersonId,
        detail,
        address,
      ])
    }
    if (lines.length < chunk) break
  }
  const head = ['when', 'who', 'who id', 'what', 'act', 'board', 'board id', 'person', 'person id', 'detail', 'address']
  return csvFile([head, ...rows])
}

async function tellers({ store }: Parts, workspaceId: string, lines: readonly ActRecord[], more: readonly string[]) {
  const ids = new Set([
    ...lines.flatMap(({ personId, onPersonId }) => [personId ?? [], onPersonId ?? []].flat()),
    ...more,
  ])
  const boardIds = [...new Set(lines.flatMap(({ boardId }) => boardId ?? []))]
  const [people, called, boards] = await Promise.all([
    store.people.many([...ids]),
    namesIn(store, workspaceId),
    Promise.all(boardIds.map(id => store.boards.get(id))),
  ])
  const names = new Map(people.map(({ id, name }) => [id, called(id, name)]))
  const titles = new Map(boards.flatMap(board => (board ? [[board.id, board.title]] : [])))
  const name = (id: string) => names.get(id) ?? 'Somebody who is gone'
  return {
    name,
    line: ({ id, at, what, personId, boardId, onPersonId, detail, address }: ActRecord) => ({
      id,
      at,
      who: personId === null ? 'Brownpaper' : name(personId),
      what: recordedActs[what] ?? what,
      board: boardId === null ? null : (titles.get(boardId) ?? 'a board that is erased'),
      onPerson: onPersonId === null ? null : name(onPersonId),
      detail,
      address,
    }),
  }
}
