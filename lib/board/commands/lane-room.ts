import { clamp } from '../../geometry/box.ts'
import { limits } from '../fields.ts'
import type { BoardSnapshot, Lane, Note } from '../snapshot.ts'
import { setFields, transact, type Writer } from './writer.ts'

/** px that a lane keeps above its notes, for its name, and below them. */
const room = { above: 40, below: 24 } as const

/** A note's place in a lane, as it is stored, and its height. */
export interface PlacedNote {
  readonly pos: readonly [number, number] | readonly [number, number, string]
  readonly h: number
}

/**
 * Makes lanes taller where notes that are put into them would hang over their lower edge, as part of the same step. For
 * who may change lanes; everybody else's notes hang over until somebody does.
 */
export function makeRoom(writer: Writer, board: BoardSnapshot, placed: Iterable<PlacedNote>): void {
  if (!writer.growsLanes) return
  const needed = new Map<string, number>()
  for (const { pos, h } of placed) {
    const [, y, lane] = pos
    if (lane !== undefined) needed.set(lane, Math.max(needed.get(lane) ?? 0, y + h))
  }
  for (const lane of board.lanes) {
    const bottom = needed.get(lane.id) ?? 0
    if (bottom > lane.height) setFields(writer, 'lanes', lane.id, { height: heightFor(bottom) })
  }
}

const heightFor = (bottom: number): number => clamp(Math.ceil(bottom + room.below), ...limits.laneHeight)

/** Makes lanes as tall as their notes need: room above and below is taken away, or given. Notes move along. */
export function hugNotes(
  writer: Writer,
  board: BoardSnapshot,
  lanes: readonly Lane[],
  mayMove: (note: Note) => boolean,
) {
  transact(writer, 'lane.fit', () => {
    for (const lane of lanes) {
      const notes = [...board.notes.values()].filter(note => note.place === 'wall' && note.lane === lane.id)
      if (notes.length === 0) {
        setFields(writer, 'lanes', lane.id, { height: limits.laneHeight[0] })
        continue
      }
      const top = Math.min(...notes.map(note => note.y)) - lane.top
      const shift = notes.every(mayMove) ? room.above - top : 0
      const bottom = Math.max(...notes.map(note => note.y + note.h)) - lane.top + shift
      if (shift !== 0)
        for (const { id, x, y } of notes) setFields(writer, 'notes', id, { pos: [x, y - lane.top + shift, lane.id] })
      setFields(writer, 'lanes', lane.id, { height: heightFor(bottom) })
    }
  })
}
