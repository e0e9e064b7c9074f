import {
  ArrowRightFromLine,
  ArrowRightToLine,
  MoveDown,
  MoveLeft,
  MoveRight,
  MoveUp,
  Spline,
  SquareArrowRight,
  Workflow,
} from 'lucide-react'
import { about, type WallAction } from '#components/workspace/action.ts'
import { addLink, addLinksInOrder } from '#lib/board/commands/links.ts'
import type { Side } from '#lib/geometry/route.ts'
import { alongFlow } from '../state/along-flow.ts'
import type { BoardState } from '../state/board-state.ts'
import { noGesture } from '../state/gesture.ts'
import { wayBetween } from '../state/link-routes.ts'
import { grow } from '../tools/draw-link.ts'
import { leadElsewhere } from '../tools/lead-link.ts'
import { hasOneLink, hasSeveral, noteAtKeys, selectedLinks, selectedNotes } from './subject.ts'
import { firstNote, goTo, otherBranch } from './walk.ts'

const sideOf = { Right: 'right', Left: 'left', Up: 'top', Down: 'bottom' } as const
const words: Record<Side, string> = { right: 'on the right', left: 'on the left', top: 'above', bottom: 'below' }

const walkIcons = { Right: MoveRight, Left: MoveLeft, Up: MoveUp, Down: MoveDown } as const

const growing = (arrow: keyof typeof sideOf): WallAction => ({
  id: `flow.grow.${sideOf[arrow]}`,
  label: `Linked step ${words[sideOf[arrow]]}`,
  group: 'flow',
  icon: SquareArrowRight,
  shortcuts: [`Mod+Arrow${arrow}`],
  ...(arrow === 'Right' ? {} : { keyboardOnly: true }),
  applies: board => noteAtKeys(board) !== null && board.linking.get() === null,
  needs: ['link.add'],
  perform: board => {
    const note = noteAtKeys(board)
    if (note) grow(board, note.id, { side: sideOf[arrow] })
  },
})

const walking = (arrow: keyof typeof sideOf, label: string): WallAction => ({
  id: `flow.walk.${sideOf[arrow]}`,
  label,
  group: 'flow',
  icon: walkIcons[arrow],
  shortcuts: [`Alt+Arrow${arrow}`],
  keyboardOnly: true,
  repeats: true,
  // Also without a note to begin at: otherwise the browser would leave the page.
  applies: board => board.linking.get() === null,
  needs: [],
  perform: board => {
    const note = noteAtKeys(board)
    if (!note) {
      const first = firstNote(board)
      if (first) goTo(board, first, false)
      return
    }
    const next =
      arrow === 'Right' || arrow === 'Left'
        ? alongFlow(board, note, sideOf[arrow] === 'right' ? 'right' : 'left')[0]
        : otherBranch(board, note, arrow === 'Down' ? 1 : -1)
    if (next) goTo(board, next, board.selection.has(note.id))
    else board.announce('No link leads on that way.')
  },
})

const leading = (moves: 'from' | 'to'): WallAction => ({
  id: `link.lead.${moves}`,
  label: moves === 'to' ? 'Lead the link to another note' : 'Let the link begin at another note',
  group: 'flow',
  icon: moves === 'to' ? ArrowRightToLine : ArrowRightFromLine,
  applies: board => hasOneLink(board) && board.linking.get() === null,
  needs: [about('link.edit', selectedLinks)],
  perform: board => {
    const [link] = selectedLinks(board)
    if (!link) return
    board.linking.set({ holds: moves === 'to' ? link.from : link.to, link: { id: link.id, moves } })
    const now = board.model.notes.get(link[moves])
    if (now) goTo(board, now, false)
    board.tell('Arrows choose the note, Enter leads the link there, Escape leaves it.')
  },
})

export const growRight = growing('Right')
export const leadFrom = leading('from')
export const leadTo = leading('to')

export const linkChain: WallAction = {
  id: 'link.chain',
  label: 'Link the selected, one to the next',
  group: 'flow',
  icon: Workflow,
  applies: hasSeveral(2),
  needs: ['link.add'],
  perform: board => {
    const notes = selectedNotes(board).sort((a, b) => a.x - b.x || a.y - b.y)
    addLinksInOrder(
      board.writer,
      board.model,
      notes.map(({ id }) => id),
    )
  },
}

const linkHere: WallAction = {
  id: 'link.here',
  label: 'Link to the note chosen',
  group: 'flow',
  icon: Spline,
  shortcuts: ['Enter'],
  keyboardOnly: true,
  applies: board => board.linking.get() !== null,
  needs: [],
  perform: lead,
}

export const flowActions: readonly WallAction[] = [
  growRight,
  growing('Left'),
  growing('Up'),
  growing('Down'),
  walking('Right', 'Along the flow'),
  walking('Left', 'Back along the flow'),
  walking('Up', 'The way above, where the flow divides'),
  walking('Down', 'The way below, where the flow divides'),
  linkChain,
  leadFrom,
  leadTo,
  linkHere,
]

/** Previews the link to the note that has the keyboard focus. */
export function showLinking(board: BoardState): void {
  const linking = board.linking.get()
  if (!linking) return
  const other = board.model.notes.get(board.current.get() ?? '')
  const holds = board.model.notes.get(linking.holds)
  if (!other || !holds || other.id === holds.id) {
    board.gesture.set(noGesture)
    return
  }
  const [from, to] = linking.link?.moves === 'from' ? [other, holds] : [holds, other]
  board.gesture.set({ link: { route: wayBetween(board.index, from, to), over: other.id } })
}

function lead(board: BoardState): void {
  const linking = board.linking.get()
  const to = board.current.get()
  board.linking.set(null)
  board.gesture.set(noGesture)
  board.tool.set({ id: 'select' })
  if (!linking || to === null || to === linking.holds) return
  if (!linking.link) {
    addLink(board.writer, board.model, linking.holds, to)
    board.selection.setNotes([to])
    board.announce('Linked')
    return
  }
  const { id, moves } = linking.link
  const link = board.model.links.get(id)
  if (link) leadElsewhere(board, link, moves, to)
}
