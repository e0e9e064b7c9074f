import { curveMonotoneX, line } from 'd3-shape'
import type { FeltMoment } from '#lib/method/emotion.ts'
import { sayFeeling } from '#lib/method/point-fields.ts'

/** px of the drawing, as wide as it is shown: beside the wall, or on a page. */
const sizes = {
  panel: { width: 340, height: 116, radius: 9, font: 11 },
  page: { width: 960, height: 190, radius: 15, font: 13 },
} as const

export const feelingColour = (feeling: number): string =>
  feeling < 0 ? 'var(--color-danger)' : feeling > 0 ? 'var(--color-good)' : 'var(--color-ink-500)'

/** How the customer feels along the way, from very bad to very good: one stop after the other, with their codes. */
export function EmotionDrawing({ moments, size }: { moments: readonly FeltMoment[]; size: keyof typeof sizes }) {
  const { width, height, radius, font } = sizes[size]
  const pitch = width / moments.length
  const y = (feeling: number) => radius + 3 + ((2 - feeling) / 4) * (height - 2 * radius - 6)
  const stops = moments.map((moment, i) => ({ ...moment, x: (i + 0.5) * pitch, y: y(moment.feeling) }))
  const path = line<(typeof stops)[number]>(
    stop => stop.x,
    stop => stop.y,
  ).curve(curveMonotoneX)(stops)
  const roomy = pitch > 2 * radius + 2
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="w-full"
      role="img"
      aria-label={moments.map(({ code, label, feeling }) => `${code ?? label} ${sayFeeling(feeling)}`).join(', ')}
    >
      {[2, 0, -2].map(mark => (
        <g key={mark}>
          <path
            className="stroke-line"
            strokeDasharray={mark === 0 ? undefined : '2 5'}
            d={`M${font * 2} ${y(mark)}H${width}`}
          />
          <text className="fill-ink-500" x="0" y={y(mark) + font / 3} fontSize={font}>
            {sayFeeling(mark)}
          </text>
        </g>
      ))}
      {path && <path className="fill-none stroke-ink-700" strokeWidth="2.5" strokeLinecap="round" d={path} />}
      {stops.map(stop => (
        <g key={stop.id} className="print-colour">
          <circle
            cx={stop.x}
            cy={stop.y}
            r={stop.code && roomy ? radius : 5}
            fill={feelingColour(stop.feeling)}
            className="stroke-paper-0"
            strokeWidth="1.5"
          />
          {stop.code && roomy && (
            <text
              className="fill-on-stamp font-semibold"
              x={stop.x}
              y={stop.y + font / 3}
              fontSize={font}
              textAnchor="middle"
            >
              {stop.code}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

/** Stops whose names can be read in one row under the curve; of more of them those with a cause, in columns. */
const inOneRow = 12

/** The curve on a page, each stop with what causes it under it. */
export function EmotionChart({ moments }: { moments: readonly FeltMoment[] }) {
  if (moments.length < 2) return null
  const long = moments.length > inOneRow
  const named = long ? moments.filter(({ cause, stays }) => cause || stays) : moments
  return (
    <figure className={long ? undefined : 'keep-together'}>
      <EmotionDrawing moments={moments} size="page" />
      <ol
        className={long ? 'mt-2 grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-4' : 'grid'}
        style={long ? undefined : { gridTemplateColumns: `repeat(${moments.length}, minmax(0, 1fr))` }}
      >
        {named.map(({ id, code, label, cause, feeling, stays }) => (
          <li
            key={id}
            className={long ? 'keep-together text-xs leading-snug' : 'px-1 text-center text-xs leading-snug'}
          >
            <span className="line-clamp-3 font-semibold" dir="auto">
              {long && code && <span className="text-ink-500">{code} </span>}
              {label}
            </span>
            <span className="line-clamp-4 text-ink-700" dir="auto">
              {cause ?? sayFeeling(feeling)}
            </span>
            {stays && <span className="block text-ink-500 italic">the {stays.replace(', ', ' and the ')}</span>}
          </li>
        ))}
      </ol>
      {named.length < moments.length && (
        <figcaption className="mt-2 text-ink-500 text-xs">
          Named are the {named.length} of {moments.length} feelings with a cause, or that stay in memory.
        </figcaption>
      )}
    </figure>
  )
}
