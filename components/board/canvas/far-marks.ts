import { type PaperId, papers } from '#lib/notes/papers.ts'
import type { Mark } from '../state/decorations.ts'
import { type Context, legible } from './far-paint.ts'

/** Stamps and the position of the first of them, board px. */
export interface Stamped {
  at: { x: number; y: number }
  marks: readonly Mark[]
}

/** Whether stamps are readable at this scale. */
export const hasLetters = (scale: number): boolean => scale * 13 >= legible

/**
 * Draws stamps as dots of a visible size; far away all of one colour together, because there are thousands, and with
 * their letters where these are readable.
 */
export function paintStamps(context: Context, stamped: readonly Stamped[], scale: number): void {
  const radius = Math.max(12, 3.2 / scale)
  const withLetters = hasLetters(scale)
  const dots = new Map<PaperId, Path2D>()
  context.lineWidth = radius / 6
  for (const { at, marks } of stamped)
    for (const [index, mark] of marks.entries()) {
      const x = at.x - index * radius * 2
      if (withLetters) {
        const dot = new Path2D()
        dot.arc(x, at.y, radius, 0, 7)
        paintDots(context, mark.paper, dot)
        letter(context, mark, { x, y: at.y })
        continue
      }
      const path = dots.get(mark.paper) ?? new Path2D()
      dots.set(mark.paper, path)
      path.moveTo(x + radius, at.y)
      path.arc(x, at.y, radius, 0, 7)
    }
  for (const [paper, path] of dots) paintDots(context, paper, path)
}

function paintDots(context: Context, paper: PaperId, dots: Path2D): void {
  context.fillStyle = papers[paper].fill
  context.fill(dots)
  context.strokeStyle = papers[paper].edge
  context.stroke(dots)
}

function letter(context: Context, mark: Mark, { x, y }: { x: number; y: number }): void {
  context.fillStyle = papers[mark.paper].ink
  context.font = '600 12.5px sans-serif'
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(mark.label, x, y)
}
