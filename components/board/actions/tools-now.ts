import { can } from '#lib/access/policy.ts'
import type { NoteKindId } from '#lib/notes/kinds/index.ts'
import type { BoardState } from '../state/board-state.ts'
import { noteTools, pickHand, pickLane, pickLink, pickSelect, type ToolAction } from './tools.ts'

/** What most walls are made of. */
const usual: readonly NoteKindId[] = ['step', 'decision', 'pain', 'idea', 'plain']

export interface ToolsNow {
  /** What works on what is there. */
  tools: readonly ToolAction[]
  /** The kinds that stand in the row: those that the activity asks for, then the usual ones. */
  kinds: readonly KindTool[]
  /** The others that may be put up. */
  more: readonly KindTool[]
}
export type KindTool = (typeof noteTools)[number]

/**
 * The tools of this person in this activity. What it does not allow is absent; what only rests, as on a frozen wall,
 * is there and says why.
 */
export function toolsNow(board: Pick<BoardState, 'access'>): ToolsNow {
  const { role, phase } = board.access.get()
  const thawed = { ...phase, frozen: false }
  const may = (kind: NoteKindId) => can('note.add', role, thawed, { own: true, locked: false, kind }).ok
  const asked = phase.rights.add === 'all' ? usual : phase.rights.add
  const rank = ({ kind }: KindTool) => (asked.includes(kind.id) ? 0 : usual.includes(kind.id) ? 1 : 2)
  const kinds = noteTools.filter(({ kind }) => may(kind.id)).toSorted((a, b) => rank(a) - rank(b))
  return {
    tools: [
      pickSelect,
      pickHand,
      ...(can('link.add', role, thawed).ok ? [pickLink] : []),
      ...(can('lane.change', role, thawed).ok ? [pickLane] : []),
    ],
    kinds: kinds.slice(0, usual.length),
    more: kinds.slice(usual.length),
  }
}
