import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { Kysely, SqliteAdapter, SqliteDialect } from 'kysely'
import { migrate } from '../migrations/index.ts'

/** SQLite can undo a half-made migration; Kysely's own adapter does not use it. */
class MigrationAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true
  }
}

/** Runs in the writer's thread before any other job. */
export async function migrateFile(db: DatabaseSync): Promise<void> {
  const dialect = new SqliteDialect({
    database: {
      close: () => {},
      prepare(sql) {
        const statement = db.prepare(sql)
        const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
        return {
          reader: statement.columns().length > 0,
          all: parameters => statement.all(...values(parameters)),
          run: parameters => statement.run(...values(parameters)),
          iterate: parameters => statement.iterate(...values(parameters)),
        }
      },
    },
  })
  dialect.createAdapter = () => new MigrationAdapter()
  await migrate(new Kysely<unknown>({ dialect }))
}
