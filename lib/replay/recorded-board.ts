import type { RootName } from '../board/schema.ts'
import { BoardTables } from '../board/tables.ts'
import type { RowCursor } from './cursor.ts'
import type { Cell } from './row-code.ts'
import { type RowColumns, rowAt } from './row-reader.ts'
import { presence } from './rows.ts'

/** What a cell holds at the moment shown. */
export interface CellState extends Cell {
  /** The row that wrote it, −1: nothing has. */
  row: number
  value: unknown
  /** Who wrote it. */
  actor: string | null
}

/** Cells as they stand at a cursor, for a board that is shown somewhere else. */
export const cellsAt = (cursor: RowCursor, touched: Iterable<number>): CellState[] =>
  [...touched].flatMap(index => cellAt(cursor.rows, index, cursor.holding(index)))

function cellAt(rows: RowColumns, index: number, row: number): CellState[] {
  const cell = rows.cells[index]
  if (!cell) return []
  const written = row < 0 ? undefined : rowAt(rows, row)
  return [{ ...cell, row, value: written?.value, actor: written?.actor ?? null }]
}

/** An entity at the moment shown: what BoardTables reads instead of a shared map. */
class RecordedEntity {
  readonly fields = new Map<string, unknown>()
  readonly rows = new Map<string, number>()
  maker: string | null = null
  get(key: string): unknown {
    return key === 'by' ? (this.fields.get('by') ?? this.maker ?? undefined) : this.fields.get(key)
  }
  toJSON(): Record<string, unknown> {
    return Object.fromEntries(this.fields)
  }
}

/** A board fed by recorded cells: the same BoardSnapshot, with the same identities and notifications, as a live one. */
export class RecordedBoard extends BoardTables {
  readonly #entities = new Map<string, RecordedEntity>()

  /** Brings the board in step with cells that changed. */
  show(cells: readonly CellState[]): void {
    const changed = new Map<RootName, Set<string>>()
    for (const { root, id, key, row, value, actor } of cells) {
      const entity = this.#entity(root, id)
      if (value === undefined) entity.fields.delete(key)
      else entity.fields.set(key, value)
      if (row < 0) entity.rows.delete(key)
      else entity.rows.set(key, row)
      if (key === presence) entity.maker = row < 0 ? null : actor
      const ids = changed.get(root) ?? new Set()
      changed.set(root, ids.add(id))
    }
    for (const [root, ids] of changed)
      this.change(root, ids, id => this.#stored(root, id), { local: false, origin: this })
  }

  /** The row that touched an entity last, at the moment shown; −1 for none. */
  lastTouch(root: RootName, id: string): number {
    return Math.max(-1, ...this.rowsOf(root, id))
  }

  /** The row with which an entity came up; −1 while it has not. */
  birthOf(root: RootName, id: string): number {
    return this.#entities.get(`${root}/${id}`)?.rows.get(presence) ?? -1
  }

  /** The rows that made an entity what it is at the moment shown, one a field. */
  rowsOf(root: RootName, id: string): number[] {
    return [...(this.#entities.get(`${root}/${id}`)?.rows.values() ?? [])]
  }

  #entity(root: RootName, id: string): RecordedEntity {
    const key = `${root}/${id}`
    const known = this.#entities.get(key) ?? new RecordedEntity()
    this.#entities.set(key, known)
    return known
  }

  #stored(root: RootName, id: string): RecordedEntity | undefined {
    const entity = this.#entities.get(`${root}/${id}`)
    return entity?.fields.get(presence) === true ? entity : undefined
  }
}
