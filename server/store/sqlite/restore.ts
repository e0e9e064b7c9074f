import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { closeFile, makeDataDir } from '#server/base/owner-only.ts'
import { StoreError } from '../store.ts'
import { APPLICATION_ID, keepStatements } from './connection.ts'
import { holdLock } from './lock.ts'
import { read } from './log-table.ts'

/** Files that SQLite keeps beside a database; the WAL with newer commits must move together with it. */
const beside = ['', '-wal', '-shm']
const page = 500

/**
 * Replaces the data by a backup, completely or not at all. Rejects when a server has the data open, when the backup is
 * damaged, and when data exists, unless `aside` names a new directory for it.
 */
export function restoreFrom(backup: string, file: string, aside: string | null): void {
  checkBackup(backup)
  makeDataDir(dirname(file))
  const lock = holdLock(file)
  const part = `${file}.part`
  try {
    if (existsSync(file) && aside === null) throw new StoreError('conflict', `${file} holds boards already.`)
    copyFileSync(backup, part)
    closeFile(part)
    sync(part)
    if (aside !== null && existsSync(file)) {
      mkdirSync(dirname(aside), { recursive: true, mode: 0o700 })
      mkdirSync(aside, { mode: 0o700 })
      for (const end of beside) if (existsSync(file + end)) renameSync(file + end, join(aside, basename(file) + end))
    }
    renameSync(part, file)
    sync(dirname(file))
  } finally {
    rmSync(part, { force: true })
    lock.release()
  }
}

/**
 * Throws with a sentence unless the file is a Brownpaper database and every entry of every document in it is intact.
 */
function checkBackup(backup: string): void {
  if (!existsSync(backup)) throw new StoreError('broken', `${backup} does not exist.`)
  const db = new DatabaseSync(backup, { readOnly: true })
  try {
    const connection = keepStatements(db)
    if (db.prepare('pragma application_id').get()?.application_id !== APPLICATION_ID) throw new Error('not ours')
    if (db.prepare('pragma integrity_check').get()?.integrity_check !== 'ok') throw new Error('damaged')
    for (const { id, head } of db.prepare('select id, head from docs').all())
      for (let after = 0; after < Number(head); after += page) read(connection, String(id), after, page)
  } catch (error) {
    throw new StoreError('broken', `${backup} is not a whole backup of Brownpaper (${(error as Error).message}).`)
  } finally {
    db.close()
  }
}

function sync(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
