import { resizeNote as writeSize } from '#lib/board/commands/notes.ts'
import { limits } from '#lib/board/fields.ts'
import { type Box, clamp } from '#lib/geometry/box.ts'
import { type BoardState, factsOf } from '../state/board-state.ts'
import type { Corner, Gesture, PointerInfo } from './tool.ts'

/** Dragging a note's corner; the opposite corner stays. Shift keeps the proportions. */
export function resizeGesture(board: BoardState, id: string, corner: Corner): Gesture | null {
  const note = board.model.notes.get(id)
  if (!note) return null
  const answer = board.may('note.move', factsOf(board, note))
  if (!answer.ok) {
    board.tell(answer.reason)
    return null
  }
  const west = corner === 'nw' || corner === 'sw'
  const north = corner === 'nw' || corner === 'ne'
  const boxAt = (event: PointerInfo): Box => {
    let w = clamp(west ? note.x + note.w - event.at.x : event.at.x - note.x, ...limits.noteWidth)
    let h = clamp(north ? note.y + note.h - event.at.y : event.at.y - note.y, ...limits.noteHeight)
    if (event.shift) {
      const scale = Math.max(w / note.w, h / note.h)
      w = clamp(note.w * scale, ...limits.noteWidth)
      h = clamp(note.h * scale, ...limits.noteHeight)
    }
    return { x: west ? note.x + note.w - w : note.x, y: north ? note.y + note.h - h : note.y, w, h }
  }
  return {
    move: event => board.previews.setOwn(new Map([[id, boxAt(event)]])),
    release: event => {
      writeSize(board.writer, board.model, id, boxAt(event))
      board.previews.clearOwn()
    },
    cancel: () => board.previews.clearOwn(),
  }
}
