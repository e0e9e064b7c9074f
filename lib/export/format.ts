import type { BoardSnapshot, Made } from '../board/snapshot.ts'
import { cutText } from '../text/cut.ts'
import type { PictureOptions } from './svg.ts'

/** What a file says about the board besides the wall itself. */
export interface AboutBoard {
  title: string
  customer: string
  process: string
  tags: readonly string[]
  /** When it was exported, ms since 1970. */
  at: number
  /** Name of who made something; null where nobody is to be named. */
  authorName: (made: Made) => string | null
  /** What a picture of the wall shows; left out: all of the as-is, in the fonts of whoever looks at it. */
  picture?: Omit<PictureOptions, 'title'>
}

/** A format a board can be written to: one file, and one line in index.ts. */
export interface ExportFormat {
  id: string
  label: string
  /** One line for the person who chooses. */
  describes: string
  extension: string
  mime: string
  write(board: BoardSnapshot, about: AboutBoard): string | Uint8Array | Promise<string | Uint8Array>
}

/** Lanes, steps and everything else in the order in which a person reads the wall: by lane from the top, then from the left. */
export function inReadingOrder<T extends { lane: string | null; x: number; y: number; id: string }>(
  board: BoardSnapshot,
  notes: Iterable<T>,
): T[] {
  const rank = new Map(board.lanes.map((lane, index) => [lane.id, index]))
  const laneOf = (note: T) => (note.lane === null ? board.lanes.length : (rank.get(note.lane) ?? board.lanes.length))
  return [...notes].sort((a, b) => laneOf(a) - laneOf(b) || a.x - b.x || a.y - b.y || (a.id < b.id ? -1 : 1))
}

/** A file name made of the board's title: letters and digits of any script, no path, at most 80 characters. */
export const fileName = (title: string, extension: string): string =>
  `${cutText(title.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-+|-+$/g, ''), 80) || 'board'}.${extension}`
