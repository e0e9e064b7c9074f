import { chromium, type Page } from '@playwright/test'
import { largeBoard } from '#lib/templates/large.ts'
import { build } from '#server/cli/setup.mjs'
import { browser as findBrowser } from '#tests/browser.mjs'
import { changes, drag, pan, sentence } from './actions.ts'
import type { WallContent } from './board.ts'
import { framesDuring, keysToPaint, print, say } from './frames.ts'
import { openOurs } from './ours.ts'

const size = { notes: 2_000, links: 2_500 }

/** One after the other: the method's marks alone, what an open panel asks of it besides, and the same panel with nothing new. */
const states: readonly { name: string; set(page: Page): Promise<unknown> }[] = [
  { name: 'no panel', set: async () => {} },
  { name: 'Points of failure', set: page => openPanel(page, 'Points of failure') },
  { name: 'Numbers', set: page => openPanel(page, 'Numbers') },
  {
    name: 'Numbers, standing still',
    // It works in idle time only: without any it stands still.
    set: page => page.evaluate(() => void Object.assign(window, { requestIdleCallback: () => 0 })),
  },
]

const openPanel = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name }).click()

/**
 * Whether what the method computes costs frames: near, on a wall of 2,000 notes and 2,500 links, with its panels open and
 * closed and with the method standing still.
 */
export async function panels(): Promise<void> {
  build()
  const executablePath = findBrowser()
  const chrome = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info', '--js-flags=--expose-gc'],
  })
  const rows: Record<string, Record<string, string>> = {}
  const board = await openOurs(() => chrome.newContext({ viewport: { width: 1440, height: 900 } }), contentOf())
  const { page } = board
  for (const { name, set } of states) {
    await set(page)
    await page.waitForTimeout(2_000)
    const row: Record<string, string> = {}
    await board.near()
    row['near: pan'] = say(await framesDuring(page, () => pan(page)))
    await board.near()
    row['near: drag a note'] = say(await framesDuring(page, () => drag(board)))
    row['near: others’ changes'] = say(await framesDuring(page, () => changes(board)))
    await board.write()
    let keys: number[] = []
    const type = async () => {
      keys = await keysToPaint(page, () => page.keyboard.type(sentence, { delay: 30 }))
    }
    row['near: typing'] = say(await framesDuring(page, type))
    await page.keyboard.press('Escape')
    const sorted = keys.toSorted((a, b) => a - b)
    const key = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? Number.NaN)
    row['key to paint p50, p95'] = `${key(0.5)}, ${key(0.95)} ms`
    rows[name] = row
  }
  await board.close()
  await chrome.close()
  console.log(`\nframes: ${size.notes} notes, ${size.links} links; frames a second (p95, longest ms)`)
  print(rows)
}

/** A large board, with links ahead within the strands until there are enough. */
function contentOf(): WallContent {
  const plans = largeBoard(size.notes)
  const notes = plans.flatMap(plan => plan.notes.map(({ id, x, y, text }) => ({ id, x, y, text, w: 0, h: 0 })))
  const links = plans.flatMap(plan => plan.links.map(({ from, to }) => ({ from, to })))
  const ahead = plans.flatMap(plan =>
    plan.notes.flatMap(({ id }, at) => {
      const to = plan.notes[at + 2]
      return to && at % 5 === 0 ? [{ from: id, to: to.id }] : []
    }),
  )
  return { notes, links, more: ahead.slice(0, Math.max(0, size.links - links.length)) }
}
