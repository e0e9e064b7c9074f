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

/** Boards whose texts are read at once. */
const page = 50
/** Words of one statement. */
const listed = 500

/** Statements that remove a board's texts, and those of its words that no other board of the workspace has. */
export async function erasing(
  db: Kysely<Tables>,
  fullText: FullText,
  { id, workspaceId }: { id: number; workspaceId: string },
): Promise<Statements> {
  const texts = db.selectFrom('libraryText').select(['rowid', 'title', 'outcome', 'notes', 'comments'])
  const wordsIn = ({ title, outcome, notes, comments }: Texts) =>
    wordsToKeep([title, outcome, notes, comments]).map(([word]) => word)
  const own = await texts.where('rowid', '=', id).executeTakeFirst()
  const alone = new Set(own ? wordsIn(own) : [])
  for (let after = 0; alone.size > 0; ) {
    const others = await texts
      .where('rowid', 'in', db.selectFrom('library').select('id').where('workspaceId', '=', workspaceId))
      .where('rowid', '>', after)
      .orderBy('rowid')
      .limit(page)
      .execute()
    for (const other of others) if (other.rowid !== id) for (const word of wordsIn(other)) alone.delete(word)
    const last = others.at(-1)
    if (!last) break
    after = last.rowid
  }
  const words = [...alone]
  const lists = Array.from({ length: Math.ceil(words.length / listed) }, (_, i) =>
    words.slice(i * listed, (i + 1) * listed),
  )
  return [
    ...fullText.drop(id).map(statement => ({ compile: () => statement.compile(db) })),
    db.deleteFrom('libraryText').where('rowid', '=', id),
    db.deleteFrom('library').where('id', '=', id),
    ...lists.map(list =>
      db.deleteFrom('libraryWords').where('workspaceId', '=', workspaceId).where('word', 'in', list),
    ),
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
