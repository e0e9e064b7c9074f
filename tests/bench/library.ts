import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LibraryQuery } from '#server/store/library-store.ts'
import { openPostgres } from '#server/store/postgres/index.ts'
import { openStore } from '#server/store/sqlite/index.ts'
import type { Store } from '#server/store/store.ts'
import { ThrowAwayPostgres } from '#tests/drivers/postgres.ts'
import { random } from '#tests/drivers/random.ts'

/**
 * The library with 2,000 finished boards of 200 notes each: a search must answer within 5 ms on SQLite, the store's
 * threads included, and within 30 on PostgreSQL, in the least disturbed of 60 rounds. Words follow Zipf’s law.
 */
const seed = Number(process.env.SEED ?? 1)
const boardCount = 2_000
const noteCount = 200
const vocabulary = 8_000
const rounds = 60

export async function library(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'brownpaper-bench-'))
  await measure('SQLite', await openStore(dir), 5)
  await rm(dir, { recursive: true, force: true })
  const cluster = await ThrowAwayPostgres.start()
  const address = await cluster.database()
  // As it does by itself after a while.
  const analysed = () => cluster.tamper(address, 'analyze')
  await measure('PostgreSQL', await openPostgres(address), 30, analysed)
  await cluster.remove()
}

async function measure(engine: string, store: Store, limit: number, filled?: () => Promise<unknown>): Promise<void> {
  try {
    await fill(store)
    await filled?.()
    console.log(`library on ${engine}: ${boardCount} boards of ${noteCount} notes, ${vocabulary} words, seed ${seed}`)
    const ask = (query: Partial<LibraryQuery>) =>
      store.library.search({
        workspaceId: 'w',
        words: '',
        sort: 'best',
        today: '2026-03-01',
        limit: 24,
        offset: 0,
        ...query,
      })
    await timed('a word of one board in a hundred', () => ask({ words: word(900) }), limit)
    await timed('two words', () => ask({ words: `${word(120)} ${word(300)}` }), limit)
    await timed('the beginning of a word', () => ask({ words: word(700).slice(0, -1) }), limit)
    await timed('a part within words', () => ask({ words: word(900).slice(1, -1) }), limit)
    await timed('a word with an error', () => ask({ words: `${word(900)}q` }), null)
    await timed('a word and a filter', () => ask({ words: word(200), customer: 'Customer 3' }), limit)
    await timed('no words, newest first', () => ask({}), limit)
    await timed('no words, page 50 of a filter', () => ask({ actions: 'open', offset: 24 * 49 }), limit)
    await timed('a word that is on every board', () => ask({ words: word(0) }), limit)
    await timed('two words that are on every board', () => ask({ words: `${word(0)} ${word(1)}` }), limit)
    await timed('what one can filter by', () => store.library.facets('w'), null)
    await timed('the portfolio’s rows', () => store.library.all('w'), null)
  } finally {
    await store.close()
  }
}

const syllables = [
  'ka',
  'lo',
  'mi',
  'ter',
  'sen',
  'du',
  'ra',
  'bel',
  'no',
  'fi',
  'gar',
  'pu',
  'wes',
  'zan',
  'cho',
  'vi',
]
/** The word of a rank: the same number, the same word. */
const word = (rank: number): string =>
  [rank, rank >> 4, rank >> 8, rank >> 12].map(n => syllables[n & 15] ?? '').join('')

async function fill(store: Store): Promise<void> {
  const chance = random(seed)
  const someWord = () => word(Math.min(vocabulary - 1, Math.floor(vocabulary ** chance.next()) - 1))
  const sentence = (length: number) => Array.from({ length }, someWord).join(' ')
  await store.people.create({ id: 'p', name: 'Mia', email: null, passwordHash: null, createdAt: 1 })
  await store.workspaces.create({ id: 'w', name: 'Workshop', createdAt: 1 }, 'p')
  const picture = `<svg>${'<path d="M0 0h168v112h-168z"/>'.repeat(noteCount)}</svg>`
  for (let from = 0; from < boardCount; from += 100)
    await Promise.all(
      Array.from({ length: 100 }, async (_, i) => {
        const [id, n] = [`b${from + i}`, from + i]
        const [customer, title] = [`Customer ${n % 40}`, sentence(4)]
        const finishedAt = Date.UTC(2024, 0, 1) + n * 3_600_000
        await store.boards.create({
          id,
          workspaceId: 'w',
          title,
          customer,
          process: `Process ${n % 90}`,
          tags: [`tag ${n % 30}`],
          createdBy: 'p',
          createdAt: 1,
          changedAt: finishedAt,
          deletedAt: null,
          deletedBy: null,
          finishedAt,
          finishedBy: 'p',
          seriesId: id,
        })
        await store.library.put({
          boardId: id,
          workspaceId: 'w',
          finishedAt,
          pointsBefore: chance.below(30),
          pointsAfter: chance.below(12),
          actionsOpen: chance.below(4),
          actionsDone: chance.below(4),
          nextDue: null,
          summary: '{}',
          picture,
          text: {
            title,
            outcome: sentence(80),
            notes: Array.from({ length: noteCount }, () => sentence(7)).join('\n'),
            comments: sentence(100),
          },
        })
      }),
    )
}

async function timed(label: string, work: () => Promise<unknown>, limit: number | null): Promise<void> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const before = performance.now()
    await work()
    times.push(performance.now() - before)
  }
  times.sort((a, b) => a - b)
  const [least = 0, median = 0, p95 = 0] = [times[0], times[rounds / 2], times[Math.floor(rounds * 0.95)]]
  const said = limit === null ? '' : least <= limit ? `≤ ${limit} ms` : `OVER ${limit} ms`
  console.log(
    `${label.padEnd(34)} least ${least.toFixed(2)} ms   median ${median.toFixed(2)} ms   p95 ${p95.toFixed(2)} ms   ${said}`,
  )
}
