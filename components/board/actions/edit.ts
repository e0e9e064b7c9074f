import { CopyPlus, Redo2, SquareDashedMousePointer, SquareParking, Trash2, Undo2 } from 'lucide-react'
import { type Action, no, yes } from '#components/workspace/action.ts'
import { deleteLane } from '#lib/board/commands/lanes.ts'
import { deleteLinks } from '#lib/board/commands/links.ts'
import { deleteNotes } from '#lib/board/commands/notes.ts'
import { parkNotes } from '#lib/board/commands/parking.ts'
import { transact } from '#lib/board/commands/writer.ts'
import { copyNotes, fragmentLimit, pasteFragment } from '#lib/board/fragment.ts'
import type { BoardState } from '../state/board-state.ts'
import { both, free, hasLane, hasNotes, mayFree, mayLinks, selectedLane, selectedLinks } from './subject.ts'

/** px that a duplicate lies away from its original. */
const aside = { x: 24, y: 24 }

export const editActions: readonly Action[] = [
  {
    id: 'edit.undo',
    label: 'Undo',
    group: 'edit',
    icon: Undo2,
    shortcuts: ['Mod+Z'],
    enabled: board => (board.undo.canUndo ? yes : no('You have done nothing here that can be undone.')),
    perform: board => board.undo.undo(),
  },
  {
    id: 'edit.redo',
    label: 'Redo',
    group: 'edit',
    icon: Redo2,
    shortcuts: ['Mod+Shift+Z', 'Mod+Y'],
    enabled: board => (board.undo.canRedo ? yes : no('There is nothing to redo.')),
    perform: board => board.undo.redo(),
  },
  {
    id: 'edit.duplicate',
    label: 'Duplicate',
    group: 'edit',
    icon: CopyPlus,
    shortcuts: ['Mod+D'],
    applies: hasNotes,
    enabled: board =>
      board.selection.get().notes.size > fragmentLimit
        ? no(`Up to ${fragmentLimit.toLocaleString('en')} notes can be copied at once.`)
        : board.may('note.add'),
    perform: duplicate,
  },
  {
    id: 'edit.select-all',
    label: 'Select all',
    group: 'edit',
    icon: SquareDashedMousePointer,
    shortcuts: ['Mod+A'],
    perform: board => {
      board.selection.setNotes(board.index.ids, board.links.ids)
      board.announce(`${board.selection.get().notes.size} notes selected`)
    },
  },
  {
    id: 'edit.park',
    label: 'Into the parking lot',
    group: 'edit',
    icon: SquareParking,
    applies: hasNotes,
    enabled: mayFree('note.place'),
    perform: board => {
      const ids = free(board).map(note => note.id)
      parkNotes(board.writer, ids)
      board.selection.clear()
      board.tell(ids.length === 1 ? 'The note is in the parking lot.' : `${ids.length} notes are in the parking lot.`)
    },
  },
  {
    id: 'edit.delete',
    label: 'Take off the wall',
    group: 'edit',
    icon: Trash2,
    shortcuts: ['Delete', 'Backspace'],
    danger: true,
    applies: board => !board.selection.empty && !hasLane(board),
    enabled: board => both(mayFree('note.delete')(board), mayLinks(board, 'link.delete')),
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
  },
  {
    id: 'lane.delete',
    label: 'Take the lane off the wall',
    group: 'lanes',
    icon: Trash2,
    shortcuts: ['Delete', 'Backspace'],
    danger: true,
    applies: hasLane,
    enabled: board => board.may('lane.change'),
    perform: board => {
      const lane = selectedLane(board)
      if (!lane) return
      deleteLane(board.writer, board.model, lane.id)
      board.tell('The lane is off the wall; its notes lie where they were. Undo brings it back.')
    },
  },
]

function duplicate(board: BoardState): void {
  const copy = copyNotes(board.model, board.selection.get().notes, ability => board.may(ability).ok)
  board.selection.setNotes(pasteFragment(board.writer, board.model, copy, aside))
  board.announce(copy.notes.length === 1 ? 'Duplicated' : `${copy.notes.length} notes duplicated`)
}
