import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { type Word, wordsVersion } from '#lib/text/words.ts'
import { inTurn } from '#server/base/in-turn.ts'
import type { Atomically } from '../dialect.ts'
import type { LibraryHit, LibraryQuery, LibraryStore } from '../library-store.ts'
import type { Tables } from '../tables.ts'
import { boardOfRow } from './boards.ts'
import { searchExcerpt } from './excerpt.ts'
import type { FullText, Wanted } from './full-text.ts'
import { meantBy, questionWords, wantedOf } from './library-question.ts'
import { cleaned, erasing, indexing, reindex } from './library-texts.ts'

/** Characters of each text in which an excerpt is searched. */
const looked = 100_000

/** A condition: the library's id is in this list. */
const among = (found: RawBuilder<number>) => sql<boolean>`"library"."id" in (${found})`

/**
 * Order of results: whole words in the title, any match in the title, whole words anywhere, the rest; the newest first
 * within each, by ms. It uses nothing that the engines would compute differently.
 */
const rank = (fullText: FullText, { any, whole }: { any: Wanted[]; whole: Wanted[] }) =>
  sql<number>`case when ${among(fullText.find(whole, 'title'))} then 0 when ${among(fullText.find(any, 'title'))} then 1e15 when ${among(fullText.find(whole, 'anywhere'))} then 2e15 else 3e15 end - "library"."finishedAt"`

const wordsOf = (workspaceId: string) => `library words ${workspaceId}`

const boardColumns = [
  'boards.id',
  'boards.workspaceId',
  'boards.title',
  'boards.customer',
  'boards.process',
  'boards.tags',
  'boards.createdBy',
  'boards.createdAt',
  'boards.changedAt',
  'boards.deletedAt',
  'boards.deletedBy',
  'boards.finishedAt',
  'boards.finishedBy',
  'boards.seriesId',
] as const

export function library(
  db: Kysely<Tables>,
  { atomically, forget, fullText }: { atomically: Atomically; forget: Atomically; fullText: FullText },
): LibraryStore {
  const finished = (workspaceId: string) =>
    db
      .selectFrom('library')
      .innerJoin('boards', 'boards.id', 'library.boardId')
      .where('library.workspaceId', '=', workspaceId)
      .where('boards.deletedAt', 'is', null)
      .where('boards.finishedAt', 'is not', null)
  const distinct = async (workspaceId: string, column: 'customer' | 'process' | 'finishedBy') => {
    const rows = await finished(workspaceId).select(`boards.${column} as value`).distinct().orderBy('value').execute()
    return rows.flatMap(row => (row.value ? [row.value] : []))
  }
  const searchFor = async (query: LibraryQuery): Promise<{ hits: LibraryHit[]; total: number }> => {
    const words = questionWords(query.words)
    if (query.words.trim() !== '' && words.length === 0) return { hits: [], total: 0 }
    const wanted = words.length > 0 ? await wantedOf(db, query.workspaceId, words) : null
    const filtered = filter(finished(query.workspaceId), query, fullText)
    const searched = wanted ? filtered.where(among(fullText.find(wanted.any, 'anywhere'))) : filtered
    const key = query.sort === 'best' && wanted ? rank(fullText, wanted) : keyOf(query)
    const found = await db
      .with(
        cte => cte('found').materialized(),
        () => searched.select(['library.id', key.as('key')]),
      )
      .selectFrom('found')
      .select(eb => ['found.id', eb.selectFrom('found').select(eb.fn.countAll<number>().as('n')).as('total')])
      .orderBy('key')
      .orderBy('found.id', 'desc')
      .limit(query.limit)
      .offset(query.offset)
      .execute()
    const ids = found.map(row => row.id)
    const [boards, excerpts] = await Promise.all([readBoards(db, ids), readExcerpts(db, ids, words)])
    const hits = ids.flatMap(id => {
      const hit = boards.get(id)
      return hit ? [{ ...hit, excerpt: excerpts.get(id) ?? [] }] : []
    })
    // Beyond the last page no row carries the total.
    return { hits, total: found[0]?.total ?? (query.offset > 0 ? await count(searched) : 0) }
  }
  return {
    async put({ text: given, ...entry }) {
      const text = cleaned(given)
      const ids = db.selectFrom('library').select('id').where('boardId', '=', entry.boardId)
      const put = [
        db
          .insertInto('library')
          .values(entry)
          .onConflict(board => board.column('boardId').doUpdateSet(entry)),
        db.deleteFrom('libraryText').where('rowid', '=', ids),
        db
          .insertInto('libraryText')
          .columns(['rowid', 'title', 'outcome', 'notes', 'comments', 'version'])
          .expression(
            ids.select(eb => [
              eb.val(text.title).as('title'),
              eb.val(text.outcome).as('outcome'),
              eb.val(text.notes).as('notes'),
              eb.val(text.comments).as('comments'),
              sql.lit(wordsVersion).as('version'),
            ]),
          ),
        ...indexing(db, fullText, { id: sql`(${ids})`, workspaceId: entry.workspaceId, text }),
      ]
      await inTurn(wordsOf(entry.workspaceId), () => atomically(put))
    },
    async erase(boardId) {
      const kept = db.selectFrom('library').select(['id', 'workspaceId']).where('boardId', '=', boardId)
      const entry = await kept.executeTakeFirst()
      if (!entry) return
      // In turn with boards that are put in: a word of theirs must not be taken for one that nobody has.
      await inTurn(wordsOf(entry.workspaceId), async () => forget(await erasing(db, fullText, entry)))
    },
    reindex: () => reindex(db, atomically, fullText),
    async get(boardId) {
      const row = await db
        .selectFrom('library')
        .select([
          'boardId',
          'workspaceId',
          'finishedAt',
          'pointsBefore',
          'pointsAfter',
          'actionsOpen',
          'actionsDone',
          'nextDue',
          'summary',
        ])
        .where('boardId', '=', boardId)
        .executeTakeFirst()
      return row ?? null
    },
    async picture(boardId) {
      const found = db.selectFrom('library').select('picture').where('boardId', '=', boardId)
      return (await found.executeTakeFirst())?.picture ?? null
    },
    async search(query) {
      const found = await searchFor(query)
      if (found.total > 0 || query.words.trim() === '') return { ...found, meant: null }
      for (const meant of await meantBy(db, query.workspaceId, query.words)) {
        const instead = await searchFor({ ...query, words: meant })
        if (instead.total > 0) return { ...instead, meant }
      }
      return { ...found, meant: null }
    },
    async facets(workspaceId) {
      const [customers, processes, facilitatorIds, tags] = await Promise.all([
        distinct(workspaceId, 'customer'),
        distinct(workspaceId, 'process'),
        distinct(workspaceId, 'finishedBy'),
        finished(workspaceId).select('boards.tags').distinct().execute(),
      ])
      const all = new Set(tags.flatMap(row => JSON.parse(row.tags) as string[]))
      return { customers, processes, facilitatorIds, tags: [...all].sort((a, b) => a.localeCompare(b)) }
    },
    async all(workspaceId) {
      const rows = await finished(workspaceId)
        .select([...boardColumns, 'library.summary'])
        .orderBy('library.finishedAt')
        .orderBy('library.id')
        .execute()
      return rows.map(({ summary, ...board }) => ({ board: boardOfRow(board), summary }))
    },
    async missing() {
      const rows = await db
        .selectFrom('boards')
        .leftJoin('library', 'library.boardId', 'boards.id')
        .select('boards.id')
        .where('boards.finishedAt', 'is not', null)
        .where('boards.deletedAt', 'is', null)
        .where('library.id', 'is', null)
        .execute()
      return rows.map(row => row.id)
    },
  }
}

const count = async <O>(found: Finished<O>): Promise<number> =>
  (
    await found
      .clearSelect()
      .select(eb => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
  ).total

type Finished<O> = SelectQueryBuilder<Tables, 'library' | 'boards', O>

function filter<O>(from: Finished<O>, query: LibraryQuery, fullText: FullText): Finished<O> {
  let found = from
  if (query.customer !== undefined) found = found.where('boards.customer', '=', query.customer)
  if (query.process !== undefined) found = found.where('boards.process', '=', query.process)
  if (query.facilitatorId !== undefined) found = found.where('boards.finishedBy', '=', query.facilitatorId)
  if (query.from !== undefined) found = found.where('library.finishedAt', '>=', query.from)
  if (query.to !== undefined) found = found.where('library.finishedAt', '<', query.to)
  if (query.tag !== undefined) found = found.where(fullText.tagged(query.tag))
  if (query.actions === 'open') found = found.where('library.actionsOpen', '>', 0)
  if (query.actions === 'overdue') found = found.where('library.nextDue', '<', query.today)
  if (query.actions === 'done') found = found.where('library.actionsOpen', '=', 0).where('library.actionsDone', '>', 0)
  return found
}

/** The value by which a page is ordered, the smallest first. */
function keyOf({ sort }: LibraryQuery): RawBuilder<number | string> {
  switch (sort) {
    case 'best':
    case 'newest':
      return sql<number>`-"library"."finishedAt"`
    case 'oldest':
      return sql<number>`"library"."finishedAt"`
    case 'title':
      return sql<string>`lower("boards"."title")`
    case 'points':
      return sql<number>`-"library"."pointsBefore"`
    case 'gain':
      return sql<number>`"library"."pointsAfter" - "library"."pointsBefore"`
  }
}

/** Reads the boards of one page, by the library's id. */
async function readBoards(
  db: Kysely<Tables>,
  ids: readonly number[],
): Promise<Map<number, Omit<LibraryHit, 'excerpt'>>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('library')
    .innerJoin('boards', 'boards.id', 'library.boardId')
    .select([...boardColumns, 'library.id as entryId', 'library.summary'])
    .where('library.id', 'in', ids)
    .execute()
  return new Map(rows.map(({ entryId, summary, ...board }) => [entryId, { board: boardOfRow(board), summary }]))
}

/** Reads the excerpts, by the library's id. */
async function readExcerpts(
  db: Kysely<Tables>,
  ids: readonly number[],
  words: readonly Word[],
): Promise<Map<number, LibraryHit['excerpt']>> {
  if (ids.length === 0 || words.length === 0) return new Map()
  const beginning = (column: 'title' | 'outcome' | 'notes' | 'comments') =>
    sql<string>`substr(${sql.ref(column)}, 1, ${sql.lit(looked)})`.as(column)
  const rows = await db
    .selectFrom('libraryText')
    .select(['rowid', beginning('title'), beginning('outcome'), beginning('notes'), beginning('comments')])
    .where('rowid', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ rowid, title, outcome, notes, comments }) => [
      rowid,
      searchExcerpt([title, outcome, notes, comments], words),
    ]),
  )
}
