import { chromium, type Page } from '@playwright/test'
import { browser as findBrowser } from '#tests/browser.mjs'
import { mb, part, spread } from './words.ts'

const seeks = 300
const jumps = 60
const steps = 100

/** How quick the player is in a browser; its own marks are what is read (components/replay/glimpses.tsx). */
export async function inChromium(address: string, cookie: string): Promise<Record<string, string>> {
  const figures: Record<string, string> = {}
  const executablePath = findBrowser()
  const chrome = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info', '--js-flags=--expose-gc'],
  })
  const context = await chrome.newContext({ viewport: { width: 1440, height: 900 } })
  const [name = '', value = ''] = cookie.split(/=(.*)/s)
  await context.addCookies([{ name, value, url: new URL(address).origin }])
  const page = await context.newPage()
  const [pictures, navigations]: [number[], number[]] = [[], []]
  for (let round = 0; round < 5; round += 1) {
    await page.goto(address)
    await page.waitForFunction(() => performance.getEntriesByName('replay.seek').length > 0)
    const [first, all] = await page.evaluate(() => {
      const [seek] = performance.getEntriesByName('replay.seek')
      const [start] = performance.getEntriesByName('replay.opening')
      const end = (seek?.startTime ?? 0) + (seek?.duration ?? 0)
      return [end - (start?.startTime ?? 0), end] as const
    })
    pictures.push(first)
    navigations.push(all)
  }
  const middle = (values: number[]) =>
    `${Math.round(
      part(
        [...values].sort((a, b) => a - b),
        0.5,
      ),
    )} ms`
  figures['first picture, from the worker’s start'] = middle(pictures)
  figures['first picture, from navigation'] = middle(navigations)
  const timeline = await timelineOf(page)
  figures['seek to its picture, p50 and p99'] = spread(await scrub(page, timeline))
  figures['of it in the worker: finding the state'] = spread(await inWorker(page, 'replay.sought'))
  figures['of it in the worker: and painting it'] = spread(await inWorker(page, 'replay.painted'))
  const { first, settled } = await jump(page, timeline)
  figures['a single jump: its picture'] = spread(first)
  figures['a single jump: the whole wall, sharp'] = spread(settled)
  figures['step to all of it drawn'] = spread(await step(page))
  const { main, worker } = await heaps(page)
  figures['heap: page, worker'] = `${mb(main)}, ${mb(worker)}`
  await chrome.close()
  return figures
}

type Timeline = (share: number) => [number, number]

async function timelineOf(page: Page): Promise<Timeline> {
  const track = await page.getByRole('slider', { name: 'Time' }).boundingBox()
  if (!track) throw new Error('no timeline')
  return share => [track.x + (share % 1) * track.width, track.y + track.height / 2]
}

/** ms of one of the player's measures, sorted. */
const measured = (page: Page, name: string): Promise<number[]> =>
  page.evaluate(
    name =>
      performance
        .getEntriesByName(name)
        .map(entry => entry.duration)
        .sort((a, b) => a - b),
    name,
  )

const has = (page: Page, name: string, count: number) =>
  page.waitForFunction(([name, count]) => performance.getEntriesByName(name).length > count, [name, count] as const)

const forget = (page: Page) => page.evaluate(() => performance.clearMeasures())

/** Drags all over the timeline; ms from asking until the wall shows that moment. */
async function scrub(page: Page, timeline: Timeline): Promise<number[]> {
  await page.mouse.move(...timeline(0.5))
  await page.mouse.down()
  await has(page, 'replay.settled', 0)
  await forget(page)
  for (let seek = 0; seek < seeks; seek += 1) {
    await page.mouse.move(...timeline(seek * 0.618034))
    await has(page, 'replay.seek', seek)
  }
  const times = await measured(page, 'replay.seek')
  await page.mouse.up()
  return times
}

/** Presses here and there, and waits until the wall itself is there. */
async function jump(page: Page, timeline: Timeline): Promise<{ first: number[]; settled: number[] }> {
  await page.mouse.click(...timeline(0.999))
  await has(page, 'replay.seek', 0)
  await page.waitForTimeout(1000)
  await forget(page)
  for (let press = 0; press < jumps; press += 1) {
    // Far from where it is, at every press.
    await page.mouse.click(...timeline(press * 0.618034))
    await has(page, 'replay.settled', press)
  }
  return { first: await measured(page, 'replay.seek'), settled: await measured(page, 'replay.settled') }
}

/** One update after the other, as playing does; ms until all of it is drawn. */
async function step(page: Page): Promise<number[]> {
  await page.waitForTimeout(1000)
  await forget(page)
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press('ArrowLeft')
    await has(page, 'replay.seek', step)
  }
  return measured(page, 'replay.seek')
}

async function inWorker(page: Page, name: string): Promise<number[]> {
  const [worker] = page.workers()
  if (!worker) throw new Error('no worker')
  return worker.evaluate(
    name =>
      performance
        .getEntriesByName(name)
        .map(entry => entry.duration)
        .sort((a, b) => a - b),
    name,
  )
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
