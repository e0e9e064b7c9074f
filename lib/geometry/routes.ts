import { around, type Box, expand } from './box.ts'
import type { Route } from './route.ts'
import { type Led, neighbourhood, Router, type Space } from './router.ts'

/** px of the cells that boxes are sorted into. */
const cell = 600

/** Routes links between boxes as on the wall; a link with a missing end has no route. */
export function routesOf(boxes: ReadonlyMap<string, Box>, links: Iterable<Led>): Map<string, Route> {
  const notes = cellsOf(boxes.values(), box => box)
  const known = new Map<string, Led>()
  const byNote = new Map<string, string[]>()
  const between = new Map<string, { id: string; box: Box }>()
  for (const link of links) {
    const ends = [boxes.get(link.from), boxes.get(link.to)]
    const box = ends[0] && ends[1] && around([ends[0], ends[1]])
    if (!box || link.from === link.to) continue
    known.set(link.id, link)
    for (const note of [link.from, link.to]) byNote.set(note, [...(byNote.get(note) ?? []), link.id])
    if (Math.max(box.w, box.h) <= neighbourhood.most)
      between.set(link.id, { id: link.id, box: expand(box, neighbourhood.reach) })
  }
  const reaches = cellsOf(between.values(), ({ box }) => box)
  const space: Space = {
    box: id => boxes.get(id),
    near: notes,
    link: id => known.get(id),
    endsOf: id => [known.get(id)?.from, known.get(id)?.to].filter(end => end !== undefined),
    linksAt: note => byNote.get(note) ?? [],
    linksNear: area => reaches(area).map(({ id }) => id),
    reach: id => between.get(id)?.box,
  }
  const router = new Router(space)
  const routes = new Map<string, Route>()
  for (const id of known.keys()) {
    const route = router.route(id)
    if (route) routes.set(id, route)
  }
  return routes
}

/** Returns what finds the items whose boxes touch an area. */
function cellsOf<T>(items: Iterable<T>, boxOf: (item: T) => Box): (area: Box) => T[] {
  const cells = new Map<string, T[]>()
  for (const item of items)
    for (const key of keysOf(boxOf(item))) {
      const there = cells.get(key)
      if (there) there.push(item)
      else cells.set(key, [item])
    }
  return area => {
    const found = new Set<T>()
    for (const key of keysOf(area))
      for (const item of cells.get(key) ?? []) if (touches(boxOf(item), area)) found.add(item)
    return [...found]
  }
}

const touches = (a: Box, b: Box): boolean =>
  a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h

function* keysOf({ x, y, w, h }: Box): Iterable<string> {
  for (let column = Math.floor(x / cell); column <= Math.floor((x + w) / cell); column++)
    for (let row = Math.floor(y / cell); row <= Math.floor((y + h) / cell); row++) yield `${column} ${row}`
}
