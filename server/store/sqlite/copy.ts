import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { makeOwnFile } from '#server/base/owner-only.ts'
import { StoreError } from '../store.ts'

/**
 * Copies what is committed now into a new file, while others go on writing. The file gets its name only when it is
 * complete and on the disk.
 */
export function copyTo(db: DatabaseSync, target: string): void {
  if (existsSync(target)) throw new StoreError('broken', `${target} exists already.`)
  const part = `${target}.part`
  rmSync(part, { force: true })
  try {
    makeOwnFile(part)
    db.prepare('vacuum into ?').run(part)
    const handle = openSync(part, 'r+')
    fsyncSync(handle)
    closeSync(handle)
    renameSync(part, target)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}
