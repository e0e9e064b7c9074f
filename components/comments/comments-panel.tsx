'use client'
import { useEffect, useRef, useState } from 'react'
import { useBoard, useMay, useSelection } from '#components/board/state/board-context.tsx'
import { useCollab, useRoster } from '#components/collab/collab-context.tsx'
import { ChoiceGroup } from '#components/method/parts.tsx'
import { Button } from '#components/ui/button.tsx'
import { useStore } from '#components/ui/store.ts'
import { addComment } from '#lib/board/commands/comments.ts'
import type { CommentThread } from '#lib/board/threads.ts'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { shorten } from '#lib/text/cut.ts'
import { useComments, wantsToWrite } from './comments-context.tsx'
import { Composer } from './composer.tsx'
import { concerns, ThreadCard } from './thread.tsx'
import { unreadOf } from './unread.ts'

const filters = [
  { value: 'open', label: 'Open' },
  { value: 'mine', label: 'With me' },
  { value: 'resolved', label: 'Resolved' },
] as const
type Filter = (typeof filters)[number]['value']

/** Threads shown at once; the newest come first. */
const most = 100

/** Comments on notes, links and the board: to write, to answer, to resolve. */
export function CommentsPanel() {
  const board = useBoard()
  const collab = useCollab()
  const { you } = useRoster()
  const { threads, marks } = useComments()
  const read = useStore(marks)
  const may = useMay('comment.add')
  const [filter, setFilter] = useState<Filter>('open')
  const field = useRef<HTMLTextAreaElement>(null)
  const wants = useStore(wantsToWrite)
  const selection = useSelection()
  const [selected] = [...selection.notes, ...selection.links]
  const on = selected ?? null
  useEffect(() => {
    if (wants > 0) field.current?.focus()
  }, [wants])
  const here = threads.filter(thread => on === null || thread.on === on)
  const passes = (thread: CommentThread) =>
    filter === 'resolved'
      ? thread.root.resolved
      : !thread.root.resolved && (filter === 'open' || concerns(thread, you?.personId ?? '', board.isOwn))
  const shown = here.filter(passes)
  const unread = threads.filter(thread => unreadOf(thread, read, board.isOwn).length > 0)
  const send = (text: string, mentions: readonly string[]) => {
    addComment(board.writer, { on, parent: null, text, mentions, at: collab.now() })
    board.announce('Comment sent.')
  }
  return (
    <div className="grid gap-3 px-4 pb-6">
      <p className="flex items-center gap-2 text-ink-500 text-xs">
        <span className="min-w-0 flex-1 truncate">
          {on === null ? 'On the whole board' : <bdi>On “{nameOf(on)}”</bdi>}
        </span>
        {on !== null && (
          <Button size="sm" variant="ghost" onClick={() => board.selection.clear()}>
            All comments
          </Button>
        )}
      </p>
      <Composer
        label={on === null ? 'New comment on the board' : `New comment on ${nameOf(on)}`}
        action="Comment"
        refusal={may.ok ? null : may.reason}
        field={field}
        onSend={send}
      />
      <div className="flex items-end gap-2">
        <div className="flex-1">
          <ChoiceGroup
            label="Which comments"
            hideLabel
            choices={filters}
            value={filter}
            onValue={next => setFilter(next ?? 'open')}
          />
        </div>
        {unread.length > 0 && (
          <Button size="sm" variant="ghost" onClick={() => marks.read(threads)}>
            Mark all read
          </Button>
        )}
      </div>
      {shown.length === 0 && (
        <p className="py-4 text-ink-500 text-sm">
          {filter === 'resolved' ? 'Nothing was resolved yet.' : 'No open comments here.'}
        </p>
      )}
      {shown.slice(0, most).map(thread => (
        <ThreadCard key={thread.id} thread={thread} />
      ))}
      {shown.length > most && <p className="text-ink-500 text-xs">And {shown.length - most} older threads.</p>}
    </div>
  )

  function nameOf(id: string): string {
    const note = board.model.notes.get(id)
    if (note) return shorten(note.text.trim(), 60) || noteKind(note.kind).label
    return board.model.links.get(id)?.text.trim() || 'a link'
  }
}
