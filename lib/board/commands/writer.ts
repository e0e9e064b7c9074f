import * as Y from 'yjs'
import { CommandOrigin } from '../origin.ts'
import { type FieldName, fieldOf, type RootName, rootOf, schema } from '../schema.ts'

/**
 * Everything a command needs: the document and a source of new random ids, passed in because lib has no randomness of
 * its own.
 */
export interface Writer {
  doc: Y.Doc
  newId: () => string
  /** The version of the board that new notes and links belong to; left out: both. */
  version?: 'to-be' | undefined
  /** Lanes grow with the notes that are put into them. */
  growsLanes?: boolean
}

export type Fields = Record<string, unknown>

/** Runs one named, undoable transaction. */
export function transact<T>(writer: Writer, command: string, body: () => T): T {
  return writer.doc.transact(body, new CommandOrigin(command))
}

/**
 * Adds an entity with its values. Every text field of the root is created with it, so that concurrent typing always
 * merges.
 */
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

/** Sets fields of an existing entity, only those whose value differs; does nothing when the id does not exist. */
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

/** Returns the text of an entity, for an editor to bind to. */
export function textOf(doc: Y.Doc, root: RootName, id: string, key = 'text'): Y.Text | null {
  const text = rootOf(doc, root).get(id)?.get(key)
  return text instanceof Y.Text ? text : null
}

/** Whether two JSON values are equal. */
export const same = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
