import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { closeFile, makeOwnFile } from '#server/base/owner-only.ts'
import type { Query, Rows, WorkerOptions } from './messages.ts'

/** Marks a file as Brownpaper's ("Brow"), for backups that come back. */
export const APPLICATION_ID = 0x42726f77
/** Statements kept prepared per connection. */
const KEPT = 300

/** One SQLite connection with its prepared statements. */
export interface SqliteConnection {
  db: DatabaseSync
  prepare(sql: string): StatementSync
  query(query: Query): Rows
}

/**
 * The writer's connection: WAL, and every commit is on the disk (fsync) before it returns. Readers see the last commit
 * and block nobody.
 */
export function connect({ file, maxPages }: WorkerOptions, mode: 'write' | 'read'): SqliteConnection {
  // What SQLite puts beside a file has the rights of the file.
  if (mode === 'write') for (const end of ['', '-wal', '-shm']) (end ? closeFile : makeOwnFile)(file + end)
  const db = new DatabaseSync(file, { readOnly: mode === 'read', timeout: 5000 })
  if (mode === 'write') {
    db.exec(`
      pragma page_size = 4096;
      pragma journal_mode = wal;
      pragma synchronous = full;
      pragma foreign_keys = on;
      pragma secure_delete = fast;
      pragma journal_size_limit = 67108864;
      pragma application_id = ${APPLICATION_ID};
    `)
    if (maxPages) db.exec(`pragma max_page_count = ${maxPages}`)
  }
  db.exec('pragma cache_size = -32768')
  return keepStatements(db)
}

export function keepStatements(db: DatabaseSync): SqliteConnection {
  const kept = new Map<string, StatementSync>()
  const prepare = (sql: string) => {
    let statement = kept.get(sql)
    if (!statement) {
      statement = db.prepare(sql)
      const [oldest] = kept.keys()
      if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest)
      kept.set(sql, statement)
    }
    return statement
  }
  return {
    db,
    prepare,
    query({ sql, parameters }) {
      const statement = prepare(sql)
      const values = parameters as SQLInputValue[]
      if (statement.columns().length > 0) {
        const rows = statement.all(...values)
        return { rows, changes: rows.length }
      }
      return { rows: [], changes: Number(statement.run(...values).changes) }
    },
  }
}
