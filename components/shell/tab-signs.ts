'use client'
import { useBoard } from '#components/board/state/board-context.tsx'
import { useRoster } from '#components/collab/collab-context.tsx'
import { useComments } from '#components/comments/comments-context.tsx'
import { unreadOf } from '#components/comments/unread.ts'
import { useInPrivate, useStage } from '#components/stage/state/use-stage.ts'
import { useStore } from '#components/ui/store.ts'
import { useFrame } from '#components/workspace/frame-state.ts'
import { tabOf } from './panels.ts'

export interface TabSign {
  /** What is to be seen there, for who does not see the mark. */
  words: string
  count?: number
}

/** What waits for this person in a tab that is not open: where one is meant, a number; where something is to do, a mark. */
export function useTabSigns(): (tab: string) => TabSign | null {
  const { panel } = useFrame()
  const stage = useStage()
  const inPrivate = useInPrivate()
  const board = useBoard()
  const { you } = useRoster()
  const { threads, marks } = useComments()
  const read = useStore(marks)
  const mentions = threads
    .filter(thread => !thread.root.resolved)
    .flatMap(thread => unreadOf(thread, read, board.isOwn))
    .filter(comment => comment.mentions.includes(you?.personId ?? '')).length
  const open = panel === null ? null : tabOf(panel)?.id
  return tab => {
    if (tab === open) return null
    if (tab === 'talk' && mentions > 0)
      return { words: mentions === 1 ? 'you are mentioned' : `you are mentioned ${mentions} times`, count: mentions }
    const isAsked = inPrivate || stage.vote?.status === 'open' || (stage.inbox && you?.role === 'contributor')
    return tab === 'now' && isAsked ? { words: 'something is to do' } : null
  }
}
