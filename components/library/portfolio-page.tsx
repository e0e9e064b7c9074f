import Link from 'next/link'
import type { ReactNode } from 'react'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { countVerdicts, verdictIds } from '#lib/method/vocabulary.ts'
import type { Portfolio } from '#lib/report/portfolio.ts'
import { sayDay } from '#lib/report/words.ts'
import { Trend } from './trend.tsx'

/** What all finished boards say together. */
export function PortfolioPage({ portfolio }: { portfolio: Portfolio }) {
  const { verdicts, points, actions, trend, repeated, due } = portfolio
  if (portfolio.boards === 0)
    return (
      <>
        <h1 className="pt-4 pb-5 text-xl">Portfolio</h1>
        <EmptyState
          title="Nothing to add up yet"
          action={
            <Button asChild>
              <Link href="/">To the boards</Link>
            </Button>
          }
        >
          As soon as boards are finished, this page shows what comes up on several of them, and how far the actions are.
        </EmptyState>
      </>
    )
  const judged = verdictIds.reduce((sum, verdict) => sum + verdicts[verdict], 0)
  return (
    <>
      <h1 className="pt-4 pb-6 text-xl">Portfolio</h1>
      <dl className="grid grid-cols-2 gap-x-8 gap-y-7 border-line border-y py-6 lg:grid-cols-4">
        <Figure label="Finished boards" value={portfolio.boards} />
        <Figure label="Points of failure" value={points.after} from={points.before} note="counted once a process" />
        <Figure
          label="Verdicts given"
          value={judged}
          note={`${countVerdicts(verdicts)}; ${verdicts.undecided} undecided`}
        />
        <Figure
          label="Actions done"
          value={actions.done}
          note={`${actions.open} open, ${actions.overdue} of them overdue`}
          warn={actions.overdue > 0}
        />
      </dl>
      <Part title="From month to month" hint="Points of failure on an average board, before and after its verdicts.">
        <Trend trend={trend} />
      </Part>
      <div className="grid gap-x-14 lg:grid-cols-2">
        <Part title="The same on several boards" hint="Rules and hand-offs that more than one process has.">
          {repeated.length === 0 ? (
            <p className="text-ink-500">No rule and no hand-off is on more than one process.</p>
          ) : (
            <ul>
              {repeated.slice(0, 30).map(({ kind, label, on }) => (
                <li key={`${kind} ${label}`} className="border-line border-t py-2.5 first:border-t-0">
                  <p className="flex items-baseline gap-2">
                    <Badge tone={kind}>{kind === 'br' ? 'Rule' : 'Hand-off'}</Badge>
                    <bdi className="min-w-0 flex-1 font-semibold">{label}</bdi>
                    <span className="whitespace-nowrap text-ink-700 text-sm figures">{on.length} boards</span>
                  </p>
                  <p className="mt-1 text-sm">
                    {on.slice(0, 6).map((board, i) => (
                      <span key={board.id}>
                        {i > 0 && ', '}
                        <Link href={`/library/${board.id}`} className="text-accent underline underline-offset-2">
                          <bdi>{board.title}</bdi>
                        </Link>
                      </span>
                    ))}
                    {on.length > 6 && ` and ${on.length - 6} more`}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </Part>
        <Part title="Open actions" hint="The earliest date first.">
          {due.length === 0 ? (
            <p className="text-ink-500">No action is open.</p>
          ) : (
            <ul>
              {due.slice(0, 40).map(action => (
                <li
                  key={`${action.boardId} ${action.label}`}
                  className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-line border-t py-2.5 first:border-t-0"
                >
                  <bdi className="font-semibold leading-snug">{action.label}</bdi>
                  <span className="whitespace-nowrap text-sm figures">
                    {action.overdue ? (
                      <Badge tone="danger">since {sayDay(action.due ?? '')}</Badge>
                    ) : action.due ? (
                      sayDay(action.due)
                    ) : (
                      <span className="text-ink-500">no date</span>
                    )}
                  </span>
                  <span className="col-span-2 text-ink-700 text-sm">
                    <bdi>{action.owner ?? 'nobody yet'}</bdi>
                    {' · '}
                    <Link href={`/library/${action.boardId}`} className="text-accent underline underline-offset-2">
                      <bdi>{action.title}</bdi>
                    </Link>
                  </span>
                </li>
              ))}
              {due.length > 40 && <li className="pt-2 text-ink-500 text-sm">and {due.length - 40} more</li>}
            </ul>
          )}
        </Part>
      </div>
    </>
  )
}

function Figure(props: { label: string; value: number; from?: number; note?: string; warn?: boolean }) {
  const { label, value, from, note, warn = false } = props
  return (
    <div>
      <dt className="text-ink-500 text-sm">{label}</dt>
      <dd>
        <span className="font-title text-2xl figures">{value.toLocaleString('en')}</span>
        {from !== undefined && <span className="ml-2 text-ink-500 figures">from {from.toLocaleString('en')}</span>}
        {note && <span className={warn ? 'block text-danger text-sm' : 'block text-ink-700 text-sm'}>{note}</span>}
      </dd>
    </div>
  )
}

const Part = ({ title, hint, children }: { title: string; hint: string; children: ReactNode }) => (
  <section className="min-w-0 pt-10">
    <h2 className="text-lg">{title}</h2>
    <p className="mb-4 text-ink-500 text-sm">{hint}</p>
    {children}
  </section>
)
