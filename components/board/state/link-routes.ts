import type { Link, Note } from '#lib/board/snapshot.ts'
import { type Box, contains, type Point } from '#lib/geometry/box.ts'
import { middleOfLongest, type Route, type SideChoice } from '#lib/geometry/route.ts'
import { courseAround } from '#lib/geometry/route-around.ts'
import type { SpatialIndex } from './spatial-index.ts'

/** Returns what finds the notes that a link has to avoid; `away`: those that are being dragged are in nobody's way. */
export const obstaclesOf =
  (index: SpatialIndex, { from, to }: Pick<Link, 'from' | 'to'>, away: (id: string) => boolean = () => false) =>
  (area: Box): Note[] =>
    index.within(area).filter(({ id }) => id !== from && id !== to && !away(id))

/** Returns the route of a new link between two notes, from the port at which it was begun. */
export function wayBetween(index: SpatialIndex, from: Note, to: Note, leaves: SideChoice = 'auto'): Route {
  const near = obstaclesOf(index, { from: from.id, to: to.id })
  const { points, sides } = courseAround({ box: from, side: leaves }, { box: to, side: 'auto' }, near)
  return { points, sides, label: middleOfLongest(points) }
}

/** Whether two routes run the same way. */
export const sameRoute = (a: Route, b: Route): boolean =>
  a.label.x === b.label.x &&
  a.label.y === b.label.y &&
  a.points.length === b.points.length &&
  a.points.every(({ x, y }, index) => x === b.points[index]?.x && y === b.points[index]?.y)
/** Whether a route still begins and ends at the edges of these boxes. */
export const spans = ({ points }: Route, from: Box, to: Box): boolean => {
  const [start, end] = [points[0], points.at(-1)]
  return start !== undefined && end !== undefined && contains(from, start) && contains(to, end)
}
/** A route moved as a whole. */
export const shifted = ({ points, sides, label }: Route, dx: number, dy: number): Route => {
  const move = ({ x, y }: Point): Point => ({ x: x + dx, y: y + dy })
  return { points: points.map(move), sides, label: move(label) }
}
