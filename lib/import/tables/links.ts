import { shorten } from '../../text/cut.ts'
import type { RowNote } from './notes.ts'

/** What one row says of others: the ids, numbers or texts of notes, as planning programs write them (“3;4FS+2 days”). */
const wordsOf = (cell: string): string[] =>
  cell
    .split(/[,;\n\t|]/)
    .map(word => word.trim())
    .filter(Boolean)

const bare = (word: string): string => word.replace(/^(\d+)\s*(?:(?:FS|SS|FF|SF|EA|AA|EE|AE)\s*)?(?:[+-].*)?$/i, '$1')

/** Pairs of notes by their indexes, each once; what names no note is told the losses. */
export function linksOfRows(notes: readonly RowNote[], losses: string[]): [from: number, to: number][] {
  const byId = new Map<string, number>()
  const byText = new Map<string, number>()
  const put = (map: Map<string, number>, key: string, index: number) => {
    const plain = key.trim().toLowerCase()
    if (plain && !map.has(plain)) map.set(plain, index)
  }
  for (const [index, note] of notes.entries()) {
    put(byId, note.id, index)
    put(byText, note.fields.text ?? '', index)
  }
  // Where no column counts the rows, a number is the place in the list.
  if (byId.size === 0) for (const index of notes.keys()) put(byId, String(index + 1), index)
  const exactly = (word: string) => byId.get(word.toLowerCase()) ?? byText.get(word.toLowerCase())
  const find = (word: string) => exactly(word) ?? byId.get(bare(word))
  const others = (cell: string): number[] => {
    const whole = exactly(cell.trim())
    if (whole !== undefined) return [whole]
    return wordsOf(cell).flatMap(word => {
      const found = find(word)
      if (found === undefined) losses.push(`“${shorten(word, 40)}” names no row that it could be linked to.`)
      return found ?? []
    })
  }
  const pairs = new Map<string, [number, number]>()
  const link = (from: number, to: number) => {
    if (from !== to) pairs.set(`${from} ${to}`, [from, to])
  }
  for (const [index, note] of notes.entries()) {
    for (const other of others(note.follows)) link(other, index)
    for (const other of others(note.next)) link(index, other)
  }
  return [...pairs.values()]
}
