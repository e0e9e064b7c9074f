import { routesOf } from '#lib/geometry/routes.ts'
import type { Link, Note } from '../board/snapshot.ts'
import { around, type Box, centre, expand, intersects } from '../geometry/box.ts'
import type { Route, SideChoice } from '../geometry/route.ts'

/** px: the standard's fixed sizes. */
const size = { event: 36, gateway: 50 } as const
/** px between an added event and its step, and between what lies in a pool and the pool's edges. */
const [gap, inset] = [30, 24]
/** px between a pool and the next. */
const betweenPools = 10
/** px of the strip in which a pool and a lane write their name. */
export const heading = 30

/** Events and gateways have fixed sizes, around the note's middle. */
export function boundsOf(note: Note, type: string): Box {
  const side = /Event$/.test(type) ? size.event : /Gateway$/.test(type) ? size.gateway : null
  const { x, y } = centre(note)
  return side === null
    ? { x: note.x, y: note.y, w: note.w, h: note.h }
    : { x: x - side / 2, y: y - side / 2, w: side, h: side }
}

/** Where an event has room at its step: before or after it, else above or below. */
export function besideStep(step: Box, end: 'start' | 'end', taken: Iterable<Box>): Box {
  const { x, y } = centre(step)
  const at = (left: number, top: number): Box => ({ x: left, y: top, w: size.event, h: size.event })
  const level = y - size.event / 2
  const middle = x - size.event / 2
  const before = at(step.x - gap - size.event, level)
  const after = at(step.x + step.w + gap, level)
  const [first, second] = end === 'start' ? [before, after] : [after, before]
  const others = [...taken]
  const places = [first, at(middle, step.y - gap - size.event), at(middle, step.y + step.h + gap), second]
  return places.find(place => !others.some(other => intersects(expand(place, 4), other))) ?? first
}

/** From left to right as all pools lie, and top to bottom of one: what hangs over the outermost lanes is in it too. */
export function poolBox(lanes: readonly Box[], shapes: Iterable<Box>, outermost: { top: boolean; bottom: boolean }) {
  const all = around(shapes) ?? { x: 0, y: 0, w: 0, h: 0 }
  const x = Math.min(0, all.x - inset) - 2 * heading
  const right = Math.max(900, all.x + all.w + inset)
  const own = around(lanes) ?? { x: 0, y: all.y - inset, w: 0, h: Math.max(200, all.h + 2 * inset) }
  const top = outermost.top ? Math.min(own.y, all.y - inset) : own.y
  const low = outermost.bottom ? Math.max(own.y + own.h, all.y + all.h + inset) : own.y + own.h - betweenPools
  return { x, y: top, w: right - x, h: low - top }
}

interface Flow extends Pick<Link, 'id' | 'from' | 'to' | 'text' | 'sides'> {
  /** Between pools: by custom drawn up and down. */
  message: boolean
}

/** Waypoints of every flow, around what lies between; a shape that leads to itself gets a loop beside it. */
export function waypointsOf(shapes: ReadonlyMap<string, Box>, flows: readonly Flow[]): Map<string, Route['points']> {
  const ways = routesOf(
    shapes,
    flows.map(flow => ({ ...flow, sides: sidesOf(flow, shapes) })),
  )
  return new Map(
    flows.flatMap(({ id, from, to }): [string, Route['points']][] => {
      const shape = shapes.get(from)
      const points = from === to && shape ? loop(shape) : ways.get(id)?.points
      return points ? [[id, points]] : []
    }),
  )
}

function sidesOf(
  { message, sides, from, to }: Flow,
  shapes: ReadonlyMap<string, Box>,
): readonly [SideChoice, SideChoice] {
  const [a, b] = [shapes.get(from), shapes.get(to)]
  if (!message || !a || !b || sides.some(side => side !== 'auto')) return sides
  return b.y >= a.y + a.h ? ['bottom', 'top'] : a.y >= b.y + b.h ? ['top', 'bottom'] : sides
}

const loop = ({ x, y, w, h }: Box): Route['points'] => [
  { x: x + w, y: y + h / 2 },
  { x: x + w + gap, y: y + h / 2 },
  { x: x + w + gap, y: y + h + gap },
  { x: x + w / 2, y: y + h + gap },
  { x: x + w / 2, y: y + h },
]
