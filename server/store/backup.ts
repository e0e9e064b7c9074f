import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from './sqlite/connection.ts'
import { copyTo } from './sqlite/copy.ts'
import { DATABASE } from './sqlite/index.ts'
import { restoreFrom } from './sqlite/restore.ts'
import { StoreError } from './store.ts'

/**
 * A backup is a directory: a snapshot of the database, and the files kept beside it. With the secret, guests, who are
 * known by their cookie alone, keep their identity after a restore.
 */
const besides = ['auth-secret', 'demo-password']

/**
 * Copies the data into a new directory, whether a server is running or not. The directory appears only when it is
 * complete.
 */
export function backUp(dataDir: string, target: string): void {
  const file = join(dataDir, DATABASE)
  if (!existsSync(file)) throw new StoreError('broken', `There is no data in ${dataDir}: nothing to back up.`)
  if (existsSync(target)) throw new StoreError('broken', `${target} exists already.`)
  const part = `${target}.part`
  rmSync(part, { recursive: true, force: true })
  mkdirSync(part, { recursive: true, mode: 0o700 })
  const { db } = connect({ file }, 'read')
  try {
    copyTo(db, join(part, DATABASE))
    for (const name of besides) if (existsSync(join(dataDir, name))) copyFileSync(join(dataDir, name), join(part, name))
    renameSync(part, target)
  } finally {
    db.close()
    rmSync(part, { recursive: true, force: true })
  }
}

/** Replaces the data by a backup; `aside` is the new directory for existing data, or null. */
export function restore(backup: string, dataDir: string, aside: string | null): void {
  restoreFrom(join(backup, DATABASE), join(dataDir, DATABASE), aside)
  for (const name of besides) {
    if (!existsSync(join(backup, name))) continue
    const own = join(dataDir, name)
    if (aside !== null && existsSync(aside) && existsSync(own)) renameSync(own, join(aside, name))
    copyFileSync(join(backup, name), own)
  }
}
