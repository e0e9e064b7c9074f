import { DatabaseSync } from 'node:sqlite'
import { makeOwnFile } from '#server/base/owner-only.ts'
import { StoreError } from '../store.ts'

/**
 * Holds the data for this process until it ends, however it ends: an exclusive transaction on an empty database beside
 * the data, so the lock is the operating system's and no stale file is left by a crash.
 */
export function holdLock(file: string): { release(): void } {
  makeOwnFile(`${file}.lock`)
  const db = new DatabaseSync(`${file}.lock`, { timeout: 0 })
  try {
    db.exec('begin exclusive')
  } catch (error) {
    db.close()
    if (((error as { errcode?: number }).errcode ?? 0) % 256 !== 5) throw error
    throw new StoreError(
      'busy',
      `The data in ${file} is in use by another Brownpaper that is running: stop that one, or set DATA_DIR to another directory.`,
    )
  }
  return { release: () => db.close() }
}
