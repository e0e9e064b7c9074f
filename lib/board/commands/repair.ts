import * as Y from 'yjs'
import { fieldOf, type RootName, rootOf } from '../schema.ts'
import { diffText } from '../text-merge.ts'
import { same, transact, type Writer } from './writer.ts'

/** A field and its new value; undefined: not set. */
export interface CellWrite {
  root: RootName
  id: string
  key: string
  value: unknown
}

/**
 * Writes fields of existing entities as one step; returns how many differed. In texts only the differing part is
 * replaced, so that concurrent typing elsewhere in them is kept.
 */
export function writeCells(writer: Writer, command: string, writes: readonly CellWrite[]): number {
  return transact(writer, command, () => {
    let changed = 0
    for (const { root, id, key, value } of writes) {
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

function writeText(text: unknown, value: unknown): boolean {
  if (!(text instanceof Y.Text)) return false
  const edit = diffText(text.toString(), typeof value === 'string' ? value : '')
  if (!edit) return false
  if (edit.remove > 0) text.delete(edit.at, edit.remove)
  if (edit.insert) text.insert(edit.at, edit.insert)
  return true
}
