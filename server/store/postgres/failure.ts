import pg from 'pg'
import { StoreError, type StoreErrorKind } from '../store.ts'

/** Node's codes for a server that cannot be reached, or a broken connection. */
const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
])
/** Messages of pg that have no code. */
const ended = /^(Connection terminated|timeout expired|timeout exceeded|Query read timeout|Client (has|was) )/

/** SQLSTATEs: https://www.postgresql.org/docs/15/errcodes-appendix.html */
const DISK_FULL = '53100'
const QUERY_CANCELED = '57014'
const LOCK_NOT_AVAILABLE = '55P03'
const READ_ONLY = '25006'
/** Connection exceptions, insufficient resources, operator intervention (shut down, starting up), rollbacks. */
const busyClasses = new Set(['08', '53', '57', '40'])
const CONSTRAINT_CLASS = '23'
const damagedCodes = new Set(['XX001', 'XX002'])

/**
 * Whether the connection is lost, and with it the result: the statement may or may not have run. A server that is
 * read-only counts as lost: another has replaced it, or will.
 */
export function isLost(error: unknown): boolean {
  if (error instanceof pg.DatabaseError)
    return error.severity === 'FATAL' || error.severity === 'PANIC' || error.code === READ_ONLY
  const { code, message } = error as { code?: string; message?: string }
  return network.has(code ?? '') || ended.test(message ?? '') || error instanceof AggregateError
}

export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error
  const kind = kindOf(error)
  const message = error instanceof Error ? error.message || error.name : String(error)
  const says = kind === 'full' ? 'There is no room left on the disk of the database.' : message
  return new StoreError(kind, says, { cause: error })
}

function kindOf(error: unknown): StoreErrorKind {
  const code = error instanceof pg.DatabaseError ? (error.code ?? '') : ''
  if (code === DISK_FULL) return 'full'
  if (damagedCodes.has(code)) return 'damaged'
  if (code.startsWith(CONSTRAINT_CLASS)) return 'conflict'
  if (code === QUERY_CANCELED || code === LOCK_NOT_AVAILABLE || code === READ_ONLY) return 'busy'
  if (busyClasses.has(code.slice(0, 2))) return 'busy'
  return code === '' && isLost(error) ? 'busy' : 'broken'
}

/** Runs `body`; its failures become StoreErrors. */
export async function failing<T>(body: () => Promise<T>): Promise<T> {
  try {
    return await body()
  } catch (error) {
    throw toStoreError(error)
  }
}
