import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Kysely } from 'kysely'
import { ballots } from '../catalogue/ballots.ts'
import { boards } from '../catalogue/boards.ts'
import { history } from '../catalogue/history.ts'
import { people } from '../catalogue/people.ts'
import { sessions } from '../catalogue/sessions.ts'
import { workspaces } from '../catalogue/workspaces.ts'
import type { Store } from '../store.ts'
import type { Tables } from '../tables.ts'
import { atomically, forget, kyselyOver } from './dialect.ts'
import { sqliteLibrary } from './library.ts'
import { openLink } from './link.ts'
import { sqliteLog } from './log.ts'
import type { WorkerOptions } from './messages.ts'

/** Name of the file in DATA_DIR. */
export const DATABASE = 'brownpaper.sqlite'

const writerScript = new URL('./writer.ts', import.meta.url)
const readerScript = new URL('./reader.ts', import.meta.url)

export interface SqliteStore extends Store {
  /** The catalogue's tables, for what speaks Kysely itself (an adapter of next-auth); without transactions. */
  db: Kysely<Tables>
}

/**
 * Opens the embedded store, making it if it is not there. Rejects with a sentence when another process has it open or
 * a newer version wrote it. Reads of the catalogue and of the log have a thread each.
 */
export async function openStore(dataDir: string, test: Pick<WorkerOptions, 'maxPages'> = {}): Promise<SqliteStore> {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, DATABASE)
  const writer = await openLink(writerScript, { file, ...test })
  const [catalogue, logs] = await Promise.all([openLink(readerScript, { file }), openLink(readerScript, { file })])
  const db = kyselyOver(writer, catalogue)
  return {
    db,
    people: people(db),
    workspaces: workspaces(db, queries => atomically(writer, queries)),
    boards: boards(db),
    sessions: sessions(db),
    ballots: ballots(db, queries => forget(writer, queries)),
    library: sqliteLibrary(db, queries => atomically(writer, queries)),
    history: history(db),
    log: sqliteLog(kyselyOver(writer, logs), writer, logs),
    async ping() {
      await Promise.all([
        db.selectFrom('docs').select('id').limit(1).execute(),
        writer.ask('query', { sql: 'select 1', parameters: [] }),
      ])
    },
    async backup(target) {
      const copier = await openLink(readerScript, { file })
      try {
        await copier.ask('backup', { target: resolve(target) })
      } finally {
        await copier.close()
      }
    },
    async close() {
      await Promise.all([catalogue.close(), logs.close()])
      await writer.close()
    },
  }
}
