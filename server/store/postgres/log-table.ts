import type pg from 'pg'
import { checksum, entriesOf, type LogRow } from '../log-rows.ts'
import type { LeaseRecord, LogEntry } from '../log-store.ts'
import { sqlValues } from './connection.ts'
import type { Locked } from './session.ts'

interface Appended {
  entries: readonly LogEntry[]
  leases: readonly LeaseRecord[]
}

/** Documents whose newest seq a session remembers. */
const remembered = 10_000

/** Reads the newest seq of documents that this session has not written yet. */
export async function learnHeads({ client, heads }: Locked, appends: readonly Appended[]): Promise<void> {
  const ids = new Set(appends.flatMap(({ entries }) => entries.map(entry => entry.docId)))
  const unknown = [...ids].filter(id => !heads.has(id))
  if (unknown.length === 0) return
  if (heads.size > remembered) heads.clear()
  const { rows } = await client.query('select id, head from docs where id = any($1::text[])', [sqlValues([...ids])])
  const found = new Map<string, number>(rows.map(({ id, head }) => [id, head]))
  for (const id of ids) heads.set(id, found.get(id) ?? 0)
}

/** One statement is one commit: entries, the new heads, leases. */
const statement = `
with entries as (
  insert into log ("docId", seq, at, actor, bytes, crc)
  select * from unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[], $5::bytea[], $6::bigint[])
), heads as (
  insert into docs (id, head) select * from unnest($7::text[], $8::bigint[])
  on conflict (id) do update set head = excluded.head
)
insert into leases ("docId", client, "personId") select * from unnest($9::text[], $10::bigint[], $11::text[])
on conflict ("docId", client) do update set "personId" = excluded."personId"`

/** Writes the appends that continue their documents, and remembers their newest seq. */
export async function write({ client, heads }: Locked, appends: readonly Appended[]): Promise<void> {
  const entries = appends.flatMap(append => append.entries)
  // The last holder counts, and one statement may not change a row twice.
  const leases = new Map(
    appends.flatMap(append => append.leases).map(lease => [`${lease.client} ${lease.docId}`, lease]),
  )
  const reached = new Map(entries.map(({ docId, seq }) => [docId, seq]))
  if (entries.length === 0 && leases.size === 0) return
  const held = [...leases.values()]
  await client.query({
    name: 'append',
    text: statement,
    values: [
      sqlValues(entries.map(entry => entry.docId)),
      entries.map(entry => entry.seq),
      entries.map(entry => entry.at),
      sqlValues(entries.map(entry => entry.actor)),
      entries.map(entry => entry.update),
      entries.map(checksum),
      sqlValues([...reached.keys()]),
      [...reached.values()],
      sqlValues(held.map(lease => lease.docId)),
      held.map(lease => lease.client),
      sqlValues(held.map(lease => lease.personId)),
    ],
  })
  for (const [docId, head] of reached) heads.set(docId, head)
}

/** Returns the entries complete and in order, as of one moment; rejects with a `damaged` that names the entry. */
export async function read(pool: pg.Pool, docId: string, after: number, limit: number): Promise<LogEntry[]> {
  const { rows } = await pool.query<LogRow & { head: number }>(
    `select docs.head, log.seq, log.at, log.actor, log.bytes, log.crc
     from docs left join log on log."docId" = docs.id and log.seq > $2 and log.seq <= $3
     where docs.id = $1 order by log.seq`,
    [...sqlValues([docId]), after, after + limit],
  )
  const end = Math.min(rows[0]?.head ?? 0, after + limit)
  return entriesOf(
    docId,
    after,
    end,
    rows.filter(row => row.seq !== null),
  )
}
