'use client'
import { cx } from 'class-variance-authority'
import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useNote, useSelection } from '#components/board/state/board-context.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import type { ReplayEvent } from './protocol.ts'
import { Repair } from './repair.tsx'
import { actorName, clockTime, look, useLooking, useReplay, useShown } from './replay-context.ts'

/** Events listed at once; the newest come first. */
const most = 200

/** Beside the wall: what was done to the selected note, from its birth on, and how to mend what went wrong. */
export function HistoryPanel() {
  const replay = useReplay()
  const { panel } = useLooking()
  const { notes } = useSelection()
  const [id] = notes
  if (!panel) return null
  return (
    <aside
      aria-label="History"
      className="z-20 flex w-80 min-w-0 shrink-0 flex-col border-line border-l bg-paper-0 max-sm:absolute max-sm:inset-0 max-sm:w-auto max-sm:border-l-0"
    >
      <header className="flex items-center gap-2 py-1.5 pr-1.5 pl-4">
        <h2 className="flex-1 text-base">History</h2>
        <IconButton label="Close panel" size="sm" onClick={() => look(replay, { panel: false })}>
          <X />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {id === undefined ? (
          <EmptyState title="No note is chosen">
            Press a note on the wall to see what was done to it, and by whom.
          </EmptyState>
        ) : (
          <NoteHistory key={id} id={id} />
        )}
        {replay.mayRepair && <Repair />}
      </div>
    </aside>
  )
}

function NoteHistory({ id }: { id: string }) {
  const { recording } = useReplay()
  const note = useNote(id)
  const [events, setEvents] = useState<readonly ReplayEvent[] | null>(null)
  useEffect(() => {
    let current = true
    recording.historyOf('notes', id).then(found => {
      if (current) setEvents(found)
    })
    return () => {
      current = false
    }
  }, [recording, id])
  return (
    <section className="px-2 pb-3" aria-label="History of this note">
      <h3 className="px-2 pb-2 text-ink-700 text-sm">
        <bdi>{note ? note.text || 'Empty note' : 'A note that is not on the wall at this moment'}</bdi>
      </h3>
      {events && (
        <ol className="grid gap-0.5">
          {events.slice(0, most).map(event => (
            <EventRow key={event.row} event={event} />
          ))}
          {events.length > most && <li className="px-2 text-ink-500 text-xs">And {events.length - most} more.</li>}
        </ol>
      )}
    </section>
  )
}

function EventRow({ event }: { event: ReplayEvent }) {
  const { facts, playback } = useReplay()
  const { row } = useShown()
  const name = actorName(facts, event.actor, event.at)
  return (
    <li>
      <button
        type="button"
        aria-current={event.row === row ? 'step' : undefined}
        onClick={() => {
          playback.pause()
          playback.goTo(event.row)
        }}
        className={cx(
          'flex w-full items-start gap-2 rounded-sm px-2 py-1.5 text-left text-sm hover:bg-paper-100',
          event.row === row && 'bg-accent-soft',
          event.row > row && 'opacity-60',
        )}
      >
        <Avatar name={name} personId={event.actor ?? ''} size="sm" decorative />
        <span className="min-w-0 flex-1">
          <bdi className="font-semibold">{name}</bdi> <bdi>{event.words}</bdi>
          <span className="block text-ink-500 text-xs figures">{clockTime(event.at)}</span>
        </span>
      </button>
    </li>
  )
}
