import { LinkIndex } from '#components/board/state/link-index.ts'
import { SpatialIndex } from '#components/board/state/spatial-index.ts'
import type { Link, Note } from '#lib/board/snapshot.ts'
import type { BoardTables } from '#lib/board/tables.ts'
import { type Route, routeLink } from '#lib/geometry/route.ts'
import type { ReplayColumns } from './protocol.ts'

/** How links run in a film. */
export interface FilmLinks {
  route(link: Link): Route | null
  destroy(): void
}

/** Number of links from which they are drawn straight: routing around notes would take longer than a frame. */
const many = 300

/** As on the wall, around the notes, where a recording has few links; directly where it has many. */
export function filmLinksOf(board: BoardTables, { cells }: Pick<ReplayColumns, 'cells'>): FilmLinks {
  const count = cells.filter(({ root, key }) => root === 'links' && key === 'ends').length
  return count < many ? around(board) : directly(board)
}

function around(board: BoardTables): FilmLinks {
  const notes = new SpatialIndex(board)
  const links = new LinkIndex(board, notes)
  return {
    route: link => links.route(link.id),
    destroy: () => {
      links.destroy()
      notes.destroy()
    },
  }
}

function directly({ notes }: BoardTables): FilmLinks {
  // Notes keep their identity until they change, and most of them do not from one frame to the next.
  const known = new WeakMap<Link, { from: Note; to: Note; route: Route }>()
  const route = (link: Link): Route | null => {
    const [from, to] = [notes.get(link.from), notes.get(link.to)]
    if (from?.place !== 'wall' || to?.place !== 'wall') return null
    const before = known.get(link)
    if (before?.from === from && before.to === to) return before.route
    const found = routeLink(from, to, link.sides)
    known.set(link, { from, to, route: found })
    return found
  }
  return { route, destroy: () => undefined }
}
