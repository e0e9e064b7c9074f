'use client'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { isComposing } from '#components/ui/composing.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { ActionButton } from '#components/workspace/action-controls.tsx'
import type { Target } from '#lib/method/commands/method.ts'
import { momentLabel } from '#lib/method/emotion.ts'
import { laneNameOf } from '#lib/method/points.ts'
import { points } from '#lib/method/vocabulary.ts'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { DetailSections } from './detail-sections.tsx'
import { goToTarget } from './go-to-target.ts'
import { openTable } from './method-actions.ts'
import { PointStamp } from './stamps.tsx'
import { type Selected, useNeighbours, useSelected } from './use-target.ts'

/** All fields of the selection: of one note or link, or of several together. */
export function DetailsPanel() {
  const selected = useSelected()
  const [one] = selected
  if (one && selected.length === 1) return <Details key={one.target.root} selected={one} />
  if (one) return <Several selected={selected} />
  return (
    <div className="grid justify-items-start gap-3 px-4 py-6">
      <p>Select a step or a link, or several to describe them together.</p>
      <p className="text-ink-500 text-sm">
        For many steps in a row, or to paste from a spreadsheet, take the table. Ctrl+Enter in a field goes to the same
        field of the next step.
      </p>
      <ActionButton action={openTable} />
    </div>
  )
}

/** Several at once: a value applies to all of them, as one step to undo. */
function Several({ selected }: { selected: readonly Selected[] }) {
  return (
    <div className="pb-6">
      <header className="grid gap-1 px-4 pb-3">
        <p className="text-ink-700 text-sm">{inWords(selected)}</p>
        <p className="font-title text-lg">{selected.length} selected</p>
        <p className="text-ink-500 text-sm">
          What you write here holds for all of them. A field that you leave alone keeps what each one says.
        </p>
      </header>
      <DetailSections key={selected.map(({ target }) => target.id).join()} of={selected} />
    </div>
  )
}

/** "Step × 3 · Decision · Link × 2". */
function inWords(selected: readonly Selected[]): string {
  const kinds = Map.groupBy(selected, ({ entity }) => ('from' in entity ? 'Link' : noteKind(entity.kind).label))
  return [...kinds].map(([kind, { length }]) => (length > 1 ? `${kind} × ${length}` : kind)).join(' · ')
}

function Details({ selected }: { selected: Selected }) {
  const { target, entity, point } = selected
  const board = useBoard()
  const { before, after, place } = useNeighbours(target)
  const form = useRef<HTMLDivElement>(null)
  const wanted = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is found again when another target is shown.
  useLayoutEffect(() => {
    if (wanted.current === null) return
    const field = form.current?.querySelector<HTMLInputElement>(`[name="${wanted.current}"]`)
    wanted.current = null
    field?.focus({ preventScroll: false })
    field?.select()
  }, [target.id])
  const go = (to: Target | null, field: string | null = null) => {
    if (!to) return
    wanted.current = field
    goToTarget(board, to)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    const name = event.target instanceof HTMLElement ? event.target.getAttribute('name') : null
    if (event.target instanceof HTMLElement) event.target.blur()
    // Invalid input stays in its field, with the reason.
    if (form.current?.querySelector('[aria-invalid]')) return
    event.preventDefault()
    go(event.shiftKey ? before : after, name)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key that works in every field of the form.
    <div ref={form} onKeyDown={onKeyDown} className="pb-6">
      <header className="grid gap-1 px-4 pb-3">
        <div className="flex min-h-8 items-center gap-2 text-ink-700 text-sm">
          {point && <PointStamp item={point} />}
          <span className="min-w-0 flex-1 truncate">{subtitleOf(selected, board.model.lanes)}</span>
          <span className="text-ink-500 text-xs figures">{place}</span>
          <IconButton label="The one before" size="sm" disabled={!before} onClick={() => go(before)}>
            <ArrowLeft />
          </IconButton>
          <IconButton label="The next one" shortcut="Mod+Enter" size="sm" disabled={!after} onClick={() => go(after)}>
            <ArrowRight />
          </IconButton>
        </div>
        <p dir="auto" className="line-clamp-3 font-title text-lg">
          {momentLabel(entity, board.model)}
        </p>
      </header>
      <DetailSections key={target.id} of={[selected]} />
    </div>
  )
}

function subtitleOf({ entity, point }: Selected, lanes: Parameters<typeof laneNameOf>[0]): string {
  const what = 'from' in entity ? 'Link' : noteKind(entity.kind).label
  const kind = point && point.kind !== kindOfNote(entity) ? `${points[point.kind].name} · ` : ''
  const lane = 'from' in entity ? '' : ` · ${laneNameOf(lanes, entity.lane)}`
  return `${kind}${what}${lane}`
}

const kindOfNote = (entity: Selected['entity']) => ('from' in entity ? undefined : noteKind(entity.kind).failure)
