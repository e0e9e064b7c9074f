import { cx } from 'class-variance-authority'
import {
  type Compared,
  type Currency,
  comparedFigures,
  type Figures,
  sayAssumed,
  sayBasis,
  sayFigure,
} from '#lib/report/figures.ts'

/** "1 point of failure": the label as the end of a line that begins with the number. */
const inLine = ({ key, label, after }: Compared): string =>
  key === 'points' && after === 1 ? 'point of failure' : label.toLowerCase()

/** A number before and after in one line, for cards. */
export function FigureLine({ figure, label = inLine(figure) }: { figure: Compared; label?: string }) {
  const { better, basis } = figure
  const assumed = basis.after.is === 'assumed'
  return (
    <p className="flex items-baseline gap-1.5 text-sm" title={sayBasis(figure)}>
      {better !== null && (
        <>
          <span className="text-ink-500 figures">{sayFigure(figure, figure.before)}</span>
          <span aria-hidden className="text-ink-500">
            →
          </span>
          <span className="sr-only">becomes</span>
        </>
      )}
      <strong
        className={cx(
          'font-title leading-none figures',
          assumed ? 'font-normal text-base text-ink-500' : 'text-lg',
          !assumed && (better === true ? 'text-good' : better === false ? 'text-danger' : 'text-ink-900'),
        )}
      >
        {sayFigure(figure, figure.after)}
      </strong>
      <span className={assumed ? 'text-ink-500' : 'text-ink-700'}>
        {label}
        {sayAssumed(basis.after)}
      </span>
    </p>
  )
}

/** Before and after side by side, and which way it goes; for a narrow panel. */
export function FigureTable({ figures }: { figures: readonly Compared[] }) {
  return (
    <table className="w-full text-sm figures">
      <thead>
        <tr className="text-ink-500 text-xs">
          <th scope="col" className="text-left font-normal">
            <span className="sr-only">Figure</span>
          </th>
          <th scope="col" className="whitespace-nowrap pb-1 pl-3 text-right font-normal">
            As it is
          </th>
          <th scope="col" className="whitespace-nowrap pb-1 pl-3 text-right font-normal">
            As it will be
          </th>
          <th scope="col" className="w-6">
            <span className="sr-only">Change</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map(figure => (
          <tr key={figure.key} className="border-line border-t">
            <th scope="row" className="py-1 text-left font-normal">
              {figure.label}
              {figure.trade && <span className="block text-ink-500 text-xs">{figure.trade}</span>}
              <span className="block text-ink-500 text-xs">{sayBasis(figure)}</span>
            </th>
            <td className="whitespace-nowrap py-1 pl-2 text-right">{sayFigure(figure, figure.before)}</td>
            <td className="whitespace-nowrap py-1 pl-2 text-right font-semibold">{sayFigure(figure, figure.after)}</td>
            <td className="py-1 text-right">
              <Change figure={figure} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Change({ figure: { before, after, better } }: { figure: Compared }) {
  if (better === null || before === null || after === null) return null
  return (
    <span className={better ? 'text-good' : 'text-danger'}>
      <span aria-hidden>{after > before ? '↑' : '↓'}</span>
      <span className="sr-only">{better ? 'better' : 'worse'}</span>
    </span>
  )
}

/** Before and after as paired bars, each with its value on it. */
export function FigureBars({
  before,
  after,
  currency = null,
}: {
  before: Figures
  after: Figures
  currency?: Currency
}) {
  return (
    <dl className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
      {comparedFigures(before, after, currency).map(figure => {
        const most = Math.max(figure.before ?? 0, figure.after ?? 0) || 1
        return (
          <div key={figure.key} className="keep-together">
            <dt className="mb-1.5 font-semibold text-ink-700 text-sm" title={figure.trade ?? undefined}>
              {figure.label}
            </dt>
            <dd className="grid gap-1">
              <Bar
                name="as it is"
                value={sayFigure(figure, figure.before)}
                share={(figure.before ?? 0) / most}
                tone="before"
              />
              <Bar
                name="as it will be"
                value={sayFigure(figure, figure.after)}
                share={(figure.after ?? 0) / most}
                tone={figure.better === false ? 'worse' : 'after'}
              />
              <p className="text-ink-500 text-xs">{sayBasis(figure)}</p>
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
