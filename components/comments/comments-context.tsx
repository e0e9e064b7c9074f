'use client'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { useCollab, useRoster } from '#components/collab/collab-context.tsx'
import { useStore, ValueStore } from '#components/ui/store.ts'
import { toast } from '#components/ui/toast.tsx'
import { useFrameStore } from '#components/workspace/frame-state.ts'
import { type CommentThread, commentsOf, readThreads } from '#lib/board/threads.ts'
import { shorten } from '#lib/text/cut.ts'
import { type LastRead, ReadMarks, unreadOf } from './unread.ts'

interface Comments {
  threads: readonly CommentThread[]
  marks: ReadMarks
}
const CommentsContext = createContext<Comments | null>(null)

/** Increases when somebody wants to write a comment; the field then takes the focus. */
export const wantsToWrite = new ValueStore(0)
/** The thread to show. */
export const wantedThread = new ValueStore<string | null>(null)

/** Provides the threads of the board and what is unread, numbers the notes, and notifies this person of mentions. */
export function CommentsProvider({ children }: { children: ReactNode }) {
  const board = useBoard()
  const collab = useCollab()
  const frame = useFrameStore()
  const you = useRoster().you?.personId ?? collab.identity.personId
  const marks = useMemo(() => new ReadMarks(you, collab.boardId), [you, collab])
  const [threads, setThreads] = useState<readonly CommentThread[]>(() => readThreads(board.model))
  useEffect(() => {
    let known = new Set(board.model.comments.keys())
    setThreads(readThreads(board.model))
    return board.model.subscribe(({ changes, local }) => {
      if (!changes.has('comments') && !changes.has('notes')) return
      if (!changes.has('comments') && board.model.comments.size === 0) return
      const next = readThreads(board.model)
      setThreads(next)
      const fresh = [...(changes.get('comments') ?? [])].flatMap(id =>
        known.has(id) ? [] : (board.model.comments.get(id) ?? []),
      )
      known = new Set(board.model.comments.keys())
      const mine = local ? undefined : fresh.find(comment => comment.mentions.includes(you))
      if (!mine) return
      const thread = next.find(one => commentsOf(one).includes(mine))
      toast({
        text: `${board.authorName(mine.made) || 'Somebody'} mentioned you: ${shorten(mine.text, 80)}`,
        action: {
          label: 'Show',
          perform: () => {
            wantedThread.set(thread?.id ?? null)
            frame.change({ panel: 'comments', over: null })
          },
        },
      })
    })
  }, [board, frame, you])
  const read = useStore(marks)
  useBadges(threads, read)
  const value = useMemo(() => ({ threads, marks }), [threads, marks])
  return <CommentsContext value={value}>{children}</CommentsContext>
}

export function useComments(): Comments {
  const comments = useContext(CommentsContext)
  if (!comments) throw new Error('No comments around this component.')
  return comments
}

/** The number of open comments on each note and link, and how many of them are new. */
function useBadges(threads: readonly CommentThread[], read: LastRead): void {
  const board = useBoard()
  useEffect(() => {
    const counts = new Map<string, { words: number; unread: number }>()
    for (const thread of threads) {
      if (thread.on === null || thread.root.resolved) continue
      const { words, unread } = counts.get(thread.on) ?? { words: 0, unread: 0 }
      counts.set(thread.on, {
        words: words + commentsOf(thread).length,
        unread: unread + unreadOf(thread, read, board.isOwn).length,
      })
    }
    board.marks.set(
      'comments',
      new Map(
        [...counts].map(([id, { words, unread }]) => [
          id,
          [
            {
              key: 'comments',
              label: `”${words}`,
              title: `${words === 1 ? '1 comment' : `${words} comments`}${unread > 0 ? `, ${unread} new` : ''}`,
              paper: unread > 0 ? ('amber' as const) : ('white' as const),
            },
          ],
        ]),
      ),
    )
  }, [threads, read, board])
}
