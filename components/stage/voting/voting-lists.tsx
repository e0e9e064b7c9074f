'use client'
import { Minus, Plus } from 'lucide-react'
import { useBoard, useBoardVersion, useMay } from '#components/board/state/board-context.tsx'
import { useRoster } from '#components/collab/collab-context.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { useFrameStore } from '#components/workspace/frame-state.ts'
import { goToNote } from '#components/workspace/go-to.ts'
import type { Note } from '#lib/board/snapshot.ts'
import { dotsThere, ranking, type VoteOutcome } from '#lib/facilitation/voting.ts'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { papers } from '#lib/notes/papers.ts'
import { useBallotStore, useMine } from './voting-context.tsx'

/** The notes of the vote as a list, from the top of the wall down and from left to right, each with one's own dots. */
export function VotingTargets({ targets }: { targets: readonly string[] }) {
  const board = useBoard()
  useBoardVersion()
  const mayCast = useMay('vote.cast').ok
  const notes = targets
    .flatMap(id => board.model.notes.get(id) ?? [])
    .sort((a, b) => laneTop(a) - laneTop(b) || a.x - b.x || a.y - b.y)
  function laneTop(note: Note) {
    return board.model.lanes.find(lane => lane.id === note.lane)?.top ?? Number.POSITIVE_INFINITY
  }
  return (
    <ul aria-label="Notes of the vote" className="grid gap-2">
      {notes.map(note => (
        <li key={note.id} className="flex items-center gap-1">
          <NoteLine note={note} />
          {mayCast && <Stepper note={note} />}
        </li>
      ))}
    </ul>
  )
}

function Stepper({ note }: { note: Note }) {
  const store = useBallotStore()
  const mine = useMine().dots[note.id] ?? 0
  const refusal = store?.refusal(note.id) ?? null
  const name = note.text.trim() || 'empty note'
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset for two buttons and a number would be read out with its legend at each.
    <div role="group" aria-label={`Your dots on ${name}`} className="flex shrink-0 items-center">
      <IconButton
        label={`Take a dot back from ${name}`}
        size="sm"
        disabled={mine === 0}
        onClick={() => store?.take(note.id)}
      >
        <Minus />
      </IconButton>
      <output className="w-6 text-center font-semibold text-sm figures">{mine}</output>
      <IconButton
        label={`Place a dot on ${name}`}
        size="sm"
        variant="quiet"
        aria-disabled={refusal !== null}
        title={refusal ?? undefined}
        onClick={() => store?.place(note.id)}
      >
        <Plus />
      </IconButton>
    </div>
  )
}

/** Ranks with ties shown as ties; notes without a dot are counted, not listed. */
export function VotingRanking({ results, voters }: VoteOutcome) {
  const board = useBoard()
  useBoardVersion()
  const { people } = useRoster()
  // Deleted notes get no rank.
  const placed = ranking(dotsThere(results ?? {}, id => board.model.notes.has(id)))
  const all = Object.entries(results ?? {})
  const gone = all.filter(([id, dots]) => dots > 0 && !board.model.notes.has(id)).length
  const most = placed[0]?.dots ?? 1
  const without = all.length - placed.length - gone
  const names = (noteId: string) =>
    (voters?.[noteId] ?? [])
      .map(([personId, dots]) => `${people.get(personId)?.name ?? 'Somebody'}${dots > 1 ? ` ${dots}` : ''}`)
      .join(', ')
  return (
    <>
      <ol aria-label="Ranking" className="grid gap-2">
        {placed.map(({ noteId, dots, rank }) => {
          const note = board.model.notes.get(noteId)
          const shared = placed.filter(other => other.rank === rank).length > 1
          return (
            <li key={noteId} value={rank} data-rank={rank} className="flex items-center gap-2">
              <span
                className="w-7 shrink-0 text-right text-ink-500 text-sm figures"
                title={shared ? 'Shared' : undefined}
              >
                {rank}
                {shared && '='}
              </span>
              <div className="min-w-0 flex-1">
                {note && <NoteLine note={note} />}
                <div className="mt-1 flex items-center gap-2">
                  <span
                    aria-hidden
                    className="h-1.5 rounded-full bg-accent"
                    style={{ width: `${(dots / most) * 70}%` }}
                  />
                  <span className="text-xs figures">
                    {dots === 1 ? '1 dot' : `${dots} dots`}
                    {shared && <span className="sr-only">, shared place</span>}
                  </span>
                </div>
                {names(noteId) && <p className="text-ink-500 text-xs">{names(noteId)}</p>}
              </div>
            </li>
          )
        })}
      </ol>
      {placed.length === 0 && <p className="text-ink-500 text-sm">Nobody placed a dot.</p>}
      {gone > 0 && (
        <p className="text-ink-500 text-xs figures">
          {gone === 1 ? '1 note with dots is' : `${gone} notes with dots are`} no longer on the wall
        </p>
      )}
      {placed.length > 0 && without > 0 && (
        <p className="text-ink-500 text-xs figures">{without === 1 ? '1 note' : `${without} notes`} without a dot</p>
      )}
    </>
  )
}

/** A note in one or two lines on its paper; a press shows it on the wall. */
function NoteLine({ note }: { note: Note }) {
  const board = useBoard()
  const frame = useFrameStore()
  const kind = noteKind(note.kind)
  const { fill, ink } = papers[note.colour ?? kind.paper]
  const show = () => {
    if (matchMedia('(max-width: 639px)').matches) frame.change({ panel: null })
    goToNote(board, note.id)
  }
  return (
    <button
      type="button"
      onClick={show}
      title="Show it on the wall"
      className="min-h-10 w-full min-w-0 flex-1 rounded-note px-2 py-1.5 text-left font-note text-sm leading-snug shadow-note"
      style={{ backgroundColor: fill, color: ink }}
    >
      <bdi className="line-clamp-2">{note.text.trim() || kind.label}</bdi>
    </button>
  )
}
