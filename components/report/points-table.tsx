import { Badge } from '#components/ui/badge.tsx'
import { Stamp } from '#components/ui/stamp.tsx'
import type { ReportPoint } from '#lib/report/report.ts'
import { kindNames, sayCrown, verdictNames, verdictTones } from './words.ts'

/** Every point of failure with what was decided about it. */
export function PointsTable({ points }: { points: readonly ReportPoint[] }) {
  if (points.length === 0) return <p className="text-ink-500">Nobody found a point of failure.</p>
  return (
    <ul className="grid">
      {points.map(point => (
        <li
          key={`${point.code} ${point.label}`}
          className="keep-together grid gap-x-6 gap-y-1 border-line border-t py-3 first:border-t-0 sm:grid-cols-[2.25rem_minmax(0,1fr)_minmax(0,1.15fr)]"
        >
          <span className="pt-0.5 print-colour">
            <Stamp kind={point.kind} number={Number(point.code.slice(1))} proposed={point.state === 'proposed'} />
          </span>
          <div>
            <p dir="auto" className="font-semibold leading-snug">
              {point.label}
            </p>
            <p className="text-ink-500 text-xs">
              {kindNames[point.kind]}
              {point.state === 'proposed' && ', proposed'} · <bdi>{point.lane}</bdi>
            </p>
            {point.why && (
              <p dir="auto" className="mt-1 text-ink-700 text-sm">
                Why it exists: {point.why}
                {point.since && ` (since ${point.since})`}
              </p>
            )}
            {point.cause && (
              <p dir="auto" className="mt-1 text-ink-700 text-sm">
                {point.cause}
              </p>
            )}
          </div>
          <Judgement point={point} />
        </li>
      ))}
    </ul>
  )
}

function Judgement({ point }: { point: ReportPoint }) {
  const { verdict, verdictReason, improved, verdictOwner, crown } = point
  if (!verdict)
    return (
      <p>
        <Badge tone="warn">Undecided</Badge>
      </p>
    )
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <Badge tone={verdictTones[verdict]} className="print-colour">
          {verdictNames[verdict]}
        </Badge>
        {verdictOwner && <bdi className="text-ink-700 text-xs">{verdictOwner}</bdi>}
        <span className="text-ink-500 text-xs">{sayCrown(crown)}</span>
      </p>
      {improved && (
        <p dir="auto" className="mt-1 font-semibold text-sm leading-snug">
          {improved}
        </p>
      )}
      {verdictReason && (
        <p dir="auto" className="mt-1 text-ink-700 text-sm">
          {verdictReason}
        </p>
      )}
    </div>
  )
}
