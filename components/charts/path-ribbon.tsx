import { cx } from 'class-variance-authority'
import { sayShare } from '#lib/method/details.ts'
import type { Report } from '#lib/report/report.ts'
import { ribbonShape } from './ribbon-shape.ts'

const [width, height] = [960, 116]
/** Steps whose names can be read in one row under the ribbon; more of them are a numbered list in columns. */
const inOneRow = 12
/** Steps that are named; of a longer path those at which most customers are lost. */
const mostNamed = 36

/** How many of a hundred customers are still without a failure after each step: a ribbon that narrows along the path. */
export function PathRibbon({ path }: { path: Report['path'] }) {
  if (path.length === 0) return null
  const long = path.length > inOneRow
  const pitch = width / path.length
  const left = path.at(-1)?.after ?? 1
  const assumed = path.every(({ stated }) => !stated)
  const numbered = path.map((step, i) => ({ ...step, number: i + 1 }))
  const named =
    path.length > mostNamed
      ? numbered
          .toSorted((a, b) => Number(b.stated) - Number(a.stated) || a.rate - b.rate || a.number - b.number)
          .slice(0, mostNamed)
          .sort((a, b) => a.number - b.number)
      : numbered
  const cutAt = ({ before }: Report['path'][number], i: number) =>
    `M${(i + 1) * pitch} ${((1 - before) * height) / 2 - 1}v${before * height + 2}`
  return (
    <figure className="keep-together">
      <svg viewBox={`0 0 ${width} ${height}`} className="w-full" role="img" aria-label={said(path)}>
        <path
          className="fill-accent opacity-80 print-colour"
          d={ribbonShape(path, { length: pitch, width: height, runs: 'right' })}
        />
        <path className="stroke-paper-0" strokeWidth="3" d={path.slice(1).map(cutAt).join('')} />
      </svg>
      <ol
        className={cx('mt-1 grid', long && 'grid-cols-2 gap-y-2 sm:grid-cols-4')}
        style={long ? undefined : { gridTemplateColumns: `repeat(${path.length}, minmax(0, 1fr))` }}
      >
        {named.map(({ label, rate, stated, number }) => (
          <li key={number} className="pr-2 text-xs leading-snug">
            <span className="block font-semibold figures">
              {long && <span className="text-ink-500">{number}. </span>}
              {sayShare(rate)}
              {!stated && <span className="font-normal text-ink-500"> assumed</span>}
            </span>
            <span className="line-clamp-3 text-ink-700" dir="auto">
              {label}
            </span>
          </li>
        ))}
      </ol>
      <figcaption className="mt-2 text-ink-700 text-sm">
        Of a hundred customers, <strong className="figures">{Math.round(left * 100)}</strong> get through the likeliest
        path without a failure
        {assumed && ', if every step is right as often as is assumed: nobody has stated a rate'}.
        {named.length < path.length &&
          ` Of its ${path.length} steps the ${named.length} at which most are lost are named.`}
      </figcaption>
    </figure>
  )
}

const said = (path: Report['path']) => path.map(({ label, after }) => `After ${label}: ${sayShare(after)}`).join('. ')
