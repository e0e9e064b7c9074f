import { Hand, MousePointer2, Rows3, Spline } from 'lucide-react'
import type { Action } from '#components/workspace/action.ts'
import { noteKinds } from '#lib/notes/kinds/index.ts'
import type { BoardState, ToolChoice } from '../state/board-state.ts'
import { noGesture } from '../state/gesture.ts'
import { addLaneUnder } from '../tools/lane.ts'
import { addNoteAt, showGhost } from '../tools/note.ts'
import { letGo } from './let-go.ts'
import { noteAtKeys, placeToPut, selectedLane } from './subject.ts'

const pick = (choice: ToolChoice) => (board: BoardState) => {
  board.linking.set(null)
  board.gesture.set(noGesture)
  board.tool.set(choice)
  // Who chose a note with keys sees at once where Enter would put it.
  if (choice.id === 'note') showGhost(board, placeToPut(board))
}

/** The tools of the palette, each with its letter; Enter puts what the tool makes where the keys are. */
export const toolActions: readonly Action[] = [
  {
    id: 'tool.select',
    label: 'Select',
    group: 'tools',
    icon: MousePointer2,
    shortcuts: ['V'],
    perform: pick({ id: 'select' }),
  },
  {
    id: 'tool.hand',
    label: 'Move the wall (or hold Space)',
    group: 'tools',
    icon: Hand,
    shortcuts: ['H'],
    perform: pick({ id: 'hand' }),
  },
  ...noteKinds.map(
    (kind): Action => ({
      id: `tool.note.${kind.id}`,
      label: `Note: ${kind.label}`,
      group: 'tools',
      ...('key' in kind ? { shortcuts: [kind.key.toUpperCase()] } : {}),
      enabled: board => board.may('note.add', { own: true, locked: false, kind: kind.id }),
      perform: pick({ id: 'note', kind: kind.id }),
    }),
  ),
  {
    id: 'tool.link',
    label: 'Link',
    group: 'tools',
    icon: Spline,
    shortcuts: ['A'],
    enabled: board => board.may('link.add'),
    perform: board => {
      pick({ id: 'link' })(board)
      const note = noteAtKeys(board)
      if (!note) return
      board.linking.set({ holds: note.id })
      board.announce('Arrows choose the note to link to, Enter links, Escape leaves it.')
    },
  },
  {
    id: 'tool.lane',
    label: 'Lane',
    group: 'tools',
    icon: Rows3,
    shortcuts: ['L'],
    enabled: board => board.may('lane.change'),
    perform: pick({ id: 'lane' }),
  },
  {
    id: 'tool.put',
    label: 'Put it here: the note or lane of the tool',
    group: 'tools',
    shortcuts: ['Enter'],
    keyboardOnly: true,
    applies: board => ['note', 'lane'].includes(board.tool.get().id),
    perform: board => {
      const tool = board.tool.get()
      const at = placeToPut(board)
      board.gesture.set(noGesture)
      if (tool.id === 'note') addNoteAt(board, tool.kind, at)
      else addLaneUnder(board, selectedLane(board)?.id ?? noteAtKeys(board)?.lane ?? null)
      board.tool.set({ id: 'select' })
    },
  },
  {
    id: 'tool.let-go',
    label: 'Let go: of the tool, the link, the selection',
    group: 'tools',
    shortcuts: ['Escape'],
    keyboardOnly: true,
    perform: letGo,
  },
]
