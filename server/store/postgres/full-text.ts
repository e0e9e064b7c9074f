import { sql } from 'kysely'
import type { FullText } from '../catalogue/full-text.ts'
import { excerptOf, queryOf, vectorOf } from './words.ts'

/** Characters of each text that an excerpt is looked for in. */
const looked = 100_000
/** How much a word counts in comments, notes, outcome, title. */
const weights = '{0.125, 0.125, 0.5, 1}'

const matches = (match: string) => sql<boolean>`"libraryText".rowid in (select "foundInLibrary"(${match}::tsquery))`
const beginning = (column: string) => sql<string>`left(${sql.ref(column)}, ${sql.lit(looked)})`

/** tsvector. */
export const postgresFullText: FullText = {
  many: 100,
  matchOf: queryOf,
  matches,
  inTitle: match => sql<boolean>`"libraryText"."titleWords" @@ ${match}::tsquery`,
  rank: match => sql<number>`-ts_rank(${weights}, "libraryText".document, ${match}::tsquery)::float8`,
  // Lists are JSON text: a comma and a quote follow each other between two of its texts only.
  tagged: tag => sql<boolean>`strpos(',' || substr("boards"."tags", 2), ${`,${JSON.stringify(tag)}`}) > 0`,
  document: text => ({
    document: sql<string>`${vectorOf(text)}::tsvector`,
    titleWords: sql<string>`${vectorOf({ title: text.title })}::tsvector`,
  }),
  async excerpts(db, ids, { words, common }) {
    const rows = await db
      .selectFrom('libraryText')
      .select([
        'rowid',
        beginning('title').as('title'),
        beginning('outcome').as('outcome'),
        beginning('notes').as('notes'),
        beginning('comments').as('comments'),
      ])
      .where('rowid', 'in', ids)
      .execute()
    return new Map(
      rows.map(({ rowid, title, outcome, notes, comments }) => [
        rowid,
        excerptOf(common ? [outcome, title, notes, comments] : [title, outcome, notes, comments], words),
      ]),
    )
  },
}
