import { Check } from 'lucide-react'
import type { ReportThread } from '#lib/report/report.ts'

/** What people said about it, the accepted answers in front. */
export function Threads({ threads }: { threads: readonly ReportThread[] }) {
  if (threads.length === 0) return <p className="text-ink-500">Nobody commented.</p>
  return (
    <ul className="grid gap-5">
      {threads.map(thread => (
        <li key={`${thread.on} ${thread.text}`} className="keep-together border-line border-l-2 pl-4">
          {thread.on && (
            <p className="text-ink-500 text-xs">
              on <bdi>{thread.on}</bdi>
            </p>
          )}
          <p dir="auto" className="whitespace-pre-line">
            {thread.text}
          </p>
          <By name={thread.author} />
          {thread.answers
            .toSorted((a, b) => Number(b.accepted) - Number(a.accepted))
            .map(answer => (
              <div
                key={answer.text}
                className={answer.accepted ? 'mt-3 rounded-sm bg-good-soft px-3 py-2' : 'mt-3 pl-3'}
              >
                {answer.accepted && (
                  <p className="flex items-center gap-1 font-semibold text-good text-xs">
                    <Check aria-hidden className="size-3.5" />
                    Accepted answer
                  </p>
                )}
                <p dir="auto" className="whitespace-pre-line">
                  {answer.text}
                </p>
                <By name={answer.author} />
              </div>
            ))}
        </li>
      ))}
    </ul>
  )
}

const By = ({ name }: { name: string | null }) =>
  name ? (
    <p className="text-ink-500 text-xs">
      <bdi>{name}</bdi>
    </p>
  ) : null
