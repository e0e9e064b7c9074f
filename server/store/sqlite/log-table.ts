import { crc32 } from 'node:zlib'
import type { LeaseRecord, LogEntry } from '../log-store.ts'
import { StoreError } from '../store.ts'
import type { Connection } from './connection.ts'

/** The log's statements, run inside the workers: prepared SQL, because every edit of every person passes here. */

/** Over the bytes and what they belong to: an entry that sits in the wrong place is damaged too. */
const checksum = ({ docId, seq, at, actor, update }: LogEntry): number =>
  crc32(update, crc32(`${docId}\n${seq}\n${at}\n${actor ?? ''}`))

/** Writes inside the caller's transaction; throws `conflict` when a seq does not continue its document. */
export function append(c: Connection, entries: readonly LogEntry[], leases: readonly LeaseRecord[]): void {
  const first = c.prepare('insert into docs (id, head) values (?, 1) on conflict do nothing')
  const next = c.prepare('update docs set head = ? where id = ? and head = ?')
  const insert = c.prepare('insert into log ("docId", seq, at, actor, bytes, crc) values (?, ?, ?, ?, ?, ?)')
  for (const entry of entries) {
    const { docId, seq, at, actor, update } = entry
    const { changes } = seq === 1 ? first.run(docId) : next.run(seq, docId, seq - 1)
    if (changes !== 1) throw discontinued(c, docId, seq)
    insert.run(docId, seq, at, actor, update, checksum(entry))
  }
  const lease = c.prepare(
    'insert into leases ("docId", client, "personId") values (?, ?, ?) on conflict do update set "personId" = excluded."personId"',
  )
  for (const { docId, client, personId } of leases) lease.run(docId, client, personId)
}

function discontinued(c: Connection, docId: string, seq: number): StoreError {
  return new StoreError(
    'conflict',
    `Entry ${seq} does not continue the log of ${docId}, which is at ${head(c, docId)}.`,
  )
}

function head(c: Connection, docId: string): number {
  return Number(c.prepare('select head from docs where id = ?').get(docId)?.head ?? 0)
}

interface LogRow {
  seq: number
  at: number
  actor: string | null
  bytes: Uint8Array
  crc: number
}

/** Whole and in order, or a `broken` that names the entry. */
export function read(c: Connection, docId: string, after: number, limit: number): LogEntry[] {
  c.db.exec('begin')
  try {
    const end = Math.min(head(c, docId), after + limit)
    const rows = c
      .prepare('select seq, at, actor, bytes, crc from log where "docId" = ? and seq > ? and seq <= ? order by seq')
      .all(docId, after, end) as unknown as LogRow[]
    const entries = rows.map((row, i) => entryOf(docId, after + 1 + i, row))
    if (after + entries.length < end) throw damaged(docId, after + entries.length + 1, 'is missing')
    return entries
  } finally {
    c.db.exec('commit')
  }
}

function entryOf(docId: string, seq: number, row: LogRow): LogEntry {
  if (row.seq !== seq) throw damaged(docId, seq, 'is missing')
  const entry = { docId, seq, at: row.at, actor: row.actor, update: row.bytes }
  if (checksum(entry) !== row.crc) throw damaged(docId, seq, 'is damaged')
  return entry
}

const damaged = (docId: string, seq: number, what: string) =>
  new StoreError('broken', `Entry ${seq} in the log of ${docId} ${what}: restore the newest backup.`)
