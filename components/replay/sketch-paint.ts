import { type Box, intersects } from '#lib/geometry/box.ts'
import { lineHeight } from '#lib/geometry/text-fit.ts'
import { type PaperId, papers } from '#lib/notes/papers.ts'
import type { Sketch, SketchSheet } from '#lib/replay/sketch.ts'

/** What of the wall a picture shows, and how large. */
export interface PictureView {
  /** Board px of the picture's top-left corner. */
  x: number
  y: number
  /** Px of the picture per board px. */
  scale: number
  /** Px of the picture. */
  width: number
  height: number
}

/** Px of the picture of a sheet's width from which sheets are drawn one above the other, with writing. */
const singly = 12
/** Sheets in sight up to which they are written on: on a crowded wall nobody reads in passing. */
const readable = 400
/** px that a note keeps free at its sides, at the top and at the foot; its letters are half as wide as high. */
const padding = { side: 11, top: 9, foot: 24 }
const letterWidth = 0.45
/** px of the writing on a note, the largest that fits. */
const sizes = [20.5, 16.5, 13.5, 11]

/**
 * Draws links and notes in outline, of nothing but filled boxes: sheets of their papers, writing as bars. In a worker,
 * so without fonts.
 */
export function paintSketch(
  context: OffscreenCanvasRenderingContext2D,
  { sheets, links }: Pick<Sketch, 'sheets' | 'links'>,
  { x, y, scale, width, height }: PictureView,
  ink: string,
): void {
  context.setTransform(scale, 0, 0, scale, -x * scale, -y * scale)
  const visible = { x, y, w: width / scale, h: height / scale }
  paintLines(context, links, visible, scale, ink)
  const inSight = sheets.filter(sheet => intersects(sheet, visible))
  const [small, large]: [SketchSheet[], SketchSheet[]] = [[], []]
  for (const sheet of inSight) (sheet.w * scale < singly ? small : large).push(sheet)
  const byPaper = new Map<PaperId, SketchSheet[]>()
  for (const sheet of small) {
    const list = byPaper.get(sheet.paper)
    if (list) list.push(sheet)
    else byPaper.set(sheet.paper, [sheet])
  }
  const least = 2 / scale
  for (const [paper, list] of byPaper) {
    context.fillStyle = papers[paper].fill
    for (const { x, y, w, h } of list) context.fillRect(x, y, Math.max(w, least), Math.max(h, least))
  }
  large.sort((a, b) => (a.z < b.z ? -1 : a.z > b.z ? 1 : a.id < b.id ? -1 : 1))
  for (const sheet of large) paintSheet(context, sheet, scale, large.length <= readable)
}

function paintLines(
  context: OffscreenCanvasRenderingContext2D,
  links: Sketch['links'],
  visible: Box,
  scale: number,
  ink: string,
): void {
  context.globalAlpha = 0.78
  context.fillStyle = ink
  const wide = Math.max(2.2, 0.45 / scale)
  const [right, bottom] = [visible.x + visible.w, visible.y + visible.h]
  for (const [from, to] of links) {
    const [x, y] = [from.x + from.w / 2, from.y + from.h / 2]
    const [atX, atY] = [to.x + to.w / 2, to.y + to.h / 2]
    // Along, then up or down: as most links run, the rest of the way being under their notes.
    if (y > visible.y && y < bottom) context.fillRect(Math.min(x, atX), y, Math.abs(atX - x), wide)
    if (atX > visible.x && atX < right) context.fillRect(atX, Math.min(y, atY), wide, Math.abs(atY - y))
  }
  context.globalAlpha = 1
}

function paintSheet(
  context: OffscreenCanvasRenderingContext2D,
  sheet: SketchSheet,
  scale: number,
  written: boolean,
): void {
  const { x, y, w, h, text } = sheet
  const paper = papers[sheet.paper]
  context.fillStyle = paper.edge
  context.fillRect(x, y + h, w, Math.max(1.5, 0.6 / scale))
  context.fillStyle = paper.fill
  context.fillRect(x, y, w, h)
  if (!text || !written) return
  context.fillStyle = paper.ink
  context.globalAlpha = 0.34
  const { size, letters } = writingOn(sheet)
  for (let line = 0; line * letters < text.length; line += 1) {
    const wide = Math.min(letters, text.length - line * letters) * size * letterWidth
    context.fillRect(x + padding.side, y + padding.top + size * (0.4 + line * lineHeight), wide, size * 0.4)
  }
  context.globalAlpha = 1
}

/** About how a text is written on its note: measuring it would take a font. */
function writingOn({ w, h, text }: SketchSheet): { size: number; letters: number } {
  const room = { w: w - 2 * padding.side, h: h - padding.top - padding.foot }
  let size = 11
  for (size of sizes) if (Math.ceil((text.length * size * letterWidth) / room.w) * size * lineHeight <= room.h) break
  return { size, letters: Math.max(1, Math.floor(room.w / (size * letterWidth))) }
}
