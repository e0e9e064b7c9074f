import { cx } from 'class-variance-authority'
import { sayAmount } from '#lib/method/details.ts'
import type { Report } from '#lib/report/report.ts'

const sides = [
  ['cost', 'Cost down'],
  ['experience', 'Customer experience up'],
  ['revenue', 'Revenue up'],
] as const

/** What all verdicts together do to cost, experience and revenue: a square for each. */
export function Crown({ crown }: { crown: Report['crown'] }) {
  if (crown.verdicts === 0) return null
  return (
    <dl className="grid gap-4 sm:grid-cols-3">
      {sides.map(([side, label]) => {
        const { better, worse, same, amount } = crown[side]
        return (
          <div key={side} className="keep-together">
            <dt className="font-semibold text-ink-700 text-sm">{label}</dt>
            <dd>
              <span aria-hidden className="my-1.5 flex flex-wrap gap-1 print-colour">
                <Squares count={better} className="bg-good" />
                <Squares count={worse} className="bg-danger" />
                <Squares count={same} className="border border-line-strong" />
              </span>
              <span className="text-ink-700 text-sm figures">
                {better} better, {worse} worse, {same} the same
                {amount !== null && amount !== 0 && `; ${amount > 0 ? '+' : '−'}${sayAmount(Math.abs(amount))} a case`}
              </span>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

const Squares = ({ count, className }: { count: number; className: string }) =>
  Array.from({ length: count }, (_, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: squares have nothing but their number.
    <span key={i} className={cx('size-3.5 rounded-[1px]', className)} />
  ))
