import type { Box } from '../../geometry/box.ts'
import { inCluster } from '../../geometry/cluster.ts'
import type { NoteKindId } from '../../notes/kinds/index.ts'
import { defaultSize } from '../fields.ts'
import type { BoardSnapshot, Note } from '../snapshot.ts'
import { placeOnPaper } from './inbox.ts'
import { addNotes } from './notes.ts'
import { inReadingOrder, insertSteps } from './outline.ts'
import type { Writer } from './writer.ts'

export interface FromPad {
  kind: NoteKindId
  texts: readonly string[]
  /** The lane they go into, behind what is there; null: open paper, as near to `near` as there is room. */
  lane: string | null
  near: Box | null
}

/** Puts notes on the wall that were written without looking at it; answers their ids. */
export function putOnWall(writer: Writer, board: BoardSnapshot, { kind, texts, lane, near }: FromPad): string[] {
  if (lane !== null) {
    const after = inReadingOrder(board.notes.values(), lane).at(-1)?.id ?? null
    return insertSteps(writer, board, { lane, after, texts, kind, linked: false })
  }
  const [w, h] = defaultSize
  const { places, ...cluster } = inCluster(texts.map(() => ({ w, h })))
  const at = placeOnPaper(board, cluster, near)
  return addNotes(
    writer,
    board,
    texts.map((text, index) => {
      const { x, y } = places[index] ?? { x: 0, y: 0 }
      return { kind, text, x: at.x + x, y: at.y + y }
    }),
  )
}

/** Somebody's own notes on the wall or in the inbox, in the order of their stack: the last put up is the last. */
export const notesOf = (board: BoardSnapshot, isOwn: (made: Note['made']) => boolean): Note[] =>
  [...board.notes.values()]
    .filter(note => note.place !== 'parking' && isOwn(note.made))
    .sort((a, b) => (a.z < b.z ? -1 : 1))
