'use client'
import { Spline } from 'lucide-react'
import { World } from '#components/board/layers/layers.tsx'
import { useBoard } from '#components/board/state/board-context.tsx'
import type { BoardState } from '#components/board/state/board-state.ts'
import { useStorePart } from '#components/ui/store.ts'
import { closeGap } from '#lib/method/commands/method.ts'
import { momentLabel } from '#lib/method/emotion.ts'
import type { Gap } from '#lib/method/projection.ts'
import { useMethod } from '../method-context.tsx'

/** Closes gaps with links of the to-be, or tells why that cannot be done now. */
export function closeGaps(board: BoardState, gaps: readonly Gap[]): void {
  const may = board.may('link.add')
  if (!may.ok) {
    board.tell(may.reason)
    return
  }
  for (const gap of gaps) closeGap(board.writer, board.model, gap)
  board.announce(gaps.length === 1 ? 'The gap is closed.' : `${gaps.length} gaps are closed.`)
}

/** Where elimination broke a path of the to-be: a dashed line to where it goes on, closed with one press. */
export function Gaps() {
  const board = useBoard()
  const { toBe } = useMethod()
  const arrived = useStorePart(board.seen, seen => seen >= 1)
  const { gaps } = toBe.projection
  if (!arrived || gaps.length === 0) return null
  return (
    <World className="over-world" scaleVariable>
      {gaps.map(gap => (
        <OneGap key={gap.eliminated[0]} gap={gap} notes={toBe.projection.notes} />
      ))}
    </World>
  )
}

type Notes = ReturnType<typeof useMethod>['toBe']['projection']['notes']

function OneGap({ gap, notes }: { gap: Gap; notes: Notes }) {
  const board = useBoard()
  const lines = gap.bridges.flatMap(bridge => {
    const from = notes.get(bridge.from)
    const to = notes.get(bridge.to)
    if (!from || !to) return []
    const forwards = to.x + to.w / 2 >= from.x + from.w / 2
    const x1 = forwards ? from.x + from.w : from.x
    const x2 = forwards ? to.x : to.x + to.w
    const [y1, y2] = [from.y + from.h / 2, to.y + to.h / 2]
    return [
      {
        key: `${bridge.from} ${bridge.to}`,
        x1,
        y1,
        x2,
        y2,
        name: `${momentLabel(from, { notes })} → ${momentLabel(to, { notes })}`,
      },
    ]
  })
  const [first] = lines
  if (!first) return null
  return (
    <>
      <svg
        aria-hidden="true"
        className="pointer-events-none absolute top-0 left-0 overflow-visible"
        width="1"
        height="1"
      >
        {lines.map(({ key, x1, y1, x2, y2 }) => (
          <path
            key={key}
            d={`M${x1} ${y1}C${(x1 + x2) / 2} ${y1} ${(x1 + x2) / 2} ${y2} ${x2} ${y2}`}
            fill="none"
            stroke="var(--color-danger)"
            strokeDasharray="3 9"
            strokeLinecap="round"
            strokeWidth="3.5"
          />
        ))}
      </svg>
      <button
        type="button"
        aria-label={`Close the gap: ${lines.map(({ name }) => name).join('; ')}`}
        onClick={() => closeGaps(board, [gap])}
        className="-translate-x-1/2 -translate-y-1/2 pointer-events-auto absolute flex items-center whitespace-nowrap rounded-full border-danger bg-paper-0 font-semibold text-danger shadow-note hover:bg-danger-soft"
        style={{
          left: (first.x1 + first.x2) / 2,
          top: (first.y1 + first.y2) / 2,
          fontSize: 'calc(13 * var(--unit))',
          padding: 'calc(6 * var(--unit)) calc(11 * var(--unit))',
          gap: 'calc(5 * var(--unit))',
          borderWidth: 'calc(1.5 * var(--unit))',
        }}
      >
        <Spline aria-hidden style={{ width: 'calc(14 * var(--unit))', height: 'calc(14 * var(--unit))' }} />
        Close the gap
      </button>
    </>
  )
}
