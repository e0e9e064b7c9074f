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
  /** The lane for the notes, behind its existing ones; null: open paper, as near to `near` as possible. */
  lane: string | null
  near: Box | null
}

/** Adds notes that were written in a list, without positions; returns their ids. */
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

/** Returns a person's own notes on the wall or in the inbox, in stack order: the newest is the last. */
export const notesOf = (board: BoardSnapshot, isOwn: (made: Note['made']) => boolean): Note[] =>
  [...board.notes.values()]
    .filter(note => note.place !== 'parking' && isOwn(note.made))
    .sort((a, b) => (a.z < b.z ? -1 : 1))
