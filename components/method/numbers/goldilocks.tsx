'use client'
import { useBoard } from '#components/board/state/board-context.tsx'
import type { Analysis } from '#lib/method/analysis.ts'
import { goToTarget } from '../go-to-target.ts'

const names = ['rigid', '', 'just enough', '', 'flexible'] as const

/** How many steps stand where between rigid and flexible, and where exceptions and rework say that it does not fit. */
export function Goldilocks({ analysis }: { analysis: Analysis }) {
  const board = useBoard()
  const { scale, unsaid, exceptions, rework } = analysis.goldilocks()
  const most = Math.max(1, ...scale.map(step => step.steps))
  const said = scale.reduce((sum, step) => sum + step.steps, 0)
  if (said === 0 && exceptions.length === 0 && rework.length === 0)
    return <p className="text-ink-500 text-sm">No step has been placed between rigid and flexible yet.</p>
  return (
    <div className="grid gap-3 text-sm">
      <table className="w-full table-fixed">
        <caption className="sr-only">Steps from rigid (1) to flexible (5), and those with exceptions</caption>
        <tbody>
          <tr className="align-bottom">
            {scale.map(({ value, steps, withExceptions }) => (
              <td key={value} className="px-0.5 text-center">
                <span className="block text-xs figures">
                  {steps}
                  {withExceptions > 0 && (
                    <span className="block text-danger leading-tight">{withExceptions} with exceptions</span>
                  )}
                </span>
                <span
                  aria-hidden
                  className="block rounded-t-[2px]"
                  style={{
                    height: 4 + (steps / most) * 48,
                    backgroundColor: value === 3 ? 'var(--color-good)' : 'var(--color-line-strong)',
                  }}
                />
              </td>
            ))}
          </tr>
          <tr>
            {scale.map(({ value }) => (
              <th key={value} scope="col" className="border-line border-t pt-1 font-normal text-ink-500 text-xs">
                {value} {names[value - 1]}
              </th>
            ))}
          </tr>
        </tbody>
      </table>
      {unsaid > 0 && <p className="text-ink-500 text-xs">{unsaid} steps not placed.</p>}
      {exceptions.length > 0 && (
        <div>
          <h4 className="font-semibold text-xs">Exceptions</h4>
          <ul className="grid">
            {exceptions.map(note => (
              <li key={note.id} className="border-line border-t py-1">
                <button
                  type="button"
                  dir="auto"
                  className="block max-w-full truncate hover:underline"
                  onClick={() => goToTarget(board, { root: 'notes', id: note.id })}
                >
                  {note.text || 'Untitled'}
                </button>
                <span dir="auto" className="block text-ink-500 text-xs">
                  {note.exceptions}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {rework.length > 0 && (
        <div>
          <h4 className="font-semibold text-xs">Rework</h4>
          <ul>
            {rework.map(({ target, label, cause }) => (
              <li key={target.id} className="border-line border-t py-1">
                <button
                  type="button"
                  dir="auto"
                  className="block max-w-full truncate hover:underline"
                  onClick={() => goToTarget(board, target)}
                >
                  ↺ {label}
                </button>
                <span className="block text-ink-500 text-xs">{cause ?? 'No cause yet: a loop masks one.'}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
