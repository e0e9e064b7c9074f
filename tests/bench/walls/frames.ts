import type { Page } from '@playwright/test'

/** Frames of the browser while something went on. */
export interface Frames {
  /** Drawn in a second. */
  perSecond: number
  /** ms from one to the next: the 95th percentile, and the longest. */
  p95: number
  worst: number
}

/** Frames a second, with the 95th percentile and the longest in ms. */
export const say = ({ perSecond, p95, worst }: Frames): string =>
  `${perSecond.toFixed(1).padStart(5)} (${p95.toFixed(0)}, ${worst.toFixed(0)})`

interface Recorder {
  frames: number[]
  stop: boolean
}
declare global {
  interface Window {
    benchRecorder: Recorder
    benchKeys: number[]
  }
}

/** When frames began while `act` went on, ms of the page, by requestAnimationFrame. */
export async function beginsDuring(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const recorder: Recorder = { frames: [], stop: false }
    window.benchRecorder = recorder
    const tick = (now: number) => {
      recorder.frames.push(now)
      if (!recorder.stop) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  await act()
  return page.evaluate(
    () =>
      new Promise<number[]>(resolve =>
        requestAnimationFrame(() => {
          window.benchRecorder.stop = true
          resolve(window.benchRecorder.frames)
        }),
      ),
  )
}

/** Counts the frames drawn while `act` goes on. */
export async function framesDuring(page: Page, act: () => Promise<void>): Promise<Frames> {
  const begins = await beginsDuring(page, act)
  const gaps = begins.slice(1).map((at, i) => at - (begins[i] ?? at))
  const total = gaps.reduce((sum, gap) => sum + gap, 0)
  const sorted = gaps.toSorted((a, b) => a - b)
  return {
    perSecond: (gaps.length / total) * 1000,
    p95: sorted[Math.floor(sorted.length * 0.95)] ?? total,
    worst: sorted.at(-1) ?? total,
  }
}

/** ms from a key's press, by the browser's own stamp, to the frame after it, for each key that `act` presses. */
export async function keysToPaint(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    window.benchKeys = []
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          // A task that follows a frame's callbacks runs when the frame has been made.
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => window.benchKeys.push(performance.now() - timeStamp)
          port2.postMessage(null)
        })
      },
      true,
    )
  })
  await act()
  return page.evaluate(
    () =>
      new Promise<number[]>(resolve => requestAnimationFrame(() => setTimeout(() => resolve(window.benchKeys), 100))),
  )
}

/** Bytes of JavaScript's heap after a collection (Chromium with --js-flags=--expose-gc). */
export const heapOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const browser = window as unknown as { gc?(): void; performance: { memory: { usedJSHeapSize: number } } }
    browser.gc?.()
    return browser.performance.memory.usedJSHeapSize
  })

/** A table: figures down, boards or states across. */
export function print(rows: Record<string, Record<string, string>>): void {
  const names = Object.keys(rows)
  const figures = [...new Set(Object.values(rows).flatMap(row => Object.keys(row)))]
  console.log(`${''.padEnd(26)}${names.map(name => name.padEnd(24)).join('')}`)
  for (const figure of figures)
    console.log(`${figure.padEnd(26)}${names.map(name => (rows[name]?.[figure] ?? '–').padEnd(24)).join('')}`)
}
