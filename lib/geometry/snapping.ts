import type { Box } from './box.ts'

/** A line that shows what a dragged box is aligned with: across x or y at a value, from one end to the other, px. */
export interface Guide {
  readonly across: 'x' | 'y'
  readonly at: number
  readonly from: number
  readonly to: number
}
export interface Snapped {
  readonly dx: number
  readonly dy: number
  readonly guides: readonly Guide[]
}

const lines = (start: number, size: number): number[] => [start, start + size / 2, start + size]

interface Match {
  shift: number
  at: number
  near: Box
}

function nearest(moving: number[], others: readonly Box[], axis: 'x' | 'y', within: number): Match | null {
  let best: Match | null = null
  for (const near of others) {
    const theirs = axis === 'x' ? lines(near.x, near.w) : lines(near.y, near.h)
    for (const [i, line] of moving.entries())
      for (const [j, at] of theirs.entries()) {
        // Middles snap to middles, edges to edges.
        if ((i === 1) !== (j === 1)) continue
        const shift = at - line
        if (Math.abs(shift) <= within && (!best || Math.abs(shift) < Math.abs(best.shift))) best = { shift, at, near }
      }
  }
  return best
}

/** Returns the smallest shift, at most `within` px in each direction, that aligns a box with one of the others. */
export function snap(box: Box, others: readonly Box[], within: number): Snapped {
  const x = nearest(lines(box.x, box.w), others, 'x', within)
  const y = nearest(lines(box.y, box.h), others, 'y', within)
  const dx = x?.shift ?? 0
  const dy = y?.shift ?? 0
  const guides: Guide[] = []
  if (x)
    guides.push({
      across: 'x',
      at: x.at,
      from: Math.min(box.y + dy, x.near.y),
      to: Math.max(box.y + dy + box.h, x.near.y + x.near.h),
    })
  if (y)
    guides.push({
      across: 'y',
      at: y.at,
      from: Math.min(box.x + dx, y.near.x),
      to: Math.max(box.x + dx + box.w, y.near.x + y.near.w),
    })
  return { dx, dy, guides }
}
