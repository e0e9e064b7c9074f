import type { Details } from '../board/commands/method.ts'
import { limits } from '../board/fields.ts'
import type { BoardSnapshot, Lane, Note } from '../board/snapshot.ts'
import { type DetailField, detailFields } from './details.ts'
import type { Flow } from './graph.ts'

/** A column of the table view. */
export type Column = { key: 'text'; label: string } | { key: 'lane'; label: string } | DetailField
export const columns: readonly Column[] = [
  { key: 'text', label: 'Step' },
  { key: 'lane', label: 'Lane' },
  ...detailFields,
]

const names = {
  text: ['step', 'activity', 'task', 'name', 'process step', 'description', 'what'],
  lane: ['lane', 'who', 'actor', 'role', 'department', 'team', 'owner'],
}

/** Steps and decisions in the order of the flow: what the table shows, one row each. */
export const tableRows = (flow: Flow, order: ReadonlyMap<string, number>): Note[] =>
  [...flow.notes.values()]
    .filter(n => n.work)
    .map(n => n.note)
    .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))

export interface Refused {
  /** Row of the paste, from 1, without its heading. */
  row: number
  column: string
  reason: string
}
/** What a paste would do, before it is done. */
export interface TablePlan {
  changes: Map<string, Details>
  added: { text: string; lane: Lane | null; details: Details }[]
  /** Cells that were not understood; everything else is taken. */
  refused: Refused[]
}

/** Most rows of one paste. */
export const mostRows = 500

/**
 * Reads cells pasted at a row and a column of the table. A first row that names columns decides where cells go;
 * without one they go from the column they were pasted at to the right. Rows beyond the last become new steps, which
 * need a text. Nothing is written.
 */
export function planPaste(
  cells: readonly (readonly string[])[],
  at: { row: number; column: number },
  rows: readonly Note[],
  board: Pick<BoardSnapshot, 'lanes'>,
): TablePlan {
  const plan: TablePlan = { changes: new Map(), added: [], refused: [] }
  const heading = readHeading(cells[0] ?? [])
  const body = heading ? cells.slice(1) : cells
  const columnOf = (index: number) => (heading ? heading[index] : columns[at.column + index])
  for (const [index, row] of body.entries()) {
    const refuse = (column: string, reason: string) => plan.refused.push({ row: index + 1, column, reason })
    if (index >= mostRows) {
      refuse('', `Up to ${mostRows} rows can be pasted at once; the rest was left out.`)
      break
    }
    const details: Record<string, unknown> = {}
    let text = ''
    let lane: Lane | null = null
    for (const [c, raw] of row.entries()) {
      const column = columnOf(c)
      const cell = raw.trim()
      if (!column || cell === '') continue
      if (column.key === 'text') {
        if (cell.length > limits.text)
          refuse(column.label, `This has ${cell.length} characters; a note holds ${limits.text}.`)
        else text = cell
      } else if (column.key === 'lane') {
        lane = board.lanes.find(one => one.name.trim().toLowerCase() === cell.toLowerCase()) ?? null
        if (!lane) refuse(column.label, `There is no lane called “${cell}”.`)
      } else {
        const read = column.read(cell)
        if (read.ok) details[column.key] = read.value
        else refuse(column.label, read.reason)
      }
    }
    const existing = rows[at.row + index]
    if (existing) plan.changes.set(existing.id, { ...plan.changes.get(existing.id), ...(details as Details) })
    else if (text) plan.added.push({ text, lane, details: details as Details })
    else if (Object.keys(details).length > 0) refuse('Step', 'A new step needs a text.')
  }
  return plan
}

function readHeading(row: readonly string[]): (Column | undefined)[] | null {
  const found = row.map(cell => {
    const name = cell
      .trim()
      .toLowerCase()
      .replace(/\s*[([].*$/, '')
    return columns.find(
      column =>
        column.label.toLowerCase() === name ||
        ('alias' in column ? column.alias.includes(name) : names[column.key].includes(name)),
    )
  })
  const named = found.filter(column => column !== undefined).length
  return named >= 2 || (named === 1 && row.filter(cell => cell.trim()).length === 1) ? found : null
}
