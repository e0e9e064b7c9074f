import { type Kysely, SqliteAdapter, sql } from 'kysely'

/** Whether a migration runs on SQLite; the other engine is PostgreSQL. */
export const isSqlite = (db: Kysely<unknown>): boolean => db.getExecutor().adapter instanceof SqliteAdapter

/** Column type of bytes. */
export const bytes = (db: Kysely<unknown>) => (isSqlite(db) ? sql`blob` : sql`bytea`)

/** Ends a table that is always read by its whole key or a range of it: SQLite then stores the rows in key order. */
export const keyed = (db: Kysely<unknown>) => (isSqlite(db) ? sql`without rowid` : sql``)

/** Column type of text whose order is that of its characters, whatever the language of the database. */
export const ordered = (db: Kysely<unknown>) => (isSqlite(db) ? sql`text` : sql`text collate "C"`)
