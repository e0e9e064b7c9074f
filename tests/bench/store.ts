import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openStore } from '#server/store/sqlite/index.ts'
import { entry } from '#tests/contract/records.ts'
import { diskTimes, times } from './disk.ts'
import { printTable, quantile } from './table.ts'

/**
 * How long one append takes until it is durable, alone and beside a question to the catalogue that takes 50 ms and is
 * asked without end; the reference is the disk's own: as many bytes written and fsynced.
 */
export async function store(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-store-'))
  const opened = await openStore(join(dir, 'data'))
  const question = await questionOf(50, opened)
  let asking = true
  let asked = 0
  const rows = [row('write and fsync', await diskTimes())]
  let seq = 0
  const append = () => opened.log.append([entry('d', ++seq, 200)], [])
  await times(append, 50)
  rows.push(row('append', await times(append)))
  const questions = (async () => {
    for (; asking; asked += 1) await question()
  })()
  rows.push(row('append, beside the questions', await times(append)))
  asking = false
  await questions
  const begun = performance.now()
  await Promise.all(Array.from({ length: 2000 }, append))
  rows.push({ what: `2,000 appends at once: ${Math.round(2_000_000 / (performance.now() - begun))} a second` })
  printTable(`store: ms until an entry of 200 bytes is durable (${asked} questions asked meanwhile)`, rows)
  await opened.close()
  rmSync(dir, { recursive: true })
}

const row = (what: string, list: readonly number[]): Record<string, string> => ({
  what,
  p50: quantile(list, 0.5).toFixed(2),
  p99: quantile(list, 0.99).toFixed(2),
})

/** A question that takes about as many ms on this machine. */
async function questionOf(ms: number, { db }: Awaited<ReturnType<typeof openStore>>) {
  const ask = (rows: number) =>
    db
      .selectNoFrom(
        sql`(with recursive n(i) as (select 1 union all select i + 1 from n where i < ${sql.lit(rows)})
          select count(*) from n)`.as('count'),
      )
      .execute()
  const begun = performance.now()
  await ask(1_000_000)
  const rows = Math.round((1_000_000 * ms) / (performance.now() - begun))
  return () => ask(rows)
}
