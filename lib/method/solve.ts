import type { FlowGraph, FlowNote } from './graph.ts'
import { type Parts, pacer } from './parts.ts'
import type { Branch, Routing } from './weights.ts'

/** The sums along the flow for one case. */
export interface Sums {
  /** Minutes from here to the end: processing and waiting, the longest of parallel branches. */
  readonly lead: number
  /** Minutes of processing within `lead`. */
  readonly touched: number
  /** Minutes of processing in all branches. */
  readonly work: number
  readonly cost: number
}

export const noSums: Sums = { lead: 0, touched: 0, work: 0, cost: 0 }

const ownSums = ({ note }: FlowNote): Sums => {
  const processing = note.processing ?? 0
  return { lead: processing + (note.waiting ?? 0), touched: processing, work: processing, cost: note.cost ?? 0 }
}

const plus = (a: Sums, b: Sums): Sums => ({
  lead: a.lead + b.lead,
  touched: a.touched + b.touched,
  work: a.work + b.work,
  cost: a.cost + b.cost,
})
const times = (a: Sums, by: number): Sums => ({
  lead: a.lead * by,
  touched: a.touched * by,
  work: a.work * by,
  cost: a.cost * by,
})

/** How the values of parts combine to the value of the whole. */
interface Algebra<T> {
  own(n: FlowNote): T
  end: T
  series(a: T, b: T): T
  alternatives(branches: readonly Branch[], after: (to: FlowNote) => T): T
  parallel(branches: readonly T[]): T
  branches(n: FlowNote): readonly Branch[]
  /** Distance of two values, to decide when a loop has converged. */
  apart(a: T, b: T): number
}

/**
 * Flow analysis (Dumas, La Rosa, Mendling, Reijers, Fundamentals of BPM, 2nd ed., §7.1): sequence adds, alternatives
 * are weighted, of parallel branches the longest counts. Loops come out as expected repetitions, 1/(1−p), because
 * the equations of a loop are solved together (an absorbing Markov chain), by Gauss–Seidel sweeps inside each
 * strongly connected component only; everything else takes one pass in reverse topological order.
 */
export function solveSums(flow: FlowGraph, routing: ReadonlyMap<FlowNote, Routing>): Parts<Map<FlowNote, Sums>> {
  return solve(flow, routing, {
    own: ownSums,
    end: noSums,
    series: plus,
    alternatives: (onwards, after) => {
      let total = noSums
      for (const [{ to }, p] of onwards) total = plus(total, p === 1 ? after(to) : times(after(to), p))
      return total
    },
    parallel: branches => {
      const longest = branches.reduce((a, b) => (b.lead > a.lead ? b : a), noSums)
      const all = branches.reduce(plus, noSums)
      return { lead: longest.lead, touched: longest.touched, work: all.work, cost: all.cost }
    },
    branches: n => routing.get(n)?.onwards ?? [],
    apart: (a, b) => Math.abs(a.lead - b.lead) + Math.abs(a.work - b.work) + Math.abs(a.cost - b.cost),
  })
}

/**
 * Rolled throughput yield from each note to the end: rates multiply along the way and across parallel branches, and are
 * weighted over alternatives. Rework links are left out: a loop is the cost of a failure, and the failure is already in
 * the rate of the step before it.
 */
export function solveYield(
  flow: FlowGraph,
  routing: ReadonlyMap<FlowNote, Routing>,
  rate: (n: FlowNote) => number,
): Parts<Map<FlowNote, number>> {
  return solve(flow, routing, {
    own: rate,
    end: 1,
    series: (a, b) => a * b,
    alternatives: (onwards, after) => onwards.reduce((total, [{ to }, p]) => total + after(to) * p, 0),
    parallel: branches => branches.reduce((a, b) => a * b, 1),
    branches: n => routing.get(n)?.straight ?? [],
    apart: (a, b) => Math.abs(a - b),
  })
}

const maxSweeps = 2_000
const settled = 1e-10

function* solve<T>(
  flow: FlowGraph,
  routing: ReadonlyMap<FlowNote, Routing>,
  algebra: Algebra<T>,
): Parts<Map<FlowNote, T>> {
  const pause = pacer()
  const splits = [...flow.notes.values()].filter(n => routing.get(n)?.parallel)
  yield
  const joins = splits.length > 0 ? yield* findJoins(flow) : new Map<FlowNote, FlowNote>()
  const branches = new Map<FlowNote, T>()
  const value = (n: FlowNote, stop: FlowNote | null, known: ReadonlyMap<FlowNote, T>): T => {
    const after = (to: FlowNote) => (to === stop ? algebra.end : (known.get(to) ?? algebra.end))
    const onwards = algebra.branches(n)
    if (onwards.length === 0) return algebra.own(n)
    if (!routing.get(n)?.parallel) return algebra.series(algebra.own(n), algebra.alternatives(onwards, after))
    const join = joins.get(n)
    const inside = branches.get(n) ?? algebra.end
    return algebra.series(algebra.series(algebra.own(n), inside), join ? after(join) : algebra.end)
  }
  function* region(components: readonly (readonly FlowNote[])[], stop: FlowNote | null): Parts<Map<FlowNote, T>> {
    const known = new Map<FlowNote, T>()
    for (const component of components) {
      if (splits.length > 0)
        for (const n of component) if (routing.get(n)?.parallel && !branches.has(n)) yield* openBranches(n)
      const first = component[0]
      const sweeps = component.length > 1 || first?.out.some(link => link.to === first) ? maxSweeps : 1
      for (let sweep = 0; sweep < sweeps; sweep++) {
        let moved = 0
        for (const n of component) {
          if (pause()) yield
          const next = value(n, stop, known)
          moved = Math.max(moved, algebra.apart(next, known.get(n) ?? algebra.end))
          known.set(n, next)
        }
        if (moved < settled) break
      }
    }
    return known
  }
  function* openBranches(split: FlowNote): Parts<void> {
    branches.set(split, algebra.end)
    const join = joins.get(split) ?? null
    const values: T[] = []
    for (const [{ to }] of algebra.branches(split))
      values.push(
        to === join ? algebra.end : ((yield* region(yield* between(flow, to, join), join)).get(to) ?? algebra.end),
      )
    branches.set(split, algebra.parallel(values))
  }
  return yield* region(flow.components, null)
}

/** Components of the notes reached from one note before another, in reverse topological order. */
function* between(flow: FlowGraph, from: FlowNote, stop: FlowNote | null): Parts<FlowNote[][]> {
  const pause = pacer()
  const seen = new Set([from])
  for (const n of seen) {
    if (pause()) yield
    for (const { to } of n.out) if (to !== stop) seen.add(to)
  }
  const numbers = [...new Set([...seen].map(n => n.component))].sort((a, b) => a - b)
  return numbers.map(number => (flow.components[number] ?? []).filter(n => seen.has(n)))
}

/**
 * Where the branches of each note meet again: its immediate post-dominator along links that are not rework
 * (Cooper, Harvey, Kennedy 2001, on the reversed graph). Absent: they never all meet.
 */
function* findJoins(flow: FlowGraph): Parts<Map<FlowNote, FlowNote>> {
  const pause = pacer()
  const order = [...flow.notes.values()].sort((a, b) => a.left - b.left)
  const rank = new Map(order.map((n, i) => [n, i]))
  // null is the common end behind every last note.
  const joins = new Map<FlowNote, FlowNote | null>()
  const meet = (a: FlowNote | null, b: FlowNote | null): FlowNote | null => {
    let [x, y] = [a, b]
    while (x !== y) {
      if (x === null || y === null) return null
      if ((rank.get(x) ?? 0) > (rank.get(y) ?? 0)) x = joins.get(x) ?? null
      else y = joins.get(y) ?? null
    }
    return x
  }
  yield
  for (const n of order) {
    if (pause()) yield
    let join: FlowNote | null | undefined
    for (const { to, backwards } of n.out) if (!backwards) join = join === undefined ? to : meet(join, to)
    joins.set(n, join ?? null)
  }
  return new Map([...joins].filter((pair): pair is [FlowNote, FlowNote] => pair[1] !== null))
}
