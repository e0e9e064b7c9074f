import type { FrameAction } from '#components/board/frame/frame-actions.ts'
import { emotionShown } from './on-wall/emotion-shown.ts'
import { toggleView } from './on-wall/see-as.ts'

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
]
