'use client'
import { scaleLinear } from 'd3-scale'
import type { Analysis } from '#lib/method/analysis.ts'
import { laneNameOf, type Tally } from '#lib/method/points.ts'
import { points, verdictIds, verdictName } from '#lib/method/vocabulary.ts'
import { pointKinds } from '#lib/notes/define.ts'

/** Both views as a pair of bars for each kind: filled what people confirmed, hatched what is only proposed. */
export function CountBars({ asIs, toBe }: { asIs: Analysis; toBe: Analysis }) {
  const most = Math.max(1, ...pointKinds.flatMap(kind => [asIs.counts.all[kind], toBe.counts.all[kind]]))
  const width = scaleLinear([0, most], [0, 100])
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">Points of failure by kind, as it is and as it will be</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Kind</th>
          <th scope="col">View</th>
          <th scope="col">Number</th>
        </tr>
      </thead>
      <tbody>
        {pointKinds.flatMap(kind =>
          ([asIs, toBe] as const).map((analysis, index) => (
            <tr key={`${kind} ${analysis.view}`}>
              {index === 0 && (
                <th scope="rowgroup" rowSpan={2} className="w-30 py-1 text-left align-middle font-normal">
                  {points[kind].name}
                </th>
              )}
              <td className={`w-16 text-ink-500 text-xs ${index === 0 ? 'pt-1' : 'pb-1'}`}>
                {analysis.view === 'as-is' ? 'as it is' : 'will be'}
              </td>
              <td className={index === 0 ? 'pt-1' : 'pb-1'}>
                <Bar
                  confirmed={width(analysis.counts.confirmed[kind])}
                  proposed={width(analysis.counts.proposed[kind])}
                  colour={`var(--color-${kind})`}
                  faint={index === 0}
                  label={labelOfBar(analysis.counts.confirmed[kind], analysis.counts.proposed[kind])}
                />
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}

const labelOfBar = (confirmed: number, proposed: number): string =>
  proposed === 0 ? String(confirmed) : confirmed === 0 ? `${proposed} proposed` : `${confirmed} +${proposed} proposed`

function Bar({
  confirmed,
  proposed,
  colour,
  faint,
  label,
}: {
  /** Per cent of the longest. */
  confirmed: number
  proposed: number
  colour: string
  faint: boolean
  label: string
}) {
  const room = 0.62
  return (
    <span className="flex items-center gap-1.5">
      <span aria-hidden className="flex h-3 max-w-[62%]" style={{ width: `${(confirmed + proposed) * room}%` }}>
        <span
          className="h-full rounded-l-[2px] last:rounded-r-[2px]"
          style={{ flexGrow: confirmed, backgroundColor: colour, opacity: faint ? 0.55 : 1 }}
        />
        {proposed > 0 && (
          <span
            className="h-full rounded-r-[2px] border border-dashed first:rounded-l-[2px]"
            style={{ flexGrow: proposed, borderColor: colour, opacity: faint ? 0.7 : 1 }}
          />
        )}
      </span>
      <span className="whitespace-nowrap text-xs figures">{label}</span>
    </span>
  )
}

/** Where they are counted, and what was decided about them. */
export function ByLane({ analysis }: { analysis: Analysis }) {
  const { counts, projection } = analysis
  const order = new Map(projection.lanes.map((lane, index) => [lane.id, index]))
  const lanes = [...counts.byLane].sort(([a], [b]) => (order.get(a) ?? 99) - (order.get(b) ?? 99))
  if (counts.all.total === 0) return null
  return (
    <div className="grid gap-3">
      <Tallies heading="Lane" rows={lanes.map(([id, tally]) => [laneNameOf(projection.lanes, id || null), tally])} />
      <Tallies
        heading="Verdict"
        rows={[...verdictIds, 'undecided' as const].map(verdict => [verdictName(verdict), counts.byVerdict[verdict]])}
      />
    </div>
  )
}

function Tallies({ heading, rows }: { heading: string; rows: readonly (readonly [string, Tally])[] }) {
  return (
    <table className="w-full text-sm figures">
      <thead>
        <tr className="text-ink-500 text-xs">
          <th scope="col" className="text-left align-bottom font-normal">
            {heading}
          </th>
          {pointKinds.map(kind => (
            <th key={kind} scope="col" className="w-17 pl-2 text-right align-bottom font-normal leading-tight">
              {points[kind].name}
            </th>
          ))}
          <th scope="col" className="w-9 text-right align-bottom font-normal">
            All
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, tally]) => (
          <tr key={name} className="border-line border-t">
            <th scope="row" dir="auto" className="max-w-40 truncate py-0.5 text-left font-normal">
              {name}
            </th>
            {pointKinds.map(kind => (
              <td key={kind} className="text-right text-ink-700">
                {tally[kind] || '·'}
              </td>
            ))}
            <td className="text-right font-semibold">{tally.total}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
