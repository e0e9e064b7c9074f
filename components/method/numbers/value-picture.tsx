'use client'
import type { Analysis } from '#lib/method/analysis.ts'
import { sayMinutes, sayShare } from '#lib/method/details.ts'
import type { ValueClass } from '#lib/method/numbers.ts'
import { valueClasses } from '#lib/method/vocabulary.ts'
import { StakeholderShares } from './stakeholder-shares.tsx'

const classes: readonly { id: ValueClass; label: string; fill: string }[] = [
  { id: 'va', label: valueClasses.va.name, fill: 'var(--color-good)' },
  { id: 'nnva', label: valueClasses.nnva.name, fill: 'var(--color-warn)' },
  { id: 'nva', label: valueClasses.nva.name, fill: 'var(--color-danger)' },
  { id: 'unsaid', label: 'Not said', fill: 'var(--color-line-strong)' },
]

/** How much of the wall serves the outcome, and how much of the work the customer would pay for. */
export function ValuePicture({ analysis }: { analysis: Analysis }) {
  const { outsideIn } = analysis
  const { steps, minutes } = analysis.values()
  const all = Object.values(steps).reduce((a, b) => a + b, 0)
  return (
    <div className="grid gap-3 text-sm">
      <div className="grid gap-1">
        <p>
          {outsideIn.share === null ? (
            'Whether steps serve the outcome is counted once an outcome is on the wall and linked.'
          ) : (
            <>
              <strong className="font-title text-xl figures">{sayShare(outsideIn.share)}</strong> of the steps serve
              {analysis.stakeholders().length > 1 ? ' an' : ' the'} outcome: {outsideIn.serving} of {outsideIn.steps}
            </>
          )}
        </p>
        {outsideIn.share !== null && (
          <div aria-hidden className="flex h-3 overflow-hidden rounded-sm bg-paper-200">
            <span className="bg-good" style={{ width: `${outsideIn.share * 100}%` }} />
          </div>
        )}
      </div>
      {outsideIn.share !== null && (
        <p className="text-ink-500 text-xs">
          Counted along the links, unless people said otherwise: what they call waste serves no outcome.
        </p>
      )}
      <StakeholderShares stakeholders={analysis.stakeholders()} />
      {all > 0 && (
        <table className="w-full">
          <caption className="sr-only">Steps and minutes of work by value</caption>
          <tbody>
            {classes
              .filter(({ id }) => steps[id] > 0)
              .map(({ id, label, fill }) => (
                <tr key={id}>
                  <th scope="row" className="w-26 text-left font-normal">
                    {label}
                  </th>
                  <td className="py-0.5">
                    <span
                      aria-hidden
                      className="inline-block h-3 rounded-[2px] align-middle"
                      style={{ width: `${(steps[id] / all) * 60}%`, backgroundColor: fill }}
                    />
                    <span className="pl-1.5 text-xs figures">
                      {steps[id]} step{steps[id] === 1 ? '' : 's'}
                      {minutes[id] > 0 && `, ${sayMinutes(minutes[id])}`}
                    </span>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
