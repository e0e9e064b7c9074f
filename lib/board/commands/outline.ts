import type { NoteKindId } from '../../notes/kinds/index.ts'
import { defaultSize } from '../fields.ts'
import { stepGap as gap } from '../layout.ts'
import type { BoardSnapshot, Lane, Note } from '../snapshot.ts'
import { linksOf } from './links.ts'
import { addNotes, type Moves, moveNotes } from './notes.ts'
import { addEntity, setFields, transact, type Writer } from './writer.ts'

/** Returns the notes of a lane (null: open paper) in reading order: from left to right, then down. */
export const inReadingOrder = (notes: Iterable<Note>, lane: string | null): Note[] =>
  [...notes]
    .filter(note => note.lane === lane && note.place === 'wall')
    .sort((a, b) => a.x - b.x || a.y - b.y || (a.id < b.id ? -1 : 1))

export interface NewSteps {
  lane: string | null
  /** The note they follow; null: at the beginning of the lane. */
  after: string | null
  texts: readonly string[]
  kind: NoteKindId
  /** Whether each step is linked from the one before it; an existing next step is linked after them. */
  linked: boolean
}

/**
 * Inserts steps into a lane behind another, pushing notes in between to the right, as one command; returns their ids.
 */
export function insertSteps(writer: Writer, board: BoardSnapshot, steps: NewSteps): string[] {
  const row = inReadingOrder(board.notes.values(), steps.lane)
  const at = row.findIndex(note => note.id === steps.after)
  const before = at < 0 ? null : (row[at] ?? null)
  const next = row[at + 1] ?? null
  const lane = board.lanes.find(one => one.id === steps.lane) ?? null
  const [w, h] = defaultSize
  const x = before ? before.x + before.w + gap : next ? next.x : 0
  const y = before?.y ?? next?.y ?? (lane ? lane.top + (lane.height - h) / 2 : bottomOf(board))
  return transact(writer, 'outline.add', () => {
    const notes = steps.texts.map((text, index) => ({ kind: steps.kind, text, x: x + index * (w + gap), y }))
    const edge = x + notes.length * (w + gap)
    const shifts = pushed(row.slice(at + 1), edge, { top: y, bottom: y + h })
    if (shifts.size > 0) moveNotes(writer, board, shifts)
    const ids = addNotes(writer, board, notes)
    if (steps.linked) chain(writer, board, before, next, ids)
    return ids
  })
}

const bottomOf = ({ lanes }: BoardSnapshot): number => {
  const last = lanes.at(-1)
  return last ? last.top + last.height + gap : 0
}

/** Returns new positions so that nothing lies left of `edge` in the band; each note moves only as far as needed. */
function pushed(row: readonly Note[], edge: number, band: { top: number; bottom: number }): Moves {
  const moves = new Map<string, { x: number; y: number }>()
  let free = edge
  for (const note of row) {
    if (note.y >= band.bottom || note.y + note.h <= band.top) continue
    if (note.x >= free) break
    moves.set(note.id, { x: free, y: note.y })
    free += note.w + gap
  }
  return moves
}

/** Links the new steps in order; an existing link past them is rerouted through them. */
function chain(writer: Writer, board: BoardSnapshot, before: Note | null, next: Note | null, ids: string[]): void {
  const [first] = ids
  const last = ids.at(-1)
  if (first === undefined || last === undefined) return
  const link = (from: string, to: string) => addEntity(writer, 'links', writer.newId(), { ends: [from, to] })
  for (const [index, id] of ids.entries()) {
    const following = ids[index + 1]
    if (following !== undefined) link(id, following)
  }
  if (!before) return
  const past = next && linksOf(board, before.id).find(one => one.from === before.id && one.to === next.id)
  if (past) {
    setFields(writer, 'links', past.id, { ends: [before.id, first] })
    link(last, next.id)
  } else link(before.id, first)
}

/** Swaps a note with its neighbour in the lane. */
export function moveAlong(writer: Writer, board: BoardSnapshot, id: string, by: -1 | 1): void {
  const note = board.notes.get(id)
  if (!note) return
  const row = inReadingOrder(board.notes.values(), note.lane)
  const other = row[row.findIndex(one => one.id === id) + by]
  if (!other) return
  const places = new Map([
    [note.id, { x: other.x, y: other.y }],
    [other.id, { x: note.x, y: note.y }],
  ])
  transact(writer, 'outline.move', () => moveNotes(writer, board, places))
}

/** Returns the lane above or below a note's own; open paper lies below the last. */
export function laneBeside(lanes: readonly Lane[], lane: string | null, by: -1 | 1): Lane | null {
  const at = lane === null ? lanes.length : lanes.findIndex(one => one.id === lane)
  return lanes[at + by] ?? null
}

/**
 * Moves a note to the same horizontal position in the lane above or below, to the right of notes that would be covered.
 */
export function moveAcross(writer: Writer, board: BoardSnapshot, id: string, by: -1 | 1): void {
  const note = board.notes.get(id)
  const target = note && laneBeside(board.lanes, note.lane, by)
  if (!note || !target) return
  const own = board.lanes.find(lane => lane.id === note.lane)
  const offset = own ? note.y - own.top : (target.height - note.h) / 2
  const y = target.top + Math.max(0, Math.min(offset, target.height - note.h))
  let { x } = note
  for (const other of inReadingOrder(board.notes.values(), target.id)) {
    if (other.y >= y + note.h || other.y + other.h <= y) continue
    if (other.x < x + note.w && other.x + other.w > x) x = other.x + other.w + gap
  }
  transact(writer, 'outline.move', () => moveNotes(writer, board, new Map([[id, { x, y }]])))
}
