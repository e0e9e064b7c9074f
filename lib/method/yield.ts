import { noteKind } from '../notes/kinds/index.ts'
import type { FlowGraph, FlowNote } from './graph.ts'
import { type Parts, pacer } from './parts.ts'
import { reached } from './paths.ts'
import { solveYield } from './solve.ts'
import { type PathChoices, routingOf } from './weights.ts'

/** The assumed rate of a step without a stated one; always shown as an assumption. */
export const assumedRate = 0.95

export interface Yield {
  /** Chance, 0 to 1, that a case gets through without a failure. */
  readonly value: number
  /** Number of steps on the path with a stated rate. */
  readonly stated: number
  /** Number of steps on the path for which `rate` was assumed. */
  readonly assumed: number
  readonly rate: number
}

/** First-time-right (or %C&A) of a note: stated, else assumed for steps, else 1 for notes that are not work. */
const rateOf = ({ note }: FlowNote, assumed = assumedRate): number =>
  note.firstTimeRight ?? (noteKind(note.kind).role === 'work' ? assumed : 1)

export interface YieldOptions {
  readonly choices?: PathChoices
  readonly assumedRate?: number
}

/**
 * Rolled throughput yield: RTY = Π first-time-right of the steps on the path (Six Sigma; the same product is the
 * rolled %C&A of value-stream mapping, Martin & Osterling 2014). Alternatives are weighted with their shares.
 */
export function* rolledYield(flow: FlowGraph, starts: readonly FlowNote[], options: YieldOptions = {}): Parts<Yield> {
  const rate = options.assumedRate ?? assumedRate
  const { routing } = yield* routingOf(flow, options.choices)
  const values = yield* solveYield(flow, routing, n => rateOf(n, rate))
  const pause = pacer()
  let [stated, assumed] = [0, 0]
  for (const { note } of (yield* reached(starts)).notes) {
    if (pause()) yield
    if (note.firstTimeRight !== null) stated += 1
    else if (noteKind(note.kind).role === 'work') assumed += 1
  }
  return { value: mean(starts, n => values.get(n) ?? 1), stated, assumed, rate }
}

/** Mean over starts, by their stated volumes if all have one, else equally. */
export function mean(starts: readonly FlowNote[], value: (n: FlowNote) => number): number {
  const volumes = starts.map(n => n.note.volume ?? 0)
  const byVolume = volumes.every(volume => volume > 0)
  const weights = byVolume ? volumes : starts.map(() => 1)
  const total = weights.reduce((a, b) => a + b, 0)
  return total > 0 ? starts.reduce((sum, n, i) => sum + value(n) * (weights[i] ?? 0), 0) / total : 1
}

/** One step of a path, with the share of cases that are still without a failure before and after it. */
export interface Narrowing {
  readonly note: FlowNote
  readonly rate: number
  readonly stated: boolean
  readonly before: number
  readonly after: number
}

/** Returns how the yield narrows along a path, step by step; the last `after` is the path's rolled throughput yield. */
export function narrowingAlong(notes: readonly FlowNote[], assumed = assumedRate): Narrowing[] {
  let still = 1
  return notes
    .filter(({ note }) => noteKind(note.kind).role === 'work' || note.firstTimeRight !== null)
    .map(n => {
      const rate = rateOf(n, assumed)
      const before = still
      still *= rate
      return { note: n, rate, stated: n.note.firstTimeRight !== null, before, after: still }
    })
}

/** A step, and what the yield would be without its failures. */
export interface WeakPoint {
  readonly note: FlowNote
  readonly rate: number
  readonly stated: boolean
  /** Yield gained if this step were always right the first time, or were eliminated: the upper bound of a verdict. */
  readonly adds: number
}

/**
 * Returns the steps that cost the yield most, the weakest first: stated rates before assumed ones, because an
 * assumption is no finding. `adds` = RTY with this step's rate at 1, minus RTY.
 */
export function* weakestPoints(
  flow: FlowGraph,
  starts: readonly FlowNote[],
  options: YieldOptions = {},
  most = 5,
): Parts<WeakPoint[]> {
  const { routing } = yield* routingOf(flow, options.choices)
  function* value(perfect: FlowNote | null): Parts<number> {
    yield
    const values = yield* solveYield(flow, routing, n => (n === perfect ? 1 : rateOf(n, options.assumedRate)))
    return mean(starts, n => values.get(n) ?? 1)
  }
  const now = yield* value(null)
  const pause = pacer()
  const weakest: Omit<WeakPoint, 'adds'>[] = []
  for (const n of (yield* reached(starts)).notes) {
    if (pause()) yield
    const one = { note: n, rate: rateOf(n, options.assumedRate), stated: n.note.firstTimeRight !== null }
    const last = weakest.at(most - 1)
    if (one.rate === 1 || (last && byWeakness(one, last) > 0)) continue
    weakest.push(one)
    weakest.sort(byWeakness).splice(most)
  }
  const found: WeakPoint[] = []
  for (const weak of weakest) found.push({ ...weak, adds: (yield* value(weak.note)) - now })
  return found
}

const byWeakness = (a: Omit<WeakPoint, 'adds'>, b: Omit<WeakPoint, 'adds'>) =>
  Number(b.stated) - Number(a.stated) || a.rate - b.rate || (a.note.note.id < b.note.note.id ? -1 : 1)
