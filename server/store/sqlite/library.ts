import { type Compilable, type Kysely, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { toBoard } from '../catalogue/boards.ts'
import type { LibraryHit, LibraryQuery, LibraryStore } from '../library-store.ts'
import type { Tables } from '../tables.ts'

/** Marks around a hit within an excerpt: no text of people holds them, for the schema's texts are cleaned of them here. */
const [begin, end] = ['\u0002', '\u0003']
const clean = (text: string) => text.replaceAll(begin, '').replaceAll(end, '')
/** Words around a hit. */
const excerptWords = 24
/**
 * Boards from which on a word is common: it tells boards apart no more, so that those come first that have it in their
 * title, then the newest, and no board's text is read to rank it.
 */
const many = 400
const isCommon = (match: string) =>
  sql<number>`(select count(*) from (select 1 from "libraryText" where "libraryText" match ${match} limit ${sql.lit(many + 1)})) > ${sql.lit(many)}`
/** How much a word counts in title, outcome, notes, comments; of a common one, ms before a time after every title. */
const rank = (match: string) =>
  sql<number>`case when ${isCommon(match)} then ("library"."id" not in (select rowid from "libraryText" where "libraryText" match ${`{title} : (${match})`})) * 1e15 - "library"."finishedAt" else bm25("libraryText", 8.0, 4.0, 1.0, 1.0) end`

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

/** FTS5: each word in quotes, so that nothing in it is an operator; the last one may be only begun. */
export const matchOf = (words: string): string =>
  (words.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])
    .slice(0, 12)
    .map((word, i, all) => (i === all.length - 1 ? `"${word}"*` : `"${word}"`))
    .join(' ')

export function sqliteLibrary(
  db: Kysely<Tables>,
  atomically: (queries: readonly Compilable[]) => Promise<void>,
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
  return {
    async put({ text, ...entry }) {
      await atomically([
        db
          .deleteFrom('libraryText')
          .where('rowid', '=', eb => eb.selectFrom('library').select('id').where('boardId', '=', entry.boardId)),
        db.deleteFrom('library').where('boardId', '=', entry.boardId),
        db.insertInto('library').values(entry),
        db
          .insertInto('libraryText')
          .columns(['rowid', 'title', 'outcome', 'notes', 'comments'])
          .expression(
            db
              .selectFrom('library')
              .select(eb => [
                'id',
                eb.val(clean(text.title)).as('title'),
                eb.val(clean(text.outcome)).as('outcome'),
                eb.val(clean(text.notes)).as('notes'),
                eb.val(clean(text.comments)).as('comments'),
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
      const match = matchOf(query.words)
      if (query.words.trim() !== '' && match === '') return { hits: [], total: 0 }
      const filtered = filter(finished(query.workspaceId), query)
      const searched = match
        ? filtered
            .innerJoin('libraryText', 'libraryText.rowid', 'library.id')
            .where(sql<boolean>`"libraryText" match ${match}`)
        : filtered
      const found = await db
        .with(
          cte => cte('found').materialized(),
          () => searched.select(['library.id', keyOf(query, match).as('key')]),
        )
        .selectFrom('found')
        .select(eb => ['found.id', eb.selectFrom('found').select(eb.fn.countAll<number>().as('n')).as('total')])
        .select(match ? isCommon(match).as('common') : sql<number>`0`.as('common'))
        .orderBy('key')
        .orderBy('found.id', 'desc')
        .limit(query.limit)
        .offset(query.offset)
        .execute()
      const ids = found.map(row => row.id)
      const hits = ids.length > 0 ? await readHits(db, ids, match, found[0]?.common === 1) : []
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

function filter<O>(from: Finished<O>, query: LibraryQuery): Finished<O> {
  let found = from
  if (query.customer !== undefined) found = found.where('boards.customer', '=', query.customer)
  if (query.process !== undefined) found = found.where('boards.process', '=', query.process)
  if (query.facilitatorId !== undefined) found = found.where('boards.finishedBy', '=', query.facilitatorId)
  if (query.from !== undefined) found = found.where('library.finishedAt', '>=', query.from)
  if (query.to !== undefined) found = found.where('library.finishedAt', '<', query.to)
  if (query.tag !== undefined)
    found = found.where(sql<boolean>`exists (select 1 from json_each("boards"."tags") where value = ${query.tag})`)
  if (query.actions === 'open') found = found.where('library.actionsOpen', '>', 0)
  if (query.actions === 'overdue') found = found.where('library.nextDue', '<', query.today)
  if (query.actions === 'done') found = found.where('library.actionsOpen', '=', 0).where('library.actionsDone', '>', 0)
  return found
}

/** What a page is ordered by, the smallest first. */
function keyOf({ sort }: LibraryQuery, match: string): RawBuilder<number | string> {
  switch (sort) {
    case 'best':
      return match ? rank(match) : sql<number>`-"library"."finishedAt"`
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

/** Of the column with the best piece, or of one: the outcome is short, and says a common word as well as a note does. */
const excerptOf = (column: -1 | 1) =>
  sql<string>`snippet("libraryText", ${sql.lit(column)}, ${begin}, ${end}, '…', ${sql.lit(excerptWords)})`

/** Reads one page of boards; excerpts are made for these alone, for each reads the whole text of its board. */
async function readHits(
  db: Kysely<Tables>,
  ids: readonly number[],
  match: string,
  common: boolean,
): Promise<LibraryHit[]> {
  const boards = db
    .selectFrom('library')
    .innerJoin('boards', 'boards.id', 'library.boardId')
    .select([...boardColumns, 'library.id as entryId', 'library.summary'])
    .where('library.id', 'in', ids)
    .execute()
  const texts = match
    ? db
        .selectFrom('libraryText')
        .select([
          'rowid',
          (common
            ? sql<string>`case when instr(${excerptOf(1)}, ${begin}) > 0 then ${excerptOf(1)} else ${excerptOf(-1)} end`
            : excerptOf(-1)
          ).as('excerpt'),
        ])
        .where(sql<boolean>`"libraryText" match ${match}`)
        // Not by the ids: each of them would look the words up anew.
        .where(sql`+rowid`, 'in', ids)
        .execute()
    : Promise.resolve([])
  const excerpts = new Map((await texts).map(row => [row.rowid, row.excerpt]))
  const byId = new Map((await boards).map(row => [row.entryId, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    if (!row) return []
    const { entryId: _, summary, ...board } = row
    return [{ board: toBoard(board), summary, excerpt: parts(excerpts.get(id) ?? '') }]
  })
}

/** An excerpt in turns of plain and found text. */
function parts(excerpt: string): LibraryHit['excerpt'] {
  const [before = '', ...found] = excerpt.replaceAll('\n', ' · ').split(begin)
  const turns = [{ text: before, hit: false }]
  for (const piece of found) {
    const [hit = '', after = ''] = piece.split(end)
    turns.push({ text: hit, hit: true }, { text: after, hit: false })
  }
  return turns.filter(({ text }) => text !== '')
}
