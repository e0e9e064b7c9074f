'use client'
import { ClipboardCopy, ClipboardPaste, X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { useState } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { copyText } from '#components/ui/copy-text.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Select } from '#components/ui/input.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { useFrame, useFrameStore } from '#components/workspace/frame-state.ts'
import { type StepTable, sheets } from '#lib/method/table.ts'
import { useAnalysis, useShownView } from '../method-context.tsx'
import { CellGrid } from './grid.tsx'
import { PasteReview } from './paste-review.tsx'
import { useGrid } from './use-grid.ts'

/** The board as a table over the whole window: forty steps in a row, and the way from and to a spreadsheet. */
export function TableView() {
  const { over } = useFrame()
  const frame = useFrameStore()
  return (
    <Radix.Root open={over === 'table'} onOpenChange={open => frame.change({ over: open ? 'table' : null })}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-black/40" />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={event => {
            event.preventDefault()
            document.getElementById('cell-0-0')?.focus()
          }}
          onEscapeKeyDown={event => {
            // Escape in a cell being written ends the writing, not the table.
            if (document.activeElement?.closest('[role=gridcell]') && document.activeElement.tagName === 'INPUT')
              event.preventDefault()
          }}
          className="fixed inset-0 z-40 flex animate-rise flex-col overflow-hidden bg-paper-0 text-ink-900 shadow-pop sm:inset-4 sm:rounded-lg lg:inset-8"
        >
          <Table />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function Table() {
  const [id, setId] = useState<StepTable['id']>('steps')
  return <OneSheet key={id} sheet={sheets[id]} onSheet={setId} />
}

function OneSheet({ sheet, onSheet }: { sheet: StepTable; onSheet: (id: StepTable['id']) => void }) {
  const board = useBoard()
  const analysis = useAnalysis()
  const view = useShownView()
  const { lanes } = analysis.projection
  const [link, setLink] = useState(true)
  const [laneId, setLaneId] = useState<string | null>(null)
  const home = lanes.find(lane => lane.id === laneId) ?? lanes[0] ?? null
  const grid = useGrid(sheet, analysis, { home, link })
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 pt-3 pb-2 sm:px-5">
        <Radix.Title className="text-lg">Table</Radix.Title>
        <fieldset aria-label="Which table" className="flex">
          {Object.values(sheets).map(one => (
            <button
              key={one.id}
              type="button"
              aria-pressed={one.id === sheet.id}
              onClick={() => onSheet(one.id)}
              className="-ml-px h-8 border border-line-strong px-3 text-sm first:ml-0 first:rounded-l-md last:rounded-r-md touch:h-11 hover:bg-paper-100 aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-strong"
            >
              {one.label}
            </button>
          ))}
        </fieldset>
        <span className="text-ink-500 text-sm">{view === 'as-is' ? 'As it is' : 'As it will be'}</span>
        <span className="flex-1 max-sm:hidden" />
        <PasteButton onText={grid.paste} />
        <Button
          size="sm"
          onClick={async () => {
            if (await copyText(grid.copyAll())) board.tell('The table is on the clipboard, with its headings.')
          }}
        >
          <ClipboardCopy aria-hidden />
          Copy all
        </Button>
        <Radix.Close asChild>
          <IconButton label="Close the table" size="sm" className="max-sm:absolute max-sm:top-2.5 max-sm:right-2">
            <X />
          </IconButton>
        </Radix.Close>
      </div>
      <CellGrid grid={grid} />
      {grid.plan && <PasteReview plan={grid.plan} onSettle={grid.settle} />}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1 border-line border-t px-4 py-2 text-sm sm:px-5">
        {sheet.grows && (
          <>
            <div className="flex items-center gap-2">
              <label htmlFor="table-home">New steps without a lane go to</label>
              <Select
                id="table-home"
                className="w-44 [&_select]:h-8 [&_select]:text-sm [&_svg]:top-2"
                value={home?.id ?? ''}
                onChange={event => setLaneId(event.target.value)}
              >
                {lanes.map(lane => (
                  <option key={lane.id} value={lane.id}>
                    {lane.name}
                  </option>
                ))}
                {lanes.length === 0 && <option value="">open paper</option>}
              </Select>
            </div>
            <div>
              <Switch label="Link each to the one before" checked={link} onCheckedChange={setLink} />
            </div>
          </>
        )}
        <p className="min-w-48 flex-1 text-ink-500 text-xs max-sm:hidden">
          Type into a cell, or Enter. Times: 90, 1.5 h, 2 days. Ctrl+C and Ctrl+V from and to a spreadsheet; Esc closes.
        </p>
      </div>
    </>
  )
}

/** For hands without a keyboard: reads the clipboard where the browser lets it. */
function PasteButton({ onText }: { onText: (text: string) => void }) {
  const board = useBoard()
  return (
    <Button
      size="sm"
      onClick={async () => {
        try {
          onText(await navigator.clipboard.readText())
        } catch {
          board.tell('The browser does not let us read the clipboard. Press Ctrl+V in a cell instead.')
        }
      }}
    >
      <ClipboardPaste aria-hidden />
      Paste
    </Button>
  )
}
