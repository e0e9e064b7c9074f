import { cx } from 'class-variance-authority'
import { sayAmount, sayMinutes, sayShare } from '#lib/method/details.ts'
import type { Figures } from '#lib/report/report.ts'

/** One number before and after, and which way is good. */
export interface Compared {
  key: string
  label: string
  before: number
  after: number
  says: (value: number) => string
  good: 'less' | 'more'
  note?: string
}

/** The numbers that say something on this board: what nobody stated is left out. */
export function comparedFigures(before: Figures, after: Figures): Compared[] {
  const assumed = before.assumed
  const list: Compared[] = [
    {
      key: 'points',
      label: after.points.total === 1 ? 'Point of failure' : 'Points of failure',
      before: before.points.total,
      after: after.points.total,
      says: String,
      good: 'less',
    },
    {
      key: 'rty',
      label: 'Gets through without a failure',
      before: before.rty,
      after: after.rty,
      says: value => sayShare(value),
      good: 'more',
      ...(assumed > 0 ? { note: `${assumed} step${assumed === 1 ? '' : 's'} assumed at 95% first time right` } : {}),
    },
    { key: 'lead', label: 'Lead time', before: before.lead, after: after.lead, says: sayMinutes, good: 'less' },
    { key: 'cost', label: 'Cost per case', before: before.cost, after: after.cost, says: sayAmount, good: 'less' },
  ]
  if (before.outsideIn !== null && after.outsideIn !== null)
    list.push({
      key: 'outside-in',
      label: 'Steps that serve the outcome',
      before: before.outsideIn,
      after: after.outsideIn,
      says: value => sayShare(value),
      good: 'more',
    })
  return list.filter(one => one.before !== 0 || one.after !== 0)
}

const isBetter = ({ before, after, good }: Compared) =>
  before === after ? null : good === 'less' ? after < before : after > before

/** A number before and after in one line, for cards. */
export function FigureLine({ figure, label = figure.label.toLowerCase() }: { figure: Compared; label?: string }) {
  const better = isBetter(figure)
  return (
    <p className="flex items-baseline gap-1.5 text-sm">
      {better !== null && (
        <>
          <span className="text-ink-500 figures">{figure.says(figure.before)}</span>
          <span aria-hidden className="text-ink-500">
            →
          </span>
          <span className="sr-only">becomes</span>
        </>
      )}
      <strong
        className={cx(
          'font-title text-lg leading-none figures',
          better === true ? 'text-good' : better === false ? 'text-danger' : 'text-ink-900',
        )}
      >
        {figure.says(figure.after)}
      </strong>
      <span className="text-ink-700">{label}</span>
    </p>
  )
}

/** Before and after as paired bars, each with its value on it. */
export function FigureBars({ before, after }: { before: Figures; after: Figures }) {
  return (
    <dl className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
      {comparedFigures(before, after).map(figure => {
        const most = Math.max(figure.before, figure.after) || 1
        const better = isBetter(figure)
        return (
          <div key={figure.key} className="keep-together">
            <dt className="mb-1.5 font-semibold text-ink-700 text-sm">{figure.label}</dt>
            <dd className="grid gap-1">
              <Bar name="as it is" value={figure.says(figure.before)} share={figure.before / most} tone="before" />
              <Bar
                name="as it will be"
                value={figure.says(figure.after)}
                share={figure.after / most}
                tone={better === false ? 'worse' : 'after'}
              />
              {figure.note && <p className="text-ink-500 text-xs">{figure.note}</p>}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

const tones = { before: 'bg-wall-deep', after: 'bg-good', worse: 'bg-danger' } as const

function Bar({ name, value, share, tone }: { name: string; value: string; share: number; tone: keyof typeof tones }) {
  return (
    <div className="grid grid-cols-[6.5rem_1fr] items-center gap-2">
      <span className="text-ink-500 text-xs">{name}</span>
      <span className="flex items-center gap-2">
        <span
          aria-hidden
          className={cx('h-4 min-w-1 rounded-[1px] print-colour', tones[tone])}
          style={{ width: `calc(${Math.round(share * 1000) / 10}% - ${share > 0.6 ? 4.5 * share : 0}rem)` }}
        />
        <span className={cx('whitespace-nowrap text-sm figures', tone !== 'before' && 'font-semibold')}>{value}</span>
      </span>
    </div>
  )
}
