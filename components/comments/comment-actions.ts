import type { FrameAction } from '#components/shell/frame-actions.ts'
import { wantsToWrite } from './comments-context.tsx'

/** Comments by keyboard, on what is selected. */
export const commentActions: readonly FrameAction[] = [
  {
    id: 'comment.write',
    label: 'Comment on what is selected, or on the board',
    shortcuts: ['C'],
    perform: ({ frame }) => {
      frame.change({ panel: 'comments', over: null })
      wantsToWrite.set(wantsToWrite.get() + 1)
    },
  },
]
