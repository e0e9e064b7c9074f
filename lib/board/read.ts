import { defaultSize } from './fields.ts'
import { type FieldName, type FieldsOf, fieldOf, type RootName, schema } from './schema.ts'
import type { Comment, Group, Lane, Link, Made, Note, Outcome, View } from './snapshot.ts'

/** A lane whose position on the wall is not computed yet. */
export type LaneRecord = Omit<Lane, 'top'>
/** A note with its stored position: y is relative to `at.lane` where that is set. */
export interface NoteRecord {
  note: Note
  at: { x: number; y: number; lane: string | null }
}

/** Where an entity's fields come from: a Y.Map of the document, or a plain record of the replay. */
interface FieldSource {
  get(key: string): unknown
  /** The Yjs item of a shared map; its client made the entity. */
  _item?: { id: { client: number } } | null
}

/**
 * The result of reading one entity. Reading never throws: a field with a value that the schema does not accept reads as
 * not set, an entity without a required field reads as `damaged`, a deleted one as null.
 */
export type ReadResult<T> = T | null | 'damaged'

/** Returns the value of a field if the schema accepts it, else undefined. */
function accepted(root: RootName, source: FieldSource, key: string): unknown {
  const stored = source.get(key)
  const field = stored === undefined ? undefined : fieldOf(root, key)
  return field?.type === 'value' && field.accepts.safeParse(stored).success ? stored : undefined
}

function textIn(source: FieldSource, key: string): string {
  const stored = source.get(key)
  if (typeof stored === 'string') return stored
  return typeof stored === 'object' && stored !== null && 'applyDelta' in stored ? String(stored) : ''
}

const madeOf = (root: RootName, source: FieldSource): Made => ({
  client: source._item?.id.client ?? 0,
  by: (accepted(root, source, 'by') ?? null) as string | null,
})

/**
 * Reads all fields of a root except those that its entities show in another form. Every entity is a copy of one default
 * entity, overwritten with the stored values: all have the same object shape, which is small and fast to read.
 */
function fieldsOf<R extends RootName, const W extends FieldName<R> = never>(root: R, without: readonly W[] = []) {
  const fields = Object.entries(schema[root].fields as (typeof schema)[RootName]['fields']).filter(
    ([key]) => key !== 'by' && key !== 'deleted' && !(without as readonly string[]).includes(key),
  )
  const silent = Object.fromEntries(
    fields.map(([key, field]) => [key, 'unset' in field ? field.unset : '']),
  ) as FieldsOf<R, W>
  const texts = fields.flatMap(([key, { type }]) => (type === 'text' ? [key] : []))
  const values = fields.flatMap(([key, { type }]) => (type === 'value' ? [key] : []))
  return {
    silent,
    /** Sets the source's values on a copy of `silent`. */
    fill<T extends FieldsOf<R, W>>(copy: T, source: FieldSource): T {
      const into = copy as Record<string, unknown>
      for (const key of values) {
        const value = accepted(root, source, key)
        if (value !== undefined) into[key] = value
      }
      for (const key of texts) into[key] = textIn(source, key)
      return copy
    },
  }
}

const notes = fieldsOf('notes', ['pos', 'size'])
const links = fieldsOf('links', ['ends'])
const lanes = fieldsOf('lanes')
const groups = fieldsOf('groups')
const views = fieldsOf('views', ['rect'])
const outcomes = fieldsOf('outcome')
const comments = fieldsOf('comments')

/** Runs a reader over a stored value that should be an entity. */
function entity<T>(stored: unknown, read: (source: FieldSource) => T | 'damaged'): ReadResult<T> {
  if (typeof stored !== 'object' || stored === null || !('get' in stored)) return 'damaged'
  const source = stored as FieldSource
  return source.get('deleted') === true ? null : read(source)
}

export const readNote = (id: string, stored: unknown): ReadResult<NoteRecord> =>
  entity(stored, source => {
    const pos = accepted('notes', source, 'pos') as readonly (number | string)[] | undefined
    if (!pos) return 'damaged'
    const at = { x: Number(pos[0]), y: Number(pos[1]), lane: typeof pos[2] === 'string' ? pos[2] : null }
    const [w, h] = (accepted('notes', source, 'size') as typeof defaultSize | undefined) ?? defaultSize
    const made = madeOf('notes', source)
    const note: Note = { ...notes.silent, id, made, x: at.x, y: at.y, w, h, lane: at.lane }
    return { note: notes.fill(note, source), at }
  })

export const readLink = (id: string, stored: unknown): ReadResult<Link> =>
  entity(stored, source => {
    const ends = accepted('links', source, 'ends') as readonly [string, string] | undefined
    if (!ends) return 'damaged'
    return links.fill({ ...links.silent, id, made: madeOf('links', source), from: ends[0], to: ends[1] }, source)
  })

export const readLane = (id: string, stored: unknown): ReadResult<LaneRecord> =>
  entity(stored, source => lanes.fill({ ...lanes.silent, id }, source))

export const readGroup = (id: string, stored: unknown): ReadResult<Group> =>
  entity(stored, source => groups.fill({ ...groups.silent, id }, source))

export const readView = (id: string, stored: unknown): ReadResult<View> =>
  entity(stored, source => {
    const rect = accepted('views', source, 'rect') as View['rect'] | undefined
    return rect ? views.fill({ ...views.silent, id, rect }, source) : 'damaged'
  })

export const readOutcome = (id: string, stored: unknown): ReadResult<Outcome> =>
  entity(stored, source => outcomes.fill({ ...outcomes.silent, id }, source))

export const readComment = (id: string, stored: unknown): ReadResult<Comment> =>
  entity(stored, source => comments.fill({ ...comments.silent, id, made: madeOf('comments', source) }, source))
