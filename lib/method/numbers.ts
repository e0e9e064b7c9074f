import type { Note } from '../board/snapshot.ts'
import { noteKind } from '../notes/kinds/index.ts'
import { isCustomer } from './customer-lane.ts'
import { type FlowGraph, type FlowNote, pieces, servesOutcome } from './graph.ts'
import { type Parts, pacer } from './parts.ts'
import { type Path, reached } from './paths.ts'
import { noSums, solveSums } from './solve.ts'
import { routingOf } from './weights.ts'
import { mean, rolledYield, type Yield } from './yield.ts'

/** Times in minutes, cost per case in the board's currency, volume in cases per month. */
export interface Numbers {
  readonly rty: Yield
  /** From the start of the first step to the end of the last: processing and waiting. */
  readonly lead: number
  /** Processing within the lead time. */
  readonly processing: number
  /** All work on one case, parallel branches together. */
  readonly work: number
  /** processing / lead; null while no time is stated. */
  readonly activityRatio: number | null
  readonly cost: number
  readonly volume: number | null
  readonly costPerMonth: number | null
  readonly loops: readonly Loop[]
  /** Loops that no share leaves; each counts as one pass. */
  readonly endless: readonly (readonly FlowNote[])[]
  readonly missing: Missing
}

interface Loop {
  readonly linkId: string
  /** Stated share of cases that go back; null: not stated, counted as 0. */
  readonly share: number | null
  /** Expected passes, 1/(1−p). */
  readonly passes: number
}

/** Assumptions: the number of steps without a value that was then counted as 0, or as the assumed rate. */
interface Missing {
  readonly steps: number
  readonly times: number
  readonly costs: number
  readonly rates: number
  /** Decisions whose shares were assumed equal, and loops assumed not taken. */
  readonly shares: number
}

/**
 * Returns where cases enter: the customers' starts of the piece that leads to an outcome (the customer's process comes
 * first); without any, that piece's other starts. Unconnected pieces are counted apart, never added up.
 */
export function* mainStarts(flow: FlowGraph): Parts<FlowNote[]> {
  const [piece = []] = yield* pieces(flow)
  const inside = new Set(piece)
  const starts = flow.starts.filter(n => inside.has(n))
  const customers = starts.filter(n => n.lane !== null && isCustomer(n.lane) && n.out.length > 0)
  return customers.length > 0 ? customers : starts
}

/**
 * Lead time = Σ (waiting + processing), activity ratio = processing / lead time (Martin & Osterling, Value Stream
 * Mapping, 2014); through alternatives, parallel branches and loops by flow analysis (see solve.ts). Of one path if
 * one is chosen, else of all, weighted by their shares.
 */
export function* numbersFor(
  flow: FlowGraph,
  options: { path?: Path | null; starts?: readonly FlowNote[]; assumedRate?: number } = {},
): Parts<Numbers> {
  const starts = options.path ? [options.path.start] : (options.starts ?? (yield* mainStarts(flow)))
  const choices = options.path?.choices ?? new Map<string, string>()
  const { routing, endless } = yield* routingOf(flow, choices)
  yield
  const sums = yield* solveSums(flow, routing)
  yield
  const of = (key: 'lead' | 'touched' | 'work' | 'cost') =>
    starts.length > 0 ? mean(starts, n => (sums.get(n) ?? noSums)[key]) : 0
  const route = options.path
    ? { notes: new Set(options.path.notes), links: options.path.links }
    : yield* reached(starts)
  const lead = of('lead')
  const processing = of('touched')
  const cost = of('cost')
  const volume = yield* volumeOf(starts, route.notes)
  const rates = options.assumedRate === undefined ? {} : { assumedRate: options.assumedRate }
  const rty = yield* rolledYield(flow, starts, { choices, ...rates })
  const loops = yield* findLoops(flow, route.notes)
  const unsaid = [...route.notes].filter(n => routing.get(n)?.assumed && !choices.has(n.note.id)).length
  return {
    rty,
    lead,
    processing,
    work: of('work'),
    activityRatio: lead > 0 ? processing / lead : null,
    cost,
    volume,
    costPerMonth: volume === null ? null : cost * volume,
    loops,
    endless,
    missing: { ...(yield* missingOn(route.notes)), rates: rty.assumed, shares: unsaid },
  }
}

/** Returns the cases per month: the sum of the starts, else the largest volume on the route. */
function* volumeOf(starts: readonly FlowNote[], route: ReadonlySet<FlowNote>): Parts<number | null> {
  const pause = pacer()
  const stated = starts.flatMap(n => (n.note.volume === null ? [] : [n.note.volume]))
  if (stated.length > 0) return stated.reduce((a, b) => a + b, 0)
  let largest: number | null = null
  for (const { note } of route) {
    if (pause()) yield
    if (note.volume !== null) largest = Math.max(largest ?? 0, note.volume)
  }
  return largest
}

function* findLoops(flow: FlowGraph, route: ReadonlySet<FlowNote>): Parts<Loop[]> {
  const pause = pacer()
  const loops: Loop[] = []
  for (const { id, from, backwards, share } of flow.links.values()) {
    if (pause()) yield
    if (backwards && route.has(from))
      loops.push({ linkId: id, share, passes: share === 1 ? 1 : 1 / (1 - (share ?? 0)) })
  }
  return loops.sort((a, b) => (a.linkId < b.linkId ? -1 : 1))
}

function* missingOn(route: ReadonlySet<FlowNote>): Parts<Pick<Missing, 'steps' | 'times' | 'costs'>> {
  const pause = pacer()
  const missing = { steps: 0, times: 0, costs: 0 }
  for (const { note } of route) {
    if (pause()) yield
    if (noteKind(note.kind).role !== 'work') continue
    missing.steps += 1
    if (note.processing === null && note.waiting === null) missing.times += 1
    if (note.cost === null) missing.costs += 1
  }
  return missing
}

/** How much of the wall serves the outcome. */
export interface OutsideIn {
  readonly steps: number
  readonly serving: number
  /** serving / steps; null while the wall shows no outcome or no step. */
  readonly share: number | null
}

/**
 * Outside-in share = steps that serve the outcome / all steps. A step serves it when its links lead there, unless
 * people judged otherwise (see `servesOutcome`).
 */
export function* outsideIn(flow: FlowGraph): Parts<OutsideIn> {
  const pause = pacer()
  let steps = 0
  let serving = 0
  let known = false
  for (const n of flow.notes.values()) {
    if (pause()) yield
    if (!n.work) continue
    steps += 1
    if (n.serves !== null) known = true
    if (servesOutcome(n) === true) serving += 1
  }
  return { steps, serving, share: known && steps > 0 ? serving / steps : null }
}

export interface ValueShares {
  /** Steps, and minutes of work, by value: VA, NNVA, NVA, and not yet said. */
  readonly steps: Readonly<Record<ValueClass, number>>
  readonly minutes: Readonly<Record<ValueClass, number>>
}
export type ValueClass = NonNullable<Note['value']> | 'unsaid'

/** Value-adding, necessary and waste, by steps and by minutes of processing (Womack & Jones, Lean Thinking, 1996). */
export function* valueShares(flow: FlowGraph): Parts<ValueShares> {
  const pause = pacer()
  const steps = { va: 0, nnva: 0, nva: 0, unsaid: 0 }
  const minutes = { va: 0, nnva: 0, nva: 0, unsaid: 0 }
  for (const { note } of flow.notes.values()) {
    if (pause()) yield
    if (noteKind(note.kind).role !== 'work') continue
    steps[note.value ?? 'unsaid'] += 1
    minutes[note.value ?? 'unsaid'] += note.processing ?? 0
  }
  return { steps, minutes }
}
