import { cx } from 'class-variance-authority'
import Link from 'next/link'
import { Brand } from '#components/ui/brand.tsx'
import { Button } from '#components/ui/button.tsx'
import { Sign } from '#components/ui/wordmark.tsx'
import { outcomeWords } from '#lib/method/vocabulary.ts'
import type { Report } from '#lib/report/report.ts'
import { sayDate } from '#lib/report/words.ts'
import { Drawing } from './drawing.tsx'
import { OutcomeSheet } from './outcome-sheet.tsx'
import { PaperChoice, PrintBar } from './print-bar.tsx'
import { decisionParts, parkingParts, pictureParts, type ReportPart } from './report-parts.tsx'
import { Threads } from './threads.tsx'

export interface ReportPageProps {
  board: { id: string; title: string; customer: string; process: string; finishedAt: number | null }
  /** Whose board it is. */
  workspace: { name: string; logo: string | null }
  facilitator: string | null
  report: Report
  /** Of the amounts; null: the workspace has not said. */
  currency: string | null
  asIs: string
  toBe: string
  /** When it was made, ms. */
  at: number
}

/** A document for a board of directors: first what it comes to, then why. */
export function ReportPage(props: ReportPageProps) {
  const { board, workspace, facilitator, report, at } = props
  const parts = partsOf(props)
  const promise = report.outcomes.map(outcome => outcome.promise.trim()).find(Boolean)
  const { before, after, verdicts } = report
  return (
    <div className="min-h-dvh bg-paper-100 pb-16 print:bg-white print:pb-0">
      <PrintBar boardId={board.id}>
        <Button asChild>
          <Link href={`/b/${board.id}/report/wall`}>The wall on large paper</Link>
        </Button>
        <PaperChoice title={board.title} />
      </PrintBar>
      <main className="wrap-anywhere mx-auto mt-6 max-w-[56rem] rounded-note bg-paper-0 px-5 py-10 shadow-panel sm:px-14 sm:py-16 print:mt-0 print:max-w-none print:bg-white print:p-0 print:shadow-none">
        <header className="keep-together grid gap-6 print:min-h-[236mm] print:content-between print:break-after-page">
          <p className="flex flex-wrap items-center gap-2 text-ink-500 text-sm">
            {!workspace.logo && <Sign className="size-6" />}
            <Brand {...workspace} className="mr-auto" />
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
        <Contents parts={parts} />
        {parts.map(part => (
          <Part key={part.id} {...part} />
        ))}
      </main>
    </div>
  )
}

/** All parts in the order in which one reads them: what was promised, what it comes to, what was decided, the walls. */
function partsOf({ report, currency, asIs, toBe, at }: ReportPageProps): ReportPart[] {
  const { outcomes, served, threads } = report
  return [
    ...(outcomes.length > 0
      ? [
          {
            id: 'outcome',
            title: outcomeWords.outcome.heads,
            content: (
              <div className="grid gap-8">
                {outcomes.map(outcome => (
                  <OutcomeSheet key={outcome.id} outcome={outcome} served={served} />
                ))}
              </div>
            ),
          },
        ]
      : []),
    ...pictureParts(report, currency),
    { id: 'as-is', title: 'The wall as it is', content: <Wall svg={asIs} /> },
    { id: 'to-be', title: 'The wall as it will be', content: <Wall svg={toBe} /> },
    ...decisionParts(report, currency, new Date(at).toISOString().slice(0, 10)),
    ...(threads.length > 0 ? [{ id: 'said', title: 'What was said', content: <Threads threads={threads} /> }] : []),
    ...parkingParts(report),
  ]
}

/** A wall on a page of its own, lying on its side. */
const Wall = ({ svg }: { svg: string }) => (
  <Drawing svg={svg} className="keep-together print-colour print:[&>svg]:max-h-(--wall-high)" />
)
const walls = new Set(['as-is', 'to-be'])

/** What the report holds, to go to; on paper its parts bear the same numbers. */
const Contents = ({ parts }: { parts: readonly ReportPart[] }) => (
  <nav
    aria-label="Contents"
    className="keep-together mt-12 border-line border-t pt-6 print:mt-0 print:border-t-0 print:pt-0"
  >
    <h2 className="mb-3 text-lg">Contents</h2>
    <ol className="grid list-decimal gap-x-10 gap-y-1 pl-6 sm:grid-cols-2 print:grid-cols-2">
      {parts.map(({ id, title }) => (
        <li key={id} className="pl-1 marker:text-ink-500">
          <a href={`#${id}`} className="underline decoration-line-strong underline-offset-4">
            {title}
          </a>
        </li>
      ))}
    </ol>
  </nav>
)

const Part = ({ id, title, content }: ReportPart) => (
  <section
    id={id}
    className={cx(
      'mt-12 scroll-mt-20 border-line border-t pt-6 [counter-increment:part]',
      walls.has(id) ? 'print:mt-0 print:break-before-page print:border-t-0 print:pt-0 print:[page:wall]' : 'print:mt-8',
    )}
  >
    <h2 className="mb-5 text-lg before:mr-2 before:font-normal before:text-ink-500 before:content-[counter(part)]">
      {title}
    </h2>
    {content}
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
