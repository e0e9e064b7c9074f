'use client'
import { Stamp } from '#components/ui/stamp.tsx'
import type { Counts, Tally } from '#lib/method/points.ts'
import { points } from '#lib/method/vocabulary.ts'
import { pointKinds } from '#lib/notes/define.ts'
import type { Item } from './point-list.ts'

/** The stamp of an item of the list, as it is on the wall. */
export function PointStamp({ item: { kind, code, state } }: { item: Pick<Item, 'kind' | 'code' | 'state'> }) {
  if (kind === 'rework' || kind === 'orphan' || state === 'dismissed')
    return (
      <span
        role="img"
        aria-label={
          kind === 'rework' ? 'Rework' : kind === 'orphan' ? 'Serves no outcome' : `${points[kind].name}, dismissed`
        }
        className={`inline-grid size-6 place-items-center rounded-full border-2 border-line-strong text-xs ${state === 'confirmed' ? 'bg-paper-200' : 'border-dashed'}`}
      >
        {state === 'dismissed' ? '–' : code}
      </span>
    )
  return <Stamp kind={kind} number={Number(code.slice(1))} proposed={state === 'proposed'} />
}

/** Counts by kind and together; what is only proposed beside what people confirmed, never mixed. */
export function CountsLine({ counts }: { counts: Counts }) {
  return (
    <dl className="flex flex-wrap items-end gap-x-4 gap-y-1 figures">
      {pointKinds.map(kind => (
        <Count key={kind} label={points[kind].name} colour={`var(--color-${kind})`} counts={counts} of={kind} />
      ))}
      <Count label="Points of failure" colour="var(--color-ink-900)" counts={counts} of="total" />
    </dl>
  )
}

function Count({ label, colour, counts, of }: { label: string; colour: string; counts: Counts; of: keyof Tally }) {
  const proposed = counts.proposed[of]
  return (
    <div className="grid">
      <dt className="text-ink-500 text-xs">{label}</dt>
      <dd className="flex items-baseline gap-1">
        <span className="font-semibold text-lg leading-none" style={{ color: colour }}>
          {counts.confirmed[of]}
        </span>
        {proposed > 0 && <span className="text-ink-500 text-xs">+{proposed} proposed</span>}
      </dd>
    </div>
  )
}
