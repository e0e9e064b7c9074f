import { type Box, clamp, expand, type Point } from '../geometry/box.ts'
import { defaultSize } from './fields.ts'
import type { NoteRecord } from './read.ts'
import type { Lane, Note } from './snapshot.ts'

const byOrder = (a: { order: string; id: string }, b: { order: string; id: string }) =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1

/** Sorts by fractional index, ids breaking ties, so that every replica agrees. */
export const inOrder = <T extends { order: string; id: string }>(records: Iterable<T>): T[] =>
  [...records].sort(byOrder)

/** Places lanes from y = 0 down; customers' lanes are always on top, whatever their order key. */
export function layoutLanes<T extends Pick<Lane, 'id' | 'order' | 'actor' | 'height'>>(
  records: Iterable<T>,
): (T & { readonly top: number })[] {
  const sorted = inOrder(records)
  const lanes = [...sorted.filter(l => l.actor === 'customer'), ...sorted.filter(l => l.actor !== 'customer')]
  let top = 0
  return lanes.map(lane => {
    const placed = { ...lane, top }
    top += lane.height
    return placed
  })
}

/** The lane at a height on the wall, px; null above the first and below the last. */
export const laneAt = (lanes: readonly Lane[], y: number): Lane | null =>
  lanes.find(lane => y >= lane.top && y < lane.top + lane.height) ?? null

/** Returns a note with its actual position on the wall. */
export function placeNote({ note, at }: NoteRecord, lanes: readonly Lane[]): Note {
  const stored = at.lane === null ? null : lanes.find(lane => lane.id === at.lane)
  if (stored) return { ...note, y: stored.top + at.y, lane: stored.id }
  return { ...note, lane: laneAt(lanes, at.y + note.h / 2)?.id ?? null }
}

/** px between a note and the next one in its row. */
export const stepGap = 56
/** px that notes keep from a lane's edges. */
const inside = 16

/**
 * Returns top-left corners of a row of new notes within a lane, the first with its middle at a point, and all of them to
 * the right of notes that they would cover. `within` returns the notes that touch a box.
 */
export function rowInLane(lane: Lane, count: number, at: Point, within: (box: Box) => readonly Box[]): Point[] {
  const [w, h] = defaultSize
  const lowest = Math.max(inside, lane.height - h - inside)
  const y = lane.top + clamp(at.y - h / 2 - lane.top, Math.min(inside, (lane.height - h) / 2), lowest)
  const length = count * (w + stepGap) - stepGap
  let x = at.x - w / 2
  for (;;) {
    const inWay = within(expand({ x, y, w: length, h }, 8))
    if (inWay.length === 0) break
    x = Math.max(...inWay.map(box => box.x + box.w)) + stepGap
  }
  return Array.from({ length: count }, (_, index) => ({ x: x + index * (w + stepGap), y }))
}

/** Returns the value of `pos` for a note's top-left corner at x, y on the wall, px. */
export function positionAt(
  lanes: readonly Lane[],
  x: number,
  y: number,
  height: number,
): [number, number] | [number, number, string] {
  const lane = laneAt(lanes, y + height / 2)
  const round = (n: number) => Math.round(n * 10) / 10
  return lane ? [round(x), round(y - lane.top), lane.id] : [round(x), round(y)]
}
