import { Pencil, SquarePlus, StickyNote, Tag } from 'lucide-react'
import type { Action } from '#components/workspace/action.ts'
import { addNoteAt, addNoteBeside, kindAt } from '../tools/note.ts'
import { startEditing } from '../tools/press-select.ts'
import { hasLane, hasOneLink, noteAtKeys, placeToPut, selectedGroup, selectedLane, selectedLinks } from './subject.ts'

/** Enter writes in whatever is selected; Tab goes on beside. */
export const writeActions: readonly Action[] = [
  {
    id: 'write.note',
    label: 'Write in the note',
    group: 'write',
    icon: Pencil,
    shortcuts: ['Enter', 'F2'],
    applies: board => noteAtKeys(board) !== null && board.linking.get() === null,
    perform: board => {
      const note = noteAtKeys(board)
      if (note) startEditing(board, 'notes', note.id)
    },
  },
  {
    id: 'write.link',
    label: 'Write on the link',
    group: 'write',
    icon: Pencil,
    shortcuts: ['Enter', 'F2'],
    applies: board => hasOneLink(board) && board.linking.get() === null,
    perform: board => {
      const [link] = selectedLinks(board)
      if (link) startEditing(board, 'links', link.id)
    },
  },
  {
    id: 'write.lane',
    label: 'Name the lane',
    group: 'write',
    icon: Pencil,
    shortcuts: ['Enter', 'F2'],
    applies: hasLane,
    enabled: board => board.may('lane.change'),
    perform: board => {
      const lane = selectedLane(board)
      if (lane) startEditing(board, 'lanes', lane.id)
    },
  },
  {
    id: 'write.group',
    label: 'Name the group',
    group: 'write',
    icon: Tag,
    shortcuts: ['Enter', 'F2'],
    applies: board => selectedGroup(board) !== null && board.linking.get() === null,
    enabled: board => board.may('note.group'),
    perform: board => {
      const group = selectedGroup(board)
      if (group) startEditing(board, 'groups', group)
    },
  },
  {
    id: 'write.here',
    label: 'New note here',
    group: 'write',
    icon: StickyNote,
    applies: board => board.selection.empty,
    enabled: board => board.may('note.add', { own: true, locked: false, kind: kindAt(board, placeToPut(board)) }),
    perform: board => {
      const at = placeToPut(board)
      addNoteAt(board, kindAt(board, at), at)
    },
  },
  {
    id: 'write.beside',
    label: 'New note beside',
    group: 'write',
    icon: SquarePlus,
    shortcuts: ['Tab'],
    applies: board => board.selection.get().notes.size === 1 && board.linking.get() === null,
    enabled: board => {
      const note = noteAtKeys(board)
      return board.may('note.add', { own: true, locked: false, ...(note ? { kind: note.kind } : {}) })
    },
    perform: board => {
      const note = noteAtKeys(board)
      if (note) addNoteBeside(board, note.id)
    },
  },
]
