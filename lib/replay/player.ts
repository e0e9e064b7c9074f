import type { RootName } from '../board/schema.ts'
import { BoardTables } from '../board/tables.ts'
import type { RowColumns } from './codec.ts'
import { presence } from './rows.ts'

/** Rows between two copies of the state: a seek replays at most so many. */
const copyEvery = 4_096

/** An entity at the moment shown: what BoardTables reads instead of a shared map. */
class RecordedEntity {
  readonly fields = new Map<string, unknown>()
  maker: string | null = null
  get(key: string): unknown {
    return key === 'by' ? (this.fields.get('by') ?? this.maker ?? undefined) : this.fields.get(key)
  }
  toJSON(): Record<string, unknown> {
    return Object.fromEntries(this.fields)
  }
}

/**
 * Shows a recording at any row: the same BoardSnapshot, with the same identities and notifications, as a live board.
 * Row −1 is the empty wall, row n the state after row n. Without Yjs, so that it runs in a small worker.
 */
export class BoardPlayer extends BoardTables {
  readonly rows: RowColumns
  /** The row shown. */
  row = -1
  /** For each cell the row that holds, −1: not yet written. */
  #state: Int32Array
  readonly #copies: Int32Array[] = []
  readonly #entities = new Map<string, RecordedEntity>()

  constructor(rows: RowColumns) {
    super()
    this.rows = rows
    this.#state = new Int32Array(rows.cells.length).fill(-1)
    const running = this.#state.slice()
    for (let row = 0; row < rows.count; row += 1) {
      if (row % copyEvery === 0) this.#copies.push(running.slice())
      running[rows.cell[row] ?? 0] = row
    }
  }

  /** Shows the state after a row; answers the row shown (clamped). */
  seek(target: number): number {
    const row = Math.max(-1, Math.min(Math.trunc(target), this.rows.count - 1))
    const touched = new Set<number>()
    if (Math.abs(row - this.row) > copyEvery) this.#jump(row, touched)
    else this.#walk(this.row, row, this.#state, touched)
    this.row = row
    this.#show(touched)
    return row
  }

  /** The last row at or before a time, ms; −1 before the first. */
  rowAt(at: number): number {
    let [low, high] = [0, this.rows.count]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.rows.at[middle] ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  /** Rows that wrote an entity, newest first, from the last row of the recording: the history of a note. */
  historyOf(root: RootName, id: string): number[] {
    const rows: number[] = []
    const latest = this.#latest()
    this.rows.cells.forEach((cell, index) => {
      if (cell.root !== root || cell.id !== id) return
      for (let row = latest[index] ?? -1; row >= 0; row = this.rows.prev[row] ?? -1) rows.push(row)
    })
    return rows.sort((a, b) => b - a)
  }

  #latest(): Int32Array {
    const latest = new Int32Array(this.rows.cells.length).fill(-1)
    for (let row = 0; row < this.rows.count; row += 1) latest[this.rows.cell[row] ?? 0] = row
    return latest
  }

  #jump(row: number, touched: Set<number>): void {
    const copy = Math.max(0, Math.floor(row / copyEvery))
    const next = this.#copies[copy]?.slice() ?? this.#state.slice().fill(-1)
    this.#walk(copy * copyEvery - 1, row, next, touched)
    touched.clear()
    for (let cell = 0; cell < next.length; cell += 1) if (next[cell] !== this.#state[cell]) touched.add(cell)
    this.#state = next
  }

  /** Moves a state from one row to another, forwards or backwards. */
  #walk(from: number, to: number, state: Int32Array, touched: Set<number>): void {
    for (let row = from + 1; row <= to; row += 1) {
      const cell = this.rows.cell[row] ?? 0
      state[cell] = row
      touched.add(cell)
    }
    for (let row = from; row > to; row -= 1) {
      const cell = this.rows.cell[row] ?? 0
      state[cell] = this.rows.prev[row] ?? -1
      touched.add(cell)
    }
  }

  /** Brings the tables in step with the cells that changed. */
  #show(touched: ReadonlySet<number>): void {
    const changed = new Map<RootName, Set<string>>()
    for (const index of touched) {
      const cell = this.rows.cells[index]
      if (!cell) continue
      const row = this.#state[index] ?? -1
      const key = `${cell.root}/${cell.id}`
      const value = row < 0 ? undefined : this.rows.value[row]
      let entity = this.#entities.get(key)
      if (!entity) {
        entity = new RecordedEntity()
        this.#entities.set(key, entity)
      }
      if (value === undefined) entity.fields.delete(cell.key)
      else entity.fields.set(cell.key, value)
      if (cell.key === presence) entity.maker = row < 0 ? null : (this.rows.actors[this.rows.actor[row] ?? 0] ?? null)
      const ids = changed.get(cell.root) ?? new Set()
      changed.set(cell.root, ids.add(cell.id))
    }
    for (const [root, ids] of changed)
      this.change(root, ids, id => this.#stored(root, id), { local: false, origin: this })
  }

  #stored(root: RootName, id: string): RecordedEntity | undefined {
    const entity = this.#entities.get(`${root}/${id}`)
    return entity?.fields.get(presence) === true ? entity : undefined
  }
}
