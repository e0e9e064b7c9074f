import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceAround,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceAround,
  BringToFront,
  Group,
  Lock,
  LockOpen,
  SendToBack,
  Ungroup,
} from 'lucide-react'
import { about, type Icon, type WallAction } from '#components/workspace/action.ts'
import { groupNotes } from '#lib/board/commands/groups.ts'
import { moveNotes, setNotes, stackNotes } from '#lib/board/commands/notes.ts'
import { type Alignment, align, distribute } from '#lib/geometry/arrange.ts'
import type { BoardState } from '../state/board-state.ts'
import { startEditing } from '../tools/press-select.ts'
import { aboutNotes, allLocked, free, hasNotes, hasSeveral, onFree, selectedNotes } from './subject.ts'

const aligning = (to: Alignment, label: string, icon: Icon): WallAction => ({
  id: `arrange.align.${to}`,
  label,
  group: 'arrange',
  icon,
  applies: hasSeveral(2),
  ...onFree('note.move'),
  perform: board => moveNotes(board.writer, board.model, align(free(board), to)),
})

const distributing = (along: 'x' | 'y', label: string, icon: Icon): WallAction => ({
  id: `arrange.distribute.${along}`,
  label,
  group: 'arrange',
  icon,
  applies: hasSeveral(3),
  needs: [about('note.move', free)],
  unless: board => (free(board).length < 3 ? 'Three notes that are not locked are needed.' : null),
  perform: board => moveNotes(board.writer, board.model, distribute(free(board), along)),
})

const grouped = (board: BoardState): boolean =>
  selectedNotes(board).some(note => note.group !== null && board.model.groups.has(note.group))

export const alignActions: readonly WallAction[] = [
  aligning('left', 'Align left', AlignStartVertical),
  aligning('centre', 'Align centres', AlignCenterVertical),
  aligning('right', 'Align right', AlignEndVertical),
  aligning('top', 'Align top', AlignStartHorizontal),
  aligning('middle', 'Align middles', AlignCenterHorizontal),
  aligning('bottom', 'Align bottom', AlignEndHorizontal),
  distributing('x', 'Same gaps from left to right', AlignHorizontalSpaceAround),
  distributing('y', 'Same gaps from top to bottom', AlignVerticalSpaceAround),
]

export const group: WallAction = {
  id: 'arrange.group',
  label: 'Group',
  group: 'arrange',
  icon: Group,
  shortcuts: ['Mod+G'],
  applies: hasSeveral(2),
  needs: ['note.group', about('note.move', free)],
  unless: allLocked,
  perform: board => {
    const made = groupNotes(board.writer, new Set(free(board).map(note => note.id)))
    board.announce(`${free(board).length} notes grouped`)
    startEditing(board, 'groups', made)
  },
}

export const ungroup: WallAction = {
  id: 'arrange.ungroup',
  label: 'Ungroup',
  group: 'arrange',
  icon: Ungroup,
  shortcuts: ['Mod+Shift+G'],
  applies: grouped,
  ...onFree('note.move'),
  perform: board => {
    setNotes(
      board.writer,
      'note.ungroup',
      free(board).map(note => note.id),
      { group: null },
    )
    board.announce('Ungrouped')
  },
}

export const lock: WallAction = {
  id: 'arrange.lock',
  label: 'Lock',
  group: 'arrange',
  icon: Lock,
  shortcuts: ['Mod+Shift+L'],
  applies: board => hasNotes(board) && allLocked(board) === null,
  needs: [aboutNotes('note.lock')],
  perform: board => setNotes(board.writer, 'note.lock', board.selection.get().notes, { locked: true }),
}

export const unlock: WallAction = {
  id: 'arrange.unlock',
  label: 'Unlock',
  group: 'arrange',
  icon: LockOpen,
  shortcuts: ['Mod+Shift+L'],
  applies: board => allLocked(board) !== null,
  needs: [aboutNotes('note.lock')],
  perform: board => setNotes(board.writer, 'note.lock', board.selection.get().notes, { locked: false }),
}

export const toFront: WallAction = {
  id: 'arrange.front',
  label: 'To the front',
  group: 'arrange',
  icon: BringToFront,
  shortcuts: ['Mod+]', 'Shift+PageUp'],
  applies: hasNotes,
  ...onFree('note.move'),
  perform: board => stackNotes(board.writer, board.model, new Set(free(board).map(note => note.id)), 'top'),
}

export const toBack: WallAction = {
  id: 'arrange.back',
  label: 'To the back',
  group: 'arrange',
  icon: SendToBack,
  shortcuts: ['Mod+[', 'Shift+PageDown'],
  applies: hasNotes,
  ...onFree('note.move'),
  perform: board => stackNotes(board.writer, board.model, new Set(free(board).map(note => note.id)), 'bottom'),
}

export const arrangeActions: readonly WallAction[] = [group, ungroup, lock, unlock, ...alignActions, toFront, toBack]
