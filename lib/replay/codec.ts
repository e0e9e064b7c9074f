import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { RootName } from '../board/schema.ts'
import type { Row } from './rows.ts'

/**
 * Rows as bytes, before compression. Strings are interned at first use, times and seqs are differences, a text is its
 * splice against the text before, a position its difference in tenths of a px.
 *
 *   file  = varUint(version) row*
 *   row   = varUint(cell or cells: then its root, id, key) varUint(seq − last) varInt(at − last) ref(actor) value
 *   ref   = varUint(index), or varUint(count) varString for a new one
 *   value = 0 | 1 ref(json) | 2 varUint(start) varUint(removed) varString | 3 varInt(dx·10) varInt(dy·10)
 */
const version = 1

class Interned {
  readonly strings: string[]
  readonly #index: Map<string, number>
  constructor(strings: string[] = []) {
    this.strings = strings
    this.#index = new Map(strings.map((text, index) => [text, index]))
  }
  write(encoder: encoding.Encoder, text: string): void {
    const known = this.#index.get(text)
    encoding.writeVarUint(encoder, known ?? this.strings.length)
    if (known !== undefined) return
    this.#index.set(text, this.strings.length)
    this.strings.push(text)
    encoding.writeVarString(encoder, text)
  }
  read(decoder: decoding.Decoder): number {
    const index = decoding.readVarUint(decoder)
    if (index > this.strings.length) throw new Error('The recording is damaged.')
    if (index === this.strings.length) this.strings.push(decoding.readVarString(decoder))
    return index
  }
}

type Position = [number, number, ...string[]]
const isPosition = (value: unknown): value is Position => Array.isArray(value) && typeof value[0] === 'number'
const tenths = (n: number) => Math.round(n * 10)
const isTenths = (n: number) => Math.abs(n) < 1e9 && tenths(n) / 10 === n

const cellName = ({ root, id, key }: Cell): string => `${root}\n${id}\n${key}`

/** Writes rows one after the other; `bytes` may be taken at any time, and a later writer can go on from them. */
export class RowWriter {
  readonly #out = encoding.createEncoder()
  readonly #cells = new Map<string, number>()
  readonly #names: Interned
  readonly #actors: Interned
  readonly #values: Interned
  readonly #last = new Map<number, unknown>()
  #seq = 0
  #at = 0
  count = 0

  /** Goes on from what another writer wrote; throws as `readRows` does. */
  constructor(written?: Uint8Array) {
    const { columns, strings } = written ? decode(written) : { columns: null, strings: null }
    this.#names = new Interned(strings?.names)
    this.#actors = new Interned(strings?.actors)
    this.#values = new Interned(strings?.values)
    if (!written || !columns) {
      encoding.writeVarUint(this.#out, version)
      return
    }
    encoding.writeUint8Array(this.#out, written)
    for (const [index, cell] of columns.cells.entries()) this.#cells.set(cellName(cell), index)
    for (let row = 0; row < columns.count; row += 1) this.#last.set(columns.cell[row] ?? 0, columns.value[row])
    this.count = columns.count
    this.#seq = columns.seq.at(-1) ?? 0
    this.#at = columns.at.at(-1) ?? 0
  }

  write(row: Row): void {
    const out = this.#out
    const name = cellName(row)
    const known = this.#cells.get(name)
    const cell = known ?? this.#cells.size
    encoding.writeVarUint(out, cell)
    if (known === undefined) {
      this.#cells.set(name, cell)
      for (const part of [row.root, row.id, row.key]) this.#names.write(out, part)
    }
    encoding.writeVarUint(out, row.seq - this.#seq)
    encoding.writeVarInt(out, Math.round(row.at) - this.#at)
    this.#seq = row.seq
    this.#at = Math.round(row.at)
    this.#actors.write(out, row.actor ?? '')
    this.#value(cell, row.value)
    this.count += 1
  }

  bytes(): Uint8Array {
    return encoding.toUint8Array(this.#out)
  }

  #value(cell: number, value: unknown): void {
    const out = this.#out
    const before = this.#last.get(cell)
    this.#last.set(cell, value)
    if (value === undefined) encoding.writeVarUint(out, 0)
    else if (typeof value === 'string' && typeof before === 'string') {
      const { start, removed, inserted } = splice(before, value)
      encoding.writeVarUint(out, 2)
      encoding.writeVarUint(out, start)
      encoding.writeVarUint(out, removed)
      encoding.writeVarString(out, inserted)
    } else if (isPosition(value) && isPosition(before) && movesOnly(before, value)) {
      encoding.writeVarUint(out, 3)
      encoding.writeVarInt(out, tenths(value[0]) - tenths(before[0]))
      encoding.writeVarInt(out, tenths(value[1]) - tenths(before[1]))
    } else {
      encoding.writeVarUint(out, 1)
      this.#values.write(out, JSON.stringify(value))
    }
  }
}

const movesOnly = (a: Position, b: Position): boolean =>
  a.length === b.length && a[2] === b[2] && [a[0], a[1], b[0], b[1]].every(isTenths)

/** The one replacement that makes `after` of `before`, never cutting a surrogate pair. */
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

export interface Cell {
  root: RootName
  id: string
  key: string
}

/** Rows as columns, ready for a player. */
export interface RowColumns {
  count: number
  cells: readonly Cell[]
  actors: readonly (string | null)[]
  seq: Uint32Array
  at: Float64Array
  cell: Uint32Array
  actor: Uint16Array
  /** The row before in the same cell, −1 for the first: makes going backwards O(1). */
  prev: Int32Array
  value: unknown[]
}

/** One row of the columns, as it was written; undefined outside them. */
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

/** Reads what RowWriter wrote; throws an Error in words for a damaged or a newer recording. */
export const readRows = (bytes: Uint8Array): RowColumns => decode(bytes).columns

interface Decoded {
  columns: RowColumns
  /** What was written out once and is referred to by number from then on. */
  strings: { names: string[]; actors: string[]; values: string[] }
}

function decode(bytes: Uint8Array): Decoded {
  const decoder = decoding.createDecoder(bytes)
  if (decoding.readVarUint(decoder) !== version) throw new Error('This recording was made by a newer version.')
  const [names, actors, values] = [new Interned(), new Interned(), new Interned()]
  const parsed: unknown[] = []
  const cells: Cell[] = []
  const last: number[] = []
  const numbers: [number[], number[], number[], number[], number[]] = [[], [], [], [], []]
  const [seqs, ats, cellOf, actorOf, prevs] = numbers
  const value: unknown[] = []
  let seq = 0
  let at = 0
  while (decoding.hasContent(decoder)) {
    const cell = decoding.readVarUint(decoder)
    if (cell > cells.length) throw new Error('The recording is damaged.')
    if (cell === cells.length) {
      const [root = '', id = '', key = ''] = [0, 1, 2].map(() => names.strings[names.read(decoder)] ?? '')
      cells.push({ root: root as RootName, id, key })
      last.push(-1)
    }
    seq += decoding.readVarUint(decoder)
    at += decoding.readVarInt(decoder)
    const actor = actors.read(decoder)
    const before = last[cell] ?? -1
    const row = value.length
    seqs.push(seq)
    ats.push(at)
    cellOf.push(cell)
    actorOf.push(actor)
    prevs.push(before)
    value.push(readValue(decoder, value[before], values, parsed))
    last[cell] = row
  }
  const columns: RowColumns = {
    count: value.length,
    cells,
    actors: actors.strings.map(actor => actor || null),
    seq: Uint32Array.from(seqs),
    at: Float64Array.from(ats),
    cell: Uint32Array.from(cellOf),
    actor: Uint16Array.from(actorOf),
    prev: Int32Array.from(prevs),
    value,
  }
  return { columns, strings: { names: names.strings, actors: actors.strings, values: values.strings } }
}

function readValue(decoder: decoding.Decoder, before: unknown, values: Interned, parsed: unknown[]): unknown {
  switch (decoding.readVarUint(decoder)) {
    case 0:
      return undefined
    case 1: {
      const index = values.read(decoder)
      parsed[index] ??= JSON.parse(values.strings[index] ?? 'null')
      return parsed[index]
    }
    case 2: {
      const text = typeof before === 'string' ? before : ''
      const start = decoding.readVarUint(decoder)
      const removed = decoding.readVarUint(decoder)
      return text.slice(0, start) + decoding.readVarString(decoder) + text.slice(start + removed)
    }
    case 3: {
      if (!isPosition(before)) throw new Error('The recording is damaged.')
      const [x, y, ...lane] = before
      const [dx, dy] = [decoding.readVarInt(decoder), decoding.readVarInt(decoder)]
      return [(tenths(x) + dx) / 10, (tenths(y) + dy) / 10, ...lane]
    }
    default:
      throw new Error('The recording is damaged.')
  }
}
