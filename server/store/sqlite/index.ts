import { join, resolve } from 'node:path'
import type { Kysely } from 'kysely'
import { makeDataDir } from '#server/base/owner-only.ts'
import { catalogue } from '../catalogue/catalogue.ts'
import { Damage } from '../damage.ts'
import type { Store } from '../store.ts'
import type { Tables } from '../tables.ts'
import { inOneStep, kyselyOverLinks } from './dialect.ts'
import { sqliteFullText } from './full-text.ts'
import { openLink } from './link.ts'
import { sqliteLog } from './log.ts'
import type { WorkerOptions } from './messages.ts'

/** Name of the file in DATA_DIR. */
export const DATABASE = 'brownpaper.sqlite'

const writerScript = new URL('./writer.ts', import.meta.url)
const readerScript = new URL('./reader.ts', import.meta.url)

export interface SqliteStore extends Store {
  /**
   * The catalogue's tables, for libraries that use Kysely themselves (an adapter of next-auth); without transactions.
   */
  db: Kysely<Tables>
}

/**
 * Opens the embedded store and creates it if it is missing. Rejects with a sentence when another process has it open or
 * a newer version wrote it. Reads of the catalogue and of the log have a thread each.
 */
export async function openStore(dataDir: string, test: Pick<WorkerOptions, 'maxPages'> = {}): Promise<SqliteStore> {
  makeDataDir(dataDir)
  const file = join(dataDir, DATABASE)
  const damage = new Damage()
  const writer = await openLink(writerScript, { file, ...test }, damage)
  const openReader = () => openLink(readerScript, { file }, damage)
  const [reader, logs] = await Promise.all([openReader(), openReader()])
  const db = kyselyOverLinks(writer, reader)
  const kept = catalogue(db, {
    atomically: inOneStep(writer, 'batch'),
    forget: inOneStep(writer, 'forget'),
    fullText: sqliteFullText,
  })
  await kept.library.reindex()
  return {
    db,
    ...kept,
    log: sqliteLog(kyselyOverLinks(writer, logs), writer, logs),
    async ping() {
      damage.demandNone()
      await Promise.all([
        db.selectFrom('docs').select('id').limit(1).execute(),
        writer.ask('query', { sql: 'select 1', parameters: [] }),
      ])
    },
    async check() {
      const checker = await openReader()
      try {
        for (const table of await checker.ask('tables', null)) await checker.ask('check', { table })
      } finally {
        await checker.close()
      }
    },
    async backup(target) {
      const copier = await openReader()
      try {
        await copier.ask('backup', { target: resolve(target) })
      } finally {
        await copier.close()
      }
    },
    async close() {
      await Promise.all([reader.close(), logs.close()])
      await writer.close()
    },
  }
}
