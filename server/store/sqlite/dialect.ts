import {
  type Compilable,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Tables } from '../tables.ts'
import type { Link } from './link.ts'
import type { Query } from './messages.ts'

/** Kysely over the workers: a select goes to the reader, everything else joins the writer's next group. */
export function kyselyOver(writer: Link, reader: Link): Kysely<Tables> {
  const connection: DatabaseConnection = {
    async executeQuery<R>(compiled: CompiledQuery) {
      const link = SelectQueryNode.is(compiled.query) ? reader : writer
      const { rows, changes } = await link.ask('query', toQuery(compiled))
      return { rows: rows as R[], numAffectedRows: BigInt(changes) }
    },
    streamQuery() {
      throw new Error('The embedded store does not stream: ask for pages.')
    },
  }
  const noTransaction = async () => {
    throw new Error('A transaction held open would hold up every append: use atomically().')
  }
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    beginTransaction: noTransaction,
    commitTransaction: noTransaction,
    rollbackTransaction: noTransaction,
    destroy: async () => {},
  }
  const dialect: Dialect = {
    createDriver: () => driver,
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: db => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
  return new Kysely<Tables>({ dialect })
}

/** All of the writes or none, in one step. */
export async function atomically(writer: Link, queries: readonly Compilable[]): Promise<void> {
  await writer.ask(
    'batch',
    queries.map(query => toQuery(query.compile())),
  )
}

/** Deletes for good, all of it or none. */
export async function forget(writer: Link, queries: readonly Compilable[]): Promise<void> {
  await writer.ask(
    'forget',
    queries.map(query => toQuery(query.compile())),
  )
}

const toQuery = ({ sql, parameters }: CompiledQuery): Query => ({ sql, parameters })
