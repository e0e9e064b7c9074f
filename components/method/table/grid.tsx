'use client'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { useBoard, useLink, useNote } from '#components/board/state/board-context.tsx'
import { useWindow } from '#components/ui/use-window.ts'
import type { Target } from '#lib/method/commands/method.ts'
import type { Column } from '#lib/method/table.ts'
import { GridCell } from './grid-cell.tsx'
import { cellId, gridKeys } from './grid-keys.ts'
import type { Grid } from './use-grid.ts'

/** px; the same for every row, so that two thousand cost what is seen of them. */
const rowHeight = 36

/** Widths: words need room, numbers none; what a row is about is narrower on a phone. */
const widthOf = ({ key }: Column): string =>
  key === 'text'
    ? 'var(--text)'
    : ['exceptions', 'cause', 'why'].includes(key)
      ? '260px'
      : key === 'code'
        ? '56px'
        : '132px'

/** Cells with the keys of a spreadsheet: arrows, typing, Enter and Tab, copy and paste. */
export function CellGrid({ grid }: { grid: Grid }) {
  const board = useBoard()
  const scroller = useRef<HTMLDivElement>(null)
  const { sheet, rows, last, here, writing } = grid
  const shown = useWindow(scroller, last + 1, rowHeight, -1)
  const drawn = shown.includes(here.row) ? shown : [...shown, here.row]
  const template = sheet.columns.map(widthOf).join(' ')
  const width = `calc(${sheet.columns.map(widthOf).join(' + ')})`
  // The cell one is in has the focus, unless something outside of the cells does.
  const inside = useRef(false)
  useEffect(() => {
    if (!inside.current || writing !== null) return
    const cell = document.getElementById(cellId(here.row, here.column))
    if (cell && cell !== document.activeElement) cell.focus()
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const row = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    gridKeys(event, grid, board, row)
  }
  const onCopy = (event: ClipboardEvent) => {
    if (writing !== null) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', grid.copy())
    if (event.type === 'cut') grid.clear()
  }
  const onPaste = (event: ClipboardEvent) => {
    if (writing !== null) return
    event.preventDefault()
    grid.paste(event.clipboardData.getData('text/plain'))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a windowed grid is no table; the pattern names its parts by role.
    <div
      ref={scroller}
      role="grid"
      aria-label={sheet.label}
      aria-rowcount={last + 2}
      aria-colcount={sheet.columns.length}
      aria-multiselectable
      tabIndex={-1}
      onFocus={() => {
        inside.current = true
      }}
      onBlur={event => {
        // A field that is taken away loses the focus to nothing: the cell gets it back.
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) inside.current = false
      }}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onCut={onCopy}
      onPaste={onPaste}
      className="min-h-0 flex-1 scroll-pt-10 scroll-pl-(--text) overflow-auto overscroll-contain border-line border-t outline-none [--text:148px] sm:[--text:260px]"
    >
      <div role="presentation" className="sticky top-0 z-20" style={{ width }}>
        {/* biome-ignore lint/a11y/useSemanticElements: see the grid. */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: cells take the focus here, as the pattern says. */}
        <div role="row" aria-rowindex={1} className="grid bg-paper-100" style={{ gridTemplateColumns: template }}>
          {sheet.columns.map((column, index) => (
            <Heading key={column.key} column={column} pinned={index === pinnedColumn(sheet.columns)} />
          ))}
        </div>
      </div>
      <div role="presentation" className="relative" style={{ width, height: (last + 1) * rowHeight }}>
        {drawn.map(row => (
          <GridRow key={rows[row]?.id ?? 'new'} grid={grid} row={row} target={rows[row]} template={template} />
        ))}
      </div>
    </div>
  )
}

/** The column that stays in sight: what the row is about. */
const pinnedColumn = (columns: readonly Column[]): number => columns.findIndex(({ key }) => key === 'text')

function Heading({ column, pinned }: { column: Column; pinned: boolean }) {
  const unit = 'unit' in column ? column.unit : ''
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid.
    // biome-ignore lint/a11y/useFocusableInteractive: cells take the focus here, as the pattern says.
    <div
      role="columnheader"
      title={'hint' in column ? column.hint : undefined}
      className={`flex h-10 min-w-0 flex-col justify-center border-line border-r border-b px-2 leading-tight ${pinned ? 'sticky left-0 z-10 bg-paper-100' : ''}`}
    >
      <span className="truncate font-semibold text-xs">{column.label}</span>
      {unit && <span className="truncate text-ink-500 text-xs">{unit}</span>}
    </div>
  )
}

function GridRow({
  grid,
  row,
  target,
  template,
}: {
  grid: Grid
  row: number
  target: Target | undefined
  template: string
}) {
  // Only what is in the row renders it again; the text comes from the board of the moment.
  useNote(target?.root === 'notes' ? target.id : '')
  useLink(target?.root === 'links' ? target.id : '')
  const pinned = pinnedColumn(grid.sheet.columns)
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid.
    // biome-ignore lint/a11y/useFocusableInteractive: cells take the focus here, as the pattern says.
    <div
      role="row"
      aria-rowindex={row + 2}
      className="absolute grid"
      style={{ top: row * rowHeight, height: rowHeight, gridTemplateColumns: template }}
    >
      {grid.sheet.columns.map((column, index) => (
        <GridCell
          key={column.key}
          grid={grid}
          cell={{ row, column: index }}
          column={column}
          pinned={index === pinned}
        />
      ))}
    </div>
  )
}
