import { around, type Box, encloses, expand, intersects, type Point } from './box.ts'
import { anchorOf, cuts, joined, outward, price, type Side, type SideChoice, sides, sidesOf, tidy } from './route.ts'
import { shortestPath } from './shortest-path.ts'

/**
 * px between a link and the notes it passes, and px that it runs straight out of a note before it may turn: as on a
 * wall with room first, then closer where notes hang close together.
 */
const tight = [
  { clearance: 12, stub: 18 },
  { clearance: 5, stub: 8 },
  { clearance: 2, stub: 3 },
] as const
/** px from a note within which a link counts as running along its edge. */
const edge = 2
/** Limits of one search: repetitions because the route meets further notes, and notes met. */
const patience = { turns: 12, notes: 80 } as const

/** Where and how a link may leave or reach a box. */
export interface End {
  readonly box: Box
  readonly side: SideChoice
  /** px from the middle of the side. */
  readonly offset?: number
  /** Sides on which links go the other way, rather left to them. */
  readonly avoid?: ReadonlySet<Side>
}

/** Returns the notes that touch a box, the two ends among them or not. */
export type Near = (box: Box) => Iterable<Box>

export interface Course {
  readonly points: readonly Point[]
  readonly sides: readonly [Side, Side]
}

/** Whether a route runs behind one of the boxes, or closely along its edge. */
export const runsBehind = (points: readonly Point[], boxes: readonly Box[]): boolean =>
  points.some((b, index) => {
    const a = points[index - 1]
    return a !== undefined && boxes.some(box => cuts(a, b, expand(box, edge)))
  })

export const boxOfPoints = (points: readonly Point[]): Box =>
  around(points.map(point => ({ ...point, w: 0, h: 0 }))) ?? { x: 0, y: 0, w: 0, h: 0 }

/** The notes in the way of a link: all but its ends, and boxes around an end, as a subprocess around its steps. */
export function obstacles(near: Near, area: Box, from: Box, to: Box): Box[] {
  return [...near(area)].filter(box => !encloses(box, from) && !encloses(box, to))
}

/**
 * The course of a link from note to note without passing behind others: directly where that is clear, else by the
 * shortest way around with the fewest bends, and directly again where there is none.
 */
export function courseAround(from: End, to: End, near: Near): Course {
  const chosen = sidesOf(from.box, to.box, [from.side, to.side])
  const [a, b] = [anchorOf(from.box, chosen[0], from.offset), anchorOf(to.box, chosen[1], to.offset)]
  const direct = tidy(joined(a, chosen[0], b, chosen[1]))
  const look: Near = area => obstacles(near, area, from.box, to.box)
  if (!intersects(from.box, to.box))
    for (const room of tight) {
      const found = wayAround(from, to, chosen, look, direct, room)
      if (found === 'direct' || found === 'too much') break
      if (found) return found
    }
  return { points: direct, sides: chosen }
}

/** Searches a way around the notes that the last one met, until it meets none; null: there is none with this room. */
function wayAround(
  from: End,
  to: End,
  usual: readonly [Side, Side],
  look: Near,
  direct: readonly Point[],
  { clearance, stub }: (typeof tight)[number],
): Course | 'direct' | 'too much' | null {
  const starts = portsOf(from, usual[0], stub)
  const ends = portsOf(to, usual[1], stub)
  const own = [expand(from.box, stub - 2), expand(to.box, stub - 2)]
  const met = new Map<string, Box>()
  let route: Course | null = null
  for (let turn = 0; turn < patience.turns; turn++) {
    const points = route?.points ?? direct
    const before = met.size
    for (const box of look(expand(boxOfPoints(points), edge))) if (runsBehind(points, [box])) met.set(keyOf(box), box)
    if (met.size === before) {
      if (route) return route
      if (!runsThrough(points, from.box, to.box)) return 'direct'
    }
    if (met.size > patience.notes) return 'too much'
    const walls = [...own, ...[...met.values()].map(box => expand(box, clearance))]
    const found = shortestPath(starts, ends, walls, price.bend)
    if (!found) return null
    const { start, end } = found
    route = { points: tidy([start.anchor, ...found.points, end.anchor]), sides: [start.side, end.side] }
  }
  return 'too much'
}

/** Whether a way from one box to the other comes back behind one of them. */
const runsThrough = (points: readonly Point[], from: Box, to: Box): boolean =>
  runsBehind(points.slice(1, -1), [from, to])

const keyOf = ({ x, y, w, h }: Box): string => `${x} ${y} ${w} ${h}`

const portsOf = ({ box, side: choice, offset, avoid }: End, expected: Side, stub: number) =>
  (choice === 'auto' ? sides : [choice]).map(side => {
    const anchor = anchorOf(box, side, offset)
    const out = outward[side]
    return {
      side,
      anchor,
      at: { x: anchor.x + out.x * stub, y: anchor.y + out.y * stub },
      level: out.x !== 0,
      cost: (side === expected ? 0 : price.side) + (avoid?.has(side) ? price.contrary : 0),
    }
  })
