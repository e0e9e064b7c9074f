import { around, type Box, expand } from './box.ts'
import type { Size } from './camera.ts'
import type { Route, SideChoice } from './route.ts'
import { routeAround, searchRange } from './route-around.ts'

/** px that a link's stamps need, and px by which its label is estimated. */
const room = { stamps: 64, letter: 7.5, most: 240, h: 28 }

/** The room that a link's label and stamps take, px. */
export const labelRoom = (text: string): Size => ({
  w: Math.min(room.most, Math.max(room.stamps, text.length * room.letter + 20)),
  h: room.h,
})

interface Led {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly text: string
  readonly sides: readonly [SideChoice, SideChoice]
}

/** px of the cells that boxes are sorted into. */
const cell = 600

/** Routes links between boxes without passing behind others, as on the wall; a link with a missing end has no route. */
export function routesOf(boxes: ReadonlyMap<string, Box>, links: Iterable<Led>): Map<string, Route> {
  const cells = new Map<string, Set<Box>>()
  for (const box of boxes.values())
    for (const key of keysOf(box)) cells.set(key, (cells.get(key) ?? new Set()).add(box))
  const near = (box: Box) => {
    const found = new Set<Box>()
    for (const key of keysOf(box)) for (const one of cells.get(key) ?? []) found.add(one)
    return found
  }
  const routes = new Map<string, Route>()
  for (const { id, from, to, text, sides } of links) {
    const [a, b] = [boxes.get(from), boxes.get(to)]
    const both = a && b && around([a, b])
    if (!both) continue
    const others = [...near(expand(both, searchRange))].filter(box => box !== a && box !== b)
    routes.set(id, routeAround(a, b, sides, others, labelRoom(text)))
  }
  return routes
}

function* keysOf({ x, y, w, h }: Box): Iterable<string> {
  for (let column = Math.floor(x / cell); column <= Math.floor((x + w) / cell); column++)
    for (let row = Math.floor(y / cell); row <= Math.floor((y + h) / cell); row++) yield `${column} ${row}`
}
