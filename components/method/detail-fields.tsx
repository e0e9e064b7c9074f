'use client'
import { useBoard } from '#components/board/state/board-context.tsx'
import { useCurrency } from '#components/ui/currency.ts'
import type { Link, Note } from '#lib/board/snapshot.ts'
import { type Details, setDetails } from '#lib/method/commands/method.ts'
import { type DetailField, detailFields, readShare, sayMinutes, sayShare } from '#lib/method/details.ts'
import { feelings, type PointKey, pointFields, touches } from '#lib/method/point-fields.ts'
import { type SharedValue, shared } from '#lib/method/shared.ts'
import { valueClasses, valueIds } from '#lib/method/vocabulary.ts'
import type { PointKind } from '#lib/notes/define.ts'
import { ChoiceGroup, DraftField } from './parts.tsx'
import type { Selected } from './use-target.ts'

interface Common {
  /** Why nothing can be changed now; undefined: it can. */
  refusal: string | undefined
}

/** System, volume, times, cost, first time right, value, flexibility and exceptions of steps. */
export function StepFields({ notes, refusal }: { notes: readonly Note[] } & Common) {
  const board = useBoard()
  const currency = useCurrency()
  const targets = notes.map(({ id }) => ({ root: 'notes', id }) as const)
  const set = (details: Details) => setDetails(board.writer, targets, details)
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-2.5">
      {detailFields.map(field => {
        if (field.key === 'value')
          return (
            <div key={field.key} className="col-span-2">
              <ChoiceGroup
                label="Value"
                {...shared(notes, note => note.value)}
                refusal={refusal}
                onValue={next => set({ value: next })}
                choices={values}
              />
            </div>
          )
        if (field.key === 'flexibility')
          return (
            <div key={field.key} className="col-span-2">
              <Flexibility
                of={shared(notes, note => note.flexibility)}
                refusal={refusal}
                onValue={next => set({ flexibility: next })}
              />
            </div>
          )
        const said = shared<Note, string | number>(notes, note => note[field.key])
        const wide = field.key === 'system' || field.key === 'exceptions'
        return (
          <div key={field.key} className={wide ? 'col-span-2' : ''}>
            <Field
              field={field}
              unit={unitOf(field, said.value, currency)}
              of={said}
              refusal={refusal}
              lines={field.key === 'exceptions' ? 1 : undefined}
              onValue={next => set({ [field.key]: next })}
            />
          </div>
        )
      })}
    </div>
  )
}

const values = valueIds.map(value => {
  const { short, means } = valueClasses[value]
  return { value, label: short, title: `${short}, ${means}` }
})

/** Returns the unit: long times in words beside the minutes, costs with their currency. */
function unitOf({ key, unit }: DetailField, value: string | number | null, currency: string | null): string {
  if (key === 'cost' && currency !== null) return `${currency} ${unit}`
  const isTime = key === 'processing' || key === 'waiting'
  return isTime && typeof value === 'number' && value >= 90 ? `min, ${sayMinutes(value)}` : unit
}

/** The Goldilocks scale: flexible just enough, and no more. */
function Flexibility({
  of,
  refusal,
  onValue,
}: { of: SharedValue<number>; onValue: (value: number | null) => void } & Common) {
  return (
    <div className="grid gap-1">
      <ChoiceGroup
        label="Rigid or flexible?"
        {...of}
        refusal={refusal}
        onValue={onValue}
        choices={[1, 2, 3, 4, 5].map(step => ({
          value: step,
          label: String(step),
          title: `${step} on the scale from 1, rigid, to 5, flexible`,
        }))}
      />
      <p className="flex w-42 justify-between touch:w-60 text-ink-500 text-xs">
        <span>rigid</span>
        <span>just enough</span>
        <span>flexible</span>
      </p>
    </div>
  )
}

/** The share of cases that take this link. */
export function LinkFields({ links, refusal }: { links: readonly Link[] } & Common) {
  const board = useBoard()
  const { value, differs } = shared(links, link => link.share)
  const targets = links.map(({ id }) => ({ root: 'links', id }) as const)
  return (
    <DraftField
      name="share"
      label="Share of cases"
      unit="%"
      hint="Of all cases at the step before, how many take this way? 100% on every way out: they run in parallel."
      value={value}
      differs={differs}
      read={readShare}
      write={share => sayShare(share, 2)}
      refusal={refusal}
      onValue={share => setDetails(board.writer, targets, { share })}
    />
  )
}

/** The fields of contacts, of hand-offs or of rules. */
export function PointFields({ of, kind, refusal }: { of: readonly Selected[]; kind: PointKind } & Common) {
  const board = useBoard()
  const entities = of.map(({ entity }) => entity)
  const targets = of.map(({ target }) => target)
  const set = (details: Details) => setDetails(board.writer, targets, details)
  return (
    <div className="grid gap-2.5">
      {pointFields
        .filter(field => field.of.includes(kind))
        .map(field => {
          if (field.key === 'touch')
            return (
              <ChoiceGroup
                key={field.key}
                label={field.label}
                {...shared(entities, one => one.touch)}
                refusal={refusal}
                onValue={touch => set({ touch })}
                choices={touches}
              />
            )
          if (field.key === 'feeling')
            return (
              <ChoiceGroup
                key={field.key}
                label="How does it feel to the customer?"
                {...shared(entities, one => one.feeling)}
                refusal={refusal}
                onValue={feeling => set({ feeling })}
                choices={feelings.map(({ value, label, name }) => ({ value, label, title: `${label}, ${name}` }))}
              />
            )
          if (field.key === 'memory')
            return (
              <ChoiceGroup
                key={field.key}
                label="What will they remember?"
                {...shared(entities, one => one.memory)}
                refusal={refusal}
                onValue={memory => set({ memory })}
                choices={[
                  { value: 'peak', label: 'The peak', title: 'The peak: the strongest moment' },
                  { value: 'end', label: 'The end', title: 'The end: the last impression' },
                ]}
              />
            )
          return (
            <Field
              key={field.key}
              field={field}
              unit={field.unit}
              of={shared<Note | Link, string | number>(entities, one => one[field.key])}
              refusal={refusal}
              lines={field.key === 'cause' || field.key === 'why' ? 2 : undefined}
              onValue={next => set({ [field.key]: next })}
            />
          )
        })}
    </div>
  )
}

function Field({
  field,
  unit,
  of,
  refusal,
  lines,
  onValue,
}: {
  field: DetailField | DetailField<PointKey>
  unit: string
  of: SharedValue<string | number>
  lines?: number | undefined
  onValue: (value: string | number | null) => void
} & Common) {
  return (
    <DraftField<string | number>
      name={field.key}
      label={field.label}
      unit={unit}
      hint={field.hint}
      value={of.value}
      differs={of.differs}
      read={field.read}
      write={field.write}
      refusal={refusal}
      onValue={onValue}
      {...(lines ? { lines } : {})}
    />
  )
}
