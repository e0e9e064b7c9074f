import * as Y from 'yjs'
import type { Ability } from '#lib/access/policy.ts'
import { addEntity, type Fields, setFields, textOf, transact, type Writer } from './commands/writer.ts'
import { fieldOf, type RootName, rootNames, rootOf, schema } from './schema.ts'
import { diffText } from './text-merge.ts'

/** One entity of a refused document, where it differs from the server's board. */
export interface Unsaved {
  root: RootName
  id: string
  what: 'added' | 'changed' | 'removed'
  /** Values and texts as the person had them: all fields of an added entity, else those that differ. */
  fields: Fields
}

/**
 * Returns what was written in `mine` and is missing in `theirs`: entities and fields whose items the server never
 * accepted. Changes by others differ too, but are not items of ours.
 */
export function unsavedIn(mine: Y.Doc, theirs: Y.Doc): Unsaved[] {
  const known = Y.decodeStateVector(Y.encodeStateVector(theirs))
  const isOurs = (item: Y.Item | null | undefined) =>
    item ? item.id.clock + item.length > (known.get(item.id.client) ?? 0) : false
  const found: Unsaved[] = []
  for (const root of rootNames) {
    if (schema[root].add === 'server') continue
    for (const [id, entity] of rootOf(mine, root)) {
      if (!(entity instanceof Y.Map)) continue
      const other = rootOf(theirs, root).get(id)
      const isGone = entity.get('deleted') === true
      if (!other) {
        if (isOurs(entity._item) && !isGone) found.push({ root, id, what: 'added', fields: fieldsOf(root, entity) })
        continue
      }
      const fields: Fields = {}
      for (const [key, value] of Object.entries(fieldsOf(root, entity))) {
        const theirsNow = plain(other.get(key))
        if (JSON.stringify(value) === JSON.stringify(theirsNow)) continue
        const text = entity.get(key)
        if (
          text instanceof Y.Text ? touches(text, isOurs) || isShorter(value, theirsNow) : isOurs(entity._map.get(key))
        )
          fields[key] = value
      }
      if (Object.keys(fields).length > 0)
        found.push({ root, id, what: isGone && fields.deleted === true ? 'removed' : 'changed', fields })
    }
  }
  return found
}

const plain = (value: unknown): unknown => (value instanceof Y.Text ? value.toString() : value)

function fieldsOf(root: RootName, entity: Y.Map<unknown>): Fields {
  const fields: Fields = {}
  for (const [key, value] of entity) {
    const field = fieldOf(root, key)
    if (field && field.ability !== 'server') fields[key] = plain(value)
  }
  return fields
}

function touches(text: Y.Text, isOurs: (item: Y.Item) => boolean): boolean {
  for (let item = text._start; item; item = item.right) if (!item.deleted && isOurs(item)) return true
  return false
}
/** Deleting letters creates no item; a text that became shorter counts as changed. */
const isShorter = (mine: unknown, theirs: unknown) =>
  typeof mine === 'string' && typeof theirs === 'string' && mine.length < theirs.length

/** Returns the abilities needed to write it again. */
export function abilitiesFor({ root, what, fields }: Unsaved): Ability[] {
  const needed = new Set<Ability | 'server'>(what === 'added' ? [schema[root].add] : [])
  for (const key of Object.keys(fields)) {
    const field = fieldOf(root, key)
    if (field && (what !== 'added' || (field.type === 'value' && field.own))) needed.add(field.ability)
  }
  return [...needed].filter(ability => ability !== 'server')
}

/** Writes the change again, as one undoable command; it replaces what others wrote into the same text meanwhile. */
export function writeAgain(writer: Writer, unsaved: Unsaved): void {
  const { root, id, what, fields } = unsaved
  transact(writer, 'unsaved.again', () => {
    if (what === 'added' && !rootOf(writer.doc, root).has(id)) return addEntity(writer, root, id, fields)
    for (const [key, value] of Object.entries(fields)) {
      const text = textOf(writer.doc, root, id, key)
      if (!text) setFields(writer, root, id, { [key]: value })
      else if (typeof value === 'string') {
        const edit = diffText(text.toString(), value)
        if (edit?.remove) text.delete(edit.at, edit.remove)
        if (edit?.insert) text.insert(edit.at, edit.insert)
      }
    }
  })
}
