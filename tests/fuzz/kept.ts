import { join } from 'node:path'
import { openPostgres } from '#server/store/postgres/index.ts'
import { connect } from '#server/store/sqlite/connection.ts'
import { DATABASE, openStore } from '#server/store/sqlite/index.ts'
import { read } from '#server/store/sqlite/log-table.ts'
import type { Store } from '#server/store/store.ts'
import { ThrowAwayPostgres } from '#tests/drivers/postgres.ts'

interface Entry {
  seq: number
  update: Uint8Array
}

/** Where a server that is killed keeps its data. */
export interface Kept {
  /** What the server is told of it. */
  settings: Record<string, string>
  /** The storage itself dies, and is there again: before the server is killed, and after. */
  crash(): Promise<void>
  recover(): Promise<void>
  /** While no server runs. */
  open(): Promise<Store>
  /** The log of a document after a seq, read with nobody's help. */
  read(docId: string, after: number): Promise<Entry[]>
  remove(): Promise<void>
}
export type Keep = (dataDir: string) => Promise<Kept>

const nothing = async () => {}

export const inSqlite: Keep = async dataDir => ({
  settings: {},
  crash: nothing,
  recover: nothing,
  open: () => openStore(dataDir),
  async read(docId, after) {
    const connection = connect({ file: join(dataDir, DATABASE) }, 'read')
    const entries = read(connection, docId, after, Number.MAX_SAFE_INTEGER)
    connection.db.close()
    return entries
  },
  remove: nothing,
})

/** A database server that dies with ours. */
export const inPostgres: Keep = async () => {
  const cluster = await ThrowAwayPostgres.start()
  const address = await cluster.database()
  return {
    settings: { DATABASE_URL: address },
    crash: () => cluster.stop('at once'),
    recover: () => cluster.start(),
    open: () => openPostgres(address),
    async read(docId, after) {
      const found = `select seq::int, bytes as update from log where "docId" = '${docId}' and seq > ${after} order by seq`
      return (await cluster.tamper(address, found)).rows
    },
    remove: () => cluster.remove(),
  }
}
