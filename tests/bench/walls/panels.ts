import { chromium, type Page } from '@playwright/test'
import { largeBoard } from '#lib/templates/large.ts'
import { build } from '#server/cli/setup.mjs'
import { browser as findBrowser } from '#tests/browser.mjs'
import { goToPanel } from '#tests/drivers/board.ts'
import { type Chance, chosenSeed, random } from '#tests/drivers/random.ts'
import { changes, drag, pan, sentence } from './actions.ts'
import type { MeasuredBoard, WallContent } from './board.ts'
import { beginsDuring, keysToPaint, print } from './frames.ts'
import { type Span, watchMethod } from './method-work.ts'
import { openOurs } from './ours.ts'

const size = { notes: 2_000, links: 2_500 }

/** What is on the screen: the method's marks alone, or a panel that asks more of it besides. */
const panelNames = ['no panel', 'Points of failure', 'Numbers'] as const
type PanelName = (typeof panelNames)[number]

/** Every state is measured once a round, in another order each time. */
const rounds = Number(process.env.ROUNDS ?? 6)
/** ms between frames of a browser that keeps up. */
const period = 1_000 / 60

interface Sample {
  /** When frames began, ms of the page. */
  begins: readonly number[]
  /** The method's work meanwhile. */
  work: readonly Span[]
  /** ms from key to paint. */
  keys: readonly number[]
}

/**
 * Whether what the method computes costs frames: near, on a wall of 2,000 notes and 2,500 links, with its panels open
 * and closed, each with the method working and standing still. Frames that were due and not drawn are counted, and of
 * these the ones at whose due moment the method was working.
 */
export async function panels(): Promise<void> {
  build()
  const seed = chosenSeed()
  const executablePath = findBrowser()
  const chrome = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info', '--js-flags=--expose-gc'],
  })
  const board = await openOurs(() => chrome.newContext({ viewport: { width: 1440, height: 900 } }), contentOf())
  const { page } = board
  await watchMethod(page)
  const states = panelNames.flatMap(panel => [true, false].map(works => ({ panel, works })))
  const samples = new Map<string, Sample[]>()
  const chance = random(seed)
  let open: PanelName = 'no panel'
  // The first round warms up.
  for (let round = 0; round <= rounds; round++)
    for (const { panel, works } of shuffled(states, chance)) {
      if (panel !== open) await toggle(page, panel === 'no panel' ? open : panel)
      open = panel
      await page.evaluate(still => window.benchMethod.stand(still), !works)
      await page.waitForTimeout(1_500)
      for (const [doing, sample] of Object.entries(await measure(board))) {
        const key = `${doing}|${panel}|${works}`
        if (round > 0) samples.set(key, [...(samples.get(key) ?? []), sample])
      }
    }
  await board.close()
  await chrome.close()
  console.log(
    `\nframes: ${size.notes} notes, ${size.links} links; ${rounds} rounds in mixed order (SEED=${seed}). Frames a second, the method working / standing still; frames due and not drawn, of 1,000, likewise; [of all: at a moment when the method worked].`,
  )
  print(
    Object.fromEntries(
      panelNames.map(panel => {
        const of = (doing: string, works: boolean) => samples.get(`${doing}|${panel}|${works}`) ?? []
        const all = doings.flatMap(doing => of(doing, true))
        return [
          panel,
          {
            ...Object.fromEntries(doings.map(doing => [`near: ${doing}`, compare(of(doing, true), of(doing, false))])),
            'key to paint p50, p95': `${sayKeys(of('typing', true))} / ${sayKeys(of('typing', false))} ms`,
            'method’s part p50, p99, max': sayParts(all),
          },
        ]
      }),
    ),
  )
}

const doings = ['pan', 'drag a note', 'others’ changes', 'typing'] as const

async function measure(board: MeasuredBoard): Promise<Record<(typeof doings)[number], Sample>> {
  const { page } = board
  const sample = async (act: () => Promise<void>): Promise<Sample> => {
    await page.evaluate(() => window.benchMethod.ran())
    const begins = await beginsDuring(page, act)
    return { begins, work: await page.evaluate(() => window.benchMethod.ran()), keys: [] }
  }
  await board.near()
  const panned = await sample(() => pan(page))
  await board.near()
  const dragged = await sample(() => drag(board))
  const changed = await sample(() => changes(board))
  await board.write()
  let keys: number[] = []
  const typed = await sample(async () => {
    keys = await keysToPaint(page, () => page.keyboard.type(sentence, { delay: 30 }))
  })
  await page.keyboard.press('Escape')
  return { pan: panned, 'drag a note': dragged, 'others’ changes': changed, typing: { ...typed, keys } }
}

const toggle = async (page: Page, name: string) => {
  if (await page.getByRole('complementary', { name, exact: true }).isVisible())
    await page.getByRole('button', { name: 'Close panel' }).click()
  else await goToPanel(page, name)
}

/** Moments at which a frame was due and none was drawn. */
const missedIn = ({ begins }: Sample): number[] =>
  begins.slice(1).flatMap((at, i) => {
    const last = begins[i] ?? at
    const missed = Math.max(0, Math.round((at - last) / period) - 1)
    return Array.from({ length: missed }, (_, n) => last + (n + 1) * period)
  })

const lasted = ({ begins }: Sample) => (begins.at(-1) ?? 0) - (begins[0] ?? 0)

function countsOf(samples: readonly Sample[]) {
  const ms = samples.reduce((sum, sample) => sum + lasted(sample), 0)
  const missed = samples.flatMap(sample =>
    missedIn(sample).map(due => sample.work.some(([from, to]) => from <= due && due <= to)),
  )
  return {
    perSecond: samples.reduce((sum, { begins }) => sum + begins.length - 1, 0) / (ms / 1_000),
    perThousand: (missed.length / (ms / period)) * 1_000,
    missed: missed.length,
    atWork: missed.filter(Boolean).length,
  }
}

function compare(working: readonly Sample[], still: readonly Sample[]): string {
  const [a, b] = [countsOf(working), countsOf(still)]
  const two = (x: number, y: number, digits = 0) => `${x.toFixed(digits)}/${y.toFixed(digits)}`
  return `${two(a.perSecond, b.perSecond, 1)}  ${two(a.perThousand, b.perThousand)}  [${a.atWork} of ${a.missed}]`
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

function sayKeys(samples: readonly Sample[]): string {
  const sorted = samples.flatMap(({ keys }) => keys).toSorted((a, b) => a - b)
  return `${at(sorted, 0.5).toFixed(0)}, ${at(sorted, 0.95).toFixed(0)}`
}

function sayParts(samples: readonly Sample[]): string {
  const sorted = samples.flatMap(({ work }) => work.map(([from, to]) => to - from)).toSorted((a, b) => a - b)
  return `${[0.5, 0.99, 1].map(share => at(sorted, share).toFixed(1)).join(', ')} ms of ${sorted.length}`
}

function shuffled<T>(list: readonly T[], chance: Chance): T[] {
  const keyed = list.map(one => ({ one, by: chance.next() }))
  return keyed.toSorted((a, b) => a.by - b.by).map(({ one }) => one)
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
