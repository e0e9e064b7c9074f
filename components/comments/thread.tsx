'use client'
import { cx } from 'class-variance-authority'
import { Check, CheckCheck, Ellipsis, RotateCcw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useBoard, useMay } from '#components/board/state/board-context.tsx'
import { factsOf } from '#components/board/state/board-state.ts'
import { useCollab, useRoster } from '#components/collab/collab-context.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu, MenuItem } from '#components/ui/menu.tsx'
import { toast } from '#components/ui/toast.tsx'
import { When } from '#components/ui/when.tsx'
import { useFrameStore } from '#components/workspace/frame-state.ts'
import { goToNote } from '#components/workspace/go-to.ts'
import {
  acceptAnswer,
  addComment,
  resolveThread,
  rewordComment,
  takeBackComment,
} from '#lib/board/commands/comments.ts'
import type { Comment } from '#lib/board/snapshot.ts'
import { type CommentThread, commentsOf, withMentions } from '#lib/board/threads.ts'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { shorten } from '#lib/text/cut.ts'
import { useComments, wantedThread } from './comments-context.tsx'
import { Composer } from './composer.tsx'
import { unreadOf } from './unread.ts'

/** ms for which a thread must be visible until it counts as read. */
const readAfter = 1_500

/** One thread: what it is about, its comments with the accepted reply first, and the reply field. */
export function ThreadCard({ thread }: { thread: CommentThread }) {
  const board = useBoard()
  const collab = useCollab()
  const { marks } = useComments()
  const may = useMay('comment.add')
  const mayResolve = useMay('comment.resolve')
  const ref = useRef<HTMLElement>(null)
  // What was new when the thread became visible stays marked while it is read.
  const [fresh, setFresh] = useState<ReadonlySet<string>>(() => idsOf(unreadOf(thread, marks.get(), board.isOwn)))
  const { lastAt } = thread
  // biome-ignore lint/correctness/useExhaustiveDependencies: new words in the thread are looked at anew.
  useEffect(() => {
    const now = idsOf(unreadOf(thread, marks.get(), board.isOwn))
    if (now.size > 0) setFresh(before => new Set([...before, ...now]))
    const timer = setTimeout(() => marks.read([thread]), readAfter)
    return () => clearTimeout(timer)
  }, [lastAt, marks])
  useEffect(() => {
    if (wantedThread.get() !== thread.id) return
    wantedThread.set(null)
    ref.current?.scrollIntoView({ block: 'center' })
  }, [thread.id])
  const { root, accepted } = thread
  const answer = (text: string, mentions: readonly string[]) => {
    addComment(board.writer, { on: root.on, parent: root.id, text, mentions, at: collab.now() })
    board.announce('Answer sent.')
  }
  return (
    <article
      ref={ref}
      aria-label={`Thread: ${shorten(root.text, 60)}`}
      data-resolved={root.resolved || undefined}
      className={cx('grid gap-2 rounded-md border border-line p-3', root.resolved ? 'bg-paper-100' : 'bg-paper-0')}
    >
      <header className="flex items-center gap-1">
        <On thread={thread} />
        {root.resolved && <Badge tone="good">Resolved</Badge>}
        <IconButton
          label={root.resolved ? 'Open the thread again' : 'Resolve the thread'}
          size="sm"
          disabled={!mayResolve.ok}
          title={mayResolve.ok ? undefined : mayResolve.reason}
          onClick={() => {
            resolveThread(board.writer, root.id, !root.resolved)
            board.announce(root.resolved ? 'The thread is open again.' : 'Resolved.')
          }}
        >
          {root.resolved ? <RotateCcw /> : <CheckCheck />}
        </IconButton>
      </header>
      {[root, ...(accepted ? [accepted] : []), ...thread.answers.filter(one => one !== accepted)].map(comment => (
        <Words key={comment.id} comment={comment} thread={thread} fresh={fresh.has(comment.id)} />
      ))}
      {!root.resolved && (
        <Composer label="Your answer" action="Answer" refusal={may.ok ? null : may.reason} onSend={answer} />
      )}
    </article>
  )
}

const idsOf = (comments: readonly Comment[]): ReadonlySet<string> => new Set(comments.map(({ id }) => id))

function On({ thread: { on, root } }: { thread: CommentThread }) {
  const board = useBoard()
  const frame = useFrameStore()
  const note = on === null ? undefined : board.model.notes.get(on)
  if (!note)
    return (
      <p className="min-w-0 flex-1 text-ink-500 text-xs">{root.on === null ? 'The board' : 'No longer on the wall'}</p>
    )
  const show = () => {
    if (matchMedia('(max-width: 639px)').matches) frame.change({ panel: null })
    goToNote(board, note.id)
  }
  return (
    <button type="button" onClick={show} className="min-w-0 flex-1 truncate text-left text-accent text-xs underline">
      <bdi>{note.text.trim() || noteKind(note.kind).label}</bdi>
    </button>
  )
}

function Words({ comment, thread, fresh }: { comment: Comment; thread: CommentThread; fresh: boolean }) {
  const board = useBoard()
  const { people } = useRoster()
  const facts = factsOf(board, comment)
  const mayEdit = useMay('comment.edit', facts)
  const mayResolve = useMay('comment.resolve')
  const [rewording, setRewording] = useState(false)
  const isAnswer = comment !== thread.root
  const names = comment.mentions.flatMap(id => people.get(id)?.name ?? [])
  const takeBack = () => {
    takeBackComment(board.writer, comment.id)
    toast({ text: 'The comment is taken back.', action: { label: 'Undo', perform: () => board.undo.undo() } })
  }
  if (rewording)
    return (
      <Composer
        label="Your comment, in other words"
        action="Save"
        initial={comment.text}
        mentioned={comment.mentions}
        refusal={mayEdit.ok ? null : mayEdit.reason}
        onSend={(text, mentions) => {
          rewordComment(board.writer, comment.id, text, mentions)
          setRewording(false)
        }}
        onCancel={() => setRewording(false)}
      />
    )
  return (
    <div
      data-comment={comment.id}
      className={cx(
        'grid gap-0.5 rounded-sm',
        isAnswer && 'ml-3 border-line border-l-2 pl-2',
        comment.accepted && 'border-good bg-good-soft py-1',
      )}
    >
      {comment.accepted && (
        <p className="flex items-center gap-1 font-semibold text-good text-xs">
          <Check aria-hidden className="size-3.5" />
          Accepted answer
        </p>
      )}
      <div className="flex items-center gap-2 whitespace-nowrap text-ink-500 text-xs">
        <bdi className="truncate font-semibold text-ink-700">{board.authorName(comment.made) || 'Somebody'}</bdi>
        {comment.at > 0 && <When at={comment.at} />}
        {fresh && <Badge tone="accent">New</Badge>}
        <span className="flex-1" />
        {(mayEdit.ok || (isAnswer && mayResolve.ok)) && (
          <Menu
            align="end"
            trigger={
              <IconButton label="More about this comment" size="sm">
                <Ellipsis />
              </IconButton>
            }
          >
            {isAnswer && mayResolve.ok && (
              <MenuItem
                icon={<Check />}
                onSelect={() =>
                  acceptAnswer(board.writer, board.model, thread.root.id, comment.accepted ? null : comment.id)
                }
              >
                {comment.accepted ? 'Not the accepted answer' : 'Accept this answer'}
              </MenuItem>
            )}
            {mayEdit.ok && <MenuItem onSelect={() => setRewording(true)}>Say it in other words</MenuItem>}
            {mayEdit.ok && (
              <MenuItem danger onSelect={takeBack}>
                Take it back
              </MenuItem>
            )}
          </Menu>
        )}
      </div>
      <p dir="auto" className="whitespace-pre-line break-words text-sm">
        {withMentions(comment.text, names).map((part, at) =>
          part.mention ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in its order.
            <strong key={at} className="font-semibold text-accent-strong">
              {part.text}
            </strong>
          ) : (
            part.text
          ),
        )}
      </p>
    </div>
  )
}

/** Whether somebody wrote in a thread or is mentioned in it. */
export const concerns = (thread: CommentThread, personId: string, isOwn: (made: Comment['made']) => boolean): boolean =>
  commentsOf(thread).some(comment => comment.mentions.includes(personId) || isOwn(comment.made))
