import { type Kysely, type RawBuilder, sql } from 'kysely'
import { indexedIn, wordsOf, wordsVersion } from '#lib/text/words.ts'
import type { Atomically } from '../dialect.ts'
import type { LibraryEntry } from '../library-store.ts'
import type { Tables } from '../tables.ts'
import type { FullText } from './full-text.ts'
import { wordsToKeep } from './library-question.ts'

type Texts = LibraryEntry['text']
type Statements = Parameters<Atomically>[0]

// biome-ignore lint/suspicious/noControlCharactersInRegex: no excerpt shows them.
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f]/g
export const cleaned = ({ title, outcome, notes, comments }: Texts): Texts => ({
  title: title.replace(unseen, ''),
  outcome: outcome.replace(unseen, ''),
  notes: notes.replace(unseen, ''),
  comments: comments.replace(unseen, ''),
})

/** Statements that make a board searchable by its stored texts. */
export function indexing(
  db: Kysely<Tables>,
  fullText: FullText,
  { id, workspaceId, text }: { id: RawBuilder<number>; workspaceId: string; text: Texts },
): Statements {
  const found = (part: string) => new Set(indexedIn(wordsOf(part)))
  const { title, outcome, notes, comments } = text
  const words = { title: found(title), outcome: found(outcome), notes: found(notes), comments: found(comments) }
  // In a fixed order, so that two boards at once cannot deadlock.
  const kept = JSON.stringify(wordsToKeep([title, outcome, notes, comments]))
  return [
    ...fullText.index(id, words).map(statement => ({ compile: () => statement.compile(db) })),
    {
      compile: () =>
        sql`insert into "libraryWords" ("workspaceId", word, spelled) select ${workspaceId}, value ->> 0, value ->> 1 from ${fullText.elements(kept)} as listed where true on conflict do nothing`.compile(
          db,
        ),
    },
  ]
}

/** Indexes again what an older version indexed, after an upgrade. Continues where it was interrupted. */
export async function reindex(db: Kysely<Tables>, atomically: Atomically, fullText: FullText): Promise<number> {
  for (let done = 0; ; done++) {
    const row = await db
      .selectFrom('libraryText')
      .innerJoin('library', 'library.id', 'libraryText.rowid')
      .select(['rowid', 'workspaceId', 'libraryText.title', 'outcome', 'notes', 'comments'])
      .where('version', '<>', wordsVersion)
      .limit(1)
      .executeTakeFirst()
    if (!row) return done
    const { rowid, workspaceId, ...text } = row
    await atomically([
      ...indexing(db, fullText, { id: sql.val(rowid), workspaceId, text }),
      db.updateTable('libraryText').set({ version: wordsVersion }).where('rowid', '=', rowid),
    ])
  }
}
