import * as Y from 'yjs'
import { fieldOf, type RootName, rootNames, rootOf, schema } from '#lib/board/schema.ts'
import type { Unsaved } from '#lib/board/unsaved-diff.ts'
import { newEntityId } from './new-id.ts'

/**
 * Tells of entities that the server removes for good while this person has unsaved changes on them: as they were here,
 * ready to be added anew. Whoever removed them did not know of these changes.
 */
export function watchRemovals(
  doc: Y.Doc,
  isWaiting: (id: string) => boolean,
  tell: (lost: readonly Unsaved[]) => void,
): void {
  for (const root of rootNames)
    rootOf(doc, root).observe((event, transaction) => {
      if (transaction.local) return
      const lost: Unsaved[] = []
      for (const [id, { action, oldValue }] of event.changes.keys) {
        if (action !== 'delete' || !(oldValue instanceof Y.Map) || !isWaiting(id)) continue
        const fields = fieldsBefore(root, oldValue, transaction)
        if (fields.deleted !== true) lost.push({ root, id: newEntityId(), what: 'added', fields })
      }
      if (lost.length > 0) tell(lost)
    })
}

/** The fields of an entity before a transaction that removed it: observers are called before its content is let go. */
function fieldsBefore(root: RootName, entity: Y.Map<unknown>, { deleteSet }: Y.Transaction): Record<string, unknown> {
  const isGoneNow = (item: Y.Item) => !item.deleted || Y.isDeleted(deleteSet, item.id)
  const fields: Record<string, unknown> = {}
  for (const key of Object.keys(schema[root].fields)) {
    const item = entity._map.get(key)
    if (!item || fieldOf(root, key)?.ability === 'server' || !isGoneNow(item)) continue
    const [value] = item.content.getContent().slice(-1)
    fields[key] = value instanceof Y.Text ? lettersOf(value, isGoneNow) : value
  }
  return fields
}

function lettersOf(text: Y.Text, counts: (item: Y.Item) => boolean): string {
  let letters = ''
  for (let item = text._start; item; item = item.right)
    if (item.content instanceof Y.ContentString && counts(item)) letters += item.content.str
  return letters
}
