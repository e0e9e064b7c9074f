import { noteKind } from '../notes/kinds/index.ts'
import { foldings } from '../text/fold.ts'
import type { BoardSnapshot, Note } from './snapshot.ts'

/**
 * Returns the notes on the wall with every word of the query in their text, tags, kind or lane, in reading order: by
 * lane, then from left to right.
 */
export function findNotes(board: BoardSnapshot, query: string): Note[] {
  const words = query
    .split(/\s+/)
    .map(foldings)
    .filter(([plain]) => plain !== '')
  if (words.length === 0) return []
  const laneOf = new Map(board.lanes.map((lane, at) => [lane.id, { at, name: lane.name }]))
  const found: Note[] = []
  for (const note of board.notes.values()) {
    if (note.place !== 'wall') continue
    const lane = note.lane === null ? '' : (laneOf.get(note.lane)?.name ?? '')
    const texts = foldings([note.text, ...note.tags, noteKind(note.kind).label, lane].join('\n'))
    if (words.every(word => word.some(form => texts.some(text => text.includes(form))))) found.push(note)
  }
  const place = (note: Note) => (note.lane === null ? Number.POSITIVE_INFINITY : (laneOf.get(note.lane)?.at ?? 0))
  return found.sort((a, b) => place(a) - place(b) || a.x - b.x || a.y - b.y || (a.id < b.id ? -1 : 1))
}
