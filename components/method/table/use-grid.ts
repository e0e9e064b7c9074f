'use client'
import { useCallback, useMemo, useState } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { type BoardState, factsOf } from '#components/board/state/board-state.ts'
import { textFromRows } from '#lib/board/cell-texts.ts'
import { textOf } from '#lib/board/commands/writer.ts'
import type { Lane } from '#lib/board/snapshot.ts'
import { readCellRows } from '#lib/import/cells.ts'
import type { Analysis } from '#lib/method/analysis.ts'
import type { Target } from '#lib/method/commands/method.ts'
import { clearCells, writeTable } from '#lib/method/commands/table.ts'
import { cellText, cellWritable, planPaste, type StepTable, sheetRows, type TablePlan } from '#lib/method/table.ts'

/** A position in the grid. The row below the last becomes a new step; Infinity stands for it, wherever it is. */
export interface TableCell {
  row: number
  column: number
}
/** Invalid input of a cell: it stays there, with the reason, and is not written. */
export interface Nonsense {
  text: string
  reason: string
}

/** How steps are added: where, and whether linked. */
export interface Adding {
  home: Lane | null
  link: boolean
}

const keyOf = (id: string | undefined, column: string) => `${id ?? ''} ${column}`

/** The state of one table: the current cell, the text being edited, and all operations on its cells. */
export function useGrid(sheet: StepTable, analysis: Analysis, adding: Adding) {
  const board = useBoard()
  const rows = useMemo(() => sheetRows(sheet.id, analysis), [sheet, analysis])
  const [at, setAt] = useState<TableCell>({ row: 0, column: 0 })
  const [from, setFrom] = useState<TableCell>(at)
  const [writing, setWriting] = useState<string | null>(null)
  const [nonsense, setNonsense] = useState<ReadonlyMap<string, Nonsense>>(new Map())
  const [plan, setPlan] = useState<TablePlan | null>(null)
  const last = sheet.grows ? rows.length : rows.length - 1
  const clamp = useCallback(
    ({ row, column }: TableCell): TableCell => ({
      row: Math.max(0, Math.min(last, row)),
      column: Math.max(0, Math.min(sheet.columns.length - 1, column)),
    }),
    [last, sheet],
  )
  const here = clamp(at)
  const anchor = clamp(from)
  const range = {
    top: Math.min(here.row, anchor.row),
    bottom: Math.max(here.row, anchor.row),
    left: Math.min(here.column, anchor.column),
    right: Math.max(here.column, anchor.column),
  }
  const go = (to: TableCell, extend = false) => {
    setAt(to)
    if (!extend) setFrom(to)
    setWriting(null)
  }
  const entityOf = (target: Target | undefined) => target && board.model[target.root].get(target.id)
  const columnKey = (column: number) => sheet.columns[column]?.key ?? ''
  const textAt = ({ row, column }: TableCell): string => {
    const entity = entityOf(rows[row])
    const shown = sheet.columns[column]
    return entity && shown ? cellText(shown, entity, analysis) : ''
  }
  /** Returns why a cell cannot be written; null: it can. */
  const refusalAt = ({ row, column }: TableCell): string | null => {
    const target = rows[row]
    const entity = entityOf(target)
    const shown = sheet.columns[column]
    if (!shown) return ''
    if (!entity) {
      const may = board.may('note.add', { own: true, locked: false, kind: 'step' })
      return may.ok ? null : may.reason
    }
    if (!cellWritable(shown, sheet, analysis.pointOf.get(entity.id)?.kind))
      return sheet.id === 'points' && shown.key !== 'code' && shown.key !== 'text'
        ? 'This is not asked of a point of this kind.'
        : 'This comes from the wall.'
    const ability = shown.key === 'text' ? 'note.edit' : shown.key === 'lane' ? 'note.move' : 'detail.edit'
    const may = board.may(ability, factsOf(board, entity))
    return may.ok ? null : may.reason
  }
  const lastStep = () => rows.at(-1)?.id ?? null
  const write = (done: TablePlan) => {
    const refused = refusalOf(board, done)
    if (refused !== null) return board.tell(refused)
    board.undo.seal()
    for (const { target, text } of done.changes) {
      const shared = text === null ? null : textOf(board.doc, target.root, target.id)
      if (shared) board.undo.includeText(shared)
    }
    writeTable(board.writer, board.model, done, { ...adding, after: lastStep() })
  }
  const note = (cell: TableCell, said: Nonsense | null) => {
    const key = keyOf(rows[cell.row]?.id, columnKey(cell.column))
    setNonsense(now => {
      const next = new Map(now)
      if (said) next.set(key, said)
      else next.delete(key)
      return next
    })
  }
  const nonsenseAt = ({ row, column }: TableCell) => nonsense.get(keyOf(rows[row]?.id, columnKey(column)))

  return {
    sheet,
    rows,
    last,
    here,
    range,
    writing,
    plan,
    nonsenseAt,
    textAt,
    refusalAt,
    entityOf,
    go,
    begin: (text: string | null = null) => {
      const refusal = refusalAt(here)
      if (refusal !== null) return board.tell(refusal)
      setWriting(text ?? nonsenseAt(here)?.text ?? textAt(here))
    },
    /** Writes the text; invalid input stays in the cell. Returns whether it was written. */
    commit: (text: string): boolean => {
      setWriting(null)
      if (text.trim() === textAt(here).trim()) {
        note(here, null)
        return true
      }
      const target = rows[here.row]
      const key = columnKey(here.column)
      if (text.trim() === '' && key !== 'text' && key !== 'lane') {
        if (target) clearCells(board.writer, [{ root: target.root, id: target.id, key }])
        note(here, null)
        return true
      }
      const done = planPaste([[text]], { ...here, sheet, heading: false }, rows, board.model)
      const [refused] = done.refused
      note(here, refused ? { text, reason: refused.reason } : null)
      if (refused) {
        board.announce(refused.reason)
        return false
      }
      write(done)
      return true
    },
    clear: () => {
      const cells = cellsIn(range).flatMap(cell => {
        const target = rows[cell.row]
        const key = columnKey(cell.column)
        return target && key !== 'text' && key !== 'lane' && refusalAt(cell) === null
          ? [{ root: target.root, id: target.id, key }]
          : []
      })
      clearCells(board.writer, cells)
      for (const cell of cellsIn(range)) note(cell, null)
    },
    copy: (): string => textFromRows(rowsIn(range).map(row => row.map(textAt))),
    copyAll: (): string =>
      textFromRows([
        sheet.columns.map(headingOf),
        ...rowsIn({ top: 0, bottom: rows.length - 1, left: 0, right: sheet.columns.length - 1 }).map(row =>
          row.map(textAt),
        ),
      ]),
    /** Applies a small paste at once; previews a larger one, and any invalid input, first. */
    paste: (text: string) => {
      const may = board.may('board.write')
      if (!may.ok) return board.tell(may.reason)
      const done = planPaste(readCellRows(text), { row: range.top, column: range.left, sheet }, rows, board.model)
      if (done.refused.length === 0 && done.added.length === 0) write(done)
      else setPlan(done)
    },
    /** Ends the preview of a paste: applies the valid cells, or none. */
    settle: (take: boolean) => {
      if (take && plan) write(plan)
      setPlan(null)
    },
    selectAll: () => {
      setFrom({ row: 0, column: 0 })
      setAt({ row: Math.max(0, rows.length - 1), column: sheet.columns.length - 1 })
    },
  }
}

/**
 * Returns why this person cannot write a plan now: every row is checked, and the plan is written completely or not at
 * all.
 */
function refusalOf(board: BoardState, { changes, added }: TablePlan): string | null {
  const answers = changes.flatMap(({ target, details, text, lane }) => {
    const entity = board.model[target.root].get(target.id)
    if (!entity) return []
    const facts = factsOf(board, entity)
    return [
      ...(Object.keys(details).length > 0 ? [board.may('detail.edit', facts)] : []),
      ...(text === null ? [] : [board.may('note.edit', facts)]),
      ...(lane === null ? [] : [board.may('note.move', facts)]),
    ]
  })
  if (added.length > 0) answers.push(board.may('note.add', { own: true, locked: false, kind: 'step' }))
  for (const answer of answers) if (!answer.ok) return answer.reason
  return null
}

export type Grid = ReturnType<typeof useGrid>

/** A heading with its unit, as a spreadsheet would have it; the unit is left out when it is read again. */
const headingOf = (column: StepTable['columns'][number]): string =>
  'unit' in column && column.unit ? `${column.label} (${column.unit})` : column.label

interface Range {
  top: number
  bottom: number
  left: number
  right: number
}
const rowsIn = ({ top, bottom, left, right }: Range): TableCell[][] =>
  Array.from({ length: bottom - top + 1 }, (_, r) =>
    Array.from({ length: right - left + 1 }, (_, c) => ({ row: top + r, column: left + c })),
  )
const cellsIn = (range: Range): TableCell[] => rowsIn(range).flat()
