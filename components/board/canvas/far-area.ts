import type { Box } from '#lib/geometry/box.ts'
import type { BoardState } from '../state/board-state.ts'
import { asSeen, paintFading, paintFates } from './far-fate.ts'
import { paintStamps, type Stamped } from './far-marks.ts'
import { type PaintedLink, paintLinks, paintNotes } from './far-paint.ts'

/** Draws an area of the board: its links, notes and stamps. `without`: ids of notes that are drawn elsewhere. */
export function paintArea(
  context: CanvasRenderingContext2D,
  { model, index, links, marks, seen, fading }: BoardState,
  area: Box,
  scale: number,
  { without, ink, accent }: { without: ReadonlySet<string>; ink: string; accent: string },
): void {
  const drawn: PaintedLink[] = []
  for (const id of links.within(area)) {
    const link = model.links.get(id)
    const route = links.route(id)
    if (link && route && !without.has(link.from) && !without.has(link.to)) drawn.push({ link, route })
  }
  paintLinks(context, drawn, scale, ink)
  const notes = index.within(area).filter(note => !without.has(note.id))
  paintNotes(
    context,
    notes.map(note => ({ note: asSeen(seen, note), box: note })),
    scale,
  )
  paintFates(context, notes, seen, scale, accent)
  paintFading(context, notes, fading)
  const stamped: Stamped[] = []
  for (const note of notes) {
    const list = marks.of(note.id)
    if (list.length) stamped.push({ at: { x: note.x + note.w - 18, y: note.y + note.h - 4 }, marks: list })
  }
  for (const { link, route } of drawn) {
    const list = marks.of(link.id)
    if (list.length) stamped.push({ at: route.label, marks: list })
  }
  paintStamps(context, stamped, scale)
}
