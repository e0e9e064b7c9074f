import type { BoardState } from '#components/board/state/board-state.ts'
import { around, type Box, expand } from '#lib/geometry/box.ts'

type Rect = [x: number, y: number, w: number, h: number]

const whole = ({ x, y, w, h }: Box): Rect => [Math.round(x), Math.round(y), Math.round(w), Math.round(h)]

/** The visible part of the wall in this tab, board px. */
export const visibleRect = (board: BoardState): Rect => whole(board.viewport.visible)

/** Returns the part for the spotlight: the selected notes; without any, the visible part. */
export function chosenPart(board: BoardState): { rect: Rect; noteId: string | null } {
  const notes = [...board.selection.get().notes].flatMap(id => board.model.notes.get(id) ?? [])
  const box = around(notes)
  if (!box) return { rect: visibleRect(board), noteId: null }
  return {
    rect: whole(notes.length === 1 ? box : expand(box, 24)),
    noteId: notes.length === 1 ? (notes[0]?.id ?? null) : null,
  }
}
