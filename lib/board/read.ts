import { isNoteKind, noteKind } from '../notes/kinds/index.ts'
import { fieldOf, type RootName } from './schema.ts'
import {
  type Comment,
  defaultLaneHeight,
  defaultSize,
  type FailureFields,
  type Group,
  type Lane,
  type Link,
  type Note,
  type Outcome,
  outcomeQuestions,
  type View,
} from './snapshot.ts'

/** A lane before its place on the wall is known. */
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
 * Reads single entities. Reading is total: a field with a value the schema does not accept reads as not set, an
 * entity without what it cannot do without reads as `damaged`, a deleted one as null.
 */
export type Read<T> = T | null | 'damaged'

class Entity {
  readonly root: RootName
  readonly map: FieldSource
  constructor(root: RootName, map: FieldSource) {
    this.root = root
    this.map = map
  }
  get deleted(): boolean {
    return this.map.get('deleted') === true
  }
  /** The value if the schema accepts it, else the fallback. */
  value<T>(key: string, fallback: T): T {
    const stored = this.map.get(key)
    if (stored === undefined) return fallback
    const field = fieldOf(this.root, key)
    return field?.type === 'value' && field.accepts.safeParse(stored).success ? (stored as T) : fallback
  }
  text(key: string): string {
    const stored = this.map.get(key)
    if (typeof stored === 'string') return stored
    return typeof stored === 'object' && stored !== null && 'applyDelta' in stored ? String(stored) : ''
  }
  get made() {
    return { client: this.map._item?.id.client ?? 0, by: this.value<string | null>('by', null) }
  }
  get failure(): FailureFields {
    return {
      mark: this.value('mark', null),
      rework: this.value('rework', null),
      orphan: this.value('orphan', null),
      touch: this.value('touch', null),
      feeling: this.value('feeling', null),
      cause: this.value('cause', null),
      memory: this.value('memory', null),
      why: this.value('why', null),
      since: this.value('since', null),
      ruleOwner: this.value('ruleOwner', null),
      verdict: this.value('verdict', null),
      verdictReason: this.value('verdictReason', null),
      verdictOwner: this.value('verdictOwner', null),
      improved: this.value('improved', null),
      crown: this.value('crown', null),
      effort: this.value('effort', null),
      due: this.value('due', null),
      progress: this.value('progress', null),
    }
  }
}

/** Runs a reader over something that should be an entity. */
function entity<T>(root: RootName, stored: unknown, read: (e: Entity) => T | 'damaged'): Read<T> {
  if (typeof stored !== 'object' || stored === null || !('get' in stored)) return 'damaged'
  const e = new Entity(root, stored as FieldSource)
  return e.deleted ? null : read(e)
}

export const readNote = (id: string, stored: unknown): Read<NoteRecord> =>
  entity('notes', stored, e => {
    const pos = e.value<readonly (number | string)[] | null>('pos', null)
    if (!pos) return 'damaged'
    const kind = e.map.get('kind')
    const [w, h] = e.value<readonly [number, number]>('size', defaultSize)
    const at = { x: Number(pos[0]), y: Number(pos[1]), lane: typeof pos[2] === 'string' ? pos[2] : null }
    const note: Note = {
      id,
      made: e.made,
      kind: isNoteKind(kind) ? kind : (noteKind('').id as 'plain'),
      text: e.text('text'),
      x: at.x,
      y: at.y,
      w,
      h,
      lane: at.lane,
      z: e.value('z', 'a0'),
      group: e.value('group', null),
      place: e.value('place', 'wall'),
      colour: e.value('colour', null),
      tags: e.value('tags', []),
      source: e.value('source', null),
      version: e.value('version', 'both'),
      locked: e.value('locked', false),
      system: e.value('system', null),
      volume: e.value('volume', null),
      processing: e.value('processing', null),
      waiting: e.value('waiting', null),
      cost: e.value('cost', null),
      firstTimeRight: e.value('firstTimeRight', null),
      value: e.value('value', null),
      flexibility: e.value('flexibility', null),
      exceptions: e.value('exceptions', null),
      votes: e.value('votes', {}),
      ...e.failure,
    }
    return { note, at }
  })

export const readLink = (id: string, stored: unknown): Read<Link> =>
  entity('links', stored, e => {
    const ends = e.value<readonly [string, string] | null>('ends', null)
    if (!ends) return 'damaged'
    return {
      id,
      made: e.made,
      from: ends[0],
      to: ends[1],
      sides: e.value('sides', ['auto', 'auto']),
      source: e.value('source', null),
      text: e.text('text'),
      version: e.value('version', 'both'),
      share: e.value('share', null),
      ...e.failure,
    }
  })

export const readLane = (id: string, stored: unknown): Read<LaneRecord> =>
  entity('lanes', stored, e => ({
    id,
    name: e.value('name', ''),
    actor: e.value('actor', 'back-stage'),
    source: e.value('source', null),
    order: e.value('order', 'a0'),
    height: e.value('height', defaultLaneHeight),
  }))

export const readGroup = (id: string, stored: unknown): Read<Group> =>
  entity('groups', stored, e => ({ id, name: e.value('name', '') }))

export const readView = (id: string, stored: unknown): Read<View> =>
  entity('views', stored, e => {
    const rect = e.value<View['rect'] | null>('rect', null)
    return rect ? { id, name: e.value('name', ''), rect, order: e.value('order', 'a0') } : 'damaged'
  })

export const readOutcome = (id: string, stored: unknown): Read<Outcome> =>
  entity('outcome', stored, e => ({
    id,
    order: e.value('order', 'a0'),
    ...(Object.fromEntries(outcomeQuestions.map(question => [question, e.text(question)])) as Record<
      (typeof outcomeQuestions)[number],
      string
    >),
  }))

export const readComment = (id: string, stored: unknown): Read<Comment> =>
  entity('comments', stored, e => ({
    id,
    made: e.made,
    on: e.value('on', null),
    parent: e.value('parent', null),
    text: e.text('text'),
    mentions: e.value('mentions', []),
    at: e.value('at', 0),
    resolved: e.value('resolved', false),
    accepted: e.value('accepted', false),
  }))
