import type { Report } from '#lib/report/report.ts'

const [width, height, pad] = [960, 190, 20]
const words: Readonly<Record<number, string>> = {
  [-2]: 'very bad',
  [-1]: 'bad',
  0: 'neither',
  1: 'good',
  2: 'very good',
}

/** How the customer feels along the way, from very bad to very good. */
export function EmotionCurve({ feelings }: { feelings: Report['feelings'] }) {
  if (feelings.length < 2) return null
  const pitch = width / feelings.length
  const at = (feeling: number) => pad + ((2 - feeling) / 4) * (height - 2 * pad)
  const stops = feelings.map((stop, i) => ({ ...stop, x: (i + 0.5) * pitch, y: at(stop.feeling) }))
  const line = stops
    .map(({ x, y }, i) => {
      const before = stops[i - 1]
      if (!before) return `M${x} ${y}`
      const middle = (before.x + x) / 2
      return `C${middle} ${before.y} ${middle} ${y} ${x} ${y}`
    })
    .join('')
  return (
    <figure className="keep-together">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className="w-full"
        role="img"
        aria-label={stops.map(({ label, feeling }) => `${label}: ${words[feeling] ?? feeling}`).join('. ')}
      >
        <path className="stroke-line" strokeWidth="1.5" strokeDasharray="5 5" d={`M0 ${at(0)}H${width}`} />
        {[2, -2].map(feeling => (
          <text key={feeling} className="fill-ink-500" x="0" y={at(feeling) + 5} fontSize="13">
            {words[feeling]}
          </text>
        ))}
        <path className="fill-none stroke-mot" strokeWidth="3.5" strokeLinecap="round" d={line} />
        {stops.map(({ x, y, code, feeling }) => (
          <g key={x}>
            <circle
              className={feeling < 0 ? 'fill-mot' : feeling > 0 ? 'fill-good' : 'fill-ink-500'}
              cx={x}
              cy={y}
              r={code ? 15 : 7}
            />
            {code && (
              <text className="fill-on-stamp font-semibold" x={x} y={y + 4.5} fontSize="13" textAnchor="middle">
                {code}
              </text>
            )}
          </g>
        ))}
      </svg>
      <ol className="grid" style={{ gridTemplateColumns: `repeat(${feelings.length}, minmax(0, 1fr))` }}>
        {stops.map(({ x, label, cause, feeling }) => (
          <li key={x} className="px-1 text-center text-xs leading-snug">
            <span className="line-clamp-3 font-semibold" dir="auto">
              {label}
            </span>
            <span className="line-clamp-4 text-ink-700" dir="auto">
              {cause ?? words[feeling]}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  )
}
