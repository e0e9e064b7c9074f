import type { Note } from '../board/snapshot.ts'
import type { FlowGraph } from './graph.ts'
import { inOnePiece, type Parts, pacer } from './parts.ts'
import type { Projection } from './projection.ts'

const before = (a: Note, b: Note) => a.x < b.x || (a.x === b.x && (a.y < b.y || (a.y === b.y && a.id < b.id)))

/**
 * The order in which people read a wall: along the flow, and from left to right where the flow leaves it open. A
 * topological order (Kahn 1962) that always takes the leftmost available note; links that go back are ignored.
 */
export const readingOrder = (wall: Projection, flow: FlowGraph): Map<string, number> => inOnePiece(ordering(wall, flow))

/** The same as a generator that pauses between parts. */
export function* ordering(wall: Projection, flow: FlowGraph): Parts<Map<string, number>> {
  const pause = pacer()
  const waitingFor = new Map<string, number>()
  for (const { to, backwards } of flow.links.values()) {
    if (pause()) yield
    if (!backwards) waitingFor.set(to.note.id, (waitingFor.get(to.note.id) ?? 0) + 1)
  }
  const heap: Note[] = []
  for (const note of wall.notes.values()) {
    if (pause()) yield
    if (!waitingFor.has(note.id)) push(heap, note)
  }
  const order = new Map<string, number>()
  for (let note = pop(heap); note; note = pop(heap)) {
    if (pause()) yield
    order.set(note.id, order.size)
    for (const { to, backwards } of flow.notes.get(note.id)?.out ?? []) {
      if (backwards) continue
      const left = (waitingFor.get(to.note.id) ?? 1) - 1
      waitingFor.set(to.note.id, left)
      if (left === 0) push(heap, to.note)
    }
  }
  return order
}

function push(heap: Note[], note: Note): void {
  let at = heap.push(note) - 1
  for (;;) {
    const up = (at - 1) >> 1
    const parent = heap[up]
    if (!parent || !before(note, parent)) break
    heap[at] = parent
    at = up
  }
  heap[at] = note
}

function pop(heap: Note[]): Note | undefined {
  const first = heap[0]
  const last = heap.pop()
  if (!first || !last || heap.length === 0) return first
  let at = 0
  for (;;) {
    const left = heap[2 * at + 1]
    if (!left) break
    const right = heap[2 * at + 2]
    const down = right && before(right, left) ? 2 * at + 2 : 2 * at + 1
    const child = heap[down]
    if (!child || !before(child, last)) break
    heap[at] = child
    at = down
  }
  heap[at] = last
  return first
}
