import Link from 'next/link'
import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Sign } from '#components/ui/wordmark.tsx'
import type { Report } from '#lib/report/report.ts'
import { Drawing } from './drawing.tsx'
import { OutcomeSheet } from './outcome-sheet.tsx'
import { PaperChoice, PrintBar } from './print-bar.tsx'
import { DecisionParts, ParkingPart, PictureParts } from './report-parts.tsx'
import { Threads } from './threads.tsx'
import { sayDate } from './words.ts'

export interface ReportPageProps {
  board: { id: string; title: string; customer: string; process: string; finishedAt: number | null }
  facilitator: string | null
  report: Report
  asIs: string
  toBe: string
  /** When it was made, ms. */
  at: number
}

/** A document for a board of directors: first what it comes to, then why. */
export function ReportPage({ board, facilitator, report, asIs, toBe, at }: ReportPageProps) {
  const promise = report.outcomes.map(outcome => outcome.promise.trim()).find(Boolean)
  const { before, after, verdicts } = report
  return (
    <div className="min-h-dvh bg-paper-100 pb-16 print:bg-white print:pb-0">
      <PrintBar boardId={board.id}>
        <Button asChild>
          <Link href={`/b/${board.id}/report/wall`}>The wall on large paper</Link>
        </Button>
        <PaperChoice />
      </PrintBar>
      <main className="wrap-anywhere mx-auto mt-6 max-w-[56rem] rounded-note bg-paper-0 px-5 py-10 shadow-panel sm:px-14 sm:py-16 print:mt-0 print:max-w-none print:bg-white print:p-0 print:shadow-none">
        <header className="keep-together grid gap-6 print:min-h-[236mm] print:content-between print:break-after-page">
          <p className="flex items-center gap-2 text-ink-500 text-sm">
            <Sign className="size-6" />
            {board.finishedAt === null ? 'Report of a board in work' : 'Report of a finished board'}
          </p>
          <div>
            <h1 className="text-2xl" dir="auto">
              {board.title}
            </h1>
            <p className="mt-2 text-ink-700">
              {[board.process, board.customer].filter(Boolean).map((text, i) => (
                <span key={text}>
                  {i > 0 && ' · '}
                  <bdi>{text}</bdi>
                </span>
              ))}
            </p>
            {promise && (
              <blockquote dir="auto" className="mt-8 max-w-[34ch] font-title text-xl italic leading-snug">
                “{promise}”
              </blockquote>
            )}
          </div>
          <div>
            <p className="max-w-[58ch] text-lg leading-relaxed">
              {sentence(before.points.total, after.points.total)}{' '}
              {verdicts.undecided > 0 &&
                `${verdicts.undecided} of them ${verdicts.undecided === 1 ? 'is' : 'are'} undecided. `}
              {report.actions.length > 0 && actionsSentence(report)}
            </p>
            <p className="mt-6 text-ink-500 text-sm">
              {board.finishedAt === null ? `As of ${sayDate(at)}` : `Finished ${sayDate(board.finishedAt)}`}
              {facilitator && (
                <>
                  {' by '}
                  <bdi>{facilitator}</bdi>
                </>
              )}
            </p>
          </div>
        </header>
        {report.outcomes.length > 0 && (
          <Part title="Successful Customer Outcome">
            <div className="grid gap-8">
              {report.outcomes.map(outcome => (
                <OutcomeSheet key={outcome.id} outcome={outcome} served={report.served} />
              ))}
            </div>
          </Part>
        )}
        <PictureParts report={report} Part={Part} />
        <Part title="The wall as it is">
          <Drawing svg={asIs} className="keep-together print-colour" />
        </Part>
        <Part title="The wall as it will be">
          <Drawing svg={toBe} className="keep-together print-colour" />
        </Part>
        <DecisionParts report={report} today={new Date(at).toISOString().slice(0, 10)} Part={Part} />
        {report.threads.length > 0 && (
          <Part title="What was said">
            <Threads threads={report.threads} />
          </Part>
        )}
        <ParkingPart report={report} Part={Part} />
      </main>
    </div>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="mt-12 border-line border-t pt-6 print:mt-8">
    <h2 className="mb-5 text-lg">{title}</h2>
    {children}
  </section>
)

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

function sentence(before: number, after: number): string {
  if (before === 0) return 'No point of failure was found.'
  if (before === after) return `The process has ${counted(before, 'place')} where it can fail, and keeps all of them.`
  return `The process has ${counted(before, 'place')} where it can fail; the verdicts leave ${after === 0 ? 'none' : `${after} of them`}.`
}

function actionsSentence({ actions }: Report): string {
  const done = actions.filter(action => action.done).length
  const owned = actions.filter(action => action.verdictOwner).length
  return `${counted(actions.length, 'action')} follow, ${owned === actions.length ? 'all' : owned} with an owner${done > 0 ? `, ${done} done` : ''}.`
}
