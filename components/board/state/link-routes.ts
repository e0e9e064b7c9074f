import type { Link, Note } from '#lib/board/snapshot.ts'
import { around, type Box, expand } from '#lib/geometry/box.ts'
import type { Route } from '#lib/geometry/route.ts'
import { routeAround, searchRange } from '#lib/geometry/route-around.ts'
import { labelRoom } from '#lib/geometry/routes.ts'
import type { SpatialIndex } from './spatial-index.ts'

/** The fields of a link that its route depends on. */
type Led = Pick<Link, 'from' | 'to' | 'sides' | 'text'>

/** Returns the notes that a link between two boxes might have to avoid. */
function inTheWay(index: SpatialIndex, link: Led, from: Box, to: Box, away: (id: string) => boolean): Note[] {
  const box = around([from, to])
  if (!box) return []
  return index
    .within(expand(box, searchRange))
    .filter(note => note.id !== link.from && note.id !== link.to && !away(note.id))
}

/** Returns a link's route between its ends; `away` tells which notes are being dragged and are no obstacles. */
export function routeOf(
  index: SpatialIndex,
  link: Led,
  from: Box,
  to: Box,
  away: (id: string) => boolean = () => false,
): Route {
  return routeAround(from, to, link.sides, inTheWay(index, link, from, to, away), labelRoom(link.text))
}

/** Returns the route of a new link between two notes. */
export const wayBetween = (index: SpatialIndex, from: Note, to: Note): Route =>
  routeOf(index, { from: from.id, to: to.id, sides: ['auto', 'auto'], text: '' }, from, to)
