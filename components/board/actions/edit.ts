import { CopyPlus, Redo2, SquareDashedMousePointer, SquareParking, Trash2, Undo2 } from 'lucide-react'
import { about, type WallAction } from '#components/workspace/action.ts'
import { deleteLane } from '#lib/board/commands/lanes.ts'
import { deleteLinks } from '#lib/board/commands/links.ts'
import { deleteNotes } from '#lib/board/commands/notes.ts'
import { parkNotes } from '#lib/board/commands/parking.ts'
import { transact } from '#lib/board/commands/writer.ts'
import { copyNotes, fragmentLimit, pasteFragment } from '#lib/board/fragment.ts'
import type { BoardState } from '../state/board-state.ts'
import { aboutLinks, allLocked, free, hasLane, hasNotes, onFree, selectedLane, selectedLinks } from './subject.ts'

/** px by which a duplicate is shifted. */
const aside = { x: 24, y: 24 }

/** Undoes the last step; announces when an added entity stays. */
export function undoLast(board: BoardState): void {
  if (board.undo.undo().keeps)
    board.tell('Others have worked on what you added: it stays. Take it off if it should go.')
}

export const undo: WallAction = {
  id: 'edit.undo',
  label: 'Undo',
  group: 'edit',
  icon: Undo2,
  shortcuts: ['Mod+Z'],
  repeats: true,
  needs: [],
  unless: board => (board.undo.canUndo ? null : 'You have done nothing here that can be undone.'),
  perform: undoLast,
}

export const redo: WallAction = {
  id: 'edit.redo',
  label: 'Redo',
  group: 'edit',
  icon: Redo2,
  shortcuts: ['Mod+Shift+Z', 'Mod+Y'],
  repeats: true,
  needs: [],
  unless: board => (board.undo.canRedo ? null : 'There is nothing to redo.'),
  perform: board => board.undo.redo(),
}

export const duplicate: WallAction = {
  id: 'edit.duplicate',
  label: 'Duplicate',
  group: 'edit',
  icon: CopyPlus,
  shortcuts: ['Mod+D'],
  applies: hasNotes,
  needs: ['note.add'],
  unless: board =>
    board.selection.get().notes.size > fragmentLimit
      ? `Up to ${fragmentLimit.toLocaleString('en')} notes can be copied at once.`
      : null,
  perform: board => {
    const copy = copyNotes(board.model, board.selection.get().notes, ability => board.may(ability).ok)
    board.selection.setNotes(pasteFragment(board.writer, board.model, copy, aside))
    board.announce(copy.notes.length === 1 ? 'Duplicated' : `${copy.notes.length} notes duplicated`)
  },
}

export const selectAll: WallAction = {
  id: 'edit.select-all',
  label: 'Select all',
  group: 'edit',
  icon: SquareDashedMousePointer,
  shortcuts: ['Mod+A'],
  needs: [],
  perform: board => {
    board.selection.setNotes(board.index.ids, board.links.ids)
    board.announce(`${board.selection.get().notes.size} notes selected`)
  },
}

export const park: WallAction = {
  id: 'edit.park',
  label: 'Into the parking lot',
  group: 'edit',
  icon: SquareParking,
  applies: hasNotes,
  ...onFree('note.place'),
  perform: board => {
    const ids = free(board).map(note => note.id)
    parkNotes(board.writer, ids)
    board.selection.clear()
    board.tell(ids.length === 1 ? 'The note is in the parking lot.' : `${ids.length} notes are in the parking lot.`)
  },
}

export const takeOff: WallAction = {
  id: 'edit.delete',
  label: 'Take off the wall',
  group: 'edit',
  icon: Trash2,
  shortcuts: ['Delete', 'Backspace'],
  danger: true,
  applies: board => !board.selection.empty && !hasLane(board),
  needs: [about('note.delete', free), aboutLinks('link.delete')],
  unless: allLocked,
  perform: board => {
    const notes = new Set(free(board).map(note => note.id))
    const links = selectedLinks(board).map(link => link.id)
    transact(board.writer, 'note.delete', () => {
      if (notes.size > 0) deleteNotes(board.writer, board.model, notes)
      if (links.length > 0) deleteLinks(board.writer, links)
    })
    const [count, one] = notes.size > 0 ? [notes.size, 'note'] : [links.length, 'link']
    const what = count === 1 ? `1 ${one}` : `${count} ${one}s`
    board.announce(`${what} taken off the wall; undo brings back.`)
  },
}

export const takeLaneOff: WallAction = {
  id: 'lane.delete',
  label: 'Take the lane off the wall',
  group: 'lanes',
  icon: Trash2,
  shortcuts: ['Delete', 'Backspace'],
  danger: true,
  applies: hasLane,
  needs: ['lane.change'],
  perform: board => {
    const lane = selectedLane(board)
    if (!lane) return
    deleteLane(board.writer, board.model, lane.id)
    board.tell('The lane is off the wall; its notes lie where they were. Undo brings it back.')
  },
}

export const editActions: readonly WallAction[] = [undo, redo, duplicate, selectAll, park, takeOff, takeLaneOff]
