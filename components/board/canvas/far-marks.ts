import { type PaperId, papers } from '#lib/notes/papers.ts'
import type { Mark } from '../state/decorations.ts'
import type { Context } from './far-paint.ts'

/** Stamps and the position of the first of them, board px. */
export interface Stamped {
  at: { x: number; y: number }
  marks: readonly Mark[]
}

/** Zoom down to which stamps keep their letters, and px on screen that they measure there at least. */
const lettered = { from: 0.29, size: 16 } as const
const perPx = (): number => globalThis.devicePixelRatio ?? 1

/** Whether stamps have letters at this scale. */
export const hasLetters = (scale: number): boolean => scale / perPx() >= lettered.from

/**
 * Draws stamps as dots of a visible size, hollow where nobody has confirmed them; far away all of one look together,
 * because there are thousands, and with their letters as far as these can be read.
 */
export function paintStamps(context: Context, stamped: readonly Stamped[], scale: number): void {
  const withLetters = hasLetters(scale)
  const radius = Math.max(12, withLetters ? (lettered.size / 2) * (perPx() / scale) : 3.2 / scale)
  const dots = new Map<string, { paper: PaperId; hollow: boolean; path: Path2D }>()
  context.lineWidth = radius / 6
  for (const { at, marks } of stamped)
    for (const [index, mark] of marks.entries()) {
      const x = at.x - index * radius * 2.2
      const hollow = mark.proposed ?? false
      if (withLetters) {
        const dot = new Path2D()
        dot.arc(x, at.y, radius, 0, 7)
        paintDots(context, mark.paper, hollow, dot)
        letter(context, mark, { x, y: at.y }, radius)
        continue
      }
      const look = `${mark.paper} ${hollow}`
      const { path } = dots.get(look) ?? { path: new Path2D() }
      dots.set(look, { paper: mark.paper, hollow, path })
      path.moveTo(x + radius, at.y)
      path.arc(x, at.y, radius, 0, 7)
    }
  for (const { paper, hollow, path } of dots.values()) paintDots(context, paper, hollow, path)
}

function paintDots(context: Context, paper: PaperId, hollow: boolean, dots: Path2D): void {
  context.fillStyle = hollow ? hollowFill : papers[paper].fill
  context.fill(dots)
  context.strokeStyle = papers[paper].edge
  context.stroke(dots)
}

/** The paper of what is only proposed, on every wall. */
const hollowFill = '#fffdf8'
const hollowInk = '#33261a'

function letter(context: Context, mark: Mark, { x, y }: { x: number; y: number }, radius: number): void {
  context.fillStyle = mark.proposed ? hollowInk : papers[mark.paper].ink
  context.font = `600 ${radius * 1.04}px sans-serif`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(mark.label, x, y)
}
