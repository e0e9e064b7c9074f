import { sql } from 'kysely'
import type { FullText, Wanted } from '../catalogue/full-text.ts'

/** Words hold letters and digits alone: nothing in a question is an operator. */
const anyOf = ({ whole, begun }: Wanted): string =>
  `(${[...begun.map(word => `'${word}':*`), ...whole.map(word => `'${word}'`)].join(' | ')})`
/** Bytes of a document, below PostgreSQL's limit of 1 MB. */
const room = 900_000

/**
 * tsvector, built here and not by PostgreSQL's parser, which splits words differently and folds capitals by its locale.
 */
export const postgresFullText: FullText = {
  find(wanted, where) {
    const all = wanted.map(anyOf).join(' & ')
    return where === 'title'
      ? sql<number>`select rowid from "libraryText" where "titleWords" @@ ${all}::tsquery`
      : sql<number>`select "foundInLibrary"(${all}::tsquery)`
  },
  // Lists are JSON text: a comma followed by a quote occurs only between two of its texts.
  tagged: tag => sql<boolean>`strpos(',' || substr("boards"."tags", 2), ${`,${JSON.stringify(tag)}`}) > 0`,
  elements: json => sql`json_array_elements(${json}::json)`,
  index: (id, { title, outcome, notes, comments }) => [
    sql`update "libraryText" set document = ${vectorOf([title, outcome, notes, comments])}::tsvector, "titleWords" = ${vectorOf([title])}::tsvector where rowid = ${id}`,
  ],
  // The index is of columns of the row that is deleted.
  drop: () => [],
}

/** A tsvector of words without positions. Words beyond the limit of one are not found. */
function vectorOf(parts: readonly ReadonlySet<string>[]): string {
  const vector = new Set<string>()
  let bytes = 0
  for (const part of parts)
    for (const word of part) {
      if (vector.has(word)) continue
      bytes += 8 + Buffer.byteLength(word)
      if (bytes > room) return write(vector)
      vector.add(word)
    }
  return write(vector)
}

const write = (words: ReadonlySet<string>): string => [...words].map(word => `'${word}'`).join(' ')
