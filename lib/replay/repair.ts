import type { CellWrite } from '../board/commands/repair.ts'
import type { RootName } from '../board/schema.ts'
import { RowCursor } from './cursor.ts'
import type { Cell } from './row-code.ts'
import { type RowColumns, rowAt } from './row-reader.ts'
import { presence } from './rows.ts'

/** Roots that a repair may change: the wall and the outcome. Comments and the session stay. */
const repaired = new Set<RootName>(['notes', 'links', 'lanes', 'groups', 'views', 'outcome'])
/** Tallies of closed votes and authors are facts that stay. */
const kept = new Set(['votes', 'by'])
const concerns = ({ root, key }: Cell): boolean => repaired.has(root) && !kept.has(key)
const entityOf = ({ root, id }: Cell): string => `${root}/${id}`

/** Returns the last row of an update; −1 before the first. */
export function rowOfSeq(rows: RowColumns, seq: number): number {
  let row = rows.count - 1
  while (row >= 0 && (rows.seq[row] ?? 0) > seq) row -= 1
  return row
}

/** Returns the writes that restore the board, from the end of the rows, to its state after an update, as a new step. */
export function writesBackTo(rows: RowColumns, seq: number): CellWrite[] {
  const [then, now] = [new RowCursor(rows), new RowCursor(rows)]
  then.seek(rowOfSeq(rows, seq))
  now.seek(rows.count - 1)
  const valueAt = (cursor: RowCursor, cell: number): unknown => rows.value[cursor.holding(cell)]
  const unborn = new Set<string>()
  const off = new Set<string>()
  rows.cells.forEach((cell, index) => {
    if (cell.key === presence && valueAt(then, index) !== true) unborn.add(entityOf(cell))
    if (cell.key === 'deleted' && valueAt(then, index) === true) off.add(entityOf(cell))
  })
  const removed = new Set<string>()
  rows.cells.forEach((cell, index) => {
    const entity = entityOf(cell)
    if (cell.key === presence && valueAt(now, index) !== true && !unborn.has(entity) && !off.has(entity))
      removed.add(entity)
  })
  return rows.cells.flatMap((cell, index): CellWrite[] => {
    if (!repaired.has(cell.root)) return []
    const [was, is, entity] = [valueAt(then, index), valueAt(now, index), entityOf(cell)]
    if (removed.has(entity)) return [anew(rows, cell, then.holding(index))]
    if (!concerns(cell)) return []
    if (cell.key === presence)
      return was !== true && is === true ? [{ root: cell.root, id: cell.id, key: 'deleted', value: true }] : []
    if (unborn.has(entity) || JSON.stringify(was) === JSON.stringify(is)) return []
    return [{ ...cell, value: was }]
  })
}

/** Returns the writes that make something anew that was removed for good, as it was last; none when it never was. */
export function writesReviving(rows: RowColumns, root: RootName, id: string): CellWrite[] {
  const cursor = new RowCursor(rows)
  cursor.seek(rows.count - 1)
  const writes = rows.cells.flatMap((cell, index): CellWrite[] => {
    if (cell.root !== root || cell.id !== id || cell.key === 'deleted') return []
    const row = cursor.holding(index)
    return [anew(rows, cell, cell.key === presence ? (rows.prev[row] ?? -1) : row)]
  })
  return writes.some(({ key }) => key === null) ? writes : []
}

/** A cell of something that is made anew, as it was in a row. */
function anew(rows: RowColumns, cell: Cell, row: number): CellWrite {
  if (cell.key !== presence) return { ...cell, value: rows.value[row] }
  return { root: cell.root, id: cell.id, key: null, value: rows.actors[rows.actor[row] ?? 0] ?? null }
}

/** Returns the last update in which the person changed the wall; null when there is none. */
export function lastSeqOf(rows: RowColumns, personId: string): number | null {
  for (let row = rows.count - 1; row >= 0; row -= 1) {
    const cell = rows.cells[rows.cell[row] ?? 0]
    if (cell && concerns(cell) && rows.actors[rows.actor[row] ?? 0] === personId) return rows.seq[row] ?? null
  }
  return null
}

/**
 * Returns the writes that undo what a person did since an update, wherever nobody else has written since: others' work
 * is never lost. Entities that the person added are deleted, unless somebody else has changed them.
 */
export function writesUndoing(rows: RowColumns, personId: string, since: number): CellWrite[] {
  const cursor = new RowCursor(rows)
  cursor.seek(rows.count - 1)
  const theirs = (row: number) => (rows.seq[row] ?? 0) >= since && rows.actors[rows.actor[row] ?? 0] === personId
  const born = bornBy(rows, theirs)
  const shared = new Set<string>()
  rows.cells.forEach((cell, index) => {
    const row = cursor.holding(index)
    if (cell.key !== presence && concerns(cell) && (rows.seq[row] ?? 0) >= since && !theirs(row))
      shared.add(entityOf(cell))
  })
  return rows.cells.flatMap((cell, index): CellWrite[] => {
    let row = cursor.holding(index)
    if (row < 0 || !concerns(cell)) return []
    const entity = entityOf(cell)
    if (born.has(entity)) {
      const takeOff = cell.key === presence && !shared.has(entity)
      return takeOff ? [{ root: cell.root, id: cell.id, key: 'deleted', value: true }] : []
    }
    if (!theirs(row) || cell.key === presence) return []
    while (row >= 0 && theirs(row)) row = rows.prev[row] ?? -1
    const before = rowAt(rows, row)?.value
    return JSON.stringify(before) === JSON.stringify(rows.value[cursor.holding(index)])
      ? []
      : [{ ...cell, value: before }]
  })
}

/**
 * Returns the entities that appeared in these rows. A presence row names the author, also for a write of the server.
 */
function bornBy(rows: RowColumns, theirs: (row: number) => boolean): ReadonlySet<string> {
  const births = new Map<string, number>()
  const born = new Set<string>()
  for (let row = 0; row < rows.count; row += 1) {
    const cell = rows.cells[rows.cell[row] ?? 0]
    if (!cell) continue
    const entity = entityOf(cell)
    if (cell.key === presence) births.set(entity, rows.seq[row] ?? 0)
    else if (births.get(entity) === rows.seq[row] && theirs(row)) born.add(entity)
  }
  return born
}
