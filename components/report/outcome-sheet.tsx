import type { Outcome } from '#lib/board/snapshot.ts'
import { outcomeCanvas, outcomeWords } from '#lib/method/vocabulary.ts'
import type { Served } from '#lib/report/report.ts'

/** The outcome itself stands above the others, larger. */
const questions = outcomeCanvas.filter(question => question !== 'outcome')

/** What was promised to whom, and the outcome in one line; where there are several, each with what serves it. */
export function OutcomeSheet({ outcome, served }: { outcome: Outcome; served: readonly Served[] }) {
  const theirs = served.find(one => one.id === outcome.id)
  const answered = questions.filter(question => outcome[question].trim())
  return (
    <section className="grid gap-4">
      {outcome.stakeholder.trim() && <h3 className="text-base">{outcome.stakeholder}</h3>}
      {served.length > 0 && outcome.promise.trim() && (
        <p dir="auto" className="font-title italic">
          “{outcome.promise.trim()}”
        </p>
      )}
      {outcome.outcome.trim() && (
        <p dir="auto" className="border-mot border-l-4 pl-4 font-title text-lg print-colour">
          {outcome.outcome}
        </p>
      )}
      {theirs && theirs.before.serving !== null && (
        <p className="text-ink-700 text-sm figures">
          {theirs.before.serving} of {theirs.before.steps} steps serve this outcome as it is
          {theirs.after.serving !== null && `, ${theirs.after.serving} of ${theirs.after.steps} as it will be`}.
        </p>
      )}
      {answered.length > 0 && (
        <dl className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
          {answered.map(question => (
            <div key={question} className="keep-together">
              <dt className="text-ink-500 text-xs">{outcomeWords[question].heads}</dt>
              <dd dir="auto" className="whitespace-pre-line">
                {outcome[question]}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
