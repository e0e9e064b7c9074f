'use client'
import { useEffect, useId } from 'react'
import { useBoard, useSelection } from '#components/board/state/board-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { useStore } from '#components/ui/store.ts'
import type { Analysis } from '#lib/method/analysis.ts'
import { useMethod } from '../method-context.tsx'
import { closeGaps } from './gaps.tsx'
import { seeAs } from './see-as.ts'

/** How near to an end the slider goes there by itself. */
const near = 0.12

/** px of the wall's lower edge that the slider covers: fitting stays clear of them. */
const covered = 64

/** Between the board as it is and as it will be, with the points of failure of both. */
export function ViewSlider() {
  const board = useBoard()
  const { version, asIs, toBe } = useMethod()
  const seen = useStore(board.seen)
  const { notes, links } = useSelection()
  // On a phone the bar of the selection lies at the lower edge, too.
  const lift = notes.size + links.size > 0 ? 'max-sm:mb-18' : ''
  const id = useId()
  const { eliminated, improved, added, gaps } = toBe.projection
  const differs = eliminated.size + improved.size + added.size > 0
  const shown = differs || asIs.points.length > 0 || seen > 0
  // The first look leaves room for it before anything has been computed.
  const expected = shown || version < 0
  useEffect(() => board.viewport.setInsets({ bottom: expected ? covered : 0 }), [board, expected])
  if (!shown) return null
  const settle = () => {
    const now = board.seen.get()
    if (now > 0 && now < near) seeAs(board, 0)
    else if (now < 1 && now > 1 - near) seeAs(board, 1)
  }
  return (
    <div
      className={`mx-auto grid w-max max-w-[calc(100%-1rem)] shrink-0 justify-items-center gap-2 max-sm:mb-3 ${lift}`}
    >
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
        className="pointer-events-auto flex items-center gap-1 rounded-md border border-line bg-paper-0 p-1 shadow-panel"
      >
        <End label="As it is" analysis={asIs} pressed={seen === 0} onPress={() => seeAs(board, 0)} />
        <label htmlFor={id} className="sr-only">
          From as it is to as it will be
        </label>
        <input
          id={id}
          type="range"
          min={0}
          max={1}
          step={0.05}
          value={seen}
          aria-valuetext={
            seen === 0 ? 'As it is' : seen === 1 ? 'As it will be' : `${Math.round(seen * 100)}% of the way`
          }
          onChange={event => board.seen.set(Number(event.target.value))}
          onPointerUp={settle}
          className="h-8 w-36 accent-accent @max-xl:w-16 touch:h-11"
        />
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
  const { total } = analysis.counts.all
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className="grid min-h-10 rounded-sm px-3 text-left leading-tight hover:bg-paper-100 aria-pressed:bg-accent-soft touch:min-h-11"
    >
      <span className="font-semibold text-sm">{label}</span>
      <span className="text-ink-500 text-xs figures">
        {total} point{total === 1 ? '' : 's'}
        <span className="@max-xl:sr-only"> of failure</span>
      </span>
    </button>
  )
}
