import type { Link, Note } from '#lib/board/snapshot.ts'
import { type Box, distance, expand, type Point } from '#lib/geometry/box.ts'
import { anchorOf, type Route, sides } from '#lib/geometry/route.ts'
import type { BoardState } from '../state/board-state.ts'
import { above } from '../state/spatial-index.ts'
import { type Corner, corners, type Hit } from './tool.ts'

/** px on screen. */
const reach = { corner: 9, edge: 13, link: 7, end: 9 }
/** px on screen between a note's edge and its link handle. */
export const handleGap = 16
/** Below this width on screen a note has no handles: they would cover it. */
export const handlesFrom = 56

export const cornerPoint = (box: Box, corner: Corner): Point => ({
  x: corner === 'ne' || corner === 'se' ? box.x + box.w : box.x,
  y: corner === 'sw' || corner === 'se' ? box.y + box.h : box.y,
})

/** Returns the one note that shows handles: the only selected one. */
export function handledNote(board: BoardState): Note | null {
  const { notes, links } = board.selection.get()
  if (notes.size !== 1 || links.size > 0) return null
  const [id = ''] = notes
  const note = board.model.notes.get(id)
  return note && board.index.has(id) && note.w * board.viewport.get().zoom >= handlesFrom ? note : null
}

/** Returns the one link that shows handles at its ends: the only selected entity. */
export function handledLink(board: BoardState): { link: Link; route: Route } | null {
  const { notes, links } = board.selection.get()
  if (notes.size > 0 || links.size !== 1) return null
  const [id = ''] = links
  const link = board.model.links.get(id)
  const route = board.links.route(id)
  return link && route ? { link, route } : null
}

/** Returns what is under a point of the wall. `coarse` enlarges the targets for a finger. */
export function hitTest(board: BoardState, at: Point, coarse = false): Hit {
  const px = (coarse ? 1.8 : 1) / board.viewport.get().zoom
  const led = handledLink(board)
  const ends = led
    ? ([
        ['from', led.route.points[0]],
        ['to', led.route.points.at(-1)],
      ] as const)
    : []
  for (const [end, point] of ends)
    if (led && point && distance(point, at) <= reach.end * px) return { type: 'link-end', id: led.link.id, end }
  const handled = handledNote(board)
  const hovered = board.hover.get()
  for (const note of [handled, hovered === null ? null : board.model.notes.get(hovered)]) {
    if (!note) continue
    const box = board.previews.boxOf(note)
    if (note === handled && !note.locked)
      for (const corner of corners)
        if (distance(cornerPoint(box, corner), at) <= reach.corner * px) return { type: 'corner', id: note.id, corner }
    const out = expand(box, handleGap / board.viewport.get().zoom)
    for (const side of sides)
      if (distance(anchorOf(out, side), at) <= reach.edge * px) return { type: 'edge', id: note.id, side }
  }
  const note = noteAt(board, at)
  if (note) return { type: 'note', id: note.id }
  const link = board.links.at(at, reach.link * px)
  return link ? { type: 'link', id: link.id } : { type: 'paper' }
}

/** Returns the top note at a point, by its shown position. */
export function noteAt(board: BoardState, at: Point): Note | null {
  let top: Note | null = null
  for (const note of board.index.within({ ...at, w: 0, h: 0 }))
    if (!board.previews.of(note.id) && (!top || above(note, top))) top = note
  return top
}
