import {
  ChartSpline,
  CircleArrowLeft,
  CircleArrowRight,
  CircleCheck,
  CircleX,
  ListOrdered,
  SquareSplitHorizontal,
  Table2,
} from 'lucide-react'
import type { BoardState } from '#components/board/state/board-state.ts'
import type { Action } from '#components/workspace/action.ts'
import { renumberPoints } from '#lib/method/commands/method.ts'
import { emotionShown } from './on-wall/emotion-shown.ts'
import { toggleView } from './on-wall/see-as.ts'
import { confirmOnWall, selectedTarget, stepOnWall } from './walk.ts'

export const openTable: Action = {
  id: 'frame.table',
  label: 'Table of all steps and their details',
  short: 'Open the table',
  icon: Table2,
  group: 'frame',
  shortcuts: ['T'],
  needs: [],
  perform: (_board, { frame }) => frame.change({ over: 'table' }),
}

export const seeOtherSide: Action = {
  id: 'method.view',
  label: 'Switch between as it is and as it will be',
  short: 'As it will be',
  icon: SquareSplitHorizontal,
  on: { when: board => board.seen.view === 'to-be', short: 'As it is' },
  group: 'frame',
  words: 'to-be',
  shortcuts: ['B'],
  needs: [],
  perform: board => toggleView(board),
}

const hasKeptNumbers = ({ model }: BoardState): boolean =>
  [...model.notes.values()].some(({ pointCode }) => pointCode !== null) ||
  [...model.links.values()].some(({ pointCode }) => pointCode !== null)

/** What the method adds to the keys and the command palette. */
export const methodActions: readonly Action[] = [
  openTable,
  seeOtherSide,
  {
    id: 'method.emotion',
    label: 'Show or hide the emotion curve on the wall',
    icon: ChartSpline,
    group: 'frame',
    shortcuts: ['E'],
    needs: [],
    perform: () => emotionShown.toggle(),
  },
  {
    id: 'method.renumber',
    label: 'Number the points of failure anew',
    icon: ListOrdered,
    group: 'frame',
    needs: ['stage.lead'],
    unless: board => (hasKeptNumbers(board) ? null : 'They are numbered in reading order as it is.'),
    perform: board => renumberPoints(board.writer, board.model),
  },
  {
    id: 'method.next',
    label: 'Next point of failure',
    icon: CircleArrowRight,
    group: 'frame',
    shortcuts: [']'],
    needs: [],
    perform: board => stepOnWall(board, 1),
  },
  {
    id: 'method.before',
    label: 'Previous point of failure',
    icon: CircleArrowLeft,
    group: 'frame',
    shortcuts: ['['],
    needs: [],
    perform: board => stepOnWall(board, -1),
  },
  {
    id: 'method.confirm',
    label: 'Confirm the proposed point of failure',
    icon: CircleCheck,
    group: 'frame',
    shortcuts: ['Y'],
    // The point is found first; then the ability is checked for its note or link.
    needs: [],
    perform: board => confirmOnWall(board),
  },
  {
    id: 'method.dismiss',
    label: 'Dismiss the point of failure, with the reason',
    icon: CircleX,
    group: 'frame',
    shortcuts: ['X'],
    needs: [],
    unless: board => (selectedTarget(board) ? null : 'Choose the note or the link first.'),
    perform: (_board, { frame }) => frame.change({ panel: 'failures', asking: true }),
  },
]
