import { StoreError, type StoreErrorKind } from '../store.ts'

/** A StoreError as plain data: classes do not cross a worker's border. */
export interface Failure {
  kind: StoreErrorKind
  message: string
  stack: string | undefined
}

export function toFailure(error: unknown): Failure {
  if (error instanceof StoreError) return { kind: error.kind, message: error.message, stack: error.stack }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  const kind = kindOf(error)
  return { kind, message: kind === 'full' ? 'There is no room left on the disk of the server.' : message, stack }
}

export function toStoreError(failure: Failure): StoreError {
  const error = new StoreError(failure.kind, failure.message)
  if (failure.stack) error.stack = failure.stack
  return error
}

/** SQLite's primary result codes, and IOERR_SHMSIZE: the shared index of the WAL could not grow. */
const BUSY = 5
const LOCKED = 6
const CORRUPT = 11
const FULL = 13
const CONSTRAINT = 19
const NOT_A_DATABASE = 26
const IOERR_SHMSIZE = 4874

function kindOf(error: unknown): StoreErrorKind {
  const { errcode, code } = error as { errcode?: number; code?: string }
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'full'
  if (errcode === undefined) return 'broken'
  if (errcode === IOERR_SHMSIZE) return 'full'
  switch (errcode & 0xff) {
    case FULL:
      return 'full'
    case CORRUPT:
    case NOT_A_DATABASE:
      return 'damaged'
    case BUSY:
    case LOCKED:
      return 'busy'
    case CONSTRAINT:
      return 'conflict'
    default:
      return 'broken'
  }
}
