import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { RootName } from '../board/schema.ts'

/**
 * Rows as bytes, before compression: columns apart, for like compresses with like. Strings are written at first use,
 * times and seqs are differences, a text is its splice against the text before and follows the caret, a position its
 * difference in tenths of a px; somebody who goes on in the same field does not name it again.
 *
 *   file    = varUint(version) column[8]          column = varUint8Array
 *   cells   = (0: the actor's last | 1: a new one of the entity of the row before, then its key as a ref
 *             | 2: any new one, then root, id and key as refs | 3 + index)*
 *   actors  = ref*
 *   times   = (varUint(2·(seq − last) + (1 if at differs)) [varInt(at − last)])*
 *   kinds   = (0 not set | 1 json | 2 splice | 3 move | 4 move to another lane)*
 *   jsons   = ref*
 *   splices = (varInt(start − caret) varUint(removed))*
 *   letters = varString*: what each splice put in
 *   moves   = (varInt(dx·10) varInt(dy·10) [of kind 4: the lane as a ref to names, of open paper to ''])*
 *   ref     = varUint(index), or varUint(count) varString for a new one
 */
export const version = 3
export const columnNames = ['cells', 'actors', 'times', 'kinds', 'jsons', 'splices', 'letters', 'moves'] as const
export type ColumnName = (typeof columnNames)[number]
export const perColumn = <T>(make: (name: ColumnName) => T): Record<ColumnName, T> =>
  Object.fromEntries(columnNames.map(name => [name, make(name)])) as Record<ColumnName, T>

/** How a row refers to its cell. */
export const cellCode = { last: 0, sameEntity: 1, anywhere: 2, known: 3 } as const
export const kind = { unset: 0, json: 1, splice: 2, move: 3, moveToLane: 4 } as const

/** The target of a row: one field of one entity. */
export interface Cell {
  root: RootName
  id: string
  key: string
}

export const damaged = () => new Error('The recording is damaged.')

/** Strings that are written once and then referred to by number. */
export class Interned {
  readonly strings: string[]
  readonly #index: Map<string, number>
  constructor(strings: string[] = []) {
    this.strings = strings
    this.#index = new Map(strings.map((text, index) => [text, index]))
  }
  /** Writes a string or its number; returns its index. */
  write(encoder: encoding.Encoder, text: string): number {
    const known = this.#index.get(text)
    const index = known ?? this.strings.length
    encoding.writeVarUint(encoder, index)
    if (known !== undefined) return known
    this.#index.set(text, index)
    this.strings.push(text)
    encoding.writeVarString(encoder, text)
    return index
  }
  read(decoder: decoding.Decoder): number {
    const index = decoding.readVarUint(decoder)
    if (index > this.strings.length) throw damaged()
    if (index === this.strings.length) this.strings.push(decoding.readVarString(decoder))
    return index
  }
}

/** What writer and reader remember of the rows so far. */
export class Memory {
  seq = 0
  at = 0
  readonly names: Interned
  readonly actors: Interned
  readonly values: Interned
  /** The last cell of each actor. */
  readonly lastCell: number[] = []
  /** The end of the last splice of each cell. */
  readonly carets: number[] = []
  /** The cell of the previous row. */
  cell = -1
  constructor(
    strings: { names: string[]; actors: string[]; values: string[] } = { names: [], actors: [], values: [] },
  ) {
    this.names = new Interned(strings.names)
    this.actors = new Interned(strings.actors)
    this.values = new Interned(strings.values)
  }

  /** Returns a copy for a writer that continues here: a reader knows its strings only by number. */
  continued(): Memory {
    const { names, actors, values, seq, at, cell, lastCell, carets } = this
    const strings = { names: names.strings, actors: actors.strings, values: values.strings }
    return Object.assign(new Memory(strings), { seq, at, cell, lastCell, carets })
  }
}

export type Position = [number, number, ...string[]]
export const isPosition = (value: unknown): value is Position => Array.isArray(value) && typeof value[0] === 'number'
export const tenths = (n: number) => Math.round(n * 10)
