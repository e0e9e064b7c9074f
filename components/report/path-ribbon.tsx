import { sayShare } from '#lib/method/details.ts'
import type { Report } from '#lib/report/report.ts'

const [width, height] = [960, 116]

/** How many of a hundred customers are still without a failure after each step: a ribbon that narrows along the path. */
export function PathRibbon({ path }: { path: Report['path'] }) {
  if (path.length === 0) return null
  const pitch = width / path.length
  let left = 1
  const stops = path.map((step, i) => {
    const from = left
    left *= step.rate
    return { ...step, from, to: left, x: i * pitch }
  })
  const half = (share: number) => (share * height) / 2
  const middle = height / 2
  const upper = stops
    .map(({ x, from, to }) => `L${x} ${middle - half(from)}L${x + pitch} ${middle - half(to)}`)
    .join('')
  const lower = [...stops]
    .reverse()
    .map(({ x, from, to }) => `L${x + pitch} ${middle + half(to)}L${x} ${middle + half(from)}`)
    .join('')
  return (
    <figure className="keep-together">
      <svg viewBox={`0 0 ${width} ${height}`} className="w-full" role="img" aria-label={said(stops)}>
        <path className="fill-good opacity-45 print-colour" d={`M0 0${upper}${lower}Z`} />
        {stops.slice(1).map(({ x, from }) => (
          <path
            key={x}
            className="stroke-paper-0"
            strokeWidth="3"
            d={`M${x} ${middle - half(from) - 1}V${middle + half(from) + 1}`}
          />
        ))}
      </svg>
      <ol className="mt-1 grid" style={{ gridTemplateColumns: `repeat(${path.length}, minmax(0, 1fr))` }}>
        {stops.map(({ label, rate, stated, x }) => (
          <li key={x} className="pr-2 text-xs leading-snug">
            <span className="block font-semibold figures">
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
        path without a failure.
      </figcaption>
    </figure>
  )
}

const said = (stops: readonly { label: string; to: number }[]) =>
  stops.map(({ label, to }) => `After ${label}: ${sayShare(to)}`).join('. ')
