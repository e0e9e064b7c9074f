import { type Kysely, type Migration, sql } from 'kysely'
import { isSqlite, ordered } from './engine.ts'

/**
 * The library's texts are found by words of our own making, the same on both engines; `version` says of which making, and
 * what has an older one is indexed when the store is opened. Beside them every word of a workspace, to look inside words
 * and for one that was meant.
 */
export const libraryWords: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('libraryWords')
      .addColumn('workspaceId', 'text', c => c.notNull().references('workspaces.id').onDelete('cascade'))
      .addColumn('word', ordered(db), c => c.notNull())
      .addColumn('spelled', 'text', c => c.notNull())
      .addPrimaryKeyConstraint('libraryWordsKey', ['workspaceId', 'word'])
      .execute()
    if (isSqlite(db)) {
      await sql`alter table "libraryText" rename to "libraryTextBefore"`.execute(db)
      await sql`create table "libraryText" (rowid integer primary key, title text not null, outcome text not null, notes text not null, comments text not null, version integer not null)`.execute(
        db,
      )
      await sql`insert into "libraryText" select rowid, title, outcome, notes, comments, 0 from "libraryTextBefore"`.execute(
        db,
      )
      await sql`drop table "libraryTextBefore"`.execute(db)
      await sql`create virtual table "libraryIndex" using fts5(title, outcome, notes, comments, content = '', contentless_delete = 1, detail = column, tokenize = 'ascii', prefix = '2 3')`.execute(
        db,
      )
    } else {
      await sql`alter table "libraryText" add column version integer not null default 0, alter document set default '', alter "titleWords" set default ''`.execute(
        db,
      )
      await sql`create index "libraryTextTitle" on "libraryText" using gin ("titleWords")`.execute(db)
    }
  },
}
