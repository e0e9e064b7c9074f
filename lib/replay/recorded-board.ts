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
  readonly #entities = new Map<RootName, Map<string, RecordedEntity>>()

  /** Brings the board in step with cells that changed. */
  show(cells: readonly CellState[]): void {
    const changed = new Map<RootName, Set<string>>()
    let entity = new RecordedEntity()
    let last: Cell | null = null
    for (const cell of cells) {
      const { root, id, key, row, value, actor } = cell
      // The cells of an entity come one after the other, mostly.
      if (last?.id !== id || last.root !== root) {
        entity = this.#entity(root, id)
        const ids = changed.get(root) ?? new Set()
        changed.set(root, ids.add(id))
        last = cell
      }
      if (value === undefined) entity.fields.delete(key)
      else entity.fields.set(key, value)
      if (row < 0) entity.rows.delete(key)
      else entity.rows.set(key, row)
      if (key === presence) entity.maker = row < 0 ? null : actor
    }
    if (changed.size > 0) this.change(changed, this.#stored, { local: false, origin: this })
  }

  /** The row that touched an entity last, at the moment shown; −1 for none. */
  lastTouch(root: RootName, id: string): number {
    return Math.max(-1, ...this.rowsOf(root, id))
  }

  /** The row with which an entity came up; −1 while it has not. */
  birthOf(root: RootName, id: string): number {
    return this.#known(root, id)?.rows.get(presence) ?? -1
  }

  /** The rows that made an entity what it is at the moment shown, one a field. */
  rowsOf(root: RootName, id: string): number[] {
    return [...(this.#known(root, id)?.rows.values() ?? [])]
  }

  #known(root: RootName, id: string): RecordedEntity | undefined {
    return this.#entities.get(root)?.get(id)
  }

  #entity(root: RootName, id: string): RecordedEntity {
    const known = this.#known(root, id)
    if (known) return known
    const entity = new RecordedEntity()
    const ofRoot = this.#entities.get(root) ?? new Map<string, RecordedEntity>()
    this.#entities.set(root, ofRoot.set(id, entity))
    return entity
  }

  #stored = (root: RootName, id: string): RecordedEntity | undefined => {
    const entity = this.#known(root, id)
    return entity?.fields.get(presence) === true ? entity : undefined
  }
}
