'use client'
import { ChevronLeft, ChevronRight, Users, X } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useBoard, useMay } from '#components/board/state/board-context.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { ActionButton } from '#components/workspace/action-controls.tsx'
import { useFrameStore } from '#components/workspace/frame-state.ts'
import { isTyping } from '#components/workspace/keymap.ts'
import { clamp } from '#lib/geometry/box.ts'
import { useAsk } from '../state/ask.ts'
import { useStage } from '../state/use-stage.ts'
import { Clock } from '../timer/clock.tsx'
import { saveThisView } from './view-actions.ts'
import { lookAt } from './view-edits.ts'
import { useViews } from './views-panel.tsx'

const forward = ['ArrowRight', 'ArrowDown', 'PageDown', ' ']
const back = ['ArrowLeft', 'ArrowUp', 'PageUp']

/** The wall alone, stepping through its saved views; everybody follows if the facilitator wants it. */
export function Presenting({ at }: { at: number }) {
  const board = useBoard()
  const frame = useFrameStore()
  const views = useViews()
  const { timer } = useStage()
  const mayLead = useMay('stage.lead').ok
  const maySave = useMay('view.change').ok
  const ask = useAsk()
  const [together, setTogether] = useState(false)
  const view = views[Math.min(at, views.length - 1)]
  const number = view ? views.indexOf(view) + 1 : 0
  const end = useCallback(() => frame.change({ presenting: null }), [frame])
  const step = useCallback(
    (by: number) => frame.change({ presenting: clamp(number - 1 + by, 0, Math.max(0, views.length - 1)) }),
    [frame, number, views.length],
  )
  // Arrow keys would move selected notes.
  useEffect(() => board.selection.clear(), [board])
  useEffect(() => {
    if (view) lookAt(board, view)
  }, [view, board])
  useEffect(() => {
    if (together && view) void ask('stage.gather', { rect: [...view.rect] })
  }, [together, view, ask])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
      const onControl = event.key === ' ' && event.target instanceof HTMLButtonElement
      if (onControl) return
      if (event.key === 'Escape') end()
      else if (forward.includes(event.key)) step(1)
      else if (back.includes(event.key)) step(-1)
      else if (event.key === 'Home') step(-views.length)
      else if (event.key === 'End') step(views.length)
      else return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [end, step, views.length])
  return (
    <section
      aria-label="Presenting"
      className="-translate-x-1/2 absolute top-4 left-1/2 z-20 flex w-max max-w-[calc(100%-1.5rem)] items-center gap-1 rounded-full border border-line bg-paper-0 p-1.5 text-sm shadow-pop"
    >
      {view ? (
        <>
          <IconButton label="The view before" size="sm" disabled={number <= 1} onClick={() => step(-1)}>
            <ChevronLeft />
          </IconButton>
          <p aria-live="polite" className="flex min-w-0 items-baseline gap-2 px-1">
            <span className="text-ink-500 text-xs figures">
              {number}/{views.length}
            </span>
            <bdi className="max-w-60 truncate font-semibold">{view.name}</bdi>
          </p>
          <IconButton label="The next view" size="sm" disabled={number >= views.length} onClick={() => step(1)}>
            <ChevronRight />
          </IconButton>
        </>
      ) : (
        <p className="flex items-center gap-2 py-1 pl-3">
          No views are saved yet.
          {maySave && (
            <ActionButton action={saveThisView} size="sm">
              Save this view
            </ActionButton>
          )}
        </p>
      )}
      {timer && <Clock timer={timer} className="px-2" />}
      {mayLead && view && (
        <IconButton
          label={together ? 'Everybody comes along: let them be' : 'Take everybody along'}
          size="sm"
          aria-pressed={together}
          onClick={() => setTogether(!together)}
        >
          <Users />
        </IconButton>
      )}
      <IconButton label="End presenting" size="sm" shortcut="Escape" onClick={end}>
        <X />
      </IconButton>
    </section>
  )
}
