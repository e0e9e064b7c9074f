import { MessageSquarePlus } from 'lucide-react'
import type { Action } from '#components/workspace/action.ts'
import { wantsToWrite } from './comments-context.tsx'

/** Comments by keyboard, on what is selected. */
export const commentActions: readonly Action[] = [
  {
    id: 'comment.write',
    label: 'Comment on what is selected, or on the board',
    icon: MessageSquarePlus,
    group: 'frame',
    shortcuts: ['C'],
    // People who may not comment can still read, and see there why not.
    needs: [],
    perform: (_board, { frame }) => {
      frame.change({ panel: 'comments', over: null })
      wantsToWrite.set(wantsToWrite.get() + 1)
    },
  },
]
