import type { BoardSnapshot, Note } from '../snapshot.ts'
import { addEntity, setFields, transact, type Writer } from './writer.ts'

/** Puts notes into one new group; they leave the groups they were in. */
export function groupNotes(writer: Writer, ids: ReadonlySet<string>): string {
  return transact(writer, 'note.group', () => {
    const group = writer.newId()
    addEntity(writer, 'groups', group, { name: '' })
    for (const id of ids) setFields(writer, 'notes', id, { group })
    return group
  })
}

/** Sets the name of a group. */
export function nameGroup(writer: Writer, id: string, name: string): void {
  transact(writer, 'group.name', () => setFields(writer, 'groups', id, { name }))
}

/** Returns the notes on the wall by group, for groups of two or more. */
export function groupsOnWall(board: BoardSnapshot): Map<string, Note[]> {
  const members = new Map<string, Note[]>()
  if (board.groups.size === 0) return members
  for (const note of board.notes.values()) {
    if (note.group === null || note.place !== 'wall' || !board.groups.has(note.group)) continue
    const others = members.get(note.group)
    if (others) others.push(note)
    else members.set(note.group, [note])
  }
  for (const [id, notes] of members) if (notes.length < 2) members.delete(id)
  return members
}
