'use client'
import './emotion-line.css'
import { curveMonotoneX, line } from 'd3-shape'
import { useEffect } from 'react'
import { World } from '#components/board/layers/layers.tsx'
import { useBoard, useLanes } from '#components/board/state/board-context.tsx'
import { feelingColour } from '#components/charts/emotion-curve.tsx'
import { useStore } from '#components/ui/store.ts'
import { isCustomer } from '#lib/method/customer-lane.ts'
import { type EmotionCurve, type Feeling, feltMoments } from '#lib/method/emotion.ts'
import { sayFeeling } from '#lib/method/point-fields.ts'
import { useAnalysis } from '../method-context.tsx'
import { emotionShown } from './emotion-shown.ts'
import { placeLabels } from './place-labels.ts'

/** px on the wall: the curve runs above the customer's lane, where neither stamps nor links ever lie. */
const band = { top: -140, height: 124 }
/** px of the wall's upper edge that fitting leaves to the curve. */
const covered = 84
/** px on the wall from the first stop to the strip's beginning, and from the last to its end, where its name stands. */
const [before, after] = [40, 176]

/** The customer's feelings along the process, on a strip of paper above the customer's lane. */
export function EmotionLine() {
  const { viewport, beside } = useBoard()
  const lanes = useLanes()
  const shown = useStore(emotionShown)
  const curve = useAnalysis().emotion()
  const drawn = shown && lanes.some(isCustomer) && curve.stops.length > 0
  useEffect(() => viewport.setInsets({ top: drawn ? covered : 0 }), [viewport, drawn])
  useEffect(() => {
    const [first, last] = [curve.stops[0], curve.stops.at(-1)]
    if (!drawn || !first || !last) return
    const x = first.x - before
    beside.set('emotion', { x, y: band.top, w: last.x + after - x, h: band.height })
    return () => void beside.delete('emotion')
  }, [beside, drawn, curve])
  if (!drawn) return null
  return (
    <World className="over-world" scaleVariable>
      <Curve curve={curve} />
    </World>
  )
}

function Curve({ curve }: { curve: EmotionCurve }) {
  const { stops } = curve
  const middle = band.top + band.height / 2
  const y = (feeling: number) => middle - (feeling / 2) * (band.height / 2 - 34)
  const path = line<Feeling>()
    .x(stop => stop.x)
    .y(stop => y(stop.feeling))
    .curve(curveMonotoneX)(stops)
  const stays = new Map(feltMoments(curve).map(moment => [moment.id, moment.stays]))
  const labels = placeLabels(
    stops.map(stop => ({
      stop,
      text: textOf(stop, stays.get(stop.id) ?? ''),
      always: stop === curve.peak || stop === curve.end,
    })),
  )
  const first = (stops[0]?.x ?? 0) - before
  const last = Math.max(stops.at(-1)?.x ?? 0, ...labels.map(({ to }) => to)) + after
  return (
    <svg
      role="img"
      aria-label={`Emotion curve: ${stops.map(stop => `${stop.code ?? stop.label} ${sayFeeling(stop.feeling)}`).join(', ')}`}
      className="emotion-strip"
      width="1"
      height="1"
    >
      <rect x={first} y={band.top} width={last - first} height={band.height} rx="2" />
      <text className="emotion-caption" x={last - after + 32} y={middle - 4}>
        How it feels
      </text>
      <text className="emotion-caption" x={last - after + 32} y={middle + 18}>
        to the customer
      </text>
      <line x1={first + 14} x2={last - after + 20} y1={middle} y2={middle} />
      {path && <path d={path} />}
      {stops.map(stop => (
        <circle key={stop.id} cx={stop.x} cy={y(stop.feeling)} r="10" fill={feelingColour(stop.feeling)} />
      ))}
      {labels.map(({ stop, text, anchor, from, to }) => (
        <text
          key={stop.id}
          x={anchor === 'start' ? from : to}
          y={y(stop.feeling) + (stop.feeling < 0 ? 26 : -12)}
          textAnchor={anchor}
        >
          {text}
        </text>
      ))}
    </svg>
  )
}

const textOf = ({ code, feeling }: Feeling, stays: string) =>
  [code, sayFeeling(feeling), stays].filter(Boolean).join(' ')
