'use client'
import { useEffect } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { useStore } from '#components/ui/store.ts'
import type { Analysis } from '#lib/method/analysis.ts'
import { useMethod } from '../method-context.tsx'
import { closeGaps } from './gaps.tsx'
import { seeAs } from './see-as.ts'

/** px of the wall's lower edge that is covered: fitting stays clear of them. */
const covered = 56

/**
 * The board as it is and as it will be, with the points of failure of both. `asked`: whether the activity is about
 * them; null: no activity is on, and they are there as soon as there are points.
 */
export function ViewSides({ asked }: { asked: boolean | null }) {
  const board = useBoard()
  const { version, asIs, toBe } = useMethod()
  const seen = useStore(board.seen)
  const { eliminated, improved, added, gaps } = toBe.projection
  const differs = eliminated.size + improved.size + added.size > 0
  const shown = seen > 0 || (asked ?? (differs || asIs.points.length > 0))
  // The first look leaves room for it before anything has been computed.
  const expected = shown || (version < 0 && asked !== false)
  useEffect(() => board.viewport.setInsets({ bottom: expected ? covered : 0 }), [board, expected])
  if (!shown) return null
  return (
    <div className="grid justify-items-start gap-2 max-sm:hidden">
      {seen >= 1 && gaps.length > 0 && (
        <div className="pointer-events-auto flex items-center gap-2 rounded-md border border-line bg-paper-0 py-1 pr-1 pl-3 text-sm shadow-panel">
          Elimination breaks the path at {gaps.length} place{gaps.length === 1 ? '' : 's'}.
          <Button size="sm" onClick={() => closeGaps(board, gaps)}>
            {gaps.length === 1 ? 'Close it' : 'Close all'}
          </Button>
        </div>
      )}
      <fieldset
        aria-label="View"
        className="pointer-events-auto flex items-center rounded-md border border-line bg-paper-0 p-0.5 shadow-panel"
      >
        <End label="As it is" analysis={asIs} pressed={seen === 0} onPress={() => seeAs(board, 0)} />
        <End label="As it will be" analysis={toBe} pressed={seen === 1} onPress={() => seeAs(board, 1)} />
      </fieldset>
    </div>
  )
}

function End({
  label,
  analysis,
  pressed,
  onPress,
}: {
  label: string
  analysis: Analysis
  pressed: boolean
  onPress: () => void
}) {
  const { confirmed, proposed } = analysis.counts
  const points = `point${confirmed.total === 1 ? '' : 's'} of failure`
  const beside = proposed.total > 0 ? ` +${proposed.total} proposed` : ''
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      title={`${confirmed.total} ${points}${beside}`}
      className="flex h-8 items-center gap-2 rounded-sm px-2.5 text-sm hover:bg-paper-100 aria-pressed:bg-accent-soft aria-pressed:font-semibold touch:h-11"
    >
      {label}
      <span className="font-normal text-ink-500 text-xs figures">
        <b className="text-ink-900">{confirmed.total}</b>
        <span className="sr-only"> {points}</span>
        {proposed.total > 0 && ` +${proposed.total}`}
        {proposed.total > 0 && <span className="sr-only"> proposed</span>}
      </span>
    </button>
  )
}
