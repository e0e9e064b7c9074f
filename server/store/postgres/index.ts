import { type Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type pg from 'pg'
import { catalogue } from '../catalogue/catalogue.ts'
import { documents } from '../catalogue/documents.ts'
import { Damage } from '../damage.ts'
import { type Atomically, kyselyOver } from '../dialect.ts'
import { type Store, StoreError } from '../store.ts'
import type { Tables } from '../tables.ts'
import { Appender } from './appender.ts'
import { inTransaction, openPool, sqlValues } from './connection.ts'
import { failing as failingBody } from './failure.ts'
import { postgresFullText } from './full-text.ts'
import { read } from './log-table.ts'
import { migrateDatabase, openSession } from './open.ts'

/**
 * Opens a database and creates its tables if they are missing. Rejects with a sentence when it cannot be reached, when
 * another process uses it, or when a newer version wrote it. One connection writes the log; a pool does everything
 * else.
 */
export async function openPostgres(url: string): Promise<Store> {
  const session = await openSession(url)
  try {
    await migrateDatabase(url)
  } catch (error) {
    await session.close()
    throw error
  }
  const damage = new Damage()
  const failing: Failing = body => failingBody(body).catch(error => Promise.reject(damage.noted(error)))
  const pool = openPool(url)
  const appender = new Appender(session)
  const db = kyselyOverPool(pool, failing)
  const atomically = inOneTransaction(pool, failing)
  const kept = catalogue(db, { atomically, forget: atomically, fullText: postgresFullText })
  await kept.library.reindex()
  return {
    ...kept,
    log: {
      ...documents(db, queries => appender.run(queries.map(query => query.compile()))),
      append: (entries, leases) => appender.append(entries, leases),
      read: (docId, after, limit) => failing(() => read(pool, docId, after, limit)),
    },
    async ping() {
      damage.demandNone()
      await failing(() => Promise.all([session.get(), pool.query('select id from docs limit 1')]))
    },
    async check() {
      // PostgreSQL looks through its own pages (amcheck, checksums); damage that a query meets is noted above.
    },
    async backup() {
      throw new StoreError('broken', pgDump)
    },
    async close() {
      await appender.close()
      await Promise.all([session.close(), pool.end()])
    },
  }
}

/** The sentence that says how to back up PostgreSQL instead. */
export const pgDump =
  'The data is in PostgreSQL: back it up with pg_dump and bring it back with pg_restore. Keep auth-secret in DATA_DIR too: it signs people in.'

type Failing = typeof failingBody

const kyselyOverPool = (pool: pg.Pool, failing: Failing): Kysely<Tables> =>
  kyselyOver(
    ({ sql, parameters }) =>
      failing(async () => {
        const { rows, rowCount } = await pool.query(sql, sqlValues(parameters))
        return { rows, numAffectedRows: BigInt(rowCount ?? 0) }
      }),
    {
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: db => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  )

const inOneTransaction =
  (pool: pg.Pool, failing: Failing): Atomically =>
  queries =>
    failing(async () => {
      const client = await pool.connect()
      let broken = true
      try {
        await inTransaction(
          client,
          queries.map(query => query.compile()),
        )
        broken = false
      } finally {
        client.release(broken)
      }
    })
