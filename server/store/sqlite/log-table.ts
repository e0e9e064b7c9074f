import { checksum, discontinued, entriesOf, type LogRow } from '../log-rows.ts'
import type { LeaseRecord, LogEntry } from '../log-store.ts'
import type { SqliteConnection } from './connection.ts'

/** The log's statements, run inside the workers: prepared SQL, because every edit of every person passes here. */

/** Writes inside the caller's transaction; throws `conflict` when a seq does not continue its document. */
export function append(c: SqliteConnection, entries: readonly LogEntry[], leases: readonly LeaseRecord[]): void {
  const first = c.prepare('insert into docs (id, head) values (?, 1) on conflict do nothing')
  const next = c.prepare('update docs set head = ? where id = ? and head = ?')
  const insert = c.prepare('insert into log ("docId", seq, at, actor, bytes, crc) values (?, ?, ?, ?, ?, ?)')
  for (const entry of entries) {
    const { docId, seq, at, actor, update } = entry
    const { changes } = seq === 1 ? first.run(docId) : next.run(seq, docId, seq - 1)
    if (changes !== 1) throw discontinued(docId, seq, head(c, docId))
    insert.run(docId, seq, at, actor, update, checksum(entry))
  }
  const lease = c.prepare(
    'insert into leases ("docId", client, "personId") values (?, ?, ?) on conflict do update set "personId" = excluded."personId"',
  )
  for (const { docId, client, personId } of leases) lease.run(docId, client, personId)
}

function head(c: SqliteConnection, docId: string): number {
  return Number(c.prepare('select head from docs where id = ?').get(docId)?.head ?? 0)
}

/** Returns the entries complete and in order; throws a `damaged` that names the damaged or missing entry. */
export function read(c: SqliteConnection, docId: string, after: number, limit: number): LogEntry[] {
  c.db.exec('begin')
  try {
    const end = Math.min(head(c, docId), after + limit)
    const rows = c
      .prepare('select seq, at, actor, bytes, crc from log where "docId" = ? and seq > ? and seq <= ? order by seq')
      .all(docId, after, end) as unknown as LogRow[]
    return entriesOf(docId, after, end, rows)
  } finally {
    c.db.exec('commit')
  }
}
