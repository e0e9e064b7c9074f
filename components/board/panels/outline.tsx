'use client'
import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { useWindow } from '#components/ui/use-window.ts'
import { useBoard, useMay } from '../state/board-context.tsx'
import { addLaneBelow } from './outline-edits.ts'
import { LaneField, NoteField } from './outline-field.tsx'
import { rowKeys, writingKeys, writingPaste } from './outline-keys.ts'
import { RowContent } from './outline-row.tsx'
import { nameOfRow, type OutlineRow } from './outline-rows.ts'
import { type Outline as OutlineModel, useOutline } from './use-outline.ts'

/** px; equal for every row, so that only the visible rows of ten thousand cost anything. */
const rowHeight = 36

/** The board as text: the fastest way to type in a process, and the access for people who do not see the wall. */
export function OutlinePanel() {
  const board = useBoard()
  const outline = useOutline()
  const mayLane = useMay('lane.change')
  return (
    <div className="flex h-full flex-col">
      <div className="border-line border-b px-4 pb-2">
        <Switch label="Link each step to the next" checked={outline.linked} onCheckedChange={outline.setLinked} />
      </div>
      <Rows outline={outline} />
      <footer className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-t px-4 py-2">
        <Button
          size="sm"
          disabled={!mayLane.ok}
          title={mayLane.ok ? undefined : mayLane.reason}
          onClick={() => {
            const id = addLaneBelow(board)
            if (id) outline.write(id)
          }}
        >
          <Plus aria-hidden />
          Lane
        </Button>
        <p className="flex-1 text-ink-500 text-xs">
          Enter: next step. Alt+↑↓: reorder. Alt+Shift+↑↓: other lane. Del: take off.
        </p>
      </footer>
    </div>
  )
}

function Rows({ outline }: { outline: OutlineModel }) {
  const scroller = useRef<HTMLDivElement>(null)
  const { rows, active } = outline
  const at = rows.findIndex(row => row.key === active)
  const shown = useWindow(scroller, rows.length, rowHeight, at)
  return (
    <div
      ref={scroller}
      role="treegrid"
      aria-label="Outline of the board"
      aria-rowcount={rows.length}
      className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain"
    >
      <div role="presentation" style={{ height: rows.length * rowHeight }} />
      {shown.map(index => {
        const row = rows[index]
        return row && <Row key={row.key} row={row} index={index} outline={outline} />
      })}
    </div>
  )
}

const indent = { 1: 'pl-2', 2: 'pl-5', 3: 'pl-13' } as const

function Row({ row, index, outline }: { row: OutlineRow; index: number; outline: OutlineModel }) {
  const board = useBoard()
  const isActive = outline.active === row.key
  const isWriting = isActive && outline.writing
  const write = () => {
    outline.activate(row)
    if (outline.mayWrite(row)) outline.write(row.key)
  }
  const field = {
    label: row.type === 'lane' ? 'Name of the lane' : 'Text of the note',
    onLeave: () => outline.stopWriting(row.key),
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a windowed tree of rows is no table; the treegrid pattern names its parts by role.
    <div
      ref={isActive && !isWriting ? outline.focusRow : null}
      role="row"
      aria-label={nameOfRow(row)}
      aria-level={row.level}
      aria-rowindex={index + 1}
      aria-posinset={row.at}
      aria-setsize={row.of}
      aria-selected={isActive}
      {...(row.type === 'lane' ? { 'aria-expanded': row.open } : {})}
      tabIndex={isActive && !isWriting ? 0 : -1}
      onFocus={event => event.target === event.currentTarget && outline.activate(row)}
      onKeyDown={event => event.target === event.currentTarget && rowKeys(event, board, outline, row)}
      style={{ top: index * rowHeight, height: rowHeight }}
      className={`absolute inset-x-0 flex items-center gap-2 pr-3 outline-offset-[-2px] ${indent[row.level]} ${isActive ? 'z-10 bg-accent-soft' : ''}`}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see the row. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: rows take the focus here, as the pattern allows. */}
      <div role="gridcell" className="flex min-w-0 flex-1 items-center gap-2 self-stretch">
        {isWriting && row.type === 'note' ? (
          <NoteField
            {...field}
            note={row.note}
            onKeyDown={event => writingKeys(event, board, outline, row)}
            onPaste={event => writingPaste(event, board, outline, row)}
          />
        ) : isWriting && row.type === 'lane' && row.lane ? (
          <LaneField {...field} lane={row.lane} onKeyDown={event => writingKeys(event, board, outline, row)} />
        ) : (
          <RowContent row={row} onWrite={write} />
        )}
      </div>
    </div>
  )
}
