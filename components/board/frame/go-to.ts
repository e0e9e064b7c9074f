import type { BoardState } from '../state/board-state.ts'

/** Moves the look to a note, near enough to read it, and selects it. */
export function goToNote(board: BoardState, id: string): void {
  const note = board.model.notes.get(id)
  if (!note) return
  board.selection.setNotes([id])
  const { viewport } = board
  if (viewport.get().zoom < 0.5) viewport.animateTo(viewport.cameraFor(note, 1, 160))
  else viewport.reveal(note, 80)
}
