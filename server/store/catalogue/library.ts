import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Atomically } from '../dialect.ts'
import type { LibraryHit, LibraryQuery, LibraryStore } from '../library-store.ts'
import type { Tables } from '../tables.ts'
import { toBoard } from './boards.ts'
import { clean, type FullText } from './full-text.ts'

const isCommon = (fullText: FullText, match: string) =>
  sql<boolean>`(select count(*) from (select 1 from "libraryText" where ${fullText.matches(match)} limit ${sql.lit(fullText.many + 1)}) as "first") > ${sql.lit(fullText.many)}`
/** The engine's own; of a common word, ms before a time after every title. */
const rank = (fullText: FullText, match: string) =>
  sql<number>`case when ${isCommon(fullText, match)} then case when "library"."id" in (select rowid from "libraryText" where ${fullText.inTitle(match)}) then 0 else 1e15 end - "library"."finishedAt" else ${fullText.rank(match)} end`

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
  'boards.finishedAt',
  'boards.finishedBy',
  'boards.seriesId',
] as const

export function library(db: Kysely<Tables>, atomically: Atomically, fullText: FullText): LibraryStore {
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
  return {
    async put({ text: { title, outcome, notes, comments }, ...entry }) {
      const text = {
        title: clean(title),
        outcome: clean(outcome),
        notes: clean(notes),
        comments: clean(comments),
      }
      const found = fullText.document?.(text)
      await atomically([
        db
          .deleteFrom('libraryText')
          .where('rowid', '=', eb => eb.selectFrom('library').select('id').where('boardId', '=', entry.boardId)),
        db.deleteFrom('library').where('boardId', '=', entry.boardId),
        db.insertInto('library').values(entry),
        db
          .insertInto('libraryText')
          .columns([
            'rowid',
            'title',
            'outcome',
            'notes',
            'comments',
            ...(found ? (['document', 'titleWords'] as const) : []),
          ])
          .expression(
            db
              .selectFrom('library')
              .select(eb => [
                'id',
                eb.val(text.title).as('title'),
                eb.val(text.outcome).as('outcome'),
                eb.val(text.notes).as('notes'),
                eb.val(text.comments).as('comments'),
                ...(found ? [found.document.as('document'), found.titleWords.as('titleWords')] : []),
              ])
              .where('boardId', '=', entry.boardId),
          ),
      ])
    },
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
      const match = fullText.matchOf(query.words)
      if (query.words.trim() !== '' && match === '') return { hits: [], total: 0 }
      const filtered = filter(finished(query.workspaceId), query, fullText)
      const searched = match
        ? filtered.innerJoin('libraryText', 'libraryText.rowid', 'library.id').where(fullText.matches(match))
        : filtered
      const found = await db
        .with(
          cte => cte('found').materialized(),
          () => searched.select(['library.id', keyOf(query, match, fullText).as('key')]),
        )
        .selectFrom('found')
        .select(eb => ['found.id', eb.selectFrom('found').select(eb.fn.countAll<number>().as('n')).as('total')])
        .select(sql<number>`case when ${match ? isCommon(fullText, match) : sql`1 = 0`} then 1 else 0 end`.as('common'))
        .orderBy('key')
        .orderBy('found.id', 'desc')
        .limit(query.limit)
        .offset(query.offset)
        .execute()
      const ids = found.map(row => row.id)
      const asked = { words: query.words, match, common: found[0]?.common === 1 }
      const [boards, excerpts] = await Promise.all([
        readBoards(db, ids),
        match && ids.length > 0 ? fullText.excerpts(db, ids, asked) : new Map<number, LibraryHit['excerpt']>(),
      ])
      const hits = ids.flatMap(id => {
        const hit = boards.get(id)
        return hit ? [{ ...hit, excerpt: excerpts.get(id) ?? [] }] : []
      })
      // Beyond the last page there is no row to say how many there are.
      const total = found[0]?.total ?? (query.offset > 0 ? await count(searched) : 0)
      return { hits, total }
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
      return rows.map(({ summary, ...board }) => ({ board: toBoard(board), summary }))
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

/** What a page is ordered by, the smallest first. */
function keyOf({ sort }: LibraryQuery, match: string, fullText: FullText): RawBuilder<number | string> {
  switch (sort) {
    case 'best':
      return match ? rank(fullText, match) : sql<number>`-"library"."finishedAt"`
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

/** The boards of one page, by the library's id. */
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
  return new Map(rows.map(({ entryId, summary, ...board }) => [entryId, { board: toBoard(board), summary }]))
}
