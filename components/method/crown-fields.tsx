'use client'
import { useId, useState } from 'react'
import { isComposing } from '#components/ui/composing.ts'
import { useCurrency } from '#components/ui/currency.ts'
import type { Link, Note } from '#lib/board/snapshot.ts'
import { readAmount, sayAmount } from '#lib/method/details.ts'
import { shared } from '#lib/method/shared.ts'
import { type CrownSide, crownSides, crownWays, crown as words } from '#lib/method/vocabulary.ts'
import { ClearForAll, Differs, differing } from './parts.tsx'

type Crown = NonNullable<(Note | Link)['crown']>
type Change = NonNullable<Crown[CrownSide]>

const ways = ['down', 'same', 'up'] as const

/**
 * The effect of a verdict on cost, customer experience and revenue: all three are required, amounts where they are
 * known.
 */
export function CrownFields({
  of,
  refusal,
  onChange,
}: {
  of: readonly (Note | Link)[]
  refusal: string | undefined
  onChange: (side: CrownSide, change: Change | null) => void
}) {
  return (
    <fieldset className="grid gap-1.5" disabled={refusal !== undefined} title={refusal}>
      <legend className="mb-1 font-semibold text-ink-700 text-xs">Triple crown: what does it do to…</legend>
      {crownSides.map(side => (
        <Side key={side} side={side} of={of} onChange={change => onChange(side, change)} />
      ))}
    </fieldset>
  )
}

function Side({
  side,
  of,
  onChange,
}: {
  side: CrownSide
  of: readonly (Note | Link)[]
  onChange: (change: Change | null) => void
}) {
  const chosen = shared(of, ({ crown }) => crown?.[side]?.way ?? null)
  const amount = shared(of, ({ crown }) => crown?.[side]?.amount ?? null)
  const { value: way } = chosen
  const said = amount.value === null ? {} : { amount: amount.value }
  const tone = (way: Change['way']) =>
    way === 'same'
      ? 'aria-pressed:border-ink-500 aria-pressed:bg-ink-500 aria-pressed:text-paper-0'
      : way === words[side].good
        ? 'aria-pressed:border-good aria-pressed:bg-good aria-pressed:text-paper-0'
        : 'aria-pressed:border-danger aria-pressed:bg-danger aria-pressed:text-on-danger'
  return (
    <div data-field className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="w-22 text-sm">{words[side].name}</span>
      <span className="flex">
        {ways.map(one => (
          <button
            key={one}
            type="button"
            aria-label={`${words[side].name} ${crownWays[one].name}`}
            aria-pressed={one === way || (chosen.among.includes(one) && 'mixed')}
            onClick={() => onChange(one === way ? null : { ...said, way: one })}
            className={`-ml-px h-8 w-9 border border-line-strong text-sm first:ml-0 first:rounded-l-md last:rounded-r-md touch:h-11 touch:w-11 hover:bg-paper-100 aria-[pressed=mixed]:border-dashed aria-[pressed=mixed]:bg-accent-soft ${tone(one)}`}
          >
            {crownWays[one].sign}
          </button>
        ))}
      </span>
      {chosen.differs && (
        <span className="inline-flex items-center gap-2">
          <Differs />
          <ClearForAll label={words[side].name} onClear={() => onChange(null)} className="h-8 px-1 touch:h-11" />
        </span>
      )}
      {way && way !== 'same' && side !== 'experience' && (
        <Amount
          label={`${words[side].name}: amount per case`}
          value={amount.value}
          differs={amount.differs}
          onValue={next => onChange(next === null ? { way } : { way, amount: next })}
        />
      )}
    </div>
  )
}

function Amount({
  label,
  value,
  differs,
  onValue,
}: {
  label: string
  value: number | null
  differs: boolean
  onValue: (amount: number | null) => void
}) {
  const id = useId()
  const currency = useCurrency()
  const shown = value === null ? '' : sayAmount(value)
  const [draft, setDraft] = useState<string | null>(null)
  const [reason, setReason] = useState<string | null>(null)
  const commit = () => {
    if (draft === null) return
    const text = draft.trim()
    const answer = text === '' ? null : readAmount(text)
    setReason(answer && !answer.ok ? answer.reason : null)
    if (answer && !answer.ok) return
    setDraft(null)
    onValue(answer ? answer.value : null)
  }
  return (
    <span data-field className="flex min-w-0 flex-1 flex-wrap items-baseline gap-1">
      <input
        aria-label={label}
        aria-describedby={id}
        aria-invalid={reason !== null || undefined}
        value={draft ?? shown}
        placeholder={differs ? differing : 'amount'}
        onChange={event => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={event => event.key === 'Enter' && !isComposing(event) && commit()}
        className="h-8 w-20 rounded-md border border-line-strong bg-paper-0 px-2 text-sm figures touch:h-11 placeholder:text-ink-500 aria-invalid:border-danger"
      />
      <span className="text-ink-500 text-xs">{currency === null ? 'per case' : `${currency} per case`}</span>
      {differs && draft === null && (
        <ClearForAll label={label} onClear={() => onValue(null)} className="h-8 px-1 touch:h-11" />
      )}
      <span id={id} role={reason ? 'alert' : undefined} className="basis-full text-danger text-xs">
        {reason}
      </span>
    </span>
  )
}
