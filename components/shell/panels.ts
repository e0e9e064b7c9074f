import {
  ChartNoAxesCombined,
  CircleAlert,
  CircleDot,
  ClipboardPen,
  Gavel,
  Inbox,
  ListOrdered,
  ListTree,
  type LucideIcon,
  MessagesSquare,
  NotebookPen,
  Palette,
  Presentation,
  SquareParking,
  Target,
  Trash2,
  Users,
} from 'lucide-react'
import type { ComponentType } from 'react'
import { Bin } from '#components/board/panels/bin.tsx'
import { Legend } from '#components/board/panels/legend.tsx'
import { OutlinePanel } from '#components/board/panels/outline.tsx'
import { CommentsPanel } from '#components/comments/comments-panel.tsx'
import { DetailsPanel } from '#components/method/details-panel.tsx'
import { FailuresPanel } from '#components/method/failures-panel.tsx'
import { NumbersPanel } from '#components/method/numbers/numbers-panel.tsx'
import { OutcomePanel } from '#components/method/outcome-panel.tsx'
import { VerdictsPanel } from '#components/method/verdicts/verdicts-panel.tsx'
import { AgendaPanel } from '#components/stage/agenda/agenda-panel.tsx'
import { InboxPanel } from '#components/stage/aside/inbox-panel.tsx'
import { ParkingPanel } from '#components/stage/aside/parking-panel.tsx'
import { PadPanel } from '#components/stage/pad-panel.tsx'
import { PeoplePanel } from '#components/stage/people/people-panel.tsx'
import { ViewsPanel } from '#components/stage/views/views-panel.tsx'
import { VotingPanel } from '#components/stage/voting/voting-panel.tsx'
import type { Action } from '#components/workspace/action.ts'

/** Something beside the wall: one at a time, at the right; instead of the wall on a phone. */
export interface Panel {
  id: string
  label: string
  icon: LucideIcon
  component: ComponentType
  /** Panels that belong together stand together on the rail, and in this order. */
  group: 'workshop' | 'method' | 'board'
  /** Opens and closes it. */
  action: Action
}

function panel({ shortcut, ...rest }: Omit<Panel, 'action'> & { shortcut?: string }): Panel {
  const { id, label, icon } = rest
  return {
    ...rest,
    action: {
      id: `panel.${id}`,
      label: `${label} panel`,
      short: label,
      icon,
      on: { when: (_board, { frame }) => frame.get().panel === id, short: `Close ${label.toLowerCase()}` },
      group: 'frame',
      ...(shortcut ? { shortcuts: [shortcut] } : {}),
      needs: [],
      perform: (_board, { frame }) => frame.togglePanel(id),
    },
  }
}

/** The ordered list: rail, command palette and shortcuts follow it. A panel is one file and one line here. */
export const panels: readonly Panel[] = [
  panel({ id: 'agenda', group: 'workshop', label: 'Agenda', icon: ListOrdered, shortcut: 'G', component: AgendaPanel }),
  panel({ id: 'people', group: 'workshop', label: 'People', icon: Users, shortcut: 'P', component: PeoplePanel }),
  panel({ id: 'pad', group: 'workshop', label: 'Pad', icon: NotebookPen, component: PadPanel }),
  panel({ id: 'inbox', group: 'workshop', label: 'Inbox', icon: Inbox, component: InboxPanel }),
  panel({ id: 'parking', group: 'workshop', label: 'Parking lot', icon: SquareParking, component: ParkingPanel }),
  panel({ id: 'voting', group: 'workshop', label: 'Dot voting', icon: CircleDot, component: VotingPanel }),
  panel({ id: 'views', group: 'workshop', label: 'Views', icon: Presentation, component: ViewsPanel }),
  panel({ id: 'comments', group: 'workshop', label: 'Comments', icon: MessagesSquare, component: CommentsPanel }),
  panel({ id: 'outcome', group: 'method', label: 'Outcome', icon: Target, component: OutcomePanel }),
  panel({
    id: 'failures',
    group: 'method',
    label: 'Points of failure',
    icon: CircleAlert,
    shortcut: 'F',
    component: FailuresPanel,
  }),
  panel({
    id: 'details',
    group: 'method',
    label: 'Details',
    icon: ClipboardPen,
    shortcut: 'I',
    component: DetailsPanel,
  }),
  panel({
    id: 'verdicts',
    group: 'method',
    label: 'Verdicts and actions',
    icon: Gavel,
    shortcut: 'J',
    component: VerdictsPanel,
  }),
  panel({
    id: 'numbers',
    group: 'method',
    label: 'Numbers',
    icon: ChartNoAxesCombined,
    shortcut: 'M',
    component: NumbersPanel,
  }),
  panel({ id: 'outline', group: 'board', label: 'Outline', icon: ListTree, shortcut: 'O', component: OutlinePanel }),
  panel({ id: 'legend', group: 'board', label: 'Legend', icon: Palette, component: Legend }),
  panel({ id: 'bin', group: 'board', label: 'Taken off', icon: Trash2, component: Bin }),
]
