'use client'
import { useCurrency } from '#components/ui/currency.ts'
import type { Analysis } from '#lib/method/analysis.ts'
import { sayAmount, sayMinutes, sayShare } from '#lib/method/details.ts'
import type { Numbers } from '#lib/method/numbers.ts'
import type { Path } from '#lib/method/paths.ts'

/** Lead time as one bar, work in it and waiting around it; then cost, volume, and what had to be assumed. */
export function Times({ analysis, path }: { analysis: Analysis; path: Path | null }) {
  const currency = useCurrency()
  const numbers = analysis.numbers(path)
  const { lead, processing, activityRatio, work, cost, volume, costPerMonth, loops, missing } = numbers
  const share = activityRatio ?? 0
  const waiting = lead - processing
  const gaps = [
    missing.times > 0 ? `${missing.times} of ${missing.steps} steps have no time` : '',
    missing.costs > 0 ? `${missing.costs} of ${missing.steps} have no cost` : '',
    missing.shares > 0 ? `${missing.shares} branching${missing.shares === 1 ? '' : 's'} without stated shares` : '',
  ].filter(Boolean)
  return (
    <div className="grid gap-3 text-sm">
      {lead > 0 ? (
        <div className="grid gap-1">
          <p>
            <strong className="font-title text-xl figures">{sayMinutes(lead)}</strong> from the first step to the last
          </p>
          <div aria-hidden className="flex h-5 overflow-hidden rounded-sm bg-paper-200">
            <span className="bg-accent" style={{ width: `${Math.max(share * 100, 1)}%` }} />
          </div>
          <p className="flex flex-wrap justify-between gap-x-3 text-xs figures">
            <span>
              <span className="font-semibold">{sayMinutes(processing)}</span> work, {sayShare(share, 1)} (activity
              ratio)
            </span>
            <span>
              <span className="font-semibold">{sayMinutes(waiting)}</span> waiting
            </span>
          </p>
          {work - processing > 0.5 && (
            <p className="text-ink-500 text-xs">{sayMinutes(work)} of work in all, parallel branches together.</p>
          )}
        </div>
      ) : (
        <p className="text-ink-500">No step has a time yet.</p>
      )}
      {cost > 0 && (
        <p>
          <strong className="figures">{sayAmount(cost, currency)}</strong> per case
          {volume !== null && costPerMonth !== null && (
            <span className="figures">
              , {sayAmount(costPerMonth, currency)} a month with {sayAmount(volume)} cases
            </span>
          )}
        </p>
      )}
      {loops.length > 0 && (
        <p className="text-ink-700 text-xs">
          {loops.length} rework loop{loops.length === 1 ? '' : 's'}: {loopsInWords(loops)}.
        </p>
      )}
      {gaps.length > 0 && <p className="text-ink-500 text-xs">Assumed as nothing: {gaps.join(', ')}.</p>}
    </div>
  )
}

/** "20% go back, 1.25 passes; 2 without a stated share, counted as not taken". */
function loopsInWords(loops: Numbers['loops']): string {
  const stated = loops.flatMap(({ share, passes }) =>
    share === null ? [] : [`${sayShare(share)} go back, ${passes.toFixed(2)} passes`],
  )
  const silent = loops.length - stated.length
  if (silent === 0) return stated.join('; ')
  const without = stated.length === 0 && silent === 1 ? 'no stated share' : `${silent} without a stated share`
  return [...stated, `${without}, counted as not taken`].join('; ')
}
