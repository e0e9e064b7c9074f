import { sayShare } from '#lib/method/details.ts'
import type { Stakeholder } from '#lib/method/stakeholders.ts'

/** Where there are several stakeholders: how much of the wall serves each, and whether their promise is measured. */
export function StakeholderShares({ stakeholders }: { stakeholders: readonly Stakeholder[] }) {
  if (stakeholders.length < 2) return null
  return (
    <table className="w-full">
      <caption className="sr-only">Steps that serve each stakeholder’s outcome</caption>
      <tbody>
        {stakeholders.map(({ id, name, lacks, serving, steps }) => (
          <tr key={id} className="border-line border-t align-top">
            <th scope="row" dir="auto" className="max-w-30 truncate py-1.5 pr-2 text-left font-normal" title={name}>
              {name}
            </th>
            <td className="w-full py-1.5">
              {serving === null || steps === 0 ? (
                <p className="text-ink-500 text-xs leading-5">No linked outcome in a lane of that name.</p>
              ) : (
                <p className="flex items-center gap-1.5">
                  <span aria-hidden className="flex h-3 w-24 shrink-0 overflow-hidden rounded-sm bg-paper-200">
                    <span className="bg-good" style={{ width: `${(serving / steps) * 100}%` }} />
                  </span>
                  <span className="text-xs figures">
                    {sayShare(serving / steps)}, {serving} of {steps} steps
                  </span>
                </p>
              )}
              <p className={`text-xs ${lacks.length > 0 ? 'text-warn' : 'text-ink-500'}`}>
                {lacks.length > 0 ? `Promise: ${lacks.join(', ')}` : 'Promise is measured'}
              </p>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
