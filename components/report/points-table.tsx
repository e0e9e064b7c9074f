import { Badge } from '#components/ui/badge.tsx'
import { Stamp } from '#components/ui/stamp.tsx'
import { points as pointWords, verdictWords } from '#lib/method/vocabulary.ts'
import type { ReportPoint } from '#lib/report/report.ts'
import { sayCrown } from '#lib/report/words.ts'
import { verdictTones } from './words.ts'

/** Points of failure with what was decided about each. */
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
              {pointWords[point.kind].name}
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

/** What nobody has decided yet, lane by lane: a table that goes over as many pages as it needs. */
export function UndecidedTable({ points }: { points: readonly ReportPoint[] }) {
  const lanes = [...Map.groupBy(points, point => point.lane)]
  return (
    <table className="w-full border-collapse text-sm">
      <thead className="text-left text-ink-500 text-xs">
        <tr>
          <th scope="col" className="w-16 py-1.5 pr-3 font-normal">
            Point
          </th>
          <th scope="col" className="py-1.5 pr-3 font-normal">
            Where
          </th>
          <th scope="col" className="w-44 py-1.5 font-normal">
            What
          </th>
        </tr>
      </thead>
      {lanes.map(([lane, here]) => (
        <tbody key={lane}>
          <tr className="border-line border-t">
            <th scope="rowgroup" colSpan={3} dir="auto" className="break-after-avoid pt-4 pb-1 text-left">
              {lane} <span className="font-normal text-ink-500 figures">{here.length}</span>
            </th>
          </tr>
          {here.map(point => (
            <PointRow key={point.code} point={point} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** Points that only the process as it will be has; they ask for no verdict. */
export function NewPoints({ points }: { points: readonly ReportPoint[] }) {
  return (
    <table className="w-full border-collapse text-sm">
      <thead className="sr-only">
        <tr>
          <th scope="col">Point</th>
          <th scope="col">Where</th>
          <th scope="col">What</th>
        </tr>
      </thead>
      <tbody>
        {points.map(point => (
          <PointRow key={point.code} point={point} lane={point.lane} />
        ))}
      </tbody>
    </table>
  )
}

const PointRow = ({ point, lane }: { point: ReportPoint; lane?: string }) => (
  <tr className="border-line border-t align-top">
    <td className="w-16 py-1.5 pr-3 font-semibold figures">{point.code}</td>
    <td dir="auto" className="py-1.5 pr-3">
      {point.label}
      {point.cause && <span className="block text-ink-700 text-xs">{point.cause}</span>}
    </td>
    <td className="w-44 py-1.5 text-ink-700">
      {pointWords[point.kind].name}
      {point.state === 'proposed' && ', proposed'}
      {lane && (
        <>
          {' · '}
          <bdi>{lane}</bdi>
        </>
      )}
    </td>
  </tr>
)

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
          {verdictWords[verdict].name}
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
