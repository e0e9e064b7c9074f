import type { Note } from '#lib/board/snapshot.ts'
import type { BoardState } from './board-state.ts'

/** Returns the notes that follow a note along the flow, or that lead to it, from top to bottom. */
export function alongFlow(board: BoardState, note: Note, way: 'left' | 'right'): Note[] {
  const ids = new Set<string>()
  for (const id of board.links.of(note.id)) {
    const link = board.links.has(id) ? board.model.links.get(id) : undefined
    if (!link) continue
    if (way === 'right' && link.from === note.id) ids.add(link.to)
    if (way === 'left' && link.to === note.id) ids.add(link.from)
  }
  return [...ids]
    .flatMap(id => board.model.notes.get(id) ?? [])
    .sort((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1))
}
