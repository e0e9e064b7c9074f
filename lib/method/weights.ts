import { type FlowGraph, type FlowLink, type FlowNote, splitsInParallel } from './graph.ts'
import { type Parts, pacer } from './parts.ts'

/** A link and the probability that a case takes it. */
export type Branch = readonly [link: FlowLink, probability: number]

/** Where cases go on from a note, and how many of them. */
export interface Routing {
  readonly parallel: boolean
  /** Probability of each link, including rework; 1 for each parallel one. */
  readonly onwards: readonly Branch[]
  /** The same for a case that goes right the first time: without rework. */
  readonly straight: readonly Branch[]
  /** Whether shares were missing and had to be assumed. */
  readonly assumed: boolean
}

/** Chosen links at decisions: note id → link id. Empty: all links, by their shares. */
export type PathChoices = ReadonlyMap<string, string>

const ends: Routing = { parallel: false, onwards: [], straight: [], assumed: false }

/**
 * Turns shares into probabilities. Stated shares stay; links without a share divide the rest equally; shares that do
 * not add up to 1 are scaled. A rework link without a share counts as not taken (its loop is listed as an assumption),
 * unless it is the only link out.
 */
export function routingFrom(n: FlowNote, choices: PathChoices): Routing {
  const out = n.out
  if (out.length === 0) return ends
  if (out.length === 1 && out[0] && !out[0].backwards) {
    const only = [[out[0], 1]] as const
    return { parallel: false, onwards: only, straight: only, assumed: false }
  }
  if (splitsInParallel(n)) {
    const all = out.map(link => [link, 1] as const)
    return { parallel: true, onwards: all, straight: all, assumed: false }
  }
  const forward = out.filter(link => !link.backwards)
  const back = out.filter(link => link.backwards)
  if (forward.length === 0) return { parallel: false, onwards: divide(back, 1), straight: [], assumed: false }
  const chosen = forward.find(link => link.id === choices.get(n.note.id))
  const repeats = Math.min(1, sum(back))
  const ahead: readonly Branch[] = chosen ? [[chosen, 1 - repeats]] : divide(forward, 1 - repeats)
  const straight = repeats < 1 ? scale(ahead, 1 / (1 - repeats)) : divide(forward, 1)
  const again = back.flatMap(link => (link.share ? [[link, link.share] as const] : []))
  const assumed =
    back.some(link => link.share === null) || (!chosen && forward.length > 1 && forward.some(l => l.share === null))
  return { parallel: false, onwards: [...ahead, ...again], straight, assumed }
}

const sum = (links: readonly FlowLink[]) => links.reduce((total, link) => total + (link.share ?? 0), 0)

const scale = (branches: readonly Branch[], by: number) => branches.map(([link, p]) => [link, p * by] as const)

/** Divides `total` among links by their shares; what has no share gets an equal part of the rest. */
function divide(links: readonly FlowLink[], total: number): Branch[] {
  const open = links.filter(link => link.share === null).length
  const rest = open > 0 ? Math.max(0, total - sum(links)) / open : 0
  const raw = links.map(link => link.share ?? rest)
  const all = raw.reduce((a, b) => a + b, 0)
  return links.map((link, i) => [link, all > 0 ? ((raw[i] ?? 0) / all) * total : total / links.length] as const)
}

/**
 * Returns the routing at every note; a loop that no share leaves would never end and is left after one pass (and
 * reported).
 */
export function* routingOf(
  flow: FlowGraph,
  choices: PathChoices = new Map(),
): Parts<{ routing: Map<FlowNote, Routing>; endless: FlowNote[][] }> {
  const pause = pacer()
  const routing = new Map<FlowNote, Routing>()
  for (const n of flow.notes.values()) {
    if (pause()) yield
    routing.set(n, routingFrom(n, choices))
  }
  const endless: FlowNote[][] = []
  for (const loop of flow.loops) {
    if (pause()) yield
    const inside = new Set(loop)
    const leaves = (n: FlowNote) => routing.get(n)?.onwards.some(([link, p]) => p > 0 && !inside.has(link.to))
    if (loop.some(leaves)) continue
    endless.push([...loop])
    for (const n of loop) {
      const from = routing.get(n)
      if (from) routing.set(n, { ...from, onwards: from.straight })
    }
  }
  return { routing, endless }
}
