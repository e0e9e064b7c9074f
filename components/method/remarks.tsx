'use client'
import { Lightbulb } from 'lucide-react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { useFrameStore } from '#components/workspace/frame-state.ts'
import { momentLabel } from '#lib/method/emotion.ts'
import type { Warning } from '#lib/method/warnings.ts'
import { goToTarget } from './go-to-target.ts'
import { useAnalysis, useFigures } from './method-context.tsx'

/** Buttons of one remark at once; the others are counted. */
const most = 6

/** Warnings about this part of the method, with the reason and what they concern. */
export function Remarks({ about, folded = false }: { about: readonly string[]; folded?: boolean }) {
  const figures = useFigures()
  const remarks = (figures?.asIs.warnings() ?? []).filter(({ rule }) => about.includes(rule.split('.')[0] ?? ''))
  if (remarks.length === 0) return null
  const list = (
    <ul aria-label="Worth a thought" className="grid gap-2">
      {remarks.map(remark => (
        <Remark key={remark.rule} remark={remark} />
      ))}
    </ul>
  )
  if (!folded) return <div className="border-line border-t bg-warn-soft px-4 py-3">{list}</div>
  return (
    <details className="border-line border-t bg-warn-soft px-4 py-2">
      <summary className="cursor-pointer text-sm text-warn touch:min-h-11">
        {remarks.length} {remarks.length === 1 ? 'thing' : 'things'} worth a thought
      </summary>
      <div className="max-h-60 overflow-y-auto pt-2">{list}</div>
    </details>
  )
}

function Remark({ remark: { message, because, on } }: { remark: Warning }) {
  const board = useBoard()
  const frame = useFrameStore()
  const { projection } = useAnalysis()
  const nameOf = ({ root, id }: Warning['on'][number]): string => {
    if (root === 'lanes') return board.model.lanes.find(lane => lane.id === id)?.name ?? ''
    if (root === 'outcome') return board.model.outcomes.find(one => one.id === id)?.stakeholder || 'The customer'
    const entity = board.model[root].get(id)
    return entity ? momentLabel(entity, board.model) : ''
  }
  const go = ({ root, id }: Warning['on'][number]) => {
    if (root === 'outcome') frame.change({ panel: 'outcome' })
    else if (root === 'lanes') board.selection.setLane(id)
    else if (projection[root].has(id) || board.model[root].has(id)) goToTarget(board, { root, id })
  }
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-sm">
      <Lightbulb aria-hidden className="mt-0.5 size-4 text-warn" />
      <div className="grid gap-0.5">
        <p className="text-ink-900">
          {message} <span className="text-ink-700">{because}</span>
        </p>
        {on.length > 0 && (
          <p className="flex flex-wrap gap-x-3 gap-y-0.5">
            {on.slice(0, most).map(where => (
              <button
                key={where.id}
                type="button"
                onClick={() => go(where)}
                className="max-w-60 truncate text-accent text-xs underline underline-offset-2 touch:min-h-11"
              >
                {nameOf(where)}
              </button>
            ))}
            {on.length > most && <span className="text-ink-500 text-xs">and {on.length - most} more</span>}
          </p>
        )}
      </div>
    </li>
  )
}
