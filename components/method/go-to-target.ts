import { goToNote } from '#components/board/frame/go-to.ts'
import type { BoardState } from '#components/board/state/board-state.ts'
import type { Target } from '#lib/board/commands/method.ts'
import { around } from '#lib/geometry/box.ts'

/** Moves the look to a note or a link, near enough to read it, and selects it. */
export function goToTarget(board: BoardState, { root, id }: Target): void {
  if (root === 'notes') {
    goToNote(board, id)
    return
  }
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
