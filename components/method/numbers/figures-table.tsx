'use client'
import type { Analysis } from '#lib/method/analysis.ts'
import { sayAmount, sayMinutes, sayShare } from '#lib/method/details.ts'

interface Figure {
  label: string
  /** What the trade calls it. */
  hint?: string
  value: (analysis: Analysis) => number | null
  say: (value: number) => string
  /** Which way is good. */
  good: 'up' | 'down'
}

/** null while no step says what it costs: nothing known is not nothing spent. */
function costOf(analysis: Analysis): number | null {
  const { cost, missing } = analysis.numbers()
  return cost === 0 && missing.costs === missing.steps ? null : cost
}

const figures: readonly Figure[] = [
  { label: 'Points of failure', value: a => a.counts.all.total, say: String, good: 'down' },
  {
    label: 'Gets through without a failure',
    hint: 'rolled throughput yield (RTY)',
    value: a => a.numbers().rty.value,
    say: n => sayShare(n, 1),
    good: 'up',
  },
  { label: 'Lead time', value: a => a.numbers().lead, say: sayMinutes, good: 'down' },
  { label: 'Work on a case', value: a => a.numbers().work, say: sayMinutes, good: 'down' },
  { label: 'Activity ratio', value: a => a.numbers().activityRatio, say: n => sayShare(n, 1), good: 'up' },
  { label: 'Cost per case', value: costOf, say: sayAmount, good: 'down' },
  {
    label: 'Cost per month',
    value: a => (costOf(a) === null ? null : a.numbers().costPerMonth),
    say: sayAmount,
    good: 'down',
  },
  { label: 'Serves the outcome', value: a => a.outsideIn.share, say: n => sayShare(n), good: 'up' },
  { label: 'Remembered as', value: a => a.emotion().remembered, say: n => n.toFixed(1).replace('-', '−'), good: 'up' },
]

/** The figures of both views side by side, and which way they go. */
export function FiguresTable({ asIs, toBe }: { asIs: Analysis; toBe: Analysis }) {
  return (
    <table className="w-full text-sm figures">
      <thead>
        <tr className="text-ink-500 text-xs">
          <th scope="col" className="text-left font-normal">
            <span className="sr-only">Figure</span>
          </th>
          <th scope="col" className="pb-1 text-right font-normal">
            As it is
          </th>
          <th scope="col" className="pb-1 text-right font-normal">
            As it will be
          </th>
          <th scope="col" className="w-6">
            <span className="sr-only">Change</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map(figure => {
          const [before, after] = [figure.value(asIs), figure.value(toBe)]
          if (before === null && after === null) return null
          return (
            <tr key={figure.label} className="border-line border-t">
              <th scope="row" className="py-1 text-left font-normal">
                {figure.label}
                {figure.hint && <span className="block text-ink-500 text-xs">{figure.hint}</span>}
              </th>
              <td className="py-1 pl-2 text-right">{before === null ? '–' : figure.say(before)}</td>
              <td className="py-1 pl-2 text-right font-semibold">{after === null ? '–' : figure.say(after)}</td>
              <td className="py-1 text-right">
                <Change before={before} after={after} good={figure.good} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Change({ before, after, good }: { before: number | null; after: number | null; good: Figure['good'] }) {
  if (before === null || after === null || Math.abs(after - before) < 1e-9) return null
  const way = after > before ? 'up' : 'down'
  const isGood = way === good
  return (
    <span className={isGood ? 'text-good' : 'text-danger'}>
      <span aria-hidden>{way === 'up' ? '↑' : '↓'}</span>
      <span className="sr-only">{isGood ? 'better' : 'worse'}</span>
    </span>
  )
}
