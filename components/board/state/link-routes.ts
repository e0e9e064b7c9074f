import type { Link, Note } from '#lib/board/snapshot.ts'
import { around, type Box, expand } from '#lib/geometry/box.ts'
import type { Route } from '#lib/geometry/route.ts'
import { routeAround, searchRange } from '#lib/geometry/route-around.ts'
import { labelRoom } from '#lib/geometry/routes.ts'
import type { SpatialIndex } from './spatial-index.ts'

/** What matters of a link for its route. */
type Led = Pick<Link, 'from' | 'to' | 'sides' | 'text'>

/** The notes that a link between two boxes might have to run around. */
function inTheWay(index: SpatialIndex, link: Led, from: Box, to: Box, away: (id: string) => boolean): Note[] {
  const box = around([from, to])
  if (!box) return []
  return index
    .within(expand(box, searchRange))
    .filter(note => note.id !== link.from && note.id !== link.to && !away(note.id))
}

/** How a link runs between its ends as they lie; `away` says which notes are being dragged and in nobody's way. */
export function routeOf(
  index: SpatialIndex,
  link: Led,
  from: Box,
  to: Box,
  away: (id: string) => boolean = () => false,
): Route {
  return routeAround(from, to, link.sides, inTheWay(index, link, from, to, away), labelRoom(link.text))
}

/** How a link between two notes would run. */
export const wayBetween = (index: SpatialIndex, from: Note, to: Note): Route =>
  routeOf(index, { from: from.id, to: to.id, sides: ['auto', 'auto'], text: '' }, from, to)
