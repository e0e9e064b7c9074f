import { inReadingOrder, laneBeside } from '#lib/board/commands/outline.ts'
import type { Note } from '#lib/board/snapshot.ts'
import { centre, intersects } from '#lib/geometry/box.ts'
import { nameWithPlace } from '../notes/note-name.ts'
import { alongFlow } from '../state/along-flow.ts'
import type { BoardState } from '../state/board-state.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

const row = (board: BoardState, lane: string | null): Note[] =>
  inReadingOrder(board.model.notes.values(), lane).filter(note => board.index.has(note.id))

/**
 * Returns the note in the direction of an arrow key: along the lane, or the nearest one in the next lane that has any.
 */
export function noteTowards(board: BoardState, from: Note, way: Direction): Note | null {
  if (way === 'left' || way === 'right') {
    const along = row(board, from.lane)
    return along[along.findIndex(note => note.id === from.id) + (way === 'right' ? 1 : -1)] ?? null
  }
  const by = way === 'down' ? 1 : -1
  const { lanes } = board.model
  for (let lane = from.lane; ; ) {
    const beside = laneBeside(lanes, lane, by)
    // Open paper is read after the last lane.
    const past = beside === null && by === 1 && lane !== null
    if (!beside && !past) return null
    lane = beside?.id ?? null
    const nearest = nearestAcross(row(board, lane), centre(from).x)
    if (nearest) return nearest
    if (past) return null
  }
}

function nearestAcross(notes: readonly Note[], x: number): Note | null {
  let best: Note | null = null
  for (const note of notes) if (!best || Math.abs(centre(note).x - x) < Math.abs(centre(best).x - x)) best = note
  return best
}

/** Returns the note where arrow keys begin: the first visible one, else the first of all, in reading order. */
export function firstNote(board: BoardState): Note | null {
  const order = [...board.model.lanes.map(lane => lane.id), null].flatMap(lane => row(board, lane))
  return order.find(note => intersects(note, board.viewport.visible)) ?? order[0] ?? null
}

/** Moves the keyboard focus to a note: scrolls it into view at a readable zoom, and announces its name and position. */
export function goTo(board: BoardState, note: Note, select: boolean): void {
  const { viewport } = board
  if (select) board.selection.setNotes([note.id])
  board.current.set(note.id)
  if (viewport.get().zoom < 0.5) viewport.animateTo(viewport.cameraFor(note, 1, 160))
  else viewport.reveal(note, 80)
  board.announce(nameWithPlace(board.model, note))
}

/** Returns the next or previous of the branches that divide before a note. */
export function otherBranch(board: BoardState, note: Note, by: -1 | 1): Note | null {
  for (const before of alongFlow(board, note, 'left')) {
    const branches = alongFlow(board, before, 'right')
    const other = branches[branches.findIndex(one => one.id === note.id) + by]
    if (other) return other
  }
  return null
}
