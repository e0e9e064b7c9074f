import { Kysely, PostgresDialect } from 'kysely'
import { migrate } from '../migrations/index.ts'
import { StoreError } from '../store.ts'
import { databaseAt, openSlowPool } from './connection.ts'
import { WriterSession } from './session.ts'

/** Opens the session that writes, with its lock; rejects with a sentence for whoever starts the server. */
export async function openSession(url: string): Promise<WriterSession> {
  const session = new WriterSession(url)
  try {
    await session.get()
    return session
  } catch (error) {
    await session.close()
    if (error instanceof StoreError) throw error
    throw new StoreError('broken', `PostgreSQL at ${databaseAt(url)} cannot be used (${reasonOf(error)}).`, {
      cause: error,
    })
  }
}

/** Brings the tables up to date, while this process holds the lock. */
export async function migrateDatabase(url: string): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: openSlowPool(url) }) })
  try {
    await migrate(db)
  } catch (error) {
    if (error instanceof StoreError) throw error
    const why = `The tables in PostgreSQL at ${databaseAt(url)} cannot be brought up to date (${reasonOf(error)}).`
    throw new StoreError('broken', why, { cause: error })
  } finally {
    await db.destroy()
  }
}

/** A host with several addresses fails once for each. */
const reasonOf = (error: unknown): string => {
  const [first] = error instanceof AggregateError ? error.errors : [error]
  return first instanceof Error ? first.message : String(first)
}
