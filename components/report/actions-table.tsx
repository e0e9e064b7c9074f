import { Check } from 'lucide-react'
import { Badge } from '#components/ui/badge.tsx'
import { verdictWords } from '#lib/method/vocabulary.ts'
import type { ReportAction } from '#lib/report/report.ts'
import { sayDay } from '#lib/report/words.ts'

/** Who does what by when. */
export function ActionsTable({ actions, today }: { actions: readonly ReportAction[]; today: string }) {
  if (actions.length === 0) return <p className="text-ink-500">No verdict asks for an action.</p>
  return (
    <table className="w-full border-collapse text-sm">
      <thead className="text-left text-ink-500 text-xs">
        <tr>
          <th className="py-1.5 pr-3 font-normal">What</th>
          <th className="py-1.5 pr-3 font-normal">Who</th>
          <th className="py-1.5 pr-3 font-normal">By</th>
          <th className="py-1.5 font-normal">State</th>
        </tr>
      </thead>
      <tbody>
        {actions.map(action => (
          <tr key={`${action.code} ${action.label} ${action.verdict}`} className="border-line border-t align-top">
            <td className="py-2 pr-3">
              <span className="font-semibold">{action.verdict && verdictWords[action.verdict].name}:</span>{' '}
              <bdi>{action.improved ?? action.label}</bdi>
              {action.code && <span className="text-ink-500 figures"> {action.code}</span>}
            </td>
            <td className="py-2 pr-3">
              {action.verdictOwner ? (
                <bdi>{action.verdictOwner}</bdi>
              ) : (
                <span className="text-ink-500">nobody yet</span>
              )}
            </td>
            <td className="whitespace-nowrap py-2 pr-3 figures">
              {action.due ? sayDay(action.due) : <span className="text-ink-500">no date</span>}
            </td>
            <td className="whitespace-nowrap py-2">
              {action.done ? (
                <Badge tone="good">
                  <Check aria-hidden className="size-3.5" />
                  Done
                </Badge>
              ) : action.due !== null && action.due < today ? (
                <Badge tone="danger">Overdue</Badge>
              ) : (
                <Badge>Open</Badge>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
