import type { FrameAction } from '#components/shell/frame-actions.ts'
import { emotionShown } from './on-wall/emotion-shown.ts'
import { toggleView } from './on-wall/see-as.ts'
import { confirmOnWall, selectedTarget, stepOnWall } from './walk.ts'

/** What the method adds to the keys and the command palette. */
export const methodActions: readonly FrameAction[] = [
  {
    id: 'method.view',
    label: 'Switch between as it is and as it will be',
    shortcuts: ['B'],
    perform: ({ board }) => toggleView(board),
  },
  {
    id: 'method.emotion',
    label: 'Show or hide the emotion curve on the wall',
    shortcuts: ['E'],
    perform: () => emotionShown.toggle(),
  },
  {
    id: 'method.next',
    label: 'Next point of failure',
    shortcuts: [']'],
    perform: ({ board }) => stepOnWall(board, 1),
  },
  {
    id: 'method.before',
    label: 'Previous point of failure',
    shortcuts: ['['],
    perform: ({ board }) => stepOnWall(board, -1),
  },
  {
    id: 'method.confirm',
    label: 'Confirm the proposed point of failure',
    shortcuts: ['Y'],
    perform: ({ board }) => confirmOnWall(board),
  },
  {
    id: 'method.dismiss',
    label: 'Dismiss the point of failure, with the reason',
    shortcuts: ['X'],
    perform: ({ board, frame }) => {
      if (selectedTarget(board)) frame.change({ panel: 'failures', asking: true })
      else board.tell('Choose the note or the link first.')
    },
  },
]
