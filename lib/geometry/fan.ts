import type { Box } from './box.ts'
import { directCost, price, type Side, type SideChoice, sides, sidesFor } from './route.ts'

/** A link on its way out of a note. */
interface WayOut {
  readonly id: string
  readonly to: Box
  readonly sides: readonly [SideChoice, SideChoice]
}

/** Largest number of ways out that fan out; more leave side by side. */
const most = 4
/** Cost in px of a side that another way out takes too, and of one that links come in by. */
const crowded = { out: 400, in: 400 } as const

/** Whether the ways out of a note are a choice between them. */
export const isFork = (waysOut: number): boolean => waysOut > 1

/**
 * Chooses the sides by which the ways out of one note leave, so that each has its own where that costs no long way
 * round. `taken`: sides by which links come in. Nothing for a single way out, and for one whose side somebody chose.
 */
export function fanOut(from: Box, ways: readonly WayOut[], taken: ReadonlySet<Side>): Map<string, Side> {
  const chosen = new Map<string, Side>()
  if (!isFork(ways.length) || ways.length > most) return chosen
  const choices = ways.map(({ to, sides: [leaves, enters] }) =>
    (leaves === 'auto' ? sides : [leaves]).map(side => ({ side, cost: costOf(from, to, side, enters) })),
  )
  let best: readonly Side[] = []
  let least = Number.POSITIVE_INFINITY
  const choose = (picked: readonly Side[], cost: number) => {
    if (cost >= least) return
    const next = choices[picked.length]
    if (!next) {
      least = cost
      best = picked
      return
    }
    for (const { side, cost: more } of next) {
      const shared = picked.includes(side) ? crowded.out : 0
      choose([...picked, side], cost + more + shared + (taken.has(side) ? crowded.in : 0))
    }
  }
  choose([], 0)
  for (const [index, way] of ways.entries()) {
    const side = best[index]
    if (side && way.sides[0] === 'auto') chosen.set(way.id, side)
  }
  return chosen
}

function costOf(from: Box, to: Box, side: Side, enters: SideChoice): number {
  const usual = sidesFor(from, to)
  const ends = enters === 'auto' ? sides : [enters]
  const ways = ends.map(end => directCost(from, to, [side, end]) + (end === usual[1] ? 0 : price.side))
  return Math.min(...ways) + (side === usual[0] ? 0 : price.side)
}
