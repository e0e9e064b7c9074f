import * as decoding from 'lib0/decoding'
import type { RootName } from '../board/schema.ts'
import {
  type Cell,
  type ColumnName,
  cellCode,
  damaged,
  isPosition,
  kind,
  Memory,
  perColumn,
  tenths,
  version,
} from './row-code.ts'
import type { Row } from './rows.ts'

/** Cells as numbers of words, three for each cell. */
export interface PackedCells {
  words: readonly string[]
  numbers: Uint32Array<ArrayBuffer>
}

export function unpackCells({ words, numbers }: PackedCells): Cell[] {
  const word = (at: number) => words[numbers[at] ?? -1] ?? ''
  const cells: Cell[] = []
  for (let at = 0; at < numbers.length; at += 3)
    cells.push({ root: word(at) as RootName, id: word(at + 1), key: word(at + 2) })
  return cells
}

/** Rows as columns, ready for a player. */
export interface RowColumns {
  count: number
  cells: readonly Cell[]
  /** The same for sending: every word once, and for each cell the numbers of root, id and key. */
  packed: PackedCells
  actors: readonly (string | null)[]
  seq: Uint32Array
  at: Float64Array
  cell: Uint32Array
  actor: Uint16Array
  /** The previous row in the same cell, −1 for the first: makes stepping back O(1). */
  prev: Int32Array
  value: unknown[]
}

/** Returns one row of the columns; undefined outside them. */
export function rowAt(columns: RowColumns, row: number): Row | undefined {
  const cell = columns.cells[columns.cell[row] ?? -1]
  if (!cell || row >= columns.count) return undefined
  return {
    ...cell,
    seq: columns.seq[row] ?? 0,
    at: columns.at[row] ?? 0,
    actor: columns.actors[columns.actor[row] ?? -1] ?? null,
    value: columns.value[row],
  }
}

/** Reads RowWriter's output; throws an Error with a sentence for a damaged recording or another version. */
export const readRows = (bytes: Uint8Array): RowColumns => decode(bytes).columns

export interface Decoded {
  columns: RowColumns
  memory: Memory
  /** The file's columns, not decoded. */
  parts: Record<ColumnName, Uint8Array>
}

/** As `readRows`, with what a writer needs to continue. */
export function decode(bytes: Uint8Array): Decoded {
  const file = decoding.createDecoder(bytes)
  if (bytes.length === 0 || decoding.readVarUint(file) !== version)
    throw new Error('The recording is of another version.')
  try {
    return readColumns(file)
  } catch (error) {
    // Any error while decoding means damaged bytes.
    throw Object.assign(damaged(), { cause: error })
  }
}

function readColumns(file: decoding.Decoder): Decoded {
  const parts = perColumn(() => decoding.readVarUint8Array(file))
  const from = perColumn(name => decoding.createDecoder(parts[name]))
  const memory = new Memory()
  const parsed: unknown[] = []
  const cells: Cell[] = []
  const packed: number[] = []
  const last: number[] = []
  // Each row has a one-byte kind, so there cannot be more rows than that.
  const most = parts.kinds.length
  const seq = new Uint32Array(most)
  const at = new Float64Array(most)
  const cellOf = new Uint32Array(most)
  const actorOf = new Uint16Array(most)
  const prev = new Int32Array(most)
  const value: unknown[] = []
  while (decoding.hasContent(from.kinds)) {
    const actor = memory.actors.read(from.actors)
    const cell = readCell(from.cells, actor, cells, packed, memory)
    memory.lastCell[actor] = cell
    memory.cell = cell
    const time = decoding.readVarUint(from.times)
    memory.seq += Math.floor(time / 2)
    if (time % 2 === 1) memory.at += decoding.readVarInt(from.times)
    const before = last[cell] ?? -1
    const row = value.length
    seq[row] = memory.seq
    at[row] = memory.at
    cellOf[row] = cell
    actorOf[row] = actor
    prev[row] = before
    value.push(readValue(from, value[before], cell, memory, parsed))
    last[cell] = row
  }
  const columns: RowColumns = {
    count: value.length,
    cells,
    packed: { words: memory.names.strings, numbers: Uint32Array.from(packed) },
    actors: memory.actors.strings.map(actor => actor || null),
    seq: seq.subarray(0, value.length),
    at: at.subarray(0, value.length),
    cell: cellOf.subarray(0, value.length),
    actor: actorOf.subarray(0, value.length),
    prev: prev.subarray(0, value.length),
    value,
  }
  return { columns, memory, parts }
}

/** Reads the cell of a row; appends a new one to the list. */
function readCell(from: decoding.Decoder, actor: number, cells: Cell[], packed: number[], memory: Memory): number {
  const code = decoding.readVarUint(from)
  if (code === cellCode.sameEntity || code === cellCode.anywhere) {
    const before = 3 * memory.cell
    const known = code === cellCode.sameEntity
    const root = known ? packed[before] : memory.names.read(from)
    const id = known ? packed[before + 1] : memory.names.read(from)
    const key = memory.names.read(from)
    if (root === undefined || id === undefined) throw damaged()
    packed.push(root, id, key)
    const { strings } = memory.names
    return cells.push({ root: strings[root] as RootName, id: strings[id] ?? '', key: strings[key] ?? '' }) - 1
  }
  const cell = code === cellCode.last ? (memory.lastCell[actor] ?? -1) : code - cellCode.known
  if (cell < 0 || cell >= cells.length) throw damaged()
  return cell
}

function readValue(
  { kinds, jsons, splices, letters, moves }: Record<ColumnName, decoding.Decoder>,
  before: unknown,
  cell: number,
  memory: Memory,
  parsed: unknown[],
): unknown {
  const how = decoding.readVarUint(kinds)
  switch (how) {
    case kind.unset:
      return undefined
    case kind.json: {
      const index = memory.values.read(jsons)
      parsed[index] ??= JSON.parse(memory.values.strings[index] ?? 'null')
      return parsed[index]
    }
    case kind.splice: {
      const text = typeof before === 'string' ? before : ''
      const start = (memory.carets[cell] ?? 0) + decoding.readVarInt(splices)
      const removed = decoding.readVarUint(splices)
      const inserted = readLetters(letters)
      memory.carets[cell] = start + inserted.length
      return text.slice(0, start) + inserted + text.slice(start + removed)
    }
    case kind.move:
    case kind.moveToLane: {
      if (!isPosition(before)) throw damaged()
      const [dx, dy] = [decoding.readVarInt(moves), decoding.readVarInt(moves)]
      const moved = how === kind.moveToLane ? (memory.names.strings[memory.names.read(moves)] ?? '') : before[2]
      const at = [(tenths(before[0]) + dx) / 10, (tenths(before[1]) + dy) / 10]
      return moved ? [...at, moved] : at
    }
    default:
      throw damaged()
  }
}

/** As `readVarString`; a short plain text is read letter by letter, which is faster. */
function readLetters(from: decoding.Decoder): string {
  const { arr, pos } = from
  const length = arr[pos] ?? 0
  if (length > 24) return decoding.readVarString(from)
  let letters = ''
  for (let at = pos + 1; at <= pos + length; at += 1) {
    const letter = arr[at] ?? 0x80
    if (letter >= 0x80) return decoding.readVarString(from)
    letters += String.fromCharCode(letter)
  }
  from.pos = pos + 1 + length
  return letters
}
