import { Pencil, SquarePlus, StickyNote, Tag } from 'lucide-react'
import type { WallAction } from '#components/workspace/action.ts'
import { writeNext } from '../tools/next-step.ts'
import { addNoteAt, kindAt } from '../tools/note.ts'
import { startEditing } from '../tools/press-select.ts'
import {
  hasLane,
  hasOneLink,
  newNote,
  noteAtKeys,
  placeToPut,
  selectedGroup,
  selectedLane,
  selectedLinks,
} from './subject.ts'

export const writeInNote: WallAction = {
  id: 'write.note',
  label: 'Write in the note',
  group: 'write',
  icon: Pencil,
  shortcuts: ['Enter', 'F2'],
  applies: board => noteAtKeys(board) !== null && board.linking.get() === null,
  needs: [],
  perform: board => {
    const note = noteAtKeys(board)
    if (note) startEditing(board, 'notes', note.id)
  },
}

export const writeOnLink: WallAction = {
  id: 'write.link',
  label: 'Write on the link',
  group: 'write',
  icon: Pencil,
  shortcuts: ['Enter', 'F2'],
  applies: board => hasOneLink(board) && board.linking.get() === null,
  needs: [],
  perform: board => {
    const [link] = selectedLinks(board)
    if (link) startEditing(board, 'links', link.id)
  },
}

export const nameLane: WallAction = {
  id: 'write.lane',
  label: 'Name the lane',
  group: 'write',
  icon: Pencil,
  shortcuts: ['Enter', 'F2'],
  applies: hasLane,
  needs: ['lane.change'],
  perform: board => {
    const lane = selectedLane(board)
    if (lane) startEditing(board, 'lanes', lane.id)
  },
}

export const nameTheGroup: WallAction = {
  id: 'write.group',
  label: 'Name the group',
  group: 'write',
  icon: Tag,
  shortcuts: ['Enter', 'F2'],
  applies: board => selectedGroup(board) !== null && board.linking.get() === null,
  needs: ['note.group'],
  perform: board => {
    const group = selectedGroup(board)
    if (group) startEditing(board, 'groups', group)
  },
}

export const newNoteHere: WallAction = {
  id: 'write.here',
  label: 'New note here',
  group: 'write',
  icon: StickyNote,
  applies: board => board.selection.empty,
  needs: [{ ability: 'note.add', of: board => [newNote(kindAt(board, placeToPut(board)))] }],
  perform: board => {
    const at = placeToPut(board)
    addNoteAt(board, kindAt(board, at), at)
  },
}

export const nextStep: WallAction = {
  id: 'write.next',
  label: 'The next step, linked',
  group: 'write',
  icon: SquarePlus,
  shortcuts: ['Tab'],
  applies: board => board.selection.get().notes.size === 1 && board.linking.get() === null,
  needs: [],
  perform: board => {
    const note = noteAtKeys(board)
    if (note) writeNext(board, note.id)
  },
}

/** Enter edits the selected text; Tab goes on with the next step. */
export const writeActions: readonly WallAction[] = [
  writeInNote,
  writeOnLink,
  nameLane,
  nameTheGroup,
  newNoteHere,
  nextStep,
]
