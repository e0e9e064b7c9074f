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
