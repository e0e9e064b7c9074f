import * as Y from 'yjs'
import { CommandOrigin } from '../origin.ts'
import { type FieldName, fieldOf, type RootName, rootOf, schema } from '../schema.ts'

/** Everything a command needs: the document and a source of fresh ids (random, passed in: lib has no chance of its own). */
export interface Writer {
  doc: Y.Doc
  newId: () => string
  /** Notes and links added now belong to this version of the board alone. */
  version?: 'to-be' | undefined
}

export type Fields = Record<string, unknown>

/** One named, undoable transaction. */
export function transact<T>(writer: Writer, command: string, body: () => T): T {
  return writer.doc.transact(body, new CommandOrigin(command))
}

/** Adds an entity with its values; every text field of the root is made with it, so that typing always merges. */
export function addEntity(writer: Writer, root: RootName, id: string, fields: Fields): void {
  const entity = new Y.Map<unknown>()
  if (writer.version && fields.version === undefined && fieldOf(root, 'version')) entity.set('version', writer.version)
  for (const key of Object.keys(schema[root].fields)) {
    const field = fieldOf(root, key)
    const value = fields[key]
    if (field?.type === 'text') entity.set(key, new Y.Text(typeof value === 'string' ? value : ''))
    else if (value !== undefined) entity.set(key, value)
  }
  rootOf(writer.doc, root).set(id, entity)
}

/** Writes fields of an existing entity, those only whose value differs; an id that does not exist is left alone. */
export function setFields<R extends RootName>(
  writer: Writer,
  root: R,
  id: string,
  fields: Partial<Record<FieldName<R>, unknown>>,
): void {
  const entity = rootOf(writer.doc, root).get(id)
  if (!entity) return
  for (const [key, value] of Object.entries(fields)) if (!same(entity.get(key), value)) entity.set(key, value)
}

/** The text of an entity, for an editor to bind to. */
export function textOf(doc: Y.Doc, root: RootName, id: string, key = 'text'): Y.Text | null {
  const text = rootOf(doc, root).get(id)?.get(key)
  return text instanceof Y.Text ? text : null
}

/** Equality of JSON values. */
export const same = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
