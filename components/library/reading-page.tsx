import Link from 'next/link'
import type { ReactNode } from 'react'
import { OutcomeSheet } from '#components/report/outcome-sheet.tsx'
import { decisionParts, parkingParts, pictureParts } from '#components/report/report-parts.tsx'
import { Threads } from '#components/report/threads.tsx'
import { Button } from '#components/ui/button.tsx'
import { When } from '#components/ui/when.tsx'
import { outcomeWords } from '#lib/method/vocabulary.ts'
import type { SeriesBoard } from '#lib/protocol/routes/boards.ts'
import type { Report } from '#lib/report/report.ts'
import { ContinueButton } from './continue-button.tsx'
import { ExportMenu } from './export-menu.tsx'
import type { CardData } from './library-card.tsx'
import { Series } from './series.tsx'
import { WallViewer } from './wall-viewer.tsx'

export interface ReadingPageProps {
  card: Omit<CardData, 'excerpt'>
  report: Report
  currency: string | null
  /** Drawings of the wall. */
  asIs: string
  toBe: string
  sessions: readonly {
    id: string
    title: string
    startedAt: number | null
    endedAt: number | null
    people: readonly { name: string; role: string }[]
  }[]
  series: readonly SeriesBoard[]
  mayContinue: boolean
  today: string
}

/** One finished board for reading: its wall, what it came to, and what was decided. */
export function ReadingPage({
  card,
  report,
  currency,
  asIs,
  toBe,
  sessions,
  series,
  mayContinue,
  today,
}: ReadingPageProps) {
  return (
    <article>
      <header className="flex flex-wrap items-start gap-x-6 gap-y-4 pt-4 pb-6">
        <div className="min-w-0 flex-1 basis-96">
          <h1 className="text-xl" dir="auto">
            {card.title}
          </h1>
          <p className="mt-1 text-ink-500 text-sm">
            Finished <When at={card.finishedAt} />
            {card.facilitator && (
              <>
                {' by '}
                <bdi>{card.facilitator}</bdi>
              </>
            )}
            {[card.customer, card.process].filter(Boolean).map(text => (
              <bdi key={text}> · {text}</bdi>
            ))}
            {card.tags.map(tag => (
              <bdi key={tag}> · #{tag}</bdi>
            ))}
          </p>
          {card.promise && (
            <p dir="auto" className="mt-4 max-w-[60ch] font-title text-lg italic leading-snug">
              “{card.promise}”
            </p>
          )}
        </div>
        <div className="flex flex-wrap gap-2">
          <ExportMenu boardId={card.id} history={mayContinue} />
          <Button asChild>
            <Link href={`/b/${card.id}/report`}>Report</Link>
          </Button>
          {mayContinue && (
            <Button asChild>
              <a href={`/b/${card.id}/replay`}>Replay</a>
            </Button>
          )}
          {mayContinue && <ContinueButton boardId={card.id} />}
        </div>
      </header>
      <WallViewer asIs={asIs} toBe={toBe} title={card.title} />
      <div className="grid gap-x-14 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div>
          {[...pictureParts(report, currency), ...decisionParts(report, currency, today)].map(
            ({ id, title, content }) => (
              <Part key={id} title={title}>
                {content}
              </Part>
            ),
          )}
          <Part title="Comments">
            <Threads threads={report.threads} />
          </Part>
        </div>
        <aside>
          {report.outcomes.map(outcome => (
            <Part key={outcome.id} title={outcomeWords.outcome.heads}>
              <div className="[&_dl]:sm:grid-cols-1">
                <OutcomeSheet outcome={outcome} served={report.served} />
              </div>
            </Part>
          ))}
          {series.length > 1 && (
            <Part title="Boards of this process">
              <Series boards={series} comparedWith={card.id} />
            </Part>
          )}
          {sessions.length > 0 && (
            <Part title="Sessions">
              <ul className="grid gap-3">
                {sessions.map(session => (
                  <li key={session.id} className="text-sm">
                    <bdi className="font-semibold">{session.title}</bdi>
                    {session.startedAt !== null && (
                      <span className="text-ink-500 text-xs">
                        {' '}
                        <When at={session.startedAt} />
                      </span>
                    )}
                    <span className="block text-ink-700">
                      {session.people.map((person, i) => (
                        <span key={`${person.name} ${person.role}`}>
                          {i > 0 && ', '}
                          <bdi>{person.name}</bdi>
                        </span>
                      ))}
                    </span>
                  </li>
                ))}
              </ul>
            </Part>
          )}
          {parkingParts(report).map(({ id, title, content }) => (
            <Part key={id} title={title}>
              {content}
            </Part>
          ))}
        </aside>
      </div>
    </article>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="pt-10">
    <h2 className="mb-4 text-lg">{title}</h2>
    {children}
  </section>
)
