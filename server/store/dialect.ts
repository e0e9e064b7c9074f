import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  type QueryResult,
} from 'kysely'
import type { Tables } from './tables.ts'

/** Several statements, all or none. */
export type Atomically = (queries: readonly { compile(): CompiledQuery }[]) => Promise<void>

/**
 * Kysely over our own connection to the engine. It opens no transactions: statements that belong together are passed
 * together.
 */
export function kyselyOver(
  execute: (query: CompiledQuery) => Promise<QueryResult<unknown>>,
  engine: Omit<Dialect, 'createDriver'>,
): Kysely<Tables> {
  const connection: DatabaseConnection = {
    executeQuery: async <R>(query: CompiledQuery) => (await execute(query)) as QueryResult<R>,
    streamQuery() {
      throw new Error('The store does not stream: ask for pages.')
    },
  }
  const noTransaction = async () => {
    throw new Error('A transaction held open would hold up others: use atomically().')
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
  return new Kysely<Tables>({ dialect: { ...engine, createDriver: () => driver } })
}
