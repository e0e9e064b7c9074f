import { limits } from '../board/fields.ts'
import type { BoardSnapshot, Lane, Link, Note } from '../board/snapshot.ts'
import type { Analysis } from './analysis.ts'
import type { Details, Target } from './commands/method.ts'
import { type DetailField, detailFields } from './details.ts'
import { momentLabel } from './emotion.ts'
import type { FlowGraph } from './graph.ts'
import { type PointField, pointFields } from './point-fields.ts'
import { laneNameOf } from './points.ts'
import { readingOrder } from './reading-order.ts'

interface Named<K extends string> {
  readonly key: K
  readonly label: string
  readonly alias: readonly string[]
}
/** A column of the table view: the name, the lane, or one detail. */
export type Column = Named<'text'> | Named<'lane'> | Named<'code'> | DetailField | PointField

/** One table: its columns, and whether rows below the last become new steps. */
export interface StepTable {
  readonly id: 'steps' | 'points'
  readonly label: string
  readonly columns: readonly Column[]
  readonly grows: boolean
}

const text = {
  key: 'text',
  label: 'Step',
  alias: ['activity', 'task', 'name', 'process step', 'description', 'what'],
} as const satisfies Column
const lane = {
  key: 'lane',
  label: 'Lane',
  alias: ['who', 'actor', 'role', 'department', 'team', 'owner'],
} as const satisfies Column

export const columns: readonly Column[] = [text, lane, ...detailFields]
export const sheets = {
  steps: { id: 'steps', label: 'Steps', columns, grows: true },
  points: {
    id: 'points',
    label: 'Points of failure',
    columns: [
      { key: 'code', label: 'No.', alias: ['code', 'number'] },
      { ...text, label: 'Where', alias: ['point', 'where'] },
      ...pointFields,
    ],
    grows: false,
  },
} as const satisfies Record<StepTable['id'], StepTable>

/** Returns steps and decisions in the order of the flow: one row each. */
export const tableRows = (flow: FlowGraph, order: ReadonlyMap<string, number>): Note[] =>
  [...flow.notes.values()]
    .filter(n => n.work)
    .map(n => n.note)
    .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))

/** The rows of a table in one view of the board. */
export function sheetRows(id: StepTable['id'], { flow, projection, points }: Analysis): Target[] {
  if (id === 'points') return points.map(point => ({ root: point.on, id: point.id }))
  return tableRows(flow, readingOrder(projection, flow)).map(note => ({ root: 'notes', id: note.id }))
}

/** Returns the text of a cell, also for copying. */
export function cellText(column: Column, entity: Note | Link, { pointOf, projection }: Analysis): string {
  if (column.key === 'text') return momentLabel(entity, projection)
  if (column.key === 'lane') return 'lane' in entity && entity.lane ? laneNameOf(projection.lanes, entity.lane) : ''
  if (column.key === 'code') return pointOf.get(entity.id)?.code ?? ''
  const value = 'of' in column ? entity[column.key] : 'from' in entity ? null : entity[column.key]
  return typeof value === 'string' || typeof value === 'number' ? column.write(value) : ''
}

/** Whether a cell can be written: of points only their own fields, of a rule no feeling. */
export function cellWritable(column: Column, sheet: StepTable, kind: string | undefined): boolean {
  if (column.key === 'code') return false
  if (sheet.id === 'steps' || !('of' in column)) return sheet.id === 'steps'
  return (column.of as readonly string[]).includes(kind ?? '')
}

interface Refused {
  /** Row of the paste, from 1, without its heading. */
  row: number
  column: string
  reason: string
}
export interface Change {
  target: Target
  details: Details
  /** null: unchanged. */
  text: string | null
  lane: Lane | null
}
/** A preview of what a paste would do. */
export interface TablePlan {
  changes: Change[]
  added: { text: string; lane: Lane | null; details: Details }[]
  /** Cells that could not be parsed; all others would be written. */
  refused: Refused[]
}

/** Most rows of one paste. */
const mostRows = 500

interface Place {
  row: number
  column: number
  sheet?: StepTable
  /** Whether the first row may name columns; false for a single typed cell. */
  heading?: boolean
}

/**
 * Parses cells pasted at a row and a column of the table. A first row that names columns decides where cells go;
 * without one they go from that column to the right. Rows below the last become new steps, which need a text. Empty
 * cells change nothing. Nothing is written yet.
 */
export function planPaste(
  cells: readonly (readonly string[])[],
  at: Place,
  rows: readonly Target[],
  board: Pick<BoardSnapshot, 'lanes'>,
): TablePlan {
  const sheet = at.sheet ?? sheets.steps
  const plan: TablePlan = { changes: [], added: [], refused: [] }
  const heading = at.heading === false ? null : readHeading(cells[0] ?? [], sheet.columns)
  const body = heading ? cells.slice(1) : cells
  const columnOf = (index: number) => (heading ? heading[index] : sheet.columns[at.column + index])
  for (const [index, row] of body.entries()) {
    const refuse = (column: string, reason: string) => plan.refused.push({ row: index + 1, column, reason })
    if (index >= mostRows) {
      refuse('', `Up to ${mostRows} rows can be pasted at once; the rest was left out.`)
      break
    }
    const read = readRow(row, columnOf, board.lanes, sheet, refuse)
    if (!read) continue
    const target = rows[at.row + index]
    if (target) plan.changes.push({ ...read, target })
    else if (!sheet.grows) refuse('', 'There is no such row: points of failure come from the wall.')
    else if (read.text) plan.added.push({ text: read.text, lane: read.lane, details: read.details })
    else refuse('Step', 'A new step needs a text.')
  }
  return plan
}

/** Parses one row of a paste; null when it is empty. */
function readRow(
  row: readonly string[],
  columnOf: (index: number) => Column | undefined,
  lanes: readonly Lane[],
  sheet: StepTable,
  refuse: (column: string, reason: string) => void,
): Omit<Change, 'target'> | null {
  const details: Record<string, unknown> = {}
  const change: Omit<Change, 'target'> = { details: details as Details, text: null, lane: null }
  let said = false
  for (const [index, raw] of row.entries()) {
    const column = columnOf(index)
    const cell = raw.trim()
    if (!column || cell === '' || column.key === 'code') continue
    if (column.key === 'text') {
      if (!sheet.grows) continue
      if (cell.length > limits.text)
        refuse(column.label, `This has ${cell.length} characters; a note holds ${limits.text}.`)
      else change.text = cell
    } else if (column.key === 'lane') {
      change.lane = lanes.find(one => one.name.trim().toLowerCase() === cell.toLowerCase()) ?? null
      if (!change.lane) refuse(column.label, `There is no lane called “${cell}”.`)
    } else {
      const read = column.read(cell)
      if (read.ok) details[column.key] = read.value
      else refuse(column.label, read.reason)
    }
    said = true
  }
  return said ? change : null
}

function readHeading(row: readonly string[], among: readonly Column[]): (Column | undefined)[] | null {
  const found = row.map(cell => {
    const name = cell
      .trim()
      .toLowerCase()
      .replace(/[([][\s\S]*$/, '')
      .trimEnd()
    return among.find(column => column.label.toLowerCase() === name || column.alias.includes(name))
  })
  const named = found.filter(column => column !== undefined).length
  return named >= 2 || (named === 1 && row.filter(cell => cell.trim()).length === 1) ? found : null
}
