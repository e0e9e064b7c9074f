import { sql } from 'kysely'
import { hitBegins as begin, hitEnds as end, type FullText, mostWords } from '../catalogue/full-text.ts'
import type { LibraryHit } from '../library-store.ts'

/** Words around a hit. */
const excerptWords = 24

const matches = (match: string) => sql<boolean>`"libraryText" match ${match}`

/** Of the column with the best piece, or of one: the outcome is short, and says a common word as well as a note does. */
const excerptOf = (column: -1 | 1) =>
  sql<string>`snippet("libraryText", ${sql.lit(column)}, ${begin}, ${end}, '…', ${sql.lit(excerptWords)})`

/** FTS5. */
export const sqliteFullText: FullText = {
  many: 400,
  // Each word in quotes, so that nothing in it is an operator.
  matchOf: words =>
    (words.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])
      .slice(0, mostWords)
      .map((word, i, all) => (i === all.length - 1 ? `"${word}"*` : `"${word}"`))
      .join(' '),
  matches,
  inTitle: match => matches(`{title} : (${match})`),
  rank: () => sql<number>`bm25("libraryText", 8.0, 4.0, 1.0, 1.0)`,
  tagged: tag => sql<boolean>`exists (select 1 from json_each("boards"."tags") where value = ${tag})`,
  // For one page alone: each reads the whole text of its board.
  async excerpts(db, ids, { match, common }) {
    const rows = await db
      .selectFrom('libraryText')
      .select([
        'rowid',
        (common
          ? sql<string>`case when instr(${excerptOf(1)}, ${begin}) > 0 then ${excerptOf(1)} else ${excerptOf(-1)} end`
          : excerptOf(-1)
        ).as('excerpt'),
      ])
      .where(matches(match))
      // Not by the ids: each of them would look the words up anew.
      .where(sql`+rowid`, 'in', ids)
      .execute()
    return new Map(rows.map(({ rowid, excerpt }) => [rowid, parts(excerpt)]))
  },
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
