import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants, gunzipSync } from 'node:zlib'
import { chromium, type Page } from '@playwright/test'
import { build } from '#server/cli/setup.mjs'
import { createLog } from '#server/log.ts'
import { Recordings } from '#server/replay/recordings.ts'
import { openStore } from '#server/store/sqlite/index.ts'
import { browser as findBrowser } from '#tests/browser.mjs'
import { people, testSecret } from '#tests/drivers/server.ts'
import { ServerProcess } from '#tests/drivers/server-process.ts'
import { longSession } from './long-session.ts'

const size = { updates: Number(process.env.UPDATES ?? 100_000), people: 40, ms: 2 * 3_600_000 }
const seeks = 300

/** The figures that a prototype reached, to be held or beaten. */
const goals: Record<string, string> = {
  'rows, raw': '1.4 MB',
  'rows, compressed': '0.62 MB',
  'first picture': '142–225 ms',
  'seek p50, p99': '5–7 ms (p99)',
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
    await inChromium(`${server.url}/b/${boardId}/replay`, cookie, figures)
  } finally {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  console.log(`\nreplay: ${size.updates} updates of ${size.people} people over two hours`)
  for (const [what, figure] of Object.entries(figures))
    console.log(`${what.padEnd(34)} ${figure.padStart(18)}   ${goals[what] ? `prototype ${goals[what]}` : ''}`)
}

const mb = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`
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
  await recordings.close()
  await store.close()
  return { boardId, cookie: owner.cookie }
}

async function inChromium(address: string, cookie: string, figures: Record<string, string>): Promise<void> {
  const executablePath = findBrowser()
  const chrome = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info', '--js-flags=--expose-gc'],
  })
  const context = await chrome.newContext({ viewport: { width: 1440, height: 900 } })
  const [name = '', value = ''] = cookie.split(/=(.*)/s)
  await context.addCookies([{ name, value, url: new URL(address).origin }])
  const page = await context.newPage()
  const pictures: number[] = []
  const navigations: number[] = []
  for (let round = 0; round < 5; round += 1) {
    await page.goto(address)
    await page.locator('[data-moment]').waitFor()
    const [first, all] = await page.evaluate(() => {
      const [seek] = performance.getEntriesByName('replay.seek')
      const [start] = performance.getEntriesByName('replay.opening')
      const end = (seek?.startTime ?? 0) + (seek?.duration ?? 0)
      return [end - (start?.startTime ?? 0), end] as const
    })
    pictures.push(first)
    navigations.push(all)
  }
  figures['first picture'] = `${Math.round(middle(pictures))} ms`
  figures['the same, from navigation'] = `${Math.round(middle(navigations))} ms`
  const times = await seekAround(page)
  const steps = await stepOn(page)
  figures['seek p50, p99'] = `${partOf(times, 0.5)}, ${partOf(times, 0.99)} ms`
  figures['step p50, p99'] = `${partOf(steps, 0.5)}, ${partOf(steps, 0.99)} ms`
  const { main, worker } = await heaps(page)
  figures['heap: page, worker'] = `${mb(main)}, ${mb(worker)}`
  await chrome.close()
}

const middle = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const partOf = (sorted: readonly number[], part: number): string =>
  (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1)

const measured = (page: Page): Promise<number[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByName('replay.seek')
      .map(entry => entry.duration)
      .sort((a, b) => a - b),
  )

/** One update after the other, as playing does; ms, sorted. */
async function stepOn(page: Page): Promise<number[]> {
  await page.evaluate(() => performance.clearMeasures())
  for (let step = 0; step < 100; step += 1) {
    await page.keyboard.press('ArrowLeft')
    await page.waitForFunction(count => performance.getEntriesByName('replay.seek').length > count, step)
  }
  return measured(page)
}

/** Jumps all over the timeline; ms from asking the worker until the board is that of the moment, sorted. */
async function seekAround(page: Page): Promise<number[]> {
  const track = await page.getByRole('slider', { name: 'Time' }).boundingBox()
  if (!track) throw new Error('no timeline')
  await page.evaluate(() => performance.clearMeasures())
  for (let seek = 0; seek < seeks; seek += 1) {
    await page.mouse.click(track.x + ((seek * 0.618034) % 1) * track.width, track.y + track.height / 2)
    await page.waitForFunction(count => performance.getEntriesByName('replay.seek').length > count, seek)
  }
  return measured(page)
}

async function heaps(page: Page): Promise<{ main: number; worker: number }> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const main = (await session.send('Runtime.getHeapUsage')).usedSize
  const worker = await new Promise<number>(resolve => {
    session.on('Target.attachedToTarget', ({ sessionId }) => {
      const message = JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' })
      void session.send('Target.sendMessageToTarget', { sessionId, message })
    })
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, result } = JSON.parse(message) as { id?: number; result?: { usedSize: number } }
      if (id === 1) resolve(result?.usedSize ?? Number.NaN)
    })
    void session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
  })
  return { main, worker }
}
