'use client'
import { useId } from 'react'
import { useBoard, useLink, useNote } from '#components/board/state/board-context.tsx'
import { factsOf } from '#components/board/state/board-state.ts'
import { limits } from '#lib/board/fields.ts'
import { setDetails } from '#lib/method/commands/method.ts'
import { readText } from '#lib/method/details.ts'
import { momentLabel } from '#lib/method/emotion.ts'
import { feelings } from '#lib/method/point-fields.ts'
import type { FailurePoint } from '#lib/method/points.ts'
import { points } from '#lib/method/vocabulary.ts'
import { goToTarget } from './go-to-target.ts'
import { useMethod } from './method-context.tsx'
import { DraftField } from './parts.tsx'
import { PointStamp } from './stamps.tsx'

/** Every Moment of Truth with the customer's feeling there, and what causes it; the wall draws the curve meanwhile. */
export function FeelingsList() {
  const { asIs } = useMethod()
  const moments = asIs.points.filter(({ kind }) => kind === 'mot')
  const felt = moments.filter(({ entity }) => entity.feeling !== null).length
  if (moments.length === 0)
    return (
      <p className="px-4 py-6 text-sm">
        No Moments of Truth yet. Link what the customer does with what we do, and they show up here by themselves.
      </p>
    )
  return (
    <div className="grid grid-cols-1 pb-6">
      <p className="px-4 pb-2 text-ink-500 text-xs figures">
        {felt} of {moments.length} {moments.length === 1 ? 'moment has' : 'moments have'} a feeling.
      </p>
      <ol aria-label={points.mot.names} className="grid grid-cols-1">
        {moments.map(point => (
          <Moment key={point.id} point={point} />
        ))}
      </ol>
    </div>
  )
}

function Moment({ point }: { point: FailurePoint }) {
  const board = useBoard()
  const name = useId()
  const target = { root: point.on, id: point.id }
  // Shows a change at once; the analysis follows a moment later.
  const note = useNote(point.on === 'notes' ? point.id : '')
  const link = useLink(point.on === 'links' ? point.id : '')
  const entity = note ?? link ?? point.entity
  const may = board.may('detail.edit', factsOf(board, entity))
  const refusal = may.ok ? undefined : may.reason
  const label = momentLabel(entity, board.model)
  return (
    <li className="grid grid-cols-1 gap-2 border-line border-t px-4 py-3">
      <div className="flex items-start gap-2">
        <PointStamp item={point} />
        <button
          type="button"
          dir="auto"
          title="Show it on the wall"
          onClick={() => goToTarget(board, target)}
          className="min-w-0 flex-1 text-left text-sm hover:underline"
        >
          {label}
        </button>
      </div>
      <fieldset className="min-w-0" disabled={!may.ok} title={refusal}>
        <legend className="sr-only">
          {point.code}, how it feels: {label}
        </legend>
        <div className="grid grid-cols-5 gap-1">
          {feelings.map(one => (
            <label
              key={one.value}
              title={refusal ?? one.name}
              className="relative grid h-9 cursor-pointer place-items-center rounded-md border border-line-strong text-sm figures touch:h-12 hover:bg-paper-100 has-checked:border-accent has-checked:bg-accent has-checked:text-on-accent has-disabled:cursor-default has-disabled:opacity-50 has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
            >
              <input
                type="radio"
                name={name}
                aria-label={`${one.label}, ${one.name}`}
                checked={entity.feeling === one.value}
                onChange={() => setDetails(board.writer, [target], { feeling: one.value })}
                className="absolute inset-0 cursor-pointer appearance-none opacity-0"
              />
              <span aria-hidden>{one.label}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {entity.feeling !== null && (
        <DraftField
          label="What causes it"
          value={entity.cause}
          read={readText(limits.reason)}
          write={text => text}
          refusal={refusal}
          lines={1}
          onValue={cause => setDetails(board.writer, [target], { cause })}
        />
      )}
    </li>
  )
}
