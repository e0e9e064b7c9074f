import { CornerDownLeft, Hand, MousePointer2, Rows3, Spline, X } from 'lucide-react'
import { glyphIcon } from '#components/ui/glyph.tsx'
import type { WallAction } from '#components/workspace/action.ts'
import { noteKinds } from '#lib/notes/kinds/index.ts'
import type { BoardState, ToolChoice } from '../state/board-state.ts'
import { noGesture } from '../state/gesture.ts'
import { addLaneUnder } from '../tools/lane.ts'
import { addNoteAt, showGhost } from '../tools/note.ts'
import { letGo } from './let-go.ts'
import { newNote, noteAtKeys, placeToPut, selectedLane } from './subject.ts'

function pick(board: BoardState, tool: ToolChoice): void {
  board.linking.set(null)
  board.gesture.set(noGesture)
  board.tool.set(tool)
  // Whoever chose a note tool by key sees at once where Enter would put the note.
  if (tool.id === 'note') showGhost(board, placeToPut(board))
}

/** Picks a tool of the palette, by its letter. */
export interface ToolAction extends WallAction {
  readonly tool: ToolChoice
}

const isPicked = (tool: ToolChoice, now: ToolChoice): boolean =>
  now.id === tool.id && (now.id !== 'note' || tool.id !== 'note' || now.kind === tool.kind)

const picking = (
  tool: ToolChoice,
  action: Omit<WallAction, 'group' | 'on' | 'perform'> & Partial<Pick<WallAction, 'perform'>>,
): ToolAction => ({
  tool,
  group: 'tools',
  on: { when: board => isPicked(tool, board.tool.get()) },
  perform: board => pick(board, tool),
  ...action,
})

export const pickSelect = picking(
  { id: 'select' },
  { id: 'tool.select', label: 'Select', icon: MousePointer2, shortcuts: ['V'], needs: [] },
)

export const pickHand = picking(
  { id: 'hand' },
  {
    id: 'tool.hand',
    label: 'Move the wall (or hold Space)',
    short: 'Hand',
    icon: Hand,
    shortcuts: ['H'],
    needs: [],
  },
)

export const pickLink = picking(
  { id: 'link' },
  {
    id: 'tool.link',
    label: 'Link',
    icon: Spline,
    shortcuts: ['A'],
    needs: ['link.add'],
    perform: board => {
      pick(board, { id: 'link' })
      const note = noteAtKeys(board)
      if (!note) return
      board.linking.set({ holds: note.id })
      board.announce('Arrows choose the note to link to, Enter links, Escape leaves it.')
    },
  },
)

export const pickLane = picking(
  { id: 'lane' },
  { id: 'tool.lane', label: 'Lane', icon: Rows3, shortcuts: ['L'], needs: ['lane.change'] },
)

/** One for each kind of note, in their order. */
export const noteTools = noteKinds.map(kind => ({
  kind,
  action: picking(
    { id: 'note', kind: kind.id },
    {
      id: `tool.note.${kind.id}`,
      label: kind.id === 'plain' ? kind.label : `Note: ${kind.label}`,
      short: kind.label,
      icon: glyphIcon(kind.icon),
      words: 'sticky note post-it card paper',
      ...('key' in kind ? { shortcuts: [kind.key.toUpperCase()] } : {}),
      needs: [{ ability: 'note.add', of: () => [newNote(kind.id)] }],
    },
  ),
}))

/** Enter puts the tool's note or lane at the keyboard focus. */
const putHere: WallAction = {
  id: 'tool.put',
  label: 'Put it here: the note or lane of the tool',
  group: 'tools',
  icon: CornerDownLeft,
  shortcuts: ['Enter'],
  keyboardOnly: true,
  applies: board => ['note', 'lane'].includes(board.tool.get().id),
  needs: [],
  perform: board => {
    const tool = board.tool.get()
    const at = placeToPut(board)
    board.gesture.set(noGesture)
    if (tool.id === 'note') addNoteAt(board, tool.kind, at)
    else addLaneUnder(board, selectedLane(board)?.id ?? noteAtKeys(board)?.lane ?? null)
    board.tool.set({ id: 'select' })
  },
}

export const toolActions: readonly WallAction[] = [
  pickSelect,
  pickHand,
  ...noteTools.map(({ action }) => action),
  pickLink,
  pickLane,
  putHere,
  {
    id: 'tool.let-go',
    label: 'Let go: of the tool, the link, the selection',
    group: 'tools',
    icon: X,
    shortcuts: ['Escape'],
    keyboardOnly: true,
    needs: [],
    perform: letGo,
  },
]
