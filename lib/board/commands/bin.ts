import * as Y from 'yjs'
import { type RootName, rootNames, rootOf, schema } from '../schema.ts'
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

/** Something that was taken off, or a link that can be shown no more because a note at its end was. */
export interface TakenOff {
  root: RootName
  id: string
}

/** Returns everything that can be removed for good without a change of what is shown. */
export function takenOff(doc: Y.Doc): TakenOff[] {
  const found: TakenOff[] = []
  for (const root of rootNames) {
    if (schema[root].add === 'server') continue
    for (const [id, entity] of rootOf(doc, root)) if (isOff(doc, root, entity)) found.push({ root, id })
  }
  return found
}

/**
 * Removes for good what is still off; returns how much of it was. Only the server may: it leaves of each thing little
 * more than its id, which is never used for another.
 */
export function removeForGood(doc: Y.Doc, some: readonly TakenOff[]): number {
  let removed = 0
  for (const { root, id } of some) {
    const entity = rootOf(doc, root).get(id)
    if (!entity || !isOff(doc, root, entity)) continue
    rootOf(doc, root).delete(id)
    removed += 1
  }
  return removed
}

function isOff(doc: Y.Doc, root: RootName, entity: Y.Map<unknown>): boolean {
  if (entity.get('deleted') === true) return true
  const ends = root === 'links' ? entity.get('ends') : null
  if (!Array.isArray(ends)) return false
  const notes = rootOf(doc, 'notes')
  return ends.some(end => !notes.has(end) || notes.get(end)?.get('deleted') === true)
}
