'use client'
import { scaleLinear, scalePoint } from 'd3-scale'
import { curveMonotoneX, line } from 'd3-shape'
import { useBoard } from '#components/board/state/board-context.tsx'
import { useStore } from '#components/board/state/store.ts'
import { Switch } from '#components/ui/switch.tsx'
import type { Analysis } from '#lib/method/analysis.ts'
import type { Feeling } from '#lib/method/emotion.ts'
import { sayFeeling } from '#lib/method/point-fields.ts'
import { goToTarget } from '../go-to-target.ts'
import { colourOf, memoryOf } from '../on-wall/emotion-line.tsx'
import { emotionShown } from '../on-wall/emotion-shown.ts'

const size = { w: 340, h: 110, left: 26, right: 16, top: 10, bottom: 10 }

/** The emotion curve with its causes; the same stops in the same order as on the wall. */
export function EmotionPicture({ analysis }: { analysis: Analysis }) {
  const board = useBoard()
  const onWall = useStore(emotionShown)
  const { stops, peak, end, remembered, unfelt } = analysis.emotion()
  if (stops.length === 0)
    return (
      <p className="text-ink-500 text-sm">
        Nobody has said yet how it feels. Choose a Moment of Truth and its feeling in Details.
        {unfelt > 0 && ` ${unfelt} are waiting.`}
      </p>
    )
  return (
    <div className="grid gap-2 text-sm">
      <Curve stops={stops} />
      {remembered !== null && (
        <p>
          Remembered as <strong className="figures">{remembered.toFixed(1).replace('-', '−')}</strong>: the mean of the
          peak{peak ? ` (${sayFeeling(peak.feeling)})` : ''} and the end{end ? ` (${sayFeeling(end.feeling)})` : ''}.
        </p>
      )}
      <table className="w-full">
        <caption className="sr-only">Feelings along the process</caption>
        <tbody>
          {stops.map(stop => (
            <tr key={stop.id} className="border-line border-t">
              <td className="w-9 py-1 font-semibold text-xs figures" style={{ color: colourOf(stop.feeling) }}>
                {sayFeeling(stop.feeling)}
              </td>
              <th scope="row" className="max-w-0 py-1 text-left font-normal">
                <button
                  type="button"
                  dir="auto"
                  onClick={() => goToTarget(board, { root: stop.on, id: stop.id })}
                  className="block w-full truncate text-left hover:underline"
                >
                  {stop.code && `${stop.code} `}
                  {stop.label}
                </button>
                {stop.cause && <span className="block text-ink-500 text-xs">{stop.cause}</span>}
              </th>
              <td className="w-18 text-right text-ink-500 text-xs">{memoryOf(stop, { peak, end })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {unfelt > 0 && (
        <p className="text-ink-500 text-xs">
          {unfelt} Moment{unfelt === 1 ? '' : 's'} of Truth without a feeling.
        </p>
      )}
      <Switch label="Draw it on the wall" checked={onWall} onCheckedChange={() => emotionShown.toggle()} />
    </div>
  )
}

function Curve({ stops }: { stops: readonly Feeling[] }) {
  const { w, h, left, right, top, bottom } = size
  const x = scalePoint(
    stops.map(stop => stop.id),
    [left + 8, w - right],
  ).padding(stops.length === 1 ? 0.5 : 0.05)
  const y = scaleLinear([-2, 2], [h - bottom, top])
  const at = (stop: Feeling) => x(stop.id) ?? left
  const path = line<Feeling>()
    .x(at)
    .y(stop => y(stop.feeling))
    .curve(curveMonotoneX)([...stops])
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${w} ${h}`} className="w-full">
      {[-2, 0, 2].map(mark => (
        <g key={mark}>
          <line
            x1={left}
            x2={w - 4}
            y1={y(mark)}
            y2={y(mark)}
            stroke="var(--color-line)"
            strokeDasharray={mark === 0 ? undefined : '2 4'}
          />
          <text x={left - 6} y={y(mark) + 4} textAnchor="end" fontSize="11" fill="var(--color-ink-500)">
            {sayFeeling(mark)}
          </text>
        </g>
      ))}
      {path && <path d={path} fill="none" stroke="var(--color-ink-700)" strokeWidth="2" strokeLinecap="round" />}
      {stops.map(stop => (
        <g key={stop.id}>
          <circle
            cx={at(stop)}
            cy={y(stop.feeling)}
            r="5"
            fill={colourOf(stop.feeling)}
            stroke="var(--color-paper-0)"
            strokeWidth="1.5"
          />
          {stop.code && stops.length <= 14 && (
            <text
              x={at(stop)}
              y={y(stop.feeling) + (stop.feeling > 0 ? 17 : -9)}
              textAnchor="middle"
              fontSize="11"
              fill="var(--color-ink-700)"
            >
              {stop.code}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}
