import type { BoardSnapshot, Note } from '#lib/board/snapshot.ts'
import { noteKind } from '#lib/notes/kinds/index.ts'

/** The notes of one lane (null: open paper) in reading order, from left to right, then down. */
const notesOfLane = (board: BoardSnapshot, lane: string | null): Note[] =>
  [...board.notes.values()]
    .filter(note => note.lane === lane && note.place === 'wall')
    .sort((a, b) => a.x - b.x || a.y - b.y || (a.id < b.id ? -1 : 1))

/** Returns a note's accessible name: kind, text, lane, and its marks. */
export function noteName(board: BoardSnapshot, note: Note): string {
  const lane = board.lanes.find(each => each.id === note.lane)
  const parts = [
    noteKind(note.kind).label,
    note.text.trim() || 'empty',
    lane ? `lane ${lane.name || 'without a name'}` : 'on open paper',
  ]
  if (note.tags.length > 0) parts.push(`tagged ${note.tags.join(' and ')}`)
  if (note.locked) parts.push('locked')
  return parts.join(', ')
}

/** The same with its position in the lane: `Step, Waiter takes the order, lane Waiter, 2 of 7`. */
export function nameWithPlace(board: BoardSnapshot, note: Note): string {
  const row = notesOfLane(board, note.lane)
  return `${noteName(board, note)}, ${row.findIndex(each => each.id === note.id) + 1} of ${row.length}`
}
