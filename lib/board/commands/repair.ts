import * as Y from 'yjs'
import { fieldOf, type RootName, rootOf } from '../schema.ts'
import { diffText } from '../text-merge.ts'
import { addEntity, same, transact, type Writer } from './writer.ts'

/**
 * A field and its new value; undefined: not set. Without a key: the entity itself, which was removed for good and is made
 * anew with the fields that are written, by the author that is the value.
 */
export interface CellWrite {
  root: RootName
  id: string
  key: string | null
  value: unknown
}

/**
 * Writes fields of entities as one step; returns how many differed. In texts only the differing part is
 * replaced, so that concurrent typing elsewhere in them is kept.
 */
export function writeCells(writer: Writer, command: string, writes: readonly CellWrite[]): number {
  return transact(writer, command, () => {
    let changed = makeAnew(writer, writes)
    for (const { root, id, key, value } of writes) {
      if (key === null) continue
      const entity = rootOf(writer.doc, root).get(id)
      if (!entity) continue
      if (fieldOf(root, key)?.type === 'text') changed += writeText(entity.get(key), value) ? 1 : 0
      else if (value === undefined && entity.has(key)) {
        entity.delete(key)
        changed += 1
      } else if (value !== undefined && !same(entity.get(key), value)) {
        entity.set(key, value)
        changed += 1
      }
    }
    return changed
  })
}

/** Makes what was removed for good; its id stays its own. */
function makeAnew(writer: Writer, writes: readonly CellWrite[]): number {
  const fields = new Map<string, Record<string, unknown>>()
  for (const { root, id, key, value } of writes)
    if (key === null && !rootOf(writer.doc, root).has(id))
      fields.set(`${root}/${id}`, typeof value === 'string' && fieldOf(root, 'by') ? { by: value } : {})
  if (fields.size === 0) return 0
  for (const { root, id, key, value } of writes) {
    const own = fields.get(`${root}/${id}`)
    if (own && key !== null && value !== undefined) own[key] = value
  }
  for (const { root, id, key } of writes) {
    const own = key === null ? fields.get(`${root}/${id}`) : undefined
    if (own) addEntity(writer, root, id, own)
  }
  return fields.size
}

function writeText(text: unknown, value: unknown): boolean {
  if (!(text instanceof Y.Text)) return false
  const edit = diffText(text.toString(), typeof value === 'string' ? value : '')
  if (!edit) return false
  if (edit.remove > 0) text.delete(edit.at, edit.remove)
  if (edit.insert) text.insert(edit.at, edit.insert)
  return true
}
