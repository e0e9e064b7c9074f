import type { BoardState } from '#components/board/state/board-state.ts'
import { around } from '#lib/geometry/box.ts'

/** Moves the look to a note, near enough to read it, and selects it. */
export function goToNote(board: BoardState, id: string): void {
  const note = board.model.notes.get(id)
  if (!note) return
  board.selection.setNotes([id])
  const { viewport } = board
  if (viewport.get().zoom < 0.5) viewport.animateTo(viewport.cameraFor(note, 1, 160))
  else viewport.reveal(note, 80)
}

/** Moves the look to a link with both of its notes, and selects it. */
export function goToLink(board: BoardState, id: string): void {
  const link = board.model.links.get(id)
  const ends =
    link && [board.model.notes.get(link.from), board.model.notes.get(link.to)].filter(note => note !== undefined)
  const box = ends && around(ends)
  if (!box) return
  board.selection.setLinks([id])
  const { viewport } = board
  const { w, h } = viewport.visible
  const fits = box.w < w * 0.9 && box.h < h * 0.9
  if (viewport.get().zoom < 0.5 || !fits) viewport.animateTo(viewport.cameraFor(box, 1, 120))
  else viewport.reveal(box, 60)
}
