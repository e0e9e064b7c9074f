import { sql } from 'kysely'
import type { FullText, Wanted } from '../catalogue/full-text.ts'

/** Each word in quotes, so that nothing in it is an operator. */
const anyOf = ({ whole, begun }: Wanted): string =>
  `(${[...begun.map(word => `"${word}"*`), ...whole.map(word => `"${word}"`)].join(' OR ')})`

/** FTS5 over words that are split already: it only separates them at spaces. */
export const sqliteFullText: FullText = {
  find(wanted, where) {
    const all = wanted.map(anyOf).join(' AND ')
    const match = where === 'title' ? `{title} : (${all})` : all
    return sql<number>`select rowid from "libraryIndex" where "libraryIndex" match ${match}`
  },
  tagged: tag => sql<boolean>`exists (select 1 from json_each("boards"."tags") where value = ${tag})`,
  elements: json => sql`json_each(${json})`,
  index: (id, { title, outcome, notes, comments }) => [
    sql`delete from "libraryIndex" where rowid = ${id}`,
    sql`insert into "libraryIndex" (rowid, title, outcome, notes, comments) values (${id}, ${spaced(title)}, ${spaced(outcome)}, ${spaced(notes)}, ${spaced(comments)})`,
  ],
  // A deletion alone only marks the words as gone; merging all of the index writes it anew without them.
  drop: id => [
    sql`delete from "libraryIndex" where rowid = ${id}`,
    sql`insert into "libraryIndex" ("libraryIndex") values ('optimize')`,
  ],
}

const spaced = (words: ReadonlySet<string>): string => [...words].join(' ')
