import { type Box, expand, intersects, type Point } from '../../geometry/box.ts'
import type { Side } from '../../geometry/route.ts'
import type { NoteKindId } from '../../notes/kinds/index.ts'
import { type BoardSnapshot, defaultSize } from '../snapshot.ts'
import { addNotes } from './notes.ts'
import { addEntity, transact, type Writer } from './writer.ts'

/** px between a note and the next one in its row. */
export const stepGap = 56

/** The first place for a box beside a note, on the side asked, that no other note lies on. */
export function freePlace(board: BoardSnapshot, beside: Box, side: Side, size: readonly [number, number]): Point {
  const [w, h] = size
  const place = (turn: number): Point => {
    switch (side) {
      case 'right':
        return { x: beside.x + beside.w + stepGap + turn * (w + stepGap), y: beside.y + (beside.h - h) / 2 }
      case 'left':
        return { x: beside.x - stepGap - w - turn * (w + stepGap), y: beside.y + (beside.h - h) / 2 }
      case 'bottom':
        return { x: beside.x + (beside.w - w) / 2, y: beside.y + beside.h + stepGap + turn * (h + stepGap) }
      case 'top':
        return { x: beside.x + (beside.w - w) / 2, y: beside.y - stepGap - h - turn * (h + stepGap) }
    }
  }
  for (let turn = 0; turn < 12; turn++) {
    const box = expand({ ...place(turn), w, h }, 8)
    let taken = false
    for (const note of board.notes.values()) taken ||= note.place === 'wall' && intersects(note, box)
    if (!taken) return place(turn)
  }
  return place(0)
}

/** Adds a step and a link to it in one go: at a box, or at the first free place on a side. Answers the step's id. */
export function addLinkedNote(
  writer: Writer,
  board: BoardSnapshot,
  from: string,
  where: { side: Side } | Point,
  kind: NoteKindId = 'step',
): string | null {
  const note = board.notes.get(from)
  if (!note) return null
  const at = 'side' in where ? freePlace(board, note, where.side, defaultSize) : { x: where.x, y: where.y }
  return transact(writer, 'flow.grow', () => {
    const [id] = addNotes(writer, board, [{ kind, ...at }])
    if (id !== undefined) addEntity(writer, 'links', writer.newId(), { ends: [from, id] })
    return id ?? null
  })
}
