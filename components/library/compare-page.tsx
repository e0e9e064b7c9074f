import Link from 'next/link'
import { FigureBars } from '#components/charts/figures.tsx'
import { When } from '#components/ui/when.tsx'
import { verdictName } from '#lib/method/vocabulary.ts'
import { comparedFigures, sayAssumed, sayFigure } from '#lib/report/figures.ts'
import type { Report } from '#lib/report/report.ts'
import { patternKey } from '#lib/report/summary.ts'
import type { CardData } from './library-card.tsx'
import { WallViewer } from './wall-viewer.tsx'

export interface ComparedSide {
  card: Omit<CardData, 'excerpt'>
  report: Report
  currency: string | null
  asIs: string
  toBe: string
}

/** Two finished boards beside each other: walls, numbers, and what they have in common. */
export function ComparePage({ boards }: { boards: readonly ComparedSide[] }) {
  const [first, second] = boards
  if (!first || !second) return null
  const there = new Map(second.report.points.map(point => [patternKey(point.label), point]))
  const shared = first.report.points.flatMap(point => {
    const other = there.get(patternKey(point.label))
    return other && other.kind === point.kind ? [{ point, other }] : []
  })
  return (
    <>
      <h1 className="pt-4 pb-5 text-xl">Two boards side by side</h1>
      <div className="grid gap-x-8 gap-y-10 lg:grid-cols-2">
        {boards.map(({ card, report, currency, asIs, toBe }) => (
          <article key={card.id} className="min-w-0">
            <h2 className="truncate font-title text-lg" dir="auto">
              <Link href={`/library/${card.id}`} className="underline decoration-line-strong underline-offset-4">
                {card.title}
              </Link>
            </h2>
            <p className="mb-3 text-ink-500 text-xs">
              <When at={card.finishedAt} />
              {[card.facilitator, card.customer, card.process].filter(Boolean).map(text => (
                <bdi key={text}> · {text}</bdi>
              ))}
            </p>
            <div className="[&_section_section]:max-h-[24rem]">
              <WallViewer asIs={asIs} toBe={toBe} title={card.title} />
            </div>
            {card.promise && (
              <p dir="auto" className="mt-5 font-title italic leading-snug">
                “{card.promise}”
              </p>
            )}
            <div className="mt-6 [&_dl]:sm:grid-cols-1 [&_dl]:xl:grid-cols-2">
              <FigureBars before={report.before} after={report.after} currency={currency} />
            </div>
          </article>
        ))}
      </div>
      <section className="pt-12">
        <h2 className="mb-3 text-lg">The same numbers</h2>
        <Numbers first={first} second={second} />
      </section>
      <section className="pt-12">
        <h2 className="mb-3 text-lg">The same points of failure</h2>
        {shared.length === 0 ? (
          <p className="text-ink-500">No point of failure is on both boards.</p>
        ) : (
          <ul className="grid gap-2">
            {shared.map(({ point, other }) => (
              <li key={point.code} className="grid gap-x-6 border-line border-t py-2 sm:grid-cols-[1fr_12rem_12rem]">
                <bdi className="font-semibold">{point.label}</bdi>
                <span className="text-sm">
                  {point.code}: {verdictName(point.verdict)}
                </span>
                <span className="text-sm">
                  {other.code}: {verdictName(other.verdict)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

function Numbers({ first, second }: { first: ComparedSide; second: ComparedSide }) {
  const [a, b] = [first, second].map(({ report, currency }) => comparedFigures(report.before, report.after, currency))
  const keys = [...new Set([...(a ?? []), ...(b ?? [])].map(figure => figure.key))]
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-[34rem] border-collapse text-sm">
        <thead className="text-left text-ink-500 text-xs">
          <tr>
            <th className="py-1.5 font-normal">Number</th>
            <th className="py-1.5 pr-4 font-normal">
              <bdi>{first.card.title}</bdi>
            </th>
            <th className="py-1.5 font-normal">
              <bdi>{second.card.title}</bdi>
            </th>
          </tr>
        </thead>
        <tbody className="figures">
          {keys.map(key => {
            const [left, right] = [a, b].map(list => list?.find(figure => figure.key === key))
            return (
              <tr key={key} className="border-line border-t">
                <th className="py-2 pr-4 text-left font-normal text-ink-700">{(left ?? right)?.label}</th>
                {[left, right].map((figure, i) => (
                  <td key={i === 0 ? 'first' : 'second'} className="whitespace-nowrap py-2 pr-4">
                    {figure ? (
                      <>
                        {sayFigure(figure, figure.before)} → <strong>{sayFigure(figure, figure.after)}</strong>
                        <span className="text-ink-500">{sayAssumed(figure.basis.after)}</span>
                      </>
                    ) : (
                      '–'
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
