import * as Y from 'yjs'
import { rootOf } from '../schema.ts'
import type { BoardSnapshot } from '../snapshot.ts'
import { setFields, transact, type Writer } from './writer.ts'

export interface DeletedNote {
  id: string
  kind: string
  text: string
}

/** Returns the deleted notes, the last created first. */
export function deletedNotes(doc: Y.Doc): DeletedNote[] {
  const found: DeletedNote[] = []
  for (const [id, note] of rootOf(doc, 'notes')) {
    if (!(note instanceof Y.Map) || note.get('deleted') !== true) continue
    const text = note.get('text')
    found.push({ id, kind: String(note.get('kind')), text: text instanceof Y.Text ? text.toString() : '' })
  }
  return found.reverse()
}

/** Restores a deleted note, and its links to notes that exist. */
export function bringBack(writer: Writer, board: BoardSnapshot, id: string): void {
  transact(writer, 'note.restore', () => {
    setFields(writer, 'notes', id, { deleted: false })
    for (const [linkId, link] of rootOf(writer.doc, 'links')) {
      if (!(link instanceof Y.Map) || link.get('deleted') !== true) continue
      const ends: unknown = link.get('ends')
      if (!Array.isArray(ends) || !ends.includes(id)) continue
      if (ends.every(end => end === id || board.notes.has(String(end))))
        setFields(writer, 'links', linkId, { deleted: false })
    }
  })
}
