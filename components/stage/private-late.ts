import type { Collab } from '#components/collab/collab.ts'
import { readBoard } from '#lib/board/model.ts'
import { written } from '#lib/facilitation/drafts.ts'
import type { NoteKindId } from '#lib/notes/kinds/index.ts'

/** A private note that the server never had: its round was revealed before it arrived. */
export interface LateNote {
  kind: NoteKindId
  text: string
}

/** What a document of private notes held that had not been saved when its round ended. */
export function lateNotes(collab: Collab): LateNote[] {
  const doc = collab.session.get()?.doc
  if (!doc) return []
  const waiting = new Set(collab.waiting)
  return written(readBoard(doc)).flatMap(({ id, kind, text }) => (waiting.has(id) ? [{ kind, text }] : []))
}
