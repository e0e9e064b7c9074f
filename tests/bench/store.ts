import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openPostgres } from '#server/store/postgres/index.ts'
import { openStore } from '#server/store/sqlite/index.ts'
import type { Store } from '#server/store/store.ts'
import { entry } from '#tests/contract/records.ts'
import { ThrowAwayPostgres } from '#tests/drivers/postgres.ts'
import { diskTimes, times } from './disk.ts'
import { printTable, quantile } from './table.ts'

/** One of the engines, and a question to it that takes so long as it has rows to make. */
interface Engine {
  store: Store
  ask(rows: number): Promise<unknown>
  close(): Promise<void>
}

/**
 * How long one append takes until it is durable, alone and beside a question to the catalogue that takes 50 ms and is
 * asked without end; the reference is the disk's own: as many bytes written and fsynced.
 */
export async function store(): Promise<void> {
  const disk = row('write and fsync', await diskTimes())
  await measure('SQLite', disk, await sqlite())
  await measure('PostgreSQL', disk, await postgres())
}

async function measure(name: string, disk: Record<string, string>, { store, ask, close }: Engine): Promise<void> {
  const question = await questionOf(50, ask)
  let asking = true
  let asked = 0
  const rows = [disk]
  let seq = 0
  const append = () => store.log.append([entry('d', ++seq, 200)], [])
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
  printTable(`store on ${name}: ms until an entry of 200 bytes is durable (${asked} questions asked meanwhile)`, rows)
  await close()
}

async function sqlite(): Promise<Engine> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-store-'))
  const store = await openStore(join(dir, 'data'))
  return {
    store,
    ask: rows =>
      store.db
        .selectNoFrom(
          sql`(with recursive n(i) as (select 1 union all select i + 1 from n where i < ${sql.lit(rows)})
          select count(*) from n)`.as('count'),
        )
        .execute(),
    async close() {
      await store.close()
      rmSync(dir, { recursive: true })
    },
  }
}

async function postgres(): Promise<Engine> {
  const cluster = await ThrowAwayPostgres.start()
  const address = await cluster.database()
  const store = await openPostgres(address)
  return {
    store,
    ask: rows => cluster.tamper(address, `select count(*) from generate_series(1, ${rows})`),
    async close() {
      await store.close()
      await cluster.remove()
    },
  }
}

const row = (what: string, list: readonly number[]): Record<string, string> => ({
  what,
  p50: quantile(list, 0.5).toFixed(2),
  p99: quantile(list, 0.99).toFixed(2),
})

/** A question that takes about as many ms on this machine. */
async function questionOf(ms: number, ask: Engine['ask']) {
  const begun = performance.now()
  await ask(1_000_000)
  const rows = Math.round((1_000_000 * ms) / (performance.now() - begun))
  return () => ask(rows)
}
