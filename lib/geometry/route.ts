import { type Box, centre, type Point } from './box.ts'

export type Side = 'top' | 'right' | 'bottom' | 'left'
export type SideChoice = Side | 'auto'
export const sides = ['top', 'right', 'bottom', 'left'] as const

/** The line of a link: right angles from edge to edge, px; the last piece has the arrowhead. */
export interface Route {
  readonly points: readonly Point[]
  readonly sides: readonly [Side, Side]
  /** Where the label sits: the middle of the longest piece. */
  readonly label: Point
}

/** px a link runs straight out of a note before it may turn. */
const stub = 18

export const outward: Record<Side, Point> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
}

/** A point on one side of a box, px from the side's middle to the right or down. */
export function anchorOf(box: Box, side: Side, offset = 0): Point {
  const { x, y } = centre(box)
  const { x: dx, y: dy } = outward[side]
  return { x: x + (dx * box.w) / 2 + (dx === 0 ? offset : 0), y: y + (dy * box.h) / 2 + (dy === 0 ? offset : 0) }
}

/**
 * Returns the sides for a link whose sides nobody chose: straight to what lies beside or below, one bend to what lies
 * diagonally, and round below for a link back along the same row, which would otherwise cross the notes between.
 */
export function sidesFor(from: Box, to: Box): [Side, Side] {
  const right = to.x - (from.x + from.w)
  const left = from.x - (to.x + to.w)
  const below = to.y - (from.y + from.h)
  const above = from.y - (to.y + to.h)
  const a = centre(from)
  const b = centre(to)
  const across = b.x - a.x
  const beside = Math.abs(across) > from.w / 2 + stub
  if (below >= stub || above >= stub) {
    const down = below >= stub
    if (!beside) return down ? ['bottom', 'top'] : ['top', 'bottom']
    if (right >= 0 && right < stub * 2 && Math.max(below, above) < stub * 2) return ['right', 'left']
    return [across > 0 ? 'right' : 'left', down ? 'top' : 'bottom']
  }
  if (right >= 0) return ['right', 'left']
  if (left >= 0) return ['bottom', 'bottom']
  return b.y >= a.y ? ['bottom', 'top'] : ['top', 'bottom']
}

/** Cost in px of length for a bend, a side other than the nearest, and one on which others go the other way. */
export const price = { bend: 75, side: 50, contrary: 150 } as const

/** Returns the sides of a link of which one may be chosen: the other is the one with the shortest, straightest way. */
export function sidesOf(from: Box, to: Box, [leaves, enters]: readonly [SideChoice, SideChoice]): [Side, Side] {
  const usual = sidesFor(from, to)
  if (leaves === 'auto' && enters === 'auto') return usual
  let best = usual
  let least = Number.POSITIVE_INFINITY
  for (const start of leaves === 'auto' ? sides : [leaves])
    for (const end of enters === 'auto' ? sides : [enters]) {
      const changed = (start === usual[0] ? 0 : 1) + (end === usual[1] ? 0 : 1)
      const cost = directCost(from, to, [start, end]) + changed * price.side
      if (cost >= least) continue
      least = cost
      best = [start, end]
    }
  return best
}

/** What a direct way costs, px: its length, its bends, and running through its own ends. */
export function directCost(from: Box, to: Box, [leaves, enters]: readonly [Side, Side]): number {
  const points = tidy(joined(anchorOf(from, leaves), leaves, anchorOf(to, enters), enters))
  const through = [from, to].some(box =>
    points.some((at, index) => index > 0 && cuts(points[index - 1] ?? at, at, box)),
  )
  return lengthOf(points) + (points.length - 2) * price.bend + (through ? 2_000 : 0)
}

/** Whether a level or upright piece runs through the inside of a box. */
export const cuts = (a: Point, b: Point, { x, y, w, h }: Box): boolean =>
  Math.max(a.x, b.x) > x && Math.min(a.x, b.x) < x + w && Math.max(a.y, b.y) > y && Math.min(a.y, b.y) < y + h

const lengthOf = (points: readonly Point[]): number =>
  points.reduce((sum, { x, y }, index) => {
    const before = points[index - 1]
    return before ? sum + Math.abs(x - before.x) + Math.abs(y - before.y) : sum
  }, 0)

export function routeLink(from: Box, to: Box, chosen: readonly [SideChoice, SideChoice] = ['auto', 'auto']): Route {
  const [leaves, enters] = sidesOf(from, to, chosen)
  const points = tidy(joined(anchorOf(from, leaves), leaves, anchorOf(to, enters), enters))
  return { points, sides: [leaves, enters], label: middleOfLongest(points) }
}

/** Returns the route from an edge to a free point, while somebody draws a link. */
export function routeTo(from: Box, side: Side, to: Point): Route {
  const a = anchorOf(from, side)
  const horizontal = outward[side].x !== 0
  const enters: Side = horizontal ? (to.x >= a.x ? 'left' : 'right') : to.y >= a.y ? 'top' : 'bottom'
  const points = tidy(joined(a, side, to, enters))
  return { points, sides: [side, enters], label: middleOfLongest(points) }
}

/** The direct way between two points on the edges of boxes, in level and upright pieces. */
export function joined(a: Point, leaves: Side, b: Point, enters: Side): Point[] {
  const out = outward[leaves]
  const into = outward[enters]
  if (out.x === 0) {
    // The same problem with the axes swapped.
    const turn = ({ x, y }: Point) => ({ x: y, y: x })
    const turned: Record<Side, Side> = { top: 'left', left: 'top', bottom: 'right', right: 'bottom' }
    return joined(turn(a), turned[leaves], turn(b), turned[enters]).map(turn)
  }
  const p = { x: a.x + out.x * stub, y: a.y }
  const q = { x: b.x + into.x * stub, y: b.y + into.y * stub }
  if (into.x === 0) {
    const ahead = (b.x - a.x) * out.x >= stub
    const facing = (a.y - b.y) * into.y >= stub
    if (ahead && facing) return [a, { x: b.x, y: a.y }, b]
    return ahead ? [a, p, { x: p.x, y: q.y }, q, b] : [a, p, { x: p.x, y: q.y }, { x: b.x, y: q.y }, b]
  }
  if (out.x === into.x) {
    const x = out.x > 0 ? Math.max(p.x, q.x) : Math.min(p.x, q.x)
    return [a, { x, y: a.y }, { x, y: b.y }, b]
  }
  if ((q.x - p.x) * out.x >= -stub * 1.5) {
    const x = (a.x + b.x) / 2
    return [a, { x, y: a.y }, { x, y: b.y }, b]
  }
  const y = (a.y + b.y) / 2
  return [a, p, { x: p.x, y }, { x: q.x, y }, q, b]
}

/** Leaves out repeated points and points on a straight piece. */
export function tidy(points: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const last = kept.at(-1)
    const before = kept.at(-2)
    if (last && Math.abs(last.x - point.x) < 0.5 && Math.abs(last.y - point.y) < 0.5) continue
    const straight =
      last &&
      before &&
      ((Math.abs(before.x - last.x) < 0.5 && Math.abs(last.x - point.x) < 0.5) ||
        (Math.abs(before.y - last.y) < 0.5 && Math.abs(last.y - point.y) < 0.5))
    if (straight) kept.pop()
    kept.push(point)
  }
  return kept
}

export function middleOfLongest(points: readonly Point[]): Point {
  let best: Point = points[0] ?? { x: 0, y: 0 }
  let longest = -1
  for (let i = 1; i < points.length; i++) {
    const a = points[i - 1]
    const b = points[i]
    if (!a || !b) continue
    // A level piece is preferred: the label is written along it.
    const length = Math.hypot(b.x - a.x, b.y - a.y) * (a.y === b.y ? 1.2 : 1)
    if (length > longest) {
      longest = length
      best = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
    }
  }
  return best
}

/** px between a point and the nearest piece of a route. */
export function distanceTo(points: readonly Point[], at: Point): number {
  let nearest = Number.POSITIVE_INFINITY
  for (let i = 1; i < points.length; i++) {
    const a = points[i - 1]
    const b = points[i]
    if (!a || !b) continue
    const dx = b.x - a.x
    const dy = b.y - a.y
    const length = dx * dx + dy * dy
    const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((at.x - a.x) * dx + (at.y - a.y) * dy) / length))
    nearest = Math.min(nearest, Math.hypot(at.x - a.x - dx * share, at.y - a.y - dy * share))
  }
  return nearest
}

/** One command of a path with rounded corners; the same for SVG, canvas and PDF. */
export type PathStep =
  | { type: 'move'; to: Point }
  | { type: 'line'; to: Point }
  /** A quadratic curve round a corner. */
  | { type: 'curve'; by: Point; to: Point }

export function roundedPath(points: readonly Point[], radius = 12): PathStep[] {
  const path: PathStep[] = []
  for (const [index, point] of points.entries()) {
    const before = points[index - 1]
    const after = points[index + 1]
    if (!before) path.push({ type: 'move', to: point })
    else if (!after) path.push({ type: 'line', to: point })
    else {
      const r = Math.min(
        radius,
        Math.hypot(point.x - before.x, point.y - before.y) / 2,
        Math.hypot(after.x - point.x, after.y - point.y) / 2,
      )
      path.push({ type: 'line', to: towards(point, before, r) })
      path.push({ type: 'curve', by: point, to: towards(point, after, r) })
    }
  }
  return path
}

export function svgPath(steps: readonly PathStep[]): string {
  const at = ({ x, y }: Point) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`
  return steps
    .map(step =>
      step.type === 'curve' ? `Q${at(step.by)} ${at(step.to)}` : `${step.type === 'move' ? 'M' : 'L'}${at(step.to)}`,
    )
    .join('')
}

function towards(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by }
}

/** The three corners of the arrowhead at a route's end, tip first. */
export function arrowhead(points: readonly Point[], length = 11, width = 9): [Point, Point, Point] {
  const tip = points.at(-1) ?? { x: 0, y: 0 }
  const before = points.at(-2) ?? tip
  const base = towards(tip, before, length)
  const nx = (-(tip.y - base.y) / length) * (width / 2)
  const ny = ((tip.x - base.x) / length) * (width / 2)
  return [tip, { x: base.x + nx, y: base.y + ny }, { x: base.x - nx, y: base.y - ny }]
}
