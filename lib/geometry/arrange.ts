import { around, type Box, type Point } from './box.ts'

const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const
export type Alignment = (typeof alignments)[number]

type Placed = Box & { readonly id: string }
/** New top-left corners by id. */
export type Positions = Map<string, Point>

/** Lines boxes up along one edge or middle of the box around them. */
export function align(boxes: readonly Placed[], to: Alignment): Positions {
  const all = around(boxes)
  const places: Positions = new Map()
  if (!all) return places
  const place = ({ x, y, w, h }: Box): Point => {
    switch (to) {
      case 'left':
        return { x: all.x, y }
      case 'centre':
        return { x: all.x + (all.w - w) / 2, y }
      case 'right':
        return { x: all.x + all.w - w, y }
      case 'top':
        return { x, y: all.y }
      case 'middle':
        return { x, y: all.y + (all.h - h) / 2 }
      case 'bottom':
        return { x, y: all.y + all.h - h }
    }
  }
  for (const box of boxes) places.set(box.id, place(box))
  return places
}

/** Makes the gaps between three or more boxes equal; the outermost two stay. */
export function distribute(boxes: readonly Placed[], along: 'x' | 'y'): Positions {
  const size = along === 'x' ? 'w' : 'h'
  const sorted = [...boxes].sort((a, b) => a[along] - b[along] || (a.id < b.id ? -1 : 1))
  const all = around(sorted)
  const places: Positions = new Map()
  if (!all || sorted.length < 3) return places
  const gap = (all[size] - sorted.reduce((sum, box) => sum + box[size], 0)) / (sorted.length - 1)
  let next = all[along]
  for (const box of sorted) {
    places.set(box.id, along === 'x' ? { x: next, y: box.y } : { x: box.x, y: next })
    next += box[size] + gap
  }
  return places
}
