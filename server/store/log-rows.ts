import { crc32 } from 'node:zlib'
import type { LogEntry } from './log-store.ts'
import { StoreError } from './store.ts'

/** One row of the log, as both engines give it. */
export interface LogRow {
  seq: number
  at: number
  actor: string | null
  bytes: Uint8Array
  crc: number
}

/** Over the bytes and their position: an entry in the wrong place counts as damaged. */
export const checksum = ({ docId, seq, at, actor, update }: LogEntry): number =>
  crc32(update, crc32(`${docId}\n${seq}\n${at}\n${actor ?? ''}`))

/**
 * Returns the entries after `after` up to `end`, complete and in order; throws a `damaged` that names the damaged
 * or missing entry.
 */
export function entriesOf(docId: string, after: number, end: number, rows: readonly LogRow[]): LogEntry[] {
  const entries = rows.map((row, i) => entryOf(docId, after + 1 + i, row))
  if (after + entries.length < end) throw damaged(docId, after + entries.length + 1, 'is missing')
  return entries
}

function entryOf(docId: string, seq: number, row: LogRow): LogEntry {
  if (row.seq !== seq) throw damaged(docId, seq, 'is missing')
  const entry = { docId, seq, at: row.at, actor: row.actor, update: row.bytes }
  if (checksum(entry) !== row.crc) throw damaged(docId, seq, 'is damaged')
  return entry
}

const damaged = (docId: string, seq: number, what: string) =>
  new StoreError('damaged', `Entry ${seq} in the log of ${docId} ${what}: restore the newest backup.`)

/** The error for a seq that does not follow the document's newest. */
export const discontinued = (docId: string, seq: number, head: number) =>
  new StoreError('conflict', `Entry ${seq} does not continue the log of ${docId}, which is at ${head}.`)
