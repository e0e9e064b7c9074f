import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openPostgres } from '#server/store/postgres/index.ts'
import { DATABASE, openStore } from '#server/store/sqlite/index.ts'
import type { Store } from '#server/store/store.ts'
import { ThrowAwayPostgres } from '#tests/drivers/postgres.ts'

/** A place where one implementation keeps its data, opened and closed as often as a test likes. */
export interface Place {
  /** DATA_DIR of the embedded store, or the address of the database. */
  data: string
  /** `maxPages` of 4 KB make the disk full: the store answers as it does to ENOSPC. */
  open(options?: { maxPages?: number }): Promise<Store>
  openBackup(file: string): Promise<Store>
  /** A fresh path outside the data. */
  path(name: string): string
  /** Whether a text is anywhere in the data: in a byte of its files, or of all that a dump of the database has. */
  holds(text: string): Promise<boolean>
  /** Something done to the data behind the store's back. */
  tamper(sql: string): Promise<void>
  remove(): Promise<void>
}

export interface Implementation {
  name: string
  /** Before and after all tests of a file. */
  start(): Promise<void>
  stop(): Promise<void>
  place(): Promise<Place>
  /** Whether it backs itself up; else it says what does. */
  backsUp: boolean
}

const sqlite: Implementation = {
  name: 'SQLite',
  start: async () => {},
  stop: async () => {},
  backsUp: true,
  async place() {
    const dir = await mkdtemp(join(tmpdir(), 'brownpaper-store-'))
    const path = (name: string) => join(dir, name)
    return {
      data: path('data'),
      open: options => openStore(path('data'), options),
      async openBackup(file) {
        await mkdir(path('from-backup'))
        await copyFile(file, join(path('from-backup'), DATABASE))
        return openStore(path('from-backup'))
      },
      path,
      async holds(text) {
        const files = await readdir(path('data'))
        const all = await Promise.all(files.map(file => readFile(path(join('data', file)))))
        return all.some(bytes => bytes.includes(text))
      },
      async tamper(sql) {
        const db = new DatabaseSync(join(path('data'), DATABASE))
        db.exec(sql)
        db.close()
      },
      remove: () => rm(dir, { recursive: true, force: true }),
    }
  },
}

let cluster: ThrowAwayPostgres | null = null
const postgres: Implementation = {
  name: 'PostgreSQL',
  async start() {
    cluster = await ThrowAwayPostgres.start()
  },
  async stop() {
    await cluster?.remove()
    cluster = null
  },
  backsUp: false,
  async place() {
    if (!cluster) throw new Error('PostgreSQL was not started')
    const running = cluster
    const data = await running.database()
    const dir = await mkdtemp(join(tmpdir(), 'brownpaper-store-'))
    return {
      data,
      async open(options) {
        const store = await openPostgres(data)
        if (options?.maxPages) await running.tamper(data, fullAt(options.maxPages * 4096))
        return store
      },
      openBackup: () => Promise.reject(new Error('there are no backups of our own')),
      path: name => join(dir, name),
      async holds(text) {
        const dump = running.dump(data)
        return dump.includes(text) || dump.includes(Buffer.from(text).toString('hex'))
      },
      async tamper(sql) {
        await running.tamper(data, sql)
      },
      remove: () => rm(dir, { recursive: true, force: true }),
    }
  },
}

/** Every write of the log fails as it does when there is no room, once it holds so many bytes. */
const fullAt = (bytes: number) => `
  create or replace function no_room() returns trigger language plpgsql as $$
  begin
    if (select coalesce(sum(octet_length(log.bytes)), 0) from log) + octet_length(new.bytes) > ${bytes} then
      raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
    end if;
    return new;
  end $$;
  create or replace trigger no_room before insert on log for each row execute function no_room()`

/** Every implementation that the suite is run against. */
export const implementations: readonly Implementation[] = [sqlite, postgres]
