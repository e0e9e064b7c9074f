import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants, gunzipSync } from 'node:zlib'
import { createLog } from '#server/base/log.ts'
import { build } from '#server/cli/setup.mjs'
import { Recordings } from '#server/replay/recordings.ts'
import { openStore } from '#server/store/sqlite/index.ts'
import { people, testSecret } from '#tests/drivers/server.ts'
import { ServerProcess } from '#tests/drivers/server-process.ts'
import { inChromium } from './in-chromium.ts'
import { longSession } from './long-session.ts'
import { seekWithDocs } from './plain-doc.ts'
import { mb, spread } from './words.ts'

const size = { updates: Number(process.env.UPDATES ?? 100_000), people: 40, ms: 2 * 3_600_000 }

/** The figures that a prototype reached, to be held or beaten. */
const goals: Record<string, string> = {
  'rows, raw': '1.4 MB',
  'rows, compressed': '0.62 MB',
  'first picture, from the worker’s start': '142–225 ms',
  'seek to its picture, p50 and p99': '5–7 ms (p99)',
}

/** A workshop of 40 people over two hours, 100,000 updates: what its replay weighs, and how quick the player is. */
export async function replay(): Promise<void> {
  build()
  const dataDir = await mkdtemp(join(tmpdir(), 'brownpaper-bench-'))
  const figures: Record<string, string> = {}
  const { boardId, cookie } = await prepare(dataDir, figures)
  const server = new ServerProcess(dataDir, { pages: true })
  await server.start()
  try {
    Object.assign(figures, await inChromium(`${server.url}/b/${boardId}/replay`, cookie))
  } finally {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  console.log(`\nreplay: ${size.updates} updates of ${size.people} people over two hours`)
  for (const [what, figure] of Object.entries(figures))
    console.log(`${what.padEnd(46)} ${figure.padStart(18)}   ${goals[what] ? `prototype ${goals[what]}` : ''}`)
}

const took = (from: number) => performance.now() - from

/** Fills a store with the session, derives its rows as the server does, and weighs them. */
async function prepare(dataDir: string, figures: Record<string, string>) {
  const store = await openStore(dataDir)
  const at = people({ authSecret: testSecret, publicUrl: 'http://127.0.0.1:0' }, store)
  const owner = await at.person('Olga')
  const { boardId } = await at.board(owner, 'Two hours')
  const { log, leases, notes } = longSession(boardId, size)
  for (let from = 0; from < log.length; from += 2000) await store.log.append(log.slice(from, from + 2000), leases)
  const recordings = new Recordings(store, createLog('silent'))
  const began = performance.now()
  const { rows } = await recordings.upToDate(boardId)
  const whole = took(began)
  const raw = gunzipSync(rows)
  const best = brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  figures['notes at the end'] = String(notes)
  figures.log = mb(log.reduce((sum, entry) => sum + entry.update.length, 0))
  figures['rows, raw'] = mb(raw.length)
  figures['rows, compressed'] = mb(rows.length)
  figures['the same by the best brotli'] = mb(best.length)
  figures['deriving all, in the thread'] =
    `${(whole / 1000).toFixed(1)} s, ${((whole * 1000) / size.updates).toFixed(0)} µs an update`
  figures['reference: a Y.Doc from its keyframe, not drawn'] = spread(seekWithDocs(log))
  await recordings.close()
  await store.close()
  return { boardId, cookie: owner.cookie }
}
