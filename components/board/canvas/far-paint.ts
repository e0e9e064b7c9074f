import type { Link, Note } from '#lib/board/snapshot.ts'
import type { Box } from '#lib/geometry/box.ts'
import { arrowhead, type PathStep, type Route, roundedPath } from '#lib/geometry/route.ts'
import { lineHeight } from '#lib/geometry/text-fit.ts'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { type PaperId, papers } from '#lib/notes/papers.ts'
import { fitNote, noteFont, notePadding } from '../notes/measure.ts'

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** A note with its present position. */
export interface PaintedNote {
  note: Note
  box: Box
}
export interface PaintedLink {
  link: Link
  route: Route
}

/** Device px per line of text from which text is drawn; below it bars hint at it, or it is left out. */
const legible = 6
const hinted = 1.7
/** Device px of a note's width from which notes are drawn one above the other, with corners. */
const singly = 34

const paperOf = (note: Note): PaperId => note.colour ?? noteKind(note.kind).paper

/** Draws links with one stroke and one fill for all of them. The context's transform is board px × scale. */
export function paintLinks(context: Context, links: readonly PaintedLink[], scale: number, ink: string): void {
  if (links.length === 0) return
  context.globalAlpha = 0.78
  context.strokeStyle = ink
  context.fillStyle = ink
  context.lineWidth = Math.max(2.2, 1 / scale)
  context.lineCap = 'round'
  context.beginPath()
  for (const { route } of links) trace(context, scale < 0.2 ? straight(route) : roundedPath(route.points))
  context.stroke()
  if (scale >= 0.12) {
    const size = Math.max(1, 0.35 / scale)
    context.beginPath()
    for (const { route } of links) {
      const [tip, left, right] = arrowhead(route.points, 11 * size, 9 * size)
      context.moveTo(tip.x, tip.y)
      context.lineTo(left.x, left.y)
      context.lineTo(right.x, right.y)
    }
    context.fill()
  }
  context.globalAlpha = 1
  if (scale * 16 < legible) return
  context.font = `16px ${noteFont.get().family}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  for (const { link, route } of links) if (link.text) context.fillText(link.text, route.label.x, route.label.y, 240)
}

const straight = (route: Route): PathStep[] =>
  route.points.map((to, index) => ({ type: index === 0 ? ('move' as const) : ('line' as const), to }))

function trace(context: Context, steps: readonly PathStep[]): void {
  for (const step of steps)
    if (step.type === 'move') context.moveTo(step.to.x, step.to.y)
    else if (step.type === 'line') context.lineTo(step.to.x, step.to.y)
    else context.quadraticCurveTo(step.by.x, step.by.y, step.to.x, step.to.y)
}

/** Draws notes: far away all of one colour together, nearer one above the other with their text. */
export function paintNotes(context: Context, notes: readonly PaintedNote[], scale: number): void {
  const small: PaintedNote[] = []
  const large: PaintedNote[] = []
  for (const painted of notes) (painted.box.w * scale < singly ? small : large).push(painted)
  paintTogether(context, small, scale)
  large.sort((a, b) => (a.note.z < b.note.z ? -1 : a.note.z > b.note.z ? 1 : a.note.id < b.note.id ? -1 : 1))
  for (const painted of large) paintOne(context, painted, scale)
}

function paintTogether(context: Context, notes: readonly PaintedNote[], scale: number): void {
  const byPaper = new Map<PaperId, PaintedNote[]>()
  for (const painted of notes) {
    const paper = paperOf(painted.note)
    const list = byPaper.get(paper)
    if (list) list.push(painted)
    else byPaper.set(paper, [painted])
  }
  if (scale > 0.08) {
    context.fillStyle = 'rgb(50 32 8 / 0.24)'
    for (const { box } of notes) context.fillRect(box.x, box.y + 1 / scale, box.w, box.h)
  }
  for (const [paper, list] of byPaper) {
    context.fillStyle = papers[paper].fill
    for (const { box } of list) context.fillRect(box.x, box.y, box.w, box.h)
  }
  if (scale * 18 * lineHeight < hinted * 1.6) return
  for (const [paper, list] of byPaper) {
    context.fillStyle = papers[paper].ink
    context.globalAlpha = 0.32
    for (const painted of list) hint(context, painted, scale)
    context.globalAlpha = 1
  }
}

function paintOne(context: Context, painted: PaintedNote, scale: number): void {
  const { note, box } = painted
  const paper = papers[paperOf(note)]
  context.fillStyle = 'rgb(50 32 8 / 0.22)'
  outline(context, note, { ...box, y: box.y + Math.max(1.5, 1 / scale) })
  context.fill()
  context.fillStyle = paper.fill
  outline(context, note, box)
  context.fill()
  const { size, lines } = fitNote(note.text, note.w, note.h)
  context.fillStyle = paper.ink
  if (size * scale < legible) {
    context.globalAlpha = 0.34
    hint(context, painted, scale)
    context.globalAlpha = 1
    return
  }
  context.font = `${size}px ${noteFont.get().family}`
  context.textAlign = 'start'
  context.textBaseline = 'alphabetic'
  const inset = noteKind(note.kind).corner === 'diamond' ? 5 : 0
  for (const [index, line] of lines.entries())
    if (line)
      context.fillText(
        line,
        box.x + notePadding.side + inset,
        box.y + notePadding.top + size * (0.94 + index * lineHeight),
      )
}

/** Draws bars in place of text lines. */
function hint(context: Context, { note, box }: PaintedNote, scale: number): void {
  const { size, lines } = fitNote(note.text, note.w, note.h)
  if (size * lineHeight * scale < hinted) return
  const height = Math.max(size * 0.34, 0.8 / scale)
  for (const [index, line] of lines.entries()) {
    const width = Math.min(box.w - 2 * notePadding.side, line.length * size * 0.42)
    if (width > 0)
      context.fillRect(
        box.x + notePadding.side,
        box.y + notePadding.top + size * (0.4 + index * lineHeight),
        width,
        height,
      )
  }
}

function outline(context: Context, note: Note, { x, y, w, h }: Box): void {
  context.beginPath()
  switch (noteKind(note.kind).corner) {
    case 'square':
    case 'tab':
      context.rect(x, y, w, h)
      return
    case 'round':
      context.roundRect(x, y, w, h, 14)
      return
    case 'cut':
      polygon(context, [x, y, x + w - 16, y, x + w, y + 16, x + w, y + h, x, y + h])
      return
    case 'diamond':
      polygon(context, [x + 12, y, x + w - 12, y, x + w, y + h / 2, x + w - 12, y + h, x + 12, y + h, x, y + h / 2])
      return
  }
}

function polygon(context: Context, points: readonly number[]): void {
  for (let i = 0; i + 1 < points.length; i += 2) context.lineTo(points[i] ?? 0, points[i + 1] ?? 0)
  context.closePath()
}
