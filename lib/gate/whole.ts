import type * as Y from 'yjs'
import { limits } from '../board/fields.ts'
import { type RootName, rootNames, type SchemaField, schema } from '../board/schema.ts'
import type { Entity, ValueTouch } from './item-location.ts'
import { layOutStructs } from './lay-out.ts'
import type { Budget } from './limits.ts'
import { refuse } from './refusal.ts'
import type { DocumentView } from './view.ts'

const fieldsOf = (root: RootName): [string, SchemaField][] => Object.entries(schema[root].fields)
/** The required fields of every entity, by root. */
export const demands = new Map(
  rootNames.map(root => [
    root,
    {
      texts: fieldsOf(root).flatMap(([key, field]) => (field.type === 'text' ? [key] : [])),
      needed: fieldsOf(root).flatMap(([key, field]) => (field.type === 'value' && field.needed ? [key] : [])),
    },
  ]),
)

/** Checks that an entity is complete after the update: required fields exist, texts fit, ends of links exist. */
export function checkWhole(view: DocumentView, budget: Budget, entity: Entity): void {
  const { texts = [], needed = [] } = demands.get(entity.root) ?? {}
  if (entity.made) for (const key of texts) if (!entity.texts.has(key)) refuse('schema.entity', `${entity.path}/${key}`)
  for (const key of needed) {
    const touch = entity.values.get(key)
    if (entity.made && !touch?.written.length) refuse('schema.needed', `${entity.path}/${key}`)
    if (touch && takesNewest(budget, touch, entity.field(key))) refuse('schema.needed', `${entity.path}/${key}`)
  }
  for (const [key, { type, inserted, deleted }] of entity.texts) {
    if (inserted > deleted && (type?.length ?? 0) + inserted - deleted > limits.text)
      refuse('schema.long', `${entity.path}/${key}`)
  }
  if (entity.root === 'links') {
    for (const ends of entity.values.get('ends')?.written ?? []) {
      const [from, to] = ends as [string, string]
      if (from === to || !isThere(view, from) || !isThere(view, to)) refuse('schema.ends', `${entity.path}/ends`)
    }
  }
}

/** Whether a note exists, perhaps deleted softly, but not removed for good. */
function isThere(view: DocumentView, noteId: string): boolean {
  const note = view.entity('notes', noteId)
  return note !== null && note.item?.deleted !== true
}

/** Whether the update deletes the newest value of a field. */
function takesNewest(budget: Budget, touch: ValueTouch, stored: Y.Item | undefined): boolean {
  // Usually each deleted value is followed by the next; only concurrent writes need the whole chain.
  if (touch.taken.length === 0) return false
  const followed = new Set(touch.structs.map(({ left }) => left && `${left.client}:${left.clock}`))
  if (touch.taken.every(unit => followed.has(unit))) return false
  let first = stored ?? null
  while (first?.left) {
    budget.spend(1)
    first = first.left
  }
  const newest = layOutStructs(budget, first, touch.structs).at(-1)
  return newest !== undefined && touch.taken.includes(`${newest.client}:${newest.clock}`)
}
