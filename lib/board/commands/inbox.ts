import { type Box, centre } from '../../geometry/box.ts'
import { freePlace, inCluster } from '../../geometry/cluster.ts'
import { positionAt } from '../layout.ts'
import type { BoardSnapshot, Note } from '../snapshot.ts'
import { setFields, transact, type Writer } from './writer.ts'

/** px between the lowest lane and notes that belong to no lane yet. */
const underLanes = 56

/** Returns the notes in the inbox, in the order in which they came. */
export const inInbox = (board: BoardSnapshot): Note[] =>
  [...board.notes.values()].filter(note => note.place === 'inbox').sort((a, b) => (a.z < b.z ? -1 : 1))

/** Returns a free spot for a cluster on open paper, as near to `near` as possible. */
export function placeOnPaper(board: BoardSnapshot, cluster: Pick<Box, 'w' | 'h'>, near: Box | null) {
  const lowest = board.lanes.at(-1)
  const top = lowest ? lowest.top + lowest.height + underLanes : Number.NEGATIVE_INFINITY
  const taken = [...board.notes.values()].filter(note => note.place === 'wall')
  return freePlace(cluster, near ? centre(near) : { x: 0, y: 0 }, taken, top)
}

/** Moves notes from the inbox onto the wall, beside each other. */
export function letOntoWall(writer: Writer, board: BoardSnapshot, notes: readonly Note[], near: Box | null): void {
  const { places, ...cluster } = inCluster(notes)
  const at = placeOnPaper(board, cluster, near)
  transact(writer, 'note.let-in', () => {
    for (const [index, { id, h }] of notes.entries()) {
      const { x, y } = places[index] ?? { x: 0, y: 0 }
      setFields(writer, 'notes', id, { place: 'wall', pos: positionAt(board.lanes, at.x + x, at.y + y, h) })
    }
  })
}
