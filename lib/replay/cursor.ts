import type { RootName } from '../board/schema.ts'
import type { RowColumns } from './row-reader.ts'

/** Rows between two copies of the state: a seek replays at most this many. */
const copyEvery = 4_096

/** The state before the first row: no row in any cell. */
export const nothingHeld = ({ cells }: RowColumns): Int32Array => new Int32Array(cells.length).fill(-1)

/**
 * A position in a recording: for every cell the row that is valid there. Row −1 is the empty wall, row n the state
 * after row n. Without Yjs and without a board, so that it runs in a small worker.
 */
export class RowCursor {
  readonly rows: RowColumns
  /** The present row. */
  row = -1
  /** For each cell the valid row; −1: not written yet. */
  readonly #state: Int32Array
  readonly #copies: Int32Array[] = []
  /** For each cell the last row of the whole recording. */
  readonly #latest: Int32Array
  /** The first cell of each id, and after each cell the next of the same id, −1 for none. */
  readonly #first = new Map<string, number>()
  readonly #next: Int32Array

  /** `beside`: another cursor of the same rows, whose tables it shares. */
  constructor(rows: RowColumns, beside?: RowCursor) {
    this.rows = rows
    this.#state = nothingHeld(rows)
    if (beside?.rows === rows) {
      this.#copies = beside.#copies
      this.#latest = beside.#latest
      this.#first = beside.#first
      this.#next = beside.#next
      return
    }
    this.#latest = nothingHeld(rows)
    this.#next = nothingHeld(rows)
    for (let index = rows.cells.length - 1; index >= 0; index -= 1) {
      const id = rows.cells[index]?.id ?? ''
      this.#next[index] = this.#first.get(id) ?? -1
      this.#first.set(id, index)
    }
    for (let row = 0; row < rows.count; row += 1) {
      if (row % copyEvery === 0) this.#copies.push(this.#latest.slice())
      this.#latest[rows.cell[row] ?? 0] = row
    }
  }

  /** Returns the valid row of a cell, −1 for none. */
  holding(cell: number): number {
    return this.#state[cell] ?? -1
  }

  /** Returns the value of a field after a row, wherever the cursor is. */
  valueAt(root: RootName, id: string, key: string, row: number): unknown {
    const cell = this.#cellsOf(root, id).find(index => this.rows.cells[index]?.key === key)
    if (cell === undefined) return undefined
    let held = this.#latest[cell] ?? -1
    while (held > row) held = this.rows.prev[held] ?? -1
    return held < 0 ? undefined : this.rows.value[held]
  }

  /** Moves to a row (clamped). */
  seek(target: number): void {
    const row = Math.max(-1, Math.min(Math.trunc(target), this.rows.count - 1))
    const copy = Math.max(0, Math.floor(row / copyEvery))
    const held = this.#copies[copy]
    if (held && Math.abs(row - this.row) > copyEvery) {
      this.#state.set(held)
      this.row = copy * copyEvery - 1
    }
    for (let at = this.row + 1; at <= row; at += 1) this.#state[this.rows.cell[at] ?? 0] = at
    for (let at = this.row; at > row; at -= 1) this.#state[this.rows.cell[at] ?? 0] = this.rows.prev[at] ?? -1
    this.row = row
  }

  /** Updates a caller's state (a row for each cell) to the cursor's; returns the cells that changed. */
  update(held: Int32Array): number[] {
    const changed: number[] = []
    for (let cell = 0; cell < held.length; cell += 1) {
      const row = this.#state[cell] ?? -1
      if (held[cell] === row) continue
      held[cell] = row
      changed.push(cell)
    }
    return changed
  }

  /** Returns the number of cells in which a caller's state differs from the cursor's. */
  distanceTo(held: Int32Array): number {
    let count = 0
    for (let cell = 0; cell < held.length; cell += 1) if (held[cell] !== this.#state[cell]) count += 1
    return count
  }

  /** Returns the rows that wrote an entity, newest first, from the last row of the recording: the history of a note. */
  historyOf(root: RootName, id: string): number[] {
    const found: number[] = []
    for (const cell of this.#cellsOf(root, id))
      for (let row = this.#latest[cell] ?? -1; row >= 0; row = this.rows.prev[row] ?? -1) found.push(row)
    return found.sort((a, b) => b - a)
  }

  #cellsOf(root: RootName, id: string): number[] {
    const found: number[] = []
    for (let index = this.#first.get(id) ?? -1; index >= 0; index = this.#next[index] ?? -1)
      if (this.rows.cells[index]?.root === root) found.push(index)
    return found
  }
}
