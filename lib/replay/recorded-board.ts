import type { RootName } from '../board/schema.ts'
import { BoardTables } from '../board/tables.ts'
import type { RowCursor } from './cursor.ts'
import type { Cell } from './row-code.ts'
import { type RowColumns, rowAt } from './row-reader.ts'
import { presence } from './rows.ts'

/** The content of a cell at the shown moment. */
export interface CellState extends Cell {
  /** The row that wrote it; −1: none. */
  row: number
  value: unknown
  /** The person who wrote it. */
  actor: string | null
}

/** Returns cells at a cursor, for a board in another thread. */
export const cellsAt = (cursor: RowCursor, touched: Iterable<number>): CellState[] =>
  [...touched].flatMap(index => cellAt(cursor.rows, index, cursor.holding(index)))

function cellAt(rows: RowColumns, index: number, row: number): CellState[] {
  const cell = rows.cells[index]
  if (!cell) return []
  const written = row < 0 ? undefined : rowAt(rows, row)
  return [{ ...cell, row, value: written?.value, actor: written?.actor ?? null }]
}

/** An entity at the shown moment, which BoardTables reads instead of a shared map. */
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

  /** Applies changed cells to the board. */
  show(cells: readonly CellState[]): void {
    const changed = new Map<RootName, Set<string>>()
    let entity = new RecordedEntity()
    let last: Cell | null = null
    for (const cell of cells) {
      const { root, id, key, row, value, actor } = cell
      // The cells of an entity mostly follow each other.
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

  /** Returns the last row that changed an entity, at the shown moment; −1 for none. */
  lastTouch(root: RootName, id: string): number {
    return Math.max(-1, ...this.rowsOf(root, id))
  }

  /** Returns the row in which an entity appeared; −1 if it has not. */
  birthOf(root: RootName, id: string): number {
    return this.#known(root, id)?.rows.get(presence) ?? -1
  }

  /** Returns the rows that wrote an entity's present fields, one for each field. */
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
