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
import { type Action, no } from '#components/workspace/action.ts'
import { groupNotes } from '#lib/board/commands/groups.ts'
import { moveNotes, setNotes, stackNotes } from '#lib/board/commands/notes.ts'
import { type Alignment, align, distribute } from '#lib/geometry/arrange.ts'
import type { BoardState } from '../state/board-state.ts'
import { startEditing } from '../tools/press-select.ts'
import { both, free, hasNotes, hasSeveral, mayFree, mayNotes, selectedNotes } from './subject.ts'

const aligning = (to: Alignment, label: string, icon: NonNullable<Action['icon']>): Action => ({
  id: `arrange.align.${to}`,
  label,
  group: 'arrange',
  icon,
  applies: hasSeveral(2),
  enabled: mayFree('note.move'),
  perform: board => moveNotes(board.writer, board.model, align(free(board), to)),
})

const distributing = (along: 'x' | 'y', label: string, icon: NonNullable<Action['icon']>): Action => ({
  id: `arrange.distribute.${along}`,
  label,
  group: 'arrange',
  icon,
  applies: hasSeveral(3),
  enabled: board =>
    free(board).length < 3 ? no('Three notes that are not locked are needed.') : mayFree('note.move')(board),
  perform: board => moveNotes(board.writer, board.model, distribute(free(board), along)),
})

const grouped = (board: BoardState): boolean =>
  selectedNotes(board).some(note => note.group !== null && board.model.groups.has(note.group))

const allLocked = (board: BoardState): boolean => hasNotes(board) && free(board).length === 0

export const alignActions: readonly Action[] = [
  aligning('left', 'Align left', AlignStartVertical),
  aligning('centre', 'Align centres', AlignCenterVertical),
  aligning('right', 'Align right', AlignEndVertical),
  aligning('top', 'Align top', AlignStartHorizontal),
  aligning('middle', 'Align middles', AlignCenterHorizontal),
  aligning('bottom', 'Align bottom', AlignEndHorizontal),
  distributing('x', 'Same gaps from left to right', AlignHorizontalSpaceAround),
  distributing('y', 'Same gaps from top to bottom', AlignVerticalSpaceAround),
]

export const arrangeActions: readonly Action[] = [
  {
    id: 'arrange.group',
    label: 'Group',
    group: 'arrange',
    icon: Group,
    shortcuts: ['Mod+G'],
    applies: hasSeveral(2),
    enabled: board => both(board.may('note.group'), mayFree('note.move')(board)),
    perform: board => {
      const group = groupNotes(board.writer, new Set(free(board).map(note => note.id)))
      board.announce(`${free(board).length} notes grouped`)
      startEditing(board, 'groups', group)
    },
  },
  {
    id: 'arrange.ungroup',
    label: 'Ungroup',
    group: 'arrange',
    icon: Ungroup,
    shortcuts: ['Mod+Shift+G'],
    applies: grouped,
    enabled: mayFree('note.move'),
    perform: board => {
      setNotes(
        board.writer,
        'note.ungroup',
        free(board).map(note => note.id),
        { group: null },
      )
      board.announce('Ungrouped')
    },
  },
  {
    id: 'arrange.lock',
    label: 'Lock',
    group: 'arrange',
    icon: Lock,
    shortcuts: ['Mod+Shift+L'],
    applies: board => hasNotes(board) && !allLocked(board),
    enabled: mayNotes('note.lock'),
    perform: board => setNotes(board.writer, 'note.lock', board.selection.get().notes, { locked: true }),
  },
  {
    id: 'arrange.unlock',
    label: 'Unlock',
    group: 'arrange',
    icon: LockOpen,
    shortcuts: ['Mod+Shift+L'],
    applies: allLocked,
    enabled: mayNotes('note.lock'),
    perform: board => setNotes(board.writer, 'note.lock', board.selection.get().notes, { locked: false }),
  },
  ...alignActions,
  {
    id: 'arrange.front',
    label: 'To the front',
    group: 'arrange',
    icon: BringToFront,
    shortcuts: ['Mod+]', 'Shift+PageUp'],
    applies: hasNotes,
    enabled: mayFree('note.move'),
    perform: board => stackNotes(board.writer, board.model, new Set(free(board).map(note => note.id)), 'top'),
  },
  {
    id: 'arrange.back',
    label: 'To the back',
    group: 'arrange',
    icon: SendToBack,
    shortcuts: ['Mod+[', 'Shift+PageDown'],
    applies: hasNotes,
    enabled: mayFree('note.move'),
    perform: board => stackNotes(board.writer, board.model, new Set(free(board).map(note => note.id)), 'bottom'),
  },
]
