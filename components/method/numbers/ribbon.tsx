'use client'
import { useBoard } from '#components/board/state/board-context.tsx'
import { ribbonShape } from '#components/charts/ribbon-shape.ts'
import { Button } from '#components/ui/button.tsx'
import type { Analysis } from '#lib/method/analysis.ts'
import { sayShare } from '#lib/method/details.ts'
import type { Path } from '#lib/method/paths.ts'
import { pointsAlong } from '#lib/method/points.ts'
import { type Narrowing, narrowingAlong } from '#lib/method/yield.ts'
import { goToTarget } from '../go-to-target.ts'

/** px: one step of the ribbon, and its width where every case is still right. */
const row = 40
const wide = 84
/** Steps drawn at once. */
const most = 80

/** The chance of getting through without a failure, as a ribbon that narrows along the way. */
export function Ribbon({ analysis, path }: { analysis: Analysis; path: Path | null }) {
  const board = useBoard()
  const drawn = path ?? analysis.paths()[0] ?? null
  const { rty } = analysis.numbers(path)
  const weak = new Map(analysis.weakest(path).map(one => [one.note.note.id, one.adds]))
  if (!drawn) return null
  const steps = narrowingAlong(drawn.notes, rty.rate)
  const points = pointsAlong(analysis.points, drawn.notes, drawn.links)
  const others = !path && analysis.paths().length > 1
  return (
    <div className="grid gap-2">
      <p className="text-sm">
        <strong className="font-title text-xl figures">{sayShare(rty.value, 1)}</strong> of cases{' '}
        {rty.assumed > 0 && rty.stated === 0 ? 'would get through without a failure' : 'get through without a failure'}
        {rty.assumed > 0 && (rty.stated === 0 ? ', if the assumption holds' : ', partly assumed')}.
      </p>
      {rty.assumed > 0 && (
        <p className="text-ink-500 text-xs">
          Assumed: {sayShare(rty.rate)} first time right at {rty.assumed} of {rty.assumed + rty.stated} steps, where
          nobody has said.
        </p>
      )}
      <div className="flex items-center justify-between gap-2">
        <p className="text-ink-500 text-xs">
          {others ? `The likeliest way, ${sayShare(drawn.share, 1)} of cases: ` : ''}
          {points.length} points of failure on {drawn.notes.length} notes.
        </p>
        <Button
          size="sm"
          onClick={() =>
            board.selection.setNotes(
              drawn.notes.map(n => n.note.id),
              drawn.links,
            )
          }
        >
          Mark it on the wall
        </Button>
      </div>
      <table className="w-full text-sm">
        <caption className="sr-only">First time right along the way</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Still right after it</th>
            <th scope="col">Step</th>
            <th scope="col">First time right</th>
          </tr>
        </thead>
        <tbody>
          {steps.slice(0, most).map(step => (
            <Step
              key={step.note.note.id}
              step={step}
              adds={weak.get(step.note.note.id)}
              onGo={() => goToTarget(board, { root: 'notes', id: step.note.note.id })}
            />
          ))}
        </tbody>
      </table>
      {steps.length > most && <p className="text-ink-500 text-xs">And {steps.length - most} more steps.</p>}
    </div>
  )
}

function Step({ step, adds, onGo }: { step: Narrowing; adds: number | undefined; onGo: () => void }) {
  const { note, rate, stated, before, after } = step
  return (
    <tr className="h-10">
      <td className="w-[84px] p-0 leading-none">
        <Segment before={before} after={after} />
      </td>
      <th scope="row" className="min-w-0 max-w-0 py-0 pr-1 pl-2 text-left font-normal">
        <button
          type="button"
          dir="auto"
          onClick={onGo}
          className="line-clamp-2 w-full text-left text-xs leading-tight hover:underline"
        >
          {note.note.text || 'Untitled'}
        </button>
      </th>
      <td className="w-25 whitespace-nowrap py-0 text-right text-xs leading-tight figures">
        <span className={stated ? '' : 'text-ink-500 italic'}>
          {sayShare(rate, 1)}
          {stated ? '' : ' assumed'}
        </span>
        {adds !== undefined && adds > 0.0005 && stated && (
          <span className="block text-danger" title="What the whole would gain if this step never failed">
            +{sayShare(adds, 1)} to gain
          </span>
        )}
      </td>
    </tr>
  )
}

function Segment({ before, after }: { before: number; after: number }) {
  const middle = wide / 2
  const inside = after > 0.34
  return (
    <svg aria-hidden="true" width={wide} height={row} className="block">
      <rect width={wide} height={row} fill="var(--color-paper-100)" />
      <path
        d={ribbonShape([{ before, after }], { length: row, width: wide, runs: 'down' })}
        fill="var(--color-accent)"
      />
      <text
        x={inside ? middle : middle + (after * wide) / 2 + 3}
        y={row / 2 + 5}
        textAnchor={inside ? 'middle' : 'start'}
        fontSize="12"
        fill={inside ? 'var(--color-on-accent)' : 'var(--color-ink-900)'}
      >
        {sayShare(after)}
      </text>
    </svg>
  )
}
