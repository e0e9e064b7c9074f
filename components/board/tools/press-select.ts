import type { BoardState } from '../state/board-state.ts'

/** Returns a note's id together with the others of its group. */
export function withGroup(board: BoardState, id: string): string[] {
  const group = board.model.notes.get(id)?.group
  if (!group || !board.model.groups.has(group)) return [id]
  return notesOfGroup(board, group)
}

/** The notes of a group that are on the wall. */
export function notesOfGroup(board: BoardState, group: string): string[] {
  const ids: string[] = []
  for (const note of board.model.notes.values()) if (note.group === group && board.index.has(note.id)) ids.push(note.id)
  return ids
}

/** Opens a text for editing if the policy allows it; says why not otherwise. */
export function startEditing(
  board: BoardState,
  root: 'notes' | 'links' | 'lanes' | 'groups',
  id: string,
  start: 'end' | 'all' = 'end',
): void {
  if (root === 'lanes' || root === 'groups') {
    const answer = board.may(root === 'lanes' ? 'lane.change' : 'note.group')
    if (answer.ok) board.editing.set({ root, id, start: 'all' })
    else board.tell(answer.reason)
    return
  }
  const entity = board.model[root].get(id)
  if (!entity) return
  const answer = board.may(root === 'notes' ? 'note.edit' : 'link.edit', {
    own: board.isOwn(entity.made),
    locked: 'locked' in entity && entity.locked,
  })
  if (!answer.ok) {
    board.tell(answer.reason)
    return
  }
  if (root === 'notes') board.selection.setNotes([id])
  else board.selection.setLinks([id])
  board.editing.set({ root, id, start })
}
