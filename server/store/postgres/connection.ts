import type { CompiledQuery } from 'kysely'
import pg from 'pg'
import { fromText, toText } from './text.ts'

/** ms to wait for a connection, for a statement, and for a server that no longer responds at all. */
const patience = { connection: 5_000, statement: 20_000, answer: 30_000 }
/** Connections for everything but the log's writer. */
const most = 10

const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, Number)
types.setTypeParser(pg.types.builtins.TEXT, fromText)
types.setTypeParser(pg.types.builtins.BYTEA, text => new Uint8Array(Buffer.from(text.slice(2), 'hex')))

/** What holds for every session: a commit is on the disk when it returns, and a peer that is gone is noticed soon. */
const session = {
  synchronous_commit: 'on',
  bytea_output: 'hex',
  tcp_keepalives_idle: 10,
  tcp_keepalives_interval: 5,
  tcp_keepalives_count: 3,
}

function configOf(url: string) {
  const address = new URL(url)
  const options = Object.entries(session).map(([name, value]) => `-c ${name}=${value}`)
  address.searchParams.set('options', [address.searchParams.get('options') ?? '', ...options].join(' ').trim())
  return {
    connectionString: address.href,
    connectionTimeoutMillis: patience.connection,
    keepAlive: true,
    types,
  }
}

/** Where a database is, without the user and password: for sentences. */
export function databaseAt(url: string): string {
  const { host, pathname, searchParams } = new URL(url)
  return `${host || searchParams.get('host') || 'localhost'}${pathname}`
}

export function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    ...configOf(url),
    application_name: 'brownpaper',
    max: most,
    idleTimeoutMillis: 60_000,
    statement_timeout: patience.statement,
    query_timeout: patience.answer,
  })
  // The error of an idle connection: the next query opens another.
  pool.on('error', () => {})
  return pool
}

/** A pool whose statements have no time limit: migrations may take long. */
export const openSlowPool = (url: string): pg.Pool =>
  new pg.Pool({ ...configOf(url), application_name: 'brownpaper', max: 1 })

/** A client that is not connected yet. `name` identifies its session. */
export const newClient = (url: string, name: string): pg.Client =>
  new pg.Client({
    ...configOf(url),
    application_name: name,
    statement_timeout: patience.statement,
    query_timeout: patience.answer,
  })

/** Parameters in the form that PostgreSQL takes. */
export const sqlValues = (parameters: readonly unknown[]): unknown[] =>
  parameters.map(value => (typeof value === 'string' ? toText(value) : value))

/** All of the statements or none. */
export async function inTransaction(
  client: Pick<pg.ClientBase, 'query'>,
  queries: readonly CompiledQuery[],
): Promise<void> {
  await client.query('begin')
  try {
    for (const { sql, parameters } of queries) await client.query(sql, sqlValues(parameters))
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}
