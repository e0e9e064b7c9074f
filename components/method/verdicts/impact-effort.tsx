'use client'
import { scaleBand, scaleLinear } from 'd3-scale'
import type { KeyboardEvent } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import type { PlannedAction } from '#lib/method/actions.ts'
import { effortIds, efforts, verdictWords } from '#lib/method/vocabulary.ts'
import { papers } from '#lib/notes/papers.ts'
import { goToTarget } from '../go-to-target.ts'

/** px of the picture's height; its width is the panel's, in per cent. */
const height = 250
const allColumns = [...effortIds, 'unsaid'] as const
const columnNames = { ...efforts, small: `${efforts.small} effort`, unsaid: 'Not said' } as const
/** px between the middles of stamps in one place. */
const pitch = 27

const letterPapers = { M: papers.red, B: papers.blue, R: papers.green } as const
const paperOf = (code: string | null) => letterPapers[(code?.[0] ?? '') as keyof typeof letterPapers] ?? papers.yellow

/** Actions by what they bring and what they take: the upper left corner first. */
export function ImpactEffort({ actions }: { actions: readonly PlannedAction[] }) {
  const board = useBoard()
  const some = actions.some(action => action.entity.effort === null)
  const columns = some ? allColumns : effortIds
  const x = scaleBand<string>([...columns], [0, 100])
  const y = scaleLinear([-3, 3], [height - 34, 36])
  const cells = Map.groupBy(actions, action => `${action.entity.effort ?? 'unsaid'} ${action.impact}`)
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const by =
      event.key === 'ArrowRight' || event.key === 'ArrowDown'
        ? 1
        : event.key === 'ArrowLeft' || event.key === 'ArrowUp'
          ? -1
          : 0
    if (by === 0) return
    const all = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')]
    const at = all.indexOf(document.activeElement as HTMLButtonElement)
    all[(at + by + all.length) % all.length]?.focus()
    event.preventDefault()
  }
  return (
    <div className="grid gap-1">
      <div className="relative rounded-md border border-line bg-paper-50" style={{ height }}>
        <Corner className="top-1.5 left-2">do first</Corner>
        <Corner className={`top-1.5 ${some ? 'right-[27%]' : 'right-2'}`}>plan</Corner>
        <Corner className="bottom-1.5 left-2">think again</Corner>
        <span
          aria-hidden
          className="absolute inset-x-0 border-line-strong border-t border-dashed"
          style={{ top: y(0) }}
        />
        {columns.slice(1).map(column => (
          <span
            key={column}
            aria-hidden
            className="absolute inset-y-0 border-line border-l"
            style={{ left: `${x(column) ?? 0}%` }}
          />
        ))}
        <ul aria-label="Actions by impact and effort" onKeyDown={onKeyDown}>
          {[...cells].flatMap(([key, list]) => {
            const [effort = '', impact = '0'] = key.split(' ')
            // Many in one place lie over each other like a hand of cards.
            const apart = `min(${pitch}px, (${x.bandwidth()}% - 34px) / ${Math.max(1, list.length - 1)})`
            return list.map((action, index) => {
              return (
                <li
                  key={action.target.id}
                  className="-translate-x-1/2 -translate-y-1/2 absolute"
                  style={{
                    left: `calc(${(x(effort) ?? 0) + x.bandwidth() / 2}% + ${index - (list.length - 1) / 2} * ${apart})`,
                    top: y(Number(impact)),
                  }}
                >
                  <Dot action={action} onGo={() => goToTarget(board, action.target)} />
                </li>
              )
            })
          })}
        </ul>
      </div>
      <div aria-hidden className="flex text-ink-500 text-xs">
        {columns.map(column => (
          <span key={column} className="flex-1 text-center">
            {columnNames[column]}
          </span>
        ))}
      </div>
    </div>
  )
}

function Dot({ action, onGo }: { action: PlannedAction; onGo: () => void }) {
  const { code, verdict, label, impact, entity, done } = action
  const { fill, edge, ink } = paperOf(code)
  const name = `${code ?? 'Step'} ${verdictWords[verdict].name}: ${label}. Impact ${impact > 0 ? '+' : ''}${impact}, ${entity.effort ?? 'no stated'} effort${done ? ', done' : ''}`
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      onClick={onGo}
      className={`grid h-6 min-w-6 place-items-center rounded-full border-2 px-0.5 font-semibold text-[0.6875rem] leading-none hover:z-10 hover:shadow-note focus:z-10 ${done ? 'border-dashed' : ''}`}
      style={
        done
          ? { borderColor: edge, backgroundColor: 'var(--color-paper-0)' }
          : { backgroundColor: fill, borderColor: edge, color: ink }
      }
    >
      {code ?? verdictWords[verdict].sign}
    </button>
  )
}

const Corner = ({ className, children }: { className: string; children: string }) => (
  <span aria-hidden className={`absolute font-note text-ink-500 text-sm ${className}`}>
    {children}
  </span>
)
