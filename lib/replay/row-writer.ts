import * as encoding from 'lib0/encoding'
import {
  type Cell,
  cellCode,
  columnNames,
  isPosition,
  kind,
  Memory,
  type Position,
  perColumn,
  tenths,
  version,
} from './row-code.ts'
import { decode } from './row-reader.ts'
import type { Row } from './rows.ts'

const cellName = ({ root, id, key }: Cell): string => `${root}\n${id}\n${key}`

/** Writes rows in order; `bytes` may be read at any time, and a later writer can continue from them. */
export class RowWriter {
  readonly #out = perColumn(() => encoding.createEncoder())
  readonly #cells = new Map<string, number>()
  readonly #last = new Map<number, unknown>()
  readonly #memory: Memory
  /** The entity of the previous row. */
  #entity = ''
  count = 0

  /** Continues another writer's output; throws as `readRows` does. */
  constructor(written?: Uint8Array) {
    if (!written) {
      this.#memory = new Memory()
      return
    }
    const { columns, memory, parts } = decode(written)
    this.#memory = memory.continued()
    for (const name of columnNames) encoding.writeUint8Array(this.#out[name], parts[name])
    for (const [index, cell] of columns.cells.entries()) this.#cells.set(cellName(cell), index)
    for (let row = 0; row < columns.count; row += 1) this.#last.set(columns.cell[row] ?? 0, columns.value[row])
    const last = columns.cells[memory.cell]
    this.#entity = last ? `${last.root}/${last.id}` : ''
    this.count = columns.count
  }

  write(row: Row): void {
    const { actors, times } = this.#out
    const memory = this.#memory
    const actor = memory.actors.write(actors, row.actor ?? '')
    const cell = this.#cell(row, actor)
    const at = Math.round(row.at)
    encoding.writeVarUint(times, 2 * (row.seq - memory.seq) + (at === memory.at ? 0 : 1))
    if (at !== memory.at) encoding.writeVarInt(times, at - memory.at)
    memory.seq = row.seq
    memory.at = at
    this.#value(cell, row.value)
    this.count += 1
  }

  bytes(): Uint8Array {
    const file = encoding.createEncoder()
    encoding.writeVarUint(file, version)
    for (const name of columnNames) encoding.writeVarUint8Array(file, encoding.toUint8Array(this.#out[name]))
    return encoding.toUint8Array(file)
  }

  #cell(row: Row, actor: number): number {
    const { cells } = this.#out
    const memory = this.#memory
    const name = cellName(row)
    const known = this.#cells.get(name)
    const cell = known ?? this.#cells.size
    const entity = `${row.root}/${row.id}`
    if (known === undefined) {
      this.#cells.set(name, cell)
      const same = entity === this.#entity
      encoding.writeVarUint(cells, same ? cellCode.sameEntity : cellCode.anywhere)
      for (const part of same ? [row.key] : [row.root, row.id, row.key]) memory.names.write(cells, part)
    } else encoding.writeVarUint(cells, memory.lastCell[actor] === cell ? cellCode.last : cellCode.known + cell)
    memory.lastCell[actor] = cell
    this.#entity = entity
    return cell
  }

  #value(cell: number, value: unknown): void {
    const { kinds, jsons, splices, letters, moves } = this.#out
    const before = this.#last.get(cell)
    this.#last.set(cell, value)
    if (value === undefined) encoding.writeVarUint(kinds, kind.unset)
    else if (typeof value === 'string' && typeof before === 'string') {
      const { start, removed, inserted } = splice(before, value)
      encoding.writeVarUint(kinds, kind.splice)
      encoding.writeVarInt(splices, start - (this.#memory.carets[cell] ?? 0))
      encoding.writeVarUint(splices, removed)
      encoding.writeVarString(letters, inserted)
      this.#memory.carets[cell] = start + inserted.length
    } else if (isPosition(value) && isPosition(before) && isMove(before, value)) {
      const [lane, lastLane] = [value[2] ?? '', before[2] ?? '']
      encoding.writeVarUint(kinds, lane === lastLane ? kind.move : kind.moveToLane)
      encoding.writeVarInt(moves, tenths(value[0]) - tenths(before[0]))
      encoding.writeVarInt(moves, tenths(value[1]) - tenths(before[1]))
      if (lane !== lastLane) this.#memory.names.write(moves, lane)
    } else {
      encoding.writeVarUint(kinds, kind.json)
      this.#memory.values.write(jsons, JSON.stringify(value))
    }
  }
}

const isTenths = (n: number) => Math.abs(n) < 1e9 && tenths(n) / 10 === n
/** Whether both are positions that the moves' column can encode. */
const isMove = (a: Position, b: Position): boolean =>
  [a, b].every(at => at.length <= 3 && isTenths(at[0]) && isTenths(at[1]) && at[2] !== '')

/** Returns the one replacement that turns `before` into `after`, never splitting a surrogate pair. */
function splice(before: string, after: string) {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start -= 1
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  if (end > 0 && isLowSurrogate(before.charCodeAt(before.length - end))) end -= 1
  return { start, removed: before.length - start - end, inserted: after.slice(start, after.length - end) }
}
const isHighSurrogate = (code: number) => code >= 0xd800 && code <= 0xdbff
const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff
