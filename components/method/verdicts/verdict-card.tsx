'use client'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useBoard, useLink, useNote, useSelection } from '#components/board/state/board-context.tsx'
import { factsOf } from '#components/board/state/board-state.ts'
import { Button } from '#components/ui/button.tsx'
import { isComposing } from '#components/ui/composing.ts'
import { useFrameStore } from '#components/workspace/frame-state.ts'
import { byDots, dotsOn, undecidedAfter, undecidedOf } from '#lib/method/actions.ts'
import { giveVerdict } from '#lib/method/commands/method.ts'
import { momentLabel } from '#lib/method/emotion.ts'
import { sayFeeling } from '#lib/method/point-fields.ts'
import { type FailurePoint, laneNameOf } from '#lib/method/points.ts'
import { points, verdictIds } from '#lib/method/vocabulary.ts'
import { goToTarget } from '../go-to-target.ts'
import { useMethod } from '../method-context.tsx'
import { PointStamp } from '../stamps.tsx'
import { VerdictFields } from '../verdict-fields.tsx'
import { selectedTarget } from '../walk.ts'

/** One point of failure after the other, those with the most dots first: what becomes of it, who does it, by when. */
export function VerdictCard() {
  const board = useBoard()
  const { asIs } = useMethod()
  const { point, goTo, trail, back } = useDeciding()
  if (!point) return <NothingToDecide />
  const left = undecidedOf(asIs).length
  const next = undecidedAfter(asIs, point.id)
  const decided = asIs.points.length - left
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.altKey) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      // The field is read first: what was typed belongs to this point.
      if (event.target instanceof HTMLElement) event.target.blur()
      if (next) goTo(next)
    } else if (event.ctrlKey || event.metaKey || (event.target as HTMLElement).closest('input,textarea,select')) return
    else if (event.key === 'ArrowDown' && next) goTo(next)
    else if (event.key === 'ArrowUp' && trail) back()
    else {
      const verdict = verdictIds[Number(event.key) - 1]
      const may = board.may('verdict.give', factsOf(board, point.entity))
      if (!verdict) return
      if (may.ok) giveVerdict(board.writer, [{ root: point.on, id: point.id }], { verdict })
      else board.tell(may.reason)
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that work anywhere on the card.
    <div onKeyDown={onKeyDown} className="grid grid-cols-1 gap-4 px-4">
      <Judged key={point.id} point={point} place={`${decided} of ${asIs.points.length} decided`} />
      <div className="sticky bottom-0 -mx-4 flex items-center gap-2 border-line border-t bg-paper-0 px-4 py-3">
        <Button disabled={!trail} title={trail ? 'The one before (↑)' : 'This was the first one.'} onClick={back}>
          <ArrowLeft aria-hidden />
          Back
        </Button>
        <Button
          variant="primary"
          className="flex-1"
          disabled={!next}
          title={next ? `${next.code} (↓, or Ctrl+Enter in a field)` : 'There is no other undecided point.'}
          onClick={() => next && goTo(next)}
        >
          {next ? `Next: ${next.code}` : 'That was the last one'}
          {next && <ArrowRight aria-hidden />}
        </Button>
      </div>
    </div>
  )
}

/** The point on the card: the selected one, so that wall and card agree; else the one before, or the first undecided. */
function useDeciding() {
  const board = useBoard()
  const { asIs } = useMethod()
  useSelection()
  /** Ids of the points that were gone on from. */
  const [before, setBefore] = useState<readonly string[]>([])
  const last = useRef<string | null>(null)
  const selected = selectedTarget(board)?.id
  const point =
    (selected === undefined ? undefined : asIs.pointOf.get(selected)) ??
    (last.current === null ? undefined : asIs.pointOf.get(last.current)) ??
    undecidedOf(asIs)[0] ??
    byDots(asIs)[0] ??
    null
  const id = point?.id ?? null
  useEffect(() => {
    last.current = id
  }, [id])
  const show = (to: FailurePoint) => {
    last.current = to.id
    goToTarget(board, { root: to.on, id: to.id })
    board.announce(`${to.code} ${momentLabel(to.entity, board.model)}.`)
  }
  const earlier = asIs.pointOf.get(before.at(-1) ?? '')
  return {
    point,
    goTo: (to: FailurePoint) => {
      if (id !== null) setBefore([...before, id])
      show(to)
    },
    trail: earlier !== undefined,
    back: () => {
      setBefore(before.slice(0, -1))
      if (earlier) show(earlier)
    },
  }
}

function Judged({ point, place }: { point: FailurePoint; place: string }) {
  const board = useBoard()
  const target = { root: point.on, id: point.id }
  // Shows a change at once; the analysis follows a moment later.
  const note = useNote(point.on === 'notes' ? point.id : '')
  const link = useLink(point.on === 'links' ? point.id : '')
  const entity = note ?? link ?? point.entity
  const may = board.may('verdict.give', factsOf(board, entity))
  return (
    <section aria-label={`Verdict on ${point.code}`} className="grid grid-cols-1 gap-3">
      <header className="grid grid-cols-1 gap-1.5">
        <p className="flex items-center gap-2 text-ink-700 text-sm">
          <PointStamp item={point} />
          <span className="min-w-0 flex-1 truncate">
            {points[point.kind].name} · {laneNameOf(board.model.lanes, point.lane)}
          </span>
          <span className="shrink-0 text-ink-500 text-xs figures">{place}</span>
        </p>
        <button
          type="button"
          dir="auto"
          title="Show it on the wall"
          onClick={() => goToTarget(board, target)}
          className="line-clamp-4 text-left font-title text-lg hover:underline"
        >
          {momentLabel(entity, board.model)}
        </button>
        <Known of={entity} />
      </header>
      <VerdictFields of={[{ entity, target }]} refusal={may.ok ? undefined : may.reason} large />
    </section>
  )
}

/** What is known of a point: how much it hurts, how it feels, where it comes from. */
function Known({ of }: { of: FailurePoint['entity'] }) {
  const dots = dotsOn(of)
  const cause = of.cause?.trim() || of.why?.trim()
  if (dots === 0 && of.feeling === null && !cause) return null
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-1 text-sm [&_dt]:text-ink-500 [&_dt]:text-xs">
      {dots > 0 && (
        <div>
          <dt>Votes</dt>
          <dd className="figures">● {dots === 1 ? '1 dot' : `${dots} dots`}</dd>
        </div>
      )}
      {of.feeling !== null && (
        <div>
          <dt>Feeling</dt>
          <dd className="figures">{sayFeeling(of.feeling)}</dd>
        </div>
      )}
      {cause && (
        <div className="min-w-0 basis-full">
          <dt>{of.cause?.trim() ? 'Cause' : 'Why it exists'}</dt>
          <dd dir="auto">{cause}</dd>
        </div>
      )}
    </dl>
  )
}

function NothingToDecide() {
  const frame = useFrameStore()
  return (
    <div className="grid justify-items-start gap-3 px-4 py-6">
      <p>There are no points of failure yet. They are found first, then decided one by one.</p>
      <Button size="sm" onClick={() => frame.change({ panel: 'failures' })}>
        Points of failure
      </Button>
    </div>
  )
}
