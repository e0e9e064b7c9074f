'use client'
import { cx } from 'class-variance-authority'
import {
  type ComponentProps,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { isComposing } from '#components/ui/composing.ts'
import type { ReadDetail } from '#lib/method/details.ts'

/** A part of a panel with its heading. */
export function Section({ title, hint, children }: { title: ReactNode; hint?: ReactNode; children: ReactNode }) {
  return (
    <section className="grid grid-cols-1 gap-2.5 border-line border-t px-4 py-4 first:border-t-0">
      <header>
        <h3 className="text-base">{title}</h3>
        {hint && <p className="text-ink-500 text-xs">{hint}</p>}
      </header>
      {children}
    </section>
  )
}

/** Shown in a field of several entities whose values differ. */
export const differing = 'They differ'

const small =
  'w-full rounded-md border border-line-strong bg-paper-0 px-2.5 text-ink-900 text-sm disabled:bg-paper-100 disabled:text-ink-500 placeholder:text-ink-500 placeholder:italic aria-invalid:border-danger'

interface DraftProps<T> {
  label: string
  /** Identifies the field within its form, for moving to the same field of the next step. */
  name?: string
  unit?: string
  hint?: string
  value: T | null
  /** The field is of several entities with different values; unless it is changed, each keeps its own. */
  differs?: boolean
  read: (text: string) => ReadDetail<T>
  write: (value: T) => string
  onValue: (value: T | null) => void
  /** Why it cannot be changed now; undefined: it can. */
  refusal?: string | undefined
  lines?: number
  list?: string
}

/** A field that is read on blur: invalid input stays in it, with the reason, and is not written. */
export function DraftField<T>({
  label,
  unit,
  hint,
  value,
  differs = false,
  read,
  write,
  onValue,
  refusal,
  lines,
  list,
  name,
}: DraftProps<T>) {
  const id = useId()
  const shown = value === null ? '' : write(value)
  const [draft, setDraft] = useState(shown)
  const [reason, setReason] = useState<string | null>(null)
  useEffect(() => {
    setDraft(shown)
    setReason(null)
  }, [shown])
  const commit = () => {
    if (draft.trim() === shown.trim()) {
      setReason(null)
      return
    }
    if (draft.trim() === '') {
      setReason(null)
      onValue(null)
      return
    }
    const answer = read(draft)
    setReason(answer.ok ? null : answer.reason)
    if (!answer.ok) return
    setDraft(write(answer.value))
    onValue(answer.value)
  }
  // A dialog that closes takes its fields away without leaving them first.
  const last = useRef(commit)
  last.current = commit
  useEffect(() => () => last.current(), [])
  const keys = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Enter' && (!lines || event.ctrlKey || event.metaKey)) commit()
  }
  const common: ComponentProps<'input'> & ComponentProps<'textarea'> = {
    id,
    name,
    value: draft,
    placeholder: differs ? differing : undefined,
    dir: 'auto',
    disabled: refusal !== undefined,
    title: refusal ?? hint,
    'aria-describedby': `${id}-note`,
    ...(reason ? { 'aria-invalid': true } : {}),
    onBlur: commit,
    onKeyDown: keys,
  }
  return (
    <div data-field className="relative grid content-start gap-1">
      <label htmlFor={id} className="flex items-baseline justify-between gap-2 text-ink-700 text-xs">
        <span className="font-semibold">{label}</span>
        {unit && <span className="whitespace-nowrap text-ink-500">{unit}</span>}
      </label>
      {lines ? (
        <textarea
          {...common}
          rows={lines}
          onChange={event => setDraft(event.target.value)}
          className={cx(small, 'field-sizing-content py-1.5')}
        />
      ) : (
        <input
          {...common}
          {...(list ? { list } : {})}
          onChange={event => setDraft(event.target.value)}
          className={cx(small, 'h-9 touch:h-11')}
        />
      )}
      {differs && draft === '' && refusal === undefined && (
        <ClearForAll
          label={label}
          onClear={() => onValue(null)}
          className={cx('absolute top-6 h-9 px-2.5 touch:h-11', lines ? 'right-2' : 'right-0')}
        />
      )}
      <p id={`${id}-note`} className={reason ? 'text-danger text-xs' : 'sr-only'} role={reason ? 'alert' : undefined}>
        {reason ?? hint}
      </p>
    </div>
  )
}

/** Shown beside a choice of several entities whose values differ. */
export const Differs = () => (
  <span className="ml-2 font-normal text-ink-500 text-xs italic">{differing.toLowerCase()}</span>
)

/** Clears a field of several entities in which they differ, as one step to undo. */
export function ClearForAll({ label, onClear, className }: { label: string; onClear: () => void; className?: string }) {
  const clear = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    // This button disappears with the difference: the focus moves to its field.
    const field = currentTarget.closest('[data-field]')?.querySelector<HTMLElement>('input, textarea, button')
    onClear()
    field?.focus()
  }
  return (
    <button
      type="button"
      title="Clear for all"
      onClick={clear}
      className={cx('rounded-md text-ink-700 text-xs underline underline-offset-2 hover:text-ink-900', className)}
    >
      Clear<span className="sr-only"> {label} for all</span>
    </button>
  )
}

export interface Choice<T> {
  value: T
  label: ReactNode
  /** The whole meaning, for the tooltip and screen readers. */
  title?: string
}

/**
 * A choice of a few values; pressing the chosen one clears it. When several entities differ, all their values are
 * marked.
 */
export function ChoiceGroup<T extends string | number>({
  label,
  choices,
  value,
  among = [],
  onValue,
  refusal,
  hideLabel = false,
  large = false,
}: {
  label: string
  choices: readonly Choice<T>[]
  value: T | null
  /** The values of the several entities. */
  among?: readonly T[]
  onValue: (value: T | null) => void
  refusal?: string | undefined
  hideLabel?: boolean
  /** Each choice is as wide as its share of the room. */
  large?: boolean
}) {
  return (
    <fieldset data-field className="grid min-w-0 content-start gap-1" disabled={refusal !== undefined} title={refusal}>
      <legend className={hideLabel ? 'sr-only' : 'mb-1 font-semibold text-ink-700 text-xs'}>
        {label}
        {value === null && among.length > 0 && <Differs />}
      </legend>
      <div data-large={large || undefined} className="flex flex-wrap gap-1">
        {choices.map(choice => (
          <button
            key={choice.value}
            type="button"
            aria-pressed={choice.value === value || (among.includes(choice.value) && 'mixed')}
            aria-label={choice.title ?? (typeof choice.label === 'string' ? choice.label : undefined)}
            title={refusal ?? choice.title}
            onClick={() => onValue(choice.value === value ? null : choice.value)}
            className="inline-flex h-8 items-center gap-1.5 rounded-md border border-line-strong px-2.5 text-sm in-data-large:h-14 in-data-large:flex-1 in-data-large:flex-col in-data-large:justify-center in-data-large:gap-1 in-data-large:px-1 in-data-large:font-semibold touch:h-11 hover:bg-paper-100 disabled:opacity-50 aria-[pressed=mixed]:border-accent aria-[pressed=mixed]:border-dashed aria-[pressed=mixed]:bg-accent-soft aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:text-on-accent [&_svg]:size-4"
          >
            {choice.label}
          </button>
        ))}
        {value === null && among.length > 0 && refusal === undefined && (
          <ClearForAll label={label} onClear={() => onValue(null)} className="h-8 px-1.5 touch:h-11" />
        )}
      </div>
    </fieldset>
  )
}
