'use client'
import { curveMonotoneX, line } from 'd3-shape'
import { World } from '#components/board/canvas/layers.tsx'
import { useLanes } from '#components/board/state/board-context.tsx'
import { useStore } from '#components/board/state/store.ts'
import type { Lane } from '#lib/board/snapshot.ts'
import { isCustomer } from '#lib/method/customer-lane.ts'
import type { EmotionCurve, Feeling } from '#lib/method/emotion.ts'
import { sayFeeling } from '#lib/method/point-fields.ts'
import { useAnalysis } from '../method-context.tsx'
import { emotionShown } from './emotion-shown.ts'

/** px at the lower edge of the customer's lane that the curve takes. */
const band = 72
const inset = 4

/** The customer's feelings along the process, drawn on the paper under the notes of the customer's lane. */
export function EmotionLine() {
  const lanes = useLanes()
  const shown = useStore(emotionShown)
  const curve = useAnalysis().emotion()
  const lane = lanes.findLast(isCustomer)
  if (!shown || !lane || curve.stops.length === 0) return null
  return (
    <World className="over-world" scaleVariable>
      <Curve lane={lane} curve={curve} />
    </World>
  )
}

function Curve({ lane, curve }: { lane: Lane; curve: EmotionCurve }) {
  const { stops } = curve
  const middle = lane.top + lane.height - inset - band / 2
  const y = (feeling: number) => middle - (feeling / 2) * (band / 2 - 5)
  const path = line<Feeling>()
    .x(stop => stop.x)
    .y(stop => y(stop.feeling))
    .curve(curveMonotoneX)(stops)
  const first = stops[0]?.x ?? 0
  const last = stops.at(-1)?.x ?? 0
  return (
    <svg
      role="img"
      aria-label={`Emotion curve: ${stops.map(stop => `${stop.code ?? stop.label} ${sayFeeling(stop.feeling)}`).join(', ')}`}
      className="pointer-events-none absolute top-0 left-0 overflow-visible"
      width="1"
      height="1"
    >
      <line
        x1={first - 40}
        x2={last + 40}
        y1={middle}
        y2={middle}
        stroke="var(--color-pencil)"
        strokeDasharray="2 7"
        strokeLinecap="round"
        strokeWidth="2"
      />
      {path && (
        <path
          d={path}
          fill="none"
          stroke="var(--color-wall-ink)"
          strokeOpacity="0.75"
          strokeWidth="3"
          strokeLinecap="round"
        />
      )}
      {stops.map(stop => (
        <g key={stop.id} transform={`translate(${stop.x},${y(stop.feeling)})`}>
          <circle r="9" fill={colourOf(stop.feeling)} stroke="var(--color-paper-0)" strokeWidth="2.5" />
          <text
            x="14"
            y={stop.feeling > 0 ? 16 : -5}
            fill="var(--color-wall-ink)"
            fontFamily="var(--font-note)"
            fontSize="17"
          >
            {sayFeeling(stop.feeling)}
            {memoryOf(stop, curve)}
          </text>
        </g>
      ))}
    </svg>
  )
}

/** What of a moment stays: the peak, the end, or both. */
export const memoryOf = (stop: Feeling, { peak, end }: Pick<EmotionCurve, 'peak' | 'end'>): string =>
  [stop === peak ? ' peak' : '', stop === end ? ' end' : ''].filter(Boolean).join(',')

export const colourOf = (feeling: number): string =>
  feeling < 0 ? 'var(--color-danger)' : feeling > 0 ? 'var(--color-good)' : 'var(--color-pencil)'
