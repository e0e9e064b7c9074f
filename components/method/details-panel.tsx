'use client'
import { ArrowLeft, ArrowRight, Table2 } from 'lucide-react'
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { useFrameStore } from '#components/board/frame/frame-state.ts'
import { useBoard } from '#components/board/state/board-context.tsx'
import { factsOf } from '#components/board/state/board-state.ts'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import type { Target } from '#lib/board/commands/method.ts'
import { labelOf } from '#lib/method/emotion.ts'
import { laneNameOf } from '#lib/method/points.ts'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { LinkFields, PointFields, StepFields } from './detail-fields.tsx'
import { kindNames } from './feed-wall.ts'
import { goToTarget } from './go-to-target.ts'
import { Section } from './parts.tsx'
import { PointStamp } from './stamps.tsx'
import { TagFields } from './tag-fields.tsx'
import { type Selected, useNeighbours, useSelected } from './use-target.ts'
import { VerdictFields } from './verdict-fields.tsx'

/** Everything the method asks of the one note or link that is selected. */
export function DetailsPanel() {
  const { one, count } = useSelected()
  const frame = useFrameStore()
  if (one) return <Details key={one.target.root} selected={one} />
  return (
    <div className="grid justify-items-start gap-3 px-4 py-6">
      <p>
        {count > 1 ? 'Several notes are selected. Details are entered for one at a time.' : 'Select a step or a link.'}
      </p>
      <p className="text-ink-500 text-sm">
        For many steps in a row, or to paste from a spreadsheet, take the table. Ctrl+Enter in a field goes to the same
        field of the next step.
      </p>
      <Button onClick={() => frame.change({ over: 'table' })}>
        <Table2 aria-hidden />
        Open the table
      </Button>
    </div>
  )
}

function Details({ selected }: { selected: Selected }) {
  const { target, entity, point } = selected
  const board = useBoard()
  const { before, after, place } = useNeighbours(target)
  const form = useRef<HTMLDivElement>(null)
  const wanted = useRef<string | null>(null)
  const may = board.may('detail.edit', factsOf(board, entity))
  const refusal = may.ok ? undefined : may.reason
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
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    const name = event.target instanceof HTMLElement ? event.target.getAttribute('name') : null
    if (event.target instanceof HTMLElement) event.target.blur()
    // What makes no sense keeps its field, with the reason.
    if (form.current?.querySelector('[aria-invalid]')) return
    event.preventDefault()
    go(event.shiftKey ? before : after, name)
  }
  const isNote = !('from' in entity)
  const isWork = isNote && (entity.kind === 'step' || entity.kind === 'decision')
  const kind = point?.kind ?? (isNote ? noteKind(entity.kind).failure : undefined)
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
          {labelOf(entity, board.model)}
        </p>
      </header>
      <div key={target.id}>
        {isWork && (
          <Section title="The step">
            <StepFields note={entity} refusal={refusal} />
          </Section>
        )}
        {!isNote && (
          <Section title="The link">
            <LinkFields link={entity} refusal={refusal} />
          </Section>
        )}
        {kind && (
          <Section title={kindNames[kind]} hint={hints[kind]}>
            <PointFields target={target} entity={entity} kind={kind} refusal={refusal} />
          </Section>
        )}
        {(kind || isWork) && (
          <Section title="Verdict" hint="Eliminate it, improve it, or keep it for a reason tied to the outcome.">
            <VerdictFields target={target} entity={entity} />
          </Section>
        )}
        {isNote && (
          <Section title="Tags">
            <TagFields note={entity} />
          </Section>
        )}
        {!kind && !isWork && isNote && (
          <p className="border-line border-t px-4 py-4 text-ink-500 text-sm">
            {noteKind(entity.kind).hint} Details belong to steps, decisions and points of failure.
          </p>
        )}
      </div>
    </div>
  )
}

const hints = {
  mot: 'Any interaction with the customer.',
  bp: 'Any hand-off inside the process.',
  br: 'Any decision point. Most rules outlive their reason.',
} as const

function subtitleOf({ entity, point }: Selected, lanes: Parameters<typeof laneNameOf>[0]): string {
  const what = 'from' in entity ? 'Link' : noteKind(entity.kind).label
  const kind = point && point.kind !== kindOfNote(entity) ? `${kindNames[point.kind]} · ` : ''
  const lane = 'from' in entity ? '' : ` · ${laneNameOf(lanes, entity.lane)}`
  return `${kind}${what}${lane}`
}

const kindOfNote = (entity: Selected['entity']) => ('from' in entity ? undefined : noteKind(entity.kind).failure)
