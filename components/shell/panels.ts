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
import { openTable } from '#components/method/method-actions.ts'
import { NumbersPanel } from '#components/method/numbers/numbers-panel.tsx'
import { OutcomePanel } from '#components/method/outcome-panel.tsx'
import { VerdictsPanel } from '#components/method/verdicts/verdicts-panel.tsx'
import { AgendaPanel } from '#components/stage/agenda/agenda-panel.tsx'
import { InboxPanel } from '#components/stage/aside/inbox-panel.tsx'
import { ParkingPanel } from '#components/stage/aside/parking-panel.tsx'
import { NowPanel } from '#components/stage/now-panel.tsx'
import { PeoplePanel } from '#components/stage/people/people-panel.tsx'
import { ViewsPanel } from '#components/stage/views/views-panel.tsx'
import { VotingPanel } from '#components/stage/voting/voting-panel.tsx'
import type { Action } from '#components/workspace/action.ts'
import { currentRound, type Stage } from '#lib/facilitation/stage.ts'

/** Something beside the wall: one at a time, at the right; instead of the wall on a phone. A part of its tab. */
export interface Panel {
  id: string
  label: string
  /** Beside the other parts of its tab. */
  short: string
  icon: LucideIcon
  component: ComponentType
  /** Whether there is anything in it for this person now; left out: always. */
  when?: (stage: Stage, leads: boolean) => boolean
  /** Opens and closes it. */
  action: Action
}

function panel({ shortcut, ...rest }: Omit<Panel, 'action' | 'short'> & { shortcut?: string; short?: string }): Panel {
  const { id, label, icon } = rest
  return {
    short: label,
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

/** A tab at the right edge: panels that belong together, the first one for who has not chosen another. */
export interface Tab {
  id: string
  label: string
  icon: LucideIcon
  panels: readonly Panel[]
  /** The part for who has not chosen another; left out: the first. */
  begins?: (stage: Stage, leads: boolean) => string
  /** What stands beside its parts and opens over the wall. */
  beside?: Action
}

/** The ordered list: tabs, command palette and keys follow it. A panel is one file and one line here. */
export const tabs: readonly Tab[] = [
  {
    id: 'now',
    label: 'Now',
    icon: NotebookPen,
    // Who leads goes through the agenda, where nothing else is asked of everybody.
    begins: (stage, leads) =>
      stage.vote?.status === 'open' ? 'voting' : leads && currentRound(stage) === null ? 'agenda' : 'now',
    panels: [
      panel({ id: 'now', label: 'Now', icon: NotebookPen, component: NowPanel }),
      panel({ id: 'agenda', label: 'Agenda', icon: ListOrdered, shortcut: 'G', component: AgendaPanel }),
      panel({
        id: 'voting',
        label: 'Dot voting',
        short: 'Voting',
        icon: CircleDot,
        component: VotingPanel,
        when: ({ vote, votes }, leads) => leads || vote !== null || votes.length > 0,
      }),
      panel({
        id: 'inbox',
        label: 'Inbox',
        icon: Inbox,
        component: InboxPanel,
        when: ({ inbox }, leads) => leads || inbox,
      }),
    ],
  },
  {
    id: 'process',
    label: 'Process',
    icon: Target,
    panels: [
      panel({ id: 'outcome', label: 'Outcome', icon: Target, component: OutcomePanel }),
      panel({
        id: 'failures',
        label: 'Points of failure',
        short: 'Points',
        icon: CircleAlert,
        shortcut: 'F',
        component: FailuresPanel,
      }),
      panel({
        id: 'verdicts',
        label: 'Verdicts and actions',
        short: 'Verdicts',
        icon: Gavel,
        shortcut: 'J',
        component: VerdictsPanel,
      }),
    ],
  },
  {
    id: 'details',
    label: 'Details',
    icon: ClipboardPen,
    panels: [
      panel({ id: 'details', label: 'Details', icon: ClipboardPen, shortcut: 'I', component: DetailsPanel }),
      panel({ id: 'outline', label: 'Outline', icon: ListTree, shortcut: 'O', component: OutlinePanel }),
    ],
    beside: openTable,
  },
  {
    id: 'talk',
    label: 'Talk',
    icon: MessagesSquare,
    panels: [
      panel({ id: 'comments', label: 'Comments', icon: MessagesSquare, component: CommentsPanel }),
      panel({ id: 'parking', label: 'Parking lot', icon: SquareParking, component: ParkingPanel }),
    ],
  },
  {
    id: 'numbers',
    label: 'Numbers',
    icon: ChartNoAxesCombined,
    panels: [
      panel({ id: 'numbers', label: 'Numbers', icon: ChartNoAxesCombined, shortcut: 'M', component: NumbersPanel }),
      panel({ id: 'views', label: 'Views', icon: Presentation, component: ViewsPanel }),
      panel({ id: 'legend', label: 'Legend', icon: Palette, component: Legend }),
    ],
  },
]

/** Panels without a tab: the people are opened by their faces, what was taken off from the board's menu. */
const peoplePanel = panel({ id: 'people', label: 'People', icon: Users, shortcut: 'P', component: PeoplePanel })
export const binPanel = panel({ id: 'bin', label: 'Taken off', icon: Trash2, component: Bin })

export const panels: readonly Panel[] = [...tabs.flatMap(tab => tab.panels), peoplePanel, binPanel]

/** The tab that a panel is a part of; undefined: it has none. */
export const tabOf = (panelId: string): Tab | undefined => tabs.find(tab => tab.panels.some(({ id }) => id === panelId))
