import type { BoardSnapshot, Note } from '../snapshot.ts'
import { setNotes } from './notes.ts'
import type { Writer } from './writer.ts'

/** Returns the notes in the parking lot, in stack order. */
export const inParking = (board: BoardSnapshot): Note[] =>
  [...board.notes.values()].filter(note => note.place === 'parking').sort((a, b) => (a.z < b.z ? -1 : 1))

/** Moves notes to the parking lot. They keep their position, links and group for when they return to the wall. */
export const parkNotes = (writer: Writer, ids: Iterable<string>): void =>
  setNotes(writer, 'note.park', ids, { place: 'parking' })

/** Moves notes from the parking lot back to their position on the wall. */
export const bringFromParking = (writer: Writer, ids: Iterable<string>): void =>
  setNotes(writer, 'note.unpark', ids, { place: 'wall' })
