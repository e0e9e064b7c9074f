import { RowCursor } from './cursor.ts'
import type { Cell } from './row-code.ts'
import { type RowColumns, rowAt } from './row-reader.ts'
import type { Row } from './rows.ts'

/**
 * Returns the rows of a period, for people who may see only that. Earlier content is present from the first row on,
 * without its history: nothing deleted by then can be found in it.
 */
export function rowsBetween(rows: RowColumns, from: number, to: number): Row[] {
  const cursor = new RowCursor(rows)
  // From the end: a clock that was set back may give old rows times within the period.
  let first = rows.count
  while (first > 0 && (rows.at[first - 1] ?? 0) >= from) first -= 1
  cursor.seek(first - 1)
  const kept: Row[] = []
  const entityOf = ({ root, id }: Cell) => `${root}/${id}`
  /** Entities deleted before the excerpt began. */
  const gone = new Set<string>()
  rows.cells.forEach((cell, index) => {
    const held = cursor.holding(index)
    if (cell.key === 'deleted' && held >= 0 && rows.value[held] === true) gone.add(entityOf(cell))
  })
  rows.cells.forEach((cell, index) => {
    const row = rowAt(rows, cursor.holding(index))
    if (row && row.value !== undefined && !gone.has(entityOf(cell))) kept.push({ ...row, seq: 0, at: from })
  })
  for (let index = first; index < rows.count; index += 1) {
    const row = rowAt(rows, index)
    if (!row || row.at > to) break
    if (!gone.has(entityOf(row))) kept.push(row)
    else if (row.key === 'deleted' && row.value !== true) {
      gone.delete(entityOf(row))
      for (const { root, id, key } of rows.cells) {
        if (entityOf({ root, id, key }) !== entityOf(row)) continue
        const value = cursor.valueAt(root, id, key, index)
        if (value !== undefined) kept.push({ ...row, key, value })
      }
    }
  }
  return kept
}
