import { placeBeside } from '#lib/board/commands/flow.ts'
import { addNotes } from '#lib/board/commands/notes.ts'
import { defaultSize } from '#lib/board/fields.ts'
import { laneAt } from '#lib/board/layout.ts'
import type { Point } from '#lib/geometry/box.ts'
import { type NoteKindId, noteKind, noteKinds } from '#lib/notes/kinds/index.ts'
import type { BoardState } from '../state/board-state.ts'
import { noGesture } from '../state/gesture.ts'
import type { Tool } from './tool.ts'

/** Adds a note of a kind with its middle at a point and opens it for editing; returns its id. */
export function addNoteAt(board: BoardState, kind: NoteKindId, at: Point): string | null {
  const answer = board.may('note.add', { own: true, locked: false, kind })
  if (!answer.ok) {
    board.tell(answer.reason)
    return null
  }
  const [id = null] = addNotes(board.writer, board.model, [
    { kind, x: at.x - defaultSize[0] / 2, y: at.y - defaultSize[1] / 2 },
  ])
  if (id !== null) {
    board.selection.setNotes([id])
    board.editing.set({ root: 'notes', id, start: 'end' })
  }
  return id
}

/**
 * Returns the kind of a note when nobody chose one: in a lane a step, so that it is part of the process and of its
 * numbers; on open paper a plain note; where the activity does not allow that, a kind that it allows.
 */
export function kindAt(board: BoardState, at: Point): NoteKindId {
  const byPlace: NoteKindId[] = laneAt(board.model.lanes, at.y) ? ['step', 'plain'] : ['plain', 'step']
  const wanted = [...byPlace, ...noteKinds.map(kind => kind.id)]
  return wanted.find(kind => board.may('note.add', { own: true, locked: false, kind }).ok) ?? byPlace[0] ?? 'plain'
}

/** Adds a note of the same kind at the first free spot on the right of another, and opens it for editing. */
export function addNoteBeside(board: BoardState, id: string): void {
  const note = board.model.notes.get(id)
  if (!note) return
  const { x, y } = placeBeside(board.model, note, 'right', defaultSize)
  const at = { x: x + defaultSize[0] / 2, y: y + defaultSize[1] / 2 }
  if (addNoteAt(board, note.kind, at)) board.viewport.reveal({ x, y, w: defaultSize[0], h: defaultSize[1] })
}

/** Previews the note that the tool would add with its middle at a point. */
export function showGhost(board: BoardState, at: Point): void {
  const tool = board.tool.get()
  if (tool.id !== 'note') return
  const [w, h] = defaultSize
  const box = { x: at.x - w / 2, y: at.y - h / 2, w, h }
  board.gesture.set({ ghosts: [{ box, paper: noteKind(tool.kind).paper, kind: tool.kind }] })
}

/** N, S, D and the palette: a press adds a note; the tool is deselected after one. */
export const noteTool: Tool = {
  cursor: () => 'copy',
  hover: (board, { at }) => showGhost(board, at),
  leave: board => board.gesture.set(noGesture),
  press: board => ({
    move: () => undefined,
    release: event => {
      const tool = board.tool.get()
      board.gesture.set(noGesture)
      if (tool.id === 'note') addNoteAt(board, tool.kind, event.at)
      board.tool.set({ id: 'select' })
    },
    cancel: () => board.gesture.set(noGesture),
  }),
}
