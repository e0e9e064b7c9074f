'use client'
import { useBoard } from '#components/board/state/board-context.tsx'
import { EmotionDrawing, feelingColour } from '#components/charts/emotion-curve.tsx'
import { useStore } from '#components/ui/store.ts'
import { Switch } from '#components/ui/switch.tsx'
import type { Analysis } from '#lib/method/analysis.ts'
import { feltMoments } from '#lib/method/emotion.ts'
import { sayFeeling } from '#lib/method/point-fields.ts'
import { goToTarget } from '../go-to-target.ts'
import { emotionShown } from '../on-wall/emotion-shown.ts'

/** The emotion curve with its causes; the same stops in the same order as on the wall. */
export function EmotionPicture({ analysis }: { analysis: Analysis }) {
  const board = useBoard()
  const onWall = useStore(emotionShown)
  const curve = analysis.emotion()
  const { peak, end, remembered, unfelt } = curve
  const moments = feltMoments(curve)
  if (moments.length === 0)
    return (
      <p className="text-ink-500 text-sm">
        Nobody has said yet how it feels. Choose a Moment of Truth and its feeling in Details.
        {unfelt > 0 && ` ${unfelt} are waiting.`}
      </p>
    )
  return (
    <div className="grid gap-2 text-sm">
      <EmotionDrawing moments={moments} size="panel" />
      {remembered !== null && (
        <p>
          Remembered as <strong className="figures">{remembered.toFixed(1).replace('-', '−')}</strong>: the mean of the
          peak{peak ? ` (${sayFeeling(peak.feeling)})` : ''} and the end{end ? ` (${sayFeeling(end.feeling)})` : ''}.
        </p>
      )}
      <table className="w-full">
        <caption className="sr-only">Feelings along the process</caption>
        <tbody>
          {moments.map(stop => (
            <tr key={stop.id} className="border-line border-t">
              <td className="w-9 py-1 font-semibold text-xs figures" style={{ color: feelingColour(stop.feeling) }}>
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
              <td className="w-18 text-right text-ink-500 text-xs">{stop.stays}</td>
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
