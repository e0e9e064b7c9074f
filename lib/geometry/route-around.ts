import { type Box, distance, encloses, expand, intersects, type Point } from './box.ts'
import type { Size } from './camera.ts'
import {
  anchorOf,
  outward,
  type Route,
  routeLink,
  type Side,
  type SideChoice,
  sides,
  sidesFor,
  stub,
  tidy,
} from './route.ts'
import { shortestPath } from './shortest-path.ts'

/** px between a link and the notes it passes. */
const clearance = 12
/** Cost in px of length for a bend, and for a side other than the nearest. */
const price = { bend: 70, side: 50 } as const
/** px around both notes in which a route is searched. */
export const searchRange = 220
/** Limits of one search: repetitions because the route meets further notes, and notes met. */
const patience = { turns: 6, notes: 24 } as const

/** Whether a route runs behind one of the boxes, or closely along its edge. */
export const runsBehind = (points: readonly Point[], boxes: readonly Box[]): boolean =>
  points.some((b, index) => {
    const a = points[index - 1]
    return a !== undefined && boxes.some(box => crosses(a, b, expand(box, 2)))
  })

/** Whether a level or upright piece runs through the inside of a box. */
const crosses = (a: Point, b: Point, { x, y, w, h }: Box): boolean =>
  Math.max(a.x, b.x) > x && Math.min(a.x, b.x) < x + w && Math.max(a.y, b.y) > y && Math.min(a.y, b.y) < y + h

/**
 * Routes a link from note to note without passing behind others: directly where that is clear, else by the shortest way
 * around with the fewest bends, and directly again where there is none. `label` (px) is the room that the label needs.
 */
export function routeAround(
  from: Box,
  to: Box,
  chosen: readonly [SideChoice, SideChoice],
  others: readonly Box[],
  label: Size,
): Route {
  const direct = routeLink(from, to, chosen)
  // A box that contains an end, such as a subprocess around its steps, is no obstacle.
  const passed = others.filter(box => !encloses(box, from) && !encloses(box, to))
  const around = intersects(from, to) ? null : wayAround(from, to, chosen, passed, direct.points)
  const { points, sides } = around ?? direct
  return { points, sides, label: placeOfLabel(points, [...passed, from, to], label) ?? direct.label }
}

/** Searches a route around the notes that the last one met, until it meets none; null: the direct one is as good. */
function wayAround(
  from: Box,
  to: Box,
  chosen: readonly [SideChoice, SideChoice],
  others: readonly Box[],
  direct: readonly Point[],
): Omit<Route, 'label'> | null {
  const usual = sidesFor(from, to)
  const starts = portsOf(from, chosen[0], usual[0])
  const ends = portsOf(to, chosen[1], usual[1])
  const own = [expand(from, stub - 2), expand(to, stub - 2)]
  const met = new Set<Box>()
  let route: Omit<Route, 'label'> | null = null
  for (let turn = 0; turn < patience.turns; turn++) {
    const points = route?.points ?? direct
    const before = met.size
    for (const box of others) if (runsBehind(points, [box])) met.add(box)
    if (met.size === before && (route || !runsBehind(points.slice(1, -1), [from, to]))) return route
    if (met.size > patience.notes) return null
    const found = shortestPath(starts, ends, [...own, ...[...met].map(box => expand(box, clearance))], price.bend)
    if (!found) return null
    const { start, end } = found
    route = { points: tidy([start.anchor, ...found.points, end.anchor]), sides: [start.side, end.side] }
  }
  return null
}

const portsOf = (box: Box, choice: SideChoice, expected: Side) =>
  (choice === 'auto' ? sides : [choice]).map(side => {
    const anchor = anchorOf(box, side)
    const out = outward[side]
    return {
      side,
      anchor,
      at: { x: anchor.x + out.x * stub, y: anchor.y + out.y * stub },
      level: out.x !== 0,
      cost: side === expected ? 0 : price.side,
    }
  })

/** Returns the point along a route, nearest to the middle of its longest piece, where a label covers no note. */
function placeOfLabel(points: readonly Point[], boxes: readonly Box[], { w, h }: Size): Point | null {
  const pieces = points.flatMap((b, index) => {
    const a = points[index - 1]
    return a ? [{ a, b, length: distance(a, b) * (a.y === b.y ? 1.2 : 1) }] : []
  })
  pieces.sort((a, b) => b.length - a.length)
  for (const { a, b } of pieces)
    for (const share of [0.5, 0.35, 0.65, 0.2, 0.8]) {
      const at = { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
      const room = { x: at.x - w / 2, y: at.y - h / 2, w, h }
      if (!boxes.some(box => intersects(box, room))) return at
    }
  return null
}
