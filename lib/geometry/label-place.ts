import { type Box, distance, intersects, type Point } from './box.ts'
import type { Size } from './camera.ts'
import { middleOfLongest, outward, type Side } from './route.ts'

/** px that a link's stamps need, and px by which its label is estimated. */
const room = { stamps: 64, letter: 7.5, wide: 16, most: 240, h: 28 }

const widthOf = (text: string): number =>
  [...text].reduce((width, letter) => width + (letter > '\u2e80' ? room.wide : room.letter), 0)

/** The room that a link's label and stamps take, px. */
export const labelRoom = (text: string): Size => ({
  w: Math.min(room.most, Math.max(room.stamps, widthOf(text) + 20)),
  h: room.h,
})
/** The room of the words alone, px. */
export const wordRoom = (text: string): Size => ({ w: Math.min(room.most, widthOf(text) + 12), h: room.h })

/** px from a fork to the words of a way out of it. */
const fromFork = [8, 2, 14, 20] as const

const roomAt = (at: Point, { w, h }: Size): Box => ({ x: at.x - w / 2, y: at.y - h / 2, w, h })

/**
 * Returns where a label covers no note: along the route, nearest to the middle of its longest piece. `near` returns the
 * notes that touch a box.
 */
export function labelAlong(points: readonly Point[], label: Size, near: (box: Box) => readonly Box[]): Point {
  const pieces = points.flatMap((b, index) => {
    const a = points[index - 1]
    return a ? [{ a, b, length: distance(a, b) * (a.y === b.y ? 1.2 : 1) }] : []
  })
  pieces.sort((a, b) => b.length - a.length)
  for (const { a, b } of pieces)
    for (const share of [0.5, 0.35, 0.65, 0.2, 0.8]) {
      const at = { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
      if (covers(at, label, near)) continue
      return at
    }
  return middleOfLongest(points)
}

/**
 * Returns where the words of a way out of a fork stand: within 24 px of it, on the first piece or beside it, else where
 * any label would.
 */
export function labelAtFork(
  points: readonly Point[],
  side: Side,
  label: Size,
  near: (box: Box) => readonly Box[],
): Point | null {
  const [port, turn] = points
  if (!port || !turn) return null
  const out = outward[side]
  const level = out.x !== 0
  const half = level ? label.w / 2 : label.h / 2
  const length = distance(port, turn)
  const places = fromFork.flatMap(gap => {
    const ahead = { x: port.x + out.x * (gap + half), y: port.y + out.y * (gap + half) }
    const aside = (level ? label.h : label.w) / 2 + 4
    const beside = [-1, 1].map(way =>
      level ? { x: ahead.x, y: ahead.y + way * aside } : { x: ahead.x + way * aside, y: ahead.y },
    )
    // On the line where it is long enough for its words, else beside it.
    return length >= gap + 2 * half ? [ahead, ...beside] : [...beside, ahead]
  })
  return places.find(at => !covers(at, label, near)) ?? null
}

const covers = (at: Point, label: Size, near: (box: Box) => readonly Box[]): boolean => {
  const room = roomAt(at, label)
  return near(room).some(box => intersects(box, room))
}
