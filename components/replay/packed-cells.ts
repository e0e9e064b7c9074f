import type { RootName } from '#lib/board/schema.ts'
import type { Cell } from '#lib/replay/row-code.ts'

/** A recording's cells as they go from the worker to the page: every word once, three numbers a cell. */
export interface PackedCells {
  words: readonly string[]
  numbers: Uint32Array<ArrayBuffer>
}

export function packCells(cells: readonly Cell[]): PackedCells {
  const words: string[] = []
  const known = new Map<string, number>()
  const numberOf = (word: string) => {
    const number = known.get(word) ?? words.push(word) - 1
    known.set(word, number)
    return number
  }
  const numbers = new Uint32Array(cells.length * 3)
  for (const [at, { root, id, key }] of cells.entries())
    numbers.set([numberOf(root), numberOf(id), numberOf(key)], at * 3)
  return { words, numbers }
}

export function unpackCells({ words, numbers }: PackedCells): Cell[] {
  const word = (at: number) => words[numbers[at] ?? -1] ?? ''
  const cells: Cell[] = []
  for (let at = 0; at < numbers.length; at += 3)
    cells.push({ root: word(at) as RootName, id: word(at + 1), key: word(at + 2) })
  return cells
}
