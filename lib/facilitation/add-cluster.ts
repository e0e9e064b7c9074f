import { placeOnPaper } from '../board/commands/inbox.ts'
import { keysOnTop } from '../board/commands/notes.ts'
import { addEntity, type Writer } from '../board/commands/writer.ts'
import { positionAt } from '../board/layout.ts'
import type { BoardSnapshot, Note } from '../board/snapshot.ts'
import type { Box } from '../geometry/box.ts'
import { inCluster } from '../geometry/cluster.ts'

/** A note that moves to the wall, and its author; null: without author, for good. */
export interface ClusterNote {
  note: Pick<Note, 'id' | 'kind' | 'text' | 'w' | 'h' | 'colour' | 'tags'>
  by: string | null
}

/**
 * Adds notes to the board as one tidy cluster that covers nothing, as near to `near` as possible; below the lanes,
 * because they belong to no lane yet. A note without an author gets a new id. Any other note that exists already, from
 * an interrupted attempt, is skipped. Returns the ids in the given order.
 */
export function addCluster(
  writer: Writer,
  board: BoardSnapshot,
  notes: readonly ClusterNote[],
  { near, place }: { near: Box | null; place: 'wall' | 'inbox' },
): string[] {
  const coming = notes.filter(({ note, by }) => by === null || !board.notes.has(note.id))
  const { places, ...cluster } = inCluster(coming.map(({ note }) => note))
  const at = placeOnPaper(board, cluster, near)
  const stack = keysOnTop(board, coming.length)
  return coming.map(({ note, by }, index) => {
    const id = by === null ? writer.newId() : note.id
    const x = at.x + (places[index]?.x ?? 0)
    const y = at.y + (places[index]?.y ?? 0)
    addEntity(writer, 'notes', id, {
      kind: note.kind,
      text: note.text,
      pos: positionAt(board.lanes, x, y, note.h),
      size: [note.w, note.h],
      z: stack[index],
      ...(note.colour === null ? {} : { colour: note.colour }),
      ...(note.tags.length === 0 ? {} : { tags: note.tags }),
      ...(place === 'wall' ? {} : { place }),
      ...(by === null ? {} : { by }),
    })
    return id
  })
}
