import { placeBeside } from '#lib/board/commands/flow.ts'
import { deleteNotes } from '#lib/board/commands/notes.ts'
import { defaultSize } from '#lib/board/fields.ts'
import type { Note } from '#lib/board/snapshot.ts'
import type { Box } from '#lib/geometry/box.ts'
import { isWork } from '#lib/notes/kinds/index.ts'
import { alongFlow } from '../state/along-flow.ts'
import type { BoardState } from '../state/board-state.ts'
import { grow } from './draw-link.ts'
import { addNoteBeside } from './note.ts'
import { startEditing } from './press-select.ts'

/** Number of links from which people know how the next step is made. */
const known = 5

/** Whether a note is part of a process: what comes next is a step linked to it. */
const leadsOn = (board: BoardState, note: Note): boolean => isWork(note.kind) || board.links.of(note.id).size > 0

/**
 * Goes on writing: in the step that follows along the flow, in a new one linked to this where none follows. Beside a
 * remark, which leads nowhere, another remark.
 */
export function writeNext(board: BoardState, id: string): void {
  const note = board.model.notes.get(id)
  if (!note) return
  const [next] = alongFlow(board, note, 'right')
  if (next) writeIn(board, next)
  else if (!leadsOn(board, note)) addNoteBeside(board, id)
  else {
    const answer = board.may('link.add')
    if (!answer.ok) {
      board.tell(answer.reason)
      return
    }
    grow(board, id, { side: 'right' })
    const now = board.editing.get()
    if (now) board.editing.set({ ...now, onTrial: true })
  }
}

/** Leaves a step; one that was begun by going on and has no word yet goes again, with its link. */
export function leaveStep(board: BoardState, id: string): void {
  const now = board.editing.get()
  const note = board.model.notes.get(id)
  board.editing.set(null)
  if (now?.id !== id || !now.onTrial || note?.text.trim() !== '') return
  const [before] = alongFlow(board, note, 'left')
  deleteNotes(board.writer, board.model, new Set([id]))
  if (before) board.selection.setNotes([before.id])
}

/** Goes back to the step before along the flow; returns whether there is one. */
export function writeBefore(board: BoardState, id: string): boolean {
  const note = board.model.notes.get(id)
  const [before] = note ? alongFlow(board, note, 'left') : []
  if (before) writeIn(board, before)
  else board.announce('No step comes before.')
  return before !== undefined
}

function writeIn(board: BoardState, note: Note): void {
  startEditing(board, 'notes', note.id)
  board.viewport.reveal(note, 80)
}

/** Where the next step would be, while few are linked; null: known by now, or not for now. */
export function nextStepGhost(board: BoardState, id: string): Box | null {
  const note = board.model.notes.get(id)
  const may = board.may('link.add').ok && board.may('note.add', { own: true, locked: false, kind: 'step' }).ok
  if (!note || !may || board.model.links.size >= known || !board.index.has(id) || !leadsOn(board, note)) return null
  if (alongFlow(board, note, 'right').length > 0) return null
  const [w, h] = defaultSize
  const isFree = (box: Box) => board.index.within(box).length === 0
  return { ...placeBeside(board.model, note, 'right', defaultSize, isFree), w, h }
}
