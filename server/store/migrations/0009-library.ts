import { type Kysely, type Migration, sql } from 'kysely'
import { isSqlite } from './engine.ts'

/** What the library keeps of finished boards: numbers, picture, and one document of text per board to search in. */
export const libraryTables: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('library')
      .addColumn('id', 'integer', c =>
        isSqlite(db) ? c.primaryKey().autoIncrement() : c.primaryKey().generatedAlwaysAsIdentity(),
      )
      .addColumn('boardId', 'text', c => c.notNull().unique().references('boards.id').onDelete('cascade'))
      .addColumn('workspaceId', 'text', c => c.notNull())
      .addColumn('finishedAt', 'bigint', c => c.notNull())
      .addColumn('pointsBefore', 'integer', c => c.notNull())
      .addColumn('pointsAfter', 'integer', c => c.notNull())
      .addColumn('actionsOpen', 'integer', c => c.notNull())
      .addColumn('actionsDone', 'integer', c => c.notNull())
      .addColumn('nextDue', 'text')
      .addColumn('summary', 'text', c => c.notNull())
      .addColumn('picture', 'text', c => c.notNull())
      .execute()
    await schema.createIndex('libraryByWorkspace').on('library').columns(['workspaceId', 'finishedAt']).execute()
    if (isSqlite(db))
      await sql`create virtual table "libraryText" using fts5(title, outcome, notes, comments, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')`.execute(
        db,
      )
    else {
      await sql`create table "libraryText" (rowid bigint primary key, title text not null, outcome text not null, notes text not null, comments text not null, document tsvector not null, "titleWords" tsvector not null)`.execute(
        db,
      )
      // Read as it lies: taking it apart to rank a board would cost more than the room it takes.
      await sql`alter table "libraryText" alter document set storage external`.execute(db)
      await sql`create index "libraryTextDocument" on "libraryText" using gin (document)`.execute(db)
      // By the index, always: the planner does not count what reading every document costs.
      await sql`create function "foundInLibrary"(question tsquery) returns setof bigint language sql stable set enable_seqscan = off as 'select rowid from "libraryText" where document @@ question'`.execute(
        db,
      )
    }
  },
}
