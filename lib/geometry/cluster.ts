import { type Box, intersects, type Point } from './box.ts'

/** px between the notes of a cluster, and at least between it and other notes. */
const gap = 16
const clear = 32

/** Returns positions in rows for a cluster that is a little wider than high; its top-left corner is the origin. */
export function inCluster(sizes: readonly Pick<Box, 'w' | 'h'>[]): { places: Point[]; w: number; h: number } {
  const cell = sizes.reduce((max, { w, h }) => ({ w: Math.max(max.w, w), h: Math.max(max.h, h) }), { w: 0, h: 0 })
  const columns = Math.max(1, Math.ceil(Math.sqrt((sizes.length * 1.6 * (cell.h + gap)) / (cell.w + gap))))
  const places = sizes.map((_, index) => ({
    x: (index % columns) * (cell.w + gap),
    y: Math.floor(index / columns) * (cell.h + gap),
  }))
  const across = Math.min(columns, sizes.length)
  const down = Math.ceil(sizes.length / columns)
  return { places, w: Math.max(0, across * (cell.w + gap) - gap), h: Math.max(0, down * (cell.h + gap) - gap) }
}

/** Number of rings searched around the wish before the cluster goes beside everything. */
const rings = 12

/**
 * Returns a free spot for a box of this size: as near to the wish (its middle) as a coarse search finds, not above
 * `top`; else to the right of everything. Board px.
 */
export function freePlace(size: Pick<Box, 'w' | 'h'>, wish: Point, taken: readonly Box[], top: number): Point {
  const start = { x: wish.x - size.w / 2, y: Math.max(top, wish.y - size.h / 2) }
  const step = { x: Math.max(80, size.w / 3), y: Math.max(60, size.h / 3) }
  const free = (at: Point) => {
    const around = { x: at.x - clear, y: at.y - clear, w: size.w + 2 * clear, h: size.h + 2 * clear }
    return at.y >= top && !taken.some(box => intersects(box, around))
  }
  for (let ring = 0; ring <= rings; ring += 1)
    for (let dy = -ring; dy <= ring; dy += 1)
      for (let dx = -ring; dx <= ring; dx += 1) {
        if (Math.max(Math.abs(dx), Math.abs(dy)) !== ring) continue
        const at = { x: start.x + dx * step.x, y: start.y + dy * step.y }
        if (free(at)) return at
      }
  return { x: taken.reduce((right, box) => Math.max(right, box.x + box.w), start.x) + 2 * clear, y: start.y }
}
