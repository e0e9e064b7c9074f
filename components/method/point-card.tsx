'use client'
import { ArrowDown, ArrowUp, Check, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { factsOf } from '#components/board/state/board-state.ts'
import { Button } from '#components/ui/button.tsx'
import { isComposing } from '#components/ui/composing.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Input } from '#components/ui/input.tsx'
import { goOnInParallel } from '#lib/method/commands/method.ts'
import { definitionOf, points } from '#lib/method/vocabulary.ts'
import { type PointKind, pointKinds } from '#lib/notes/define.ts'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { ChoiceGroup } from './parts.tsx'
import type { Item } from './point-list.ts'
import { PointStamp } from './stamps.tsx'
import type { PointDecision } from './walk.ts'

interface Props {
  item: Item
  /** "3 of 17". */
  place: string
  /** Whether the reason of a dismissal is being entered. */
  asking: boolean
  onAsk: (asking: boolean) => void
  onDecide: (decision: PointDecision) => void
  onNext: () => void
  onBefore: () => void
}

/** The point under discussion: large enough to read from the back of the room, decided with one key. */
export function PointCard({ item, place, asking, onAsk, onDecide, onNext, onBefore }: Props) {
  const board = useBoard()
  const may = board.may('failure.mark', factsOf(board, item.entity))
  const refusal = may.ok ? undefined : may.reason
  const isPoint = item.kind !== 'rework' && item.kind !== 'orphan'
  return (
    <section aria-label={`${item.code}, ${place}`} className="grid gap-3 border-line border-t bg-paper-100 px-4 py-3">
      <div className="flex items-center gap-2">
        <PointStamp item={item} />
        <span className="flex-1 text-ink-700 text-sm">{headingOf(item)}</span>
        <span className="text-ink-500 text-xs figures">{place}</span>
        <IconButton label="The one before" shortcut="↑" size="sm" onClick={onBefore}>
          <ArrowUp />
        </IconButton>
        <IconButton label="The next one" shortcut="↓" size="sm" onClick={onNext}>
          <ArrowDown />
        </IconButton>
      </div>
      <p dir="auto" className="font-title text-lg">
        {item.label}
      </p>
      {item.why && <p className="text-ink-700 text-sm">{item.why}</p>}
      {asking ? (
        <Reason onCancel={() => onAsk(false)} onReason={reason => onDecide({ do: 'dismiss', reason })} />
      ) : item.state === 'dismissed' ? (
        <Button size="sm" disabled={!may.ok} title={refusal} onClick={() => onDecide({ do: 'forget' })}>
          Ask again
        </Button>
      ) : (
        <div className="flex flex-wrap items-center gap-1.5">
          {item.state === 'proposed' && (
            <Button
              variant="primary"
              size="sm"
              disabled={!may.ok}
              title={refusal}
              onClick={() => onDecide({ do: 'confirm' })}
            >
              <Check aria-hidden />
              {isPoint ? 'Confirm' : 'Yes, it is'}
            </Button>
          )}
          <Button size="sm" disabled={!may.ok} title={refusal} onClick={() => onAsk(true)}>
            <X aria-hidden />
            {isPoint ? 'Dismiss' : item.kind === 'orphan' ? 'It serves the outcome' : 'It is not'}
          </Button>
          {item.kind === 'br' &&
            item.state === 'proposed' &&
            item.target.root === 'notes' &&
            !('from' in item.entity) &&
            noteKind(item.entity.kind).role !== 'gateway' && (
              <Button
                size="sm"
                disabled={!board.may('detail.edit', factsOf(board, item.entity)).ok}
                onClick={() => goOnInParallel(board.writer, board.model, item.target.id)}
              >
                Both happen
              </Button>
            )}
        </div>
      )}
      {isPoint && item.state !== 'dismissed' && !asking && (
        <ChoiceGroup<PointKind>
          label="Kind"
          value={item.state === 'confirmed' ? (item.kind as PointKind) : null}
          refusal={refusal}
          onValue={kind => onDecide(kind === null ? { do: 'forget' } : { do: 'confirm', kind })}
          choices={pointKinds.map((kind, index) => ({
            value: kind,
            label: points[kind].name,
            title: `${definitionOf(kind)} Key ${index + 1}.`,
          }))}
        />
      )}
    </section>
  )
}

function headingOf({ kind, state, lane }: Item): string {
  const name = kind === 'rework' ? 'Rework' : kind === 'orphan' ? 'Why do we do this?' : points[kind].name
  return `${name}${state === 'proposed' ? ', proposed' : ''} · ${lane}`
}

function Reason({ onReason, onCancel }: { onReason: (reason: string) => void; onCancel: () => void }) {
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onReason(reason)
  }
  return (
    <form onSubmit={submit} className="grid gap-2">
      <Input
        autoFocus
        aria-label="Why is it none?"
        placeholder="Why is it none?"
        maxLength={600}
        value={reason}
        onChange={event => setReason(event.target.value)}
        onKeyDown={event => {
          // What was typed stays in the field; the panel leaves it.
          if (event.key === 'Escape' && !isComposing(event) && reason === '') {
            event.stopPropagation()
            onCancel()
          }
        }}
        className="h-9 text-sm"
      />
      <div className="flex gap-1.5">
        <Button type="submit" variant="primary" size="sm">
          Dismiss
        </Button>
        <Button size="sm" variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
