import { chromium } from '@playwright/test'
import { defaultSize } from '#lib/board/fields.ts'
import { largeBoard } from '#lib/templates/large.ts'
import { build } from '#server/cli/setup.mjs'
import { browser as findBrowser } from '#tests/browser.mjs'
import { changes, drag, pan, sentence, zoom } from './actions.ts'
import type { MeasuredBoard, OpenBoard, WallContent } from './board.ts'
import { framesDuring, heapOf, keysToPaint, print, say } from './frames.ts'
import { openOurs } from './ours.ts'
import { openPeer, preparePeers } from './peers.ts'

const sizes = [500, 2_000, 10_000]
const boards: Record<string, OpenBoard> = {
  brownpaper: openOurs,
  excalidraw: openPeer('excalidraw'),
  tldraw: openPeer('tldraw'),
}

/**
 * Frames a second while one pans, zooms, drags a note and others change theirs, near (texts can be read) and far
 * (everything in sight); ms from a key to its letter; ms to the first picture; heap. The same notes and links in the
 * same Chromium, one board after the other. `WALLS=2000` and `BOARDS=brownpaper` choose.
 */
export async function walls(): Promise<void> {
  const counts = process.env.WALLS?.split(',').map(Number) ?? sizes
  const names = process.env.BOARDS?.split(',') ?? Object.keys(boards)
  if (names.some(name => name !== 'brownpaper')) preparePeers()
  build()
  const executablePath = findBrowser()
  for (const count of counts) {
    const content = contentOf(count)
    console.log(
      `\nwalls: ${content.notes.length} notes, ${content.links.length} links; frames a second (p95, longest ms)`,
    )
    const rows: Record<string, Record<string, string>> = {}
    for (const name of names) {
      const open = boards[name]
      if (!open) throw new Error(`There is no board ${name}.`)
      const chrome = await chromium.launch({
        ...(executablePath ? { executablePath } : {}),
        args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info', '--js-flags=--expose-gc'],
      })
      try {
        const board = await open(() => chrome.newContext({ viewport: { width: 1440, height: 900 } }), content)
        rows[board.name] = await measured(board)
        await board.close()
      } catch (error) {
        console.error(error)
        rows[name] = { 'first picture': 'gave up' }
      }
      await chrome.close()
    }
    print(rows)
  }
}

/** The same board for all: one plan's notes and links, at their places on the wall. */
function contentOf(count: number): WallContent {
  const plans = largeBoard(count)
  const [w, h] = defaultSize
  return {
    notes: plans.flatMap(({ notes }) => notes.map(({ id, x, y, text }) => ({ id, x, y, text, w, h }))),
    links: plans.flatMap(({ links }) => links.map(({ from, to }) => ({ from, to }))),
  }
}

async function measured(board: MeasuredBoard): Promise<Record<string, string>> {
  const { page } = board
  const figures: Record<string, string> = { 'first picture': `${Math.round(board.painted)} ms` }
  for (const where of ['far', 'near'] as const) {
    await board[where]()
    figures[`${where}: pan`] = say(await framesDuring(page, () => pan(page)))
    figures[`${where}: zoom`] = say(await framesDuring(page, () => zoom(page)))
    await board[where]()
    figures[`${where}: others’ changes`] = say(await framesDuring(page, () => changes(board)))
    if (where === 'near') figures['near: drag a note'] = say(await framesDuring(page, () => drag(board)))
  }
  await board.near()
  await board.write()
  const keys = (await keysToPaint(page, () => page.keyboard.type(sentence, { delay: 30 }))).sort((a, b) => a - b)
  const key = (share: number) => Math.round(keys[Math.floor(keys.length * share)] ?? Number.NaN)
  figures['key to paint p50, p95'] = `${key(0.5)}, ${key(0.95)} ms`
  figures.heap = `${Math.round((await heapOf(page)) / 1e6)} MB`
  return figures
}
