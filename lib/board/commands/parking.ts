import type { BoardSnapshot, Note } from '../snapshot.ts'
import { setNotes } from './notes.ts'
import type { Writer } from './writer.ts'

/** Notes in the parking lot, in the order of their stack. */
export const inParking = (board: BoardSnapshot): Note[] =>
  [...board.notes.values()].filter(note => note.place === 'parking').sort((a, b) => (a.z < b.z ? -1 : 1))

/** Puts aside what does not belong now. A note keeps its place on the wall, its links and its group for when it comes back. */
export const parkNotes = (writer: Writer, ids: Iterable<string>): void =>
  setNotes(writer, 'note.park', ids, { place: 'parking' })

/** Puts notes back on the wall, where they were. */
export const bringFromParking = (writer: Writer, ids: Iterable<string>): void =>
  setNotes(writer, 'note.unpark', ids, { place: 'wall' })
