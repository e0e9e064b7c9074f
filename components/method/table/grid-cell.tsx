'use client'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { isComposing } from '#components/ui/composing.ts'
import type { Column } from '#lib/method/table.ts'
import { cellId, tab } from './grid-keys.ts'
import type { Grid, TableCell } from './use-grid.ts'

const numeric = new Set(['volume', 'processing', 'waiting', 'cost', 'firstTimeRight', 'feeling', 'flexibility'])

/** One cell: read, or being written. */
export function GridCell({
  grid,
  cell,
  column,
  pinned,
}: {
  grid: Grid
  cell: TableCell
  column: Column
  pinned: boolean
}) {
  const { here, range, writing } = grid
  const { row, column: at } = cell
  const isHere = here.row === row && here.column === at
  const inRange = row >= range.top && row <= range.bottom && at >= range.left && at <= range.right
  const isNew = grid.rows[row] === undefined
  const nonsense = grid.nonsenseAt(cell)
  const refusal = grid.refusalAt(cell)
  const text = nonsense?.text ?? grid.textAt(cell)
  const hint = isNew && column.key === 'text' ? 'Type the next step' : ''
  const isWriting = isHere && writing !== null
  const tone = nonsense
    ? 'bg-danger-soft'
    : inRange && !isHere
      ? 'bg-accent-soft'
      : refusal !== null
        ? 'bg-paper-50'
        : 'bg-paper-0'
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid.
    <div
      id={cellId(row, at)}
      role="gridcell"
      aria-colindex={at + 1}
      aria-selected={inRange}
      aria-readonly={refusal !== null || undefined}
      aria-invalid={nonsense ? true : undefined}
      aria-label={text === '' ? `${column.label}, ${hint || 'empty'}` : undefined}
      title={nonsense?.reason ?? (text === '' ? undefined : text)}
      tabIndex={isHere && !isWriting ? 0 : -1}
      onPointerDown={event => {
        if (isWriting) return
        grid.go(cell, event.shiftKey)
        event.currentTarget.focus()
        event.preventDefault()
      }}
      onDoubleClick={() => grid.begin()}
      className={`relative flex min-w-0 items-center border-line border-r border-b px-2 text-sm outline-offset-[-2px] ${tone} ${numeric.has(column.key) ? 'justify-end figures' : ''} ${pinned ? 'sticky left-0 z-10' : ''} ${isHere ? 'shadow-[inset_0_0_0_2px_var(--color-accent)]' : ''}`}
    >
      {isWriting ? (
        <Editor grid={grid} initial={writing} column={column} />
      ) : (
        <span dir="auto" className={`truncate ${text === '' ? 'text-ink-500' : nonsense ? 'text-danger' : ''}`}>
          {text || hint}
        </span>
      )}
      {isHere && nonsense && !isWriting && (
        <span
          role="alert"
          className="absolute top-full left-0 z-30 w-72 rounded-sm bg-danger px-2 py-1 text-left text-on-danger text-xs shadow-pop"
        >
          {nonsense.reason}
        </span>
      )}
    </div>
  )
}

function Editor({ grid, initial, column }: { grid: Grid; initial: string; column: Column }) {
  const board = useBoard()
  const [text, setText] = useState(initial)
  const ref = useRef<HTMLInputElement>(null)
  const done = useRef(false)
  const began = useRef(initial)
  useLayoutEffect(() => {
    const input = ref.current
    input?.focus()
    // A typed letter is continued; an existing text is replaced by typing, as in a spreadsheet after Enter.
    if (began.current.length > 1) input?.select()
  }, [])
  const commit = (then: () => void) => {
    if (done.current) return
    done.current = true
    if (grid.commit(text)) then()
    else queueMicrotask(() => document.getElementById(cellId(grid.here.row, grid.here.column))?.focus())
  }
  const { row, column: at } = grid.here
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (isComposing(event)) return
    if (event.key === 'Enter') {
      event.preventDefault()
      const isNew = grid.rows[row] === undefined
      commit(() => grid.go({ row: isNew ? Number.POSITIVE_INFINITY : row + (event.shiftKey ? -1 : 1), column: at }))
    } else if (event.key === 'Tab') {
      event.preventDefault()
      commit(() => tab(grid, event.shiftKey))
    } else if (event.key === 'Escape') {
      event.preventDefault()
      commit(() => grid.go({ row, column: at }))
    }
  }
  const listed = column.key === 'lane' ? 'table-lanes' : undefined
  return (
    <>
      <input
        ref={ref}
        dir="auto"
        aria-label={column.label}
        value={text}
        list={listed}
        onChange={event => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => commit(() => undefined)}
        className="-mx-2 absolute inset-0 mx-0 bg-paper-0 px-2 text-sm outline-2 outline-accent outline-offset-[-2px]"
      />
      {listed && (
        <datalist id={listed}>
          {board.model.lanes.map(lane => (
            <option key={lane.id} value={lane.name} />
          ))}
        </datalist>
      )}
    </>
  )
}
