import type { RootName } from '../board/schema.ts'
import type { RowColumns } from './row-reader.ts'

/** Rows between two copies of the state: a seek replays at most so many. */
const copyEvery = 4_096

/**
 * A place in a recording: for every cell the row that holds there. Row −1 is the empty wall, row n the state after row
 * n. Without Yjs and without a board, so that it runs in a small worker.
 */
export class RowCursor {
  readonly rows: RowColumns
  /** The row it stands at. */
  row = -1
  /** For each cell the row that holds, −1: not yet written. */
  #state: Int32Array
  readonly #copies: Int32Array[] = []
  /** For each cell the last row of the whole recording. */
  readonly #latest: Int32Array
  /** The cells of each id. */
  readonly #cells = new Map<string, number[]>()

  constructor(rows: RowColumns) {
    this.rows = rows
    this.#state = new Int32Array(rows.cells.length).fill(-1)
    this.#latest = this.#state.slice()
    for (const [index, { id }] of rows.cells.entries()) {
      const ofId = this.#cells.get(id)
      if (ofId) ofId.push(index)
      else this.#cells.set(id, [index])
    }
    for (let row = 0; row < rows.count; row += 1) {
      if (row % copyEvery === 0) this.#copies.push(this.#latest.slice())
      this.#latest[rows.cell[row] ?? 0] = row
    }
  }

  /** The row that holds in a cell, −1 for none. */
  holding(cell: number): number {
    return this.#state[cell] ?? -1
  }

  /** What a field held after a row, wherever the cursor stands. */
  valueAt(root: RootName, id: string, key: string, row: number): unknown {
    const cell = this.#cellsOf(root, id).find(index => this.rows.cells[index]?.key === key)
    if (cell === undefined) return undefined
    let held = this.#latest[cell] ?? -1
    while (held > row) held = this.rows.prev[held] ?? -1
    return held < 0 ? undefined : this.rows.value[held]
  }

  /** Goes to a row (clamped); answers the cells that hold another row than before. */
  seek(target: number): Set<number> {
    const row = Math.max(-1, Math.min(Math.trunc(target), this.rows.count - 1))
    const touched = new Set<number>()
    if (Math.abs(row - this.row) > copyEvery) this.#jump(row, touched)
    else this.#walk(this.row, row, this.#state, touched)
    this.row = row
    return touched
  }

  /** Rows that wrote an entity, newest first, from the last row of the recording: the history of a note. */
  historyOf(root: RootName, id: string): number[] {
    const found: number[] = []
    for (const cell of this.#cellsOf(root, id))
      for (let row = this.#latest[cell] ?? -1; row >= 0; row = this.rows.prev[row] ?? -1) found.push(row)
    return found.sort((a, b) => b - a)
  }

  #cellsOf(root: RootName, id: string): number[] {
    return (this.#cells.get(id) ?? []).filter(index => this.rows.cells[index]?.root === root)
  }

  #jump(row: number, touched: Set<number>): void {
    const copy = Math.max(0, Math.floor(row / copyEvery))
    const next = this.#copies[copy]?.slice() ?? this.#state.slice().fill(-1)
    this.#walk(copy * copyEvery - 1, row, next, null)
    for (let cell = 0; cell < next.length; cell += 1) if (next[cell] !== this.#state[cell]) touched.add(cell)
    this.#state = next
  }

  /** Moves a state from one row to another, forwards or backwards. */
  #walk(from: number, to: number, state: Int32Array, touched: Set<number> | null): void {
    for (let row = from + 1; row <= to; row += 1) {
      const cell = this.rows.cell[row] ?? 0
      state[cell] = row
      touched?.add(cell)
    }
    for (let row = from; row > to; row -= 1) {
      const cell = this.rows.cell[row] ?? 0
      state[cell] = this.rows.prev[row] ?? -1
      touched?.add(cell)
    }
  }
}
