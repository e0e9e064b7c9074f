import * as Y from 'yjs'
import { type RootName, rootNames } from '../board/schema.ts'
import type { Struct } from './struct.ts'
import type { TextOrder } from './text-order.ts'

/**
 * The location of an item in a board's document. `gone`: inside something that the server removed for good, so without
 * effect.
 */
export type ItemLocation =
  | { at: 'root'; root: RootName }
  | { at: 'entity'; entity: Entity }
  | { at: 'text'; entity: Entity; field: string; text: TextTouch }
  | { at: 'gone' }
  /** Inside something that the schema does not know; nobody may change it. */
  | { at: 'alien' }

export const gone: ItemLocation = { at: 'gone' }
export const alien: ItemLocation = { at: 'alien' }
export const onRoot: ReadonlyMap<string, ItemLocation> = new Map(rootNames.map(root => [root, { at: 'root', root }]))

/** What an update does to one text. */
export interface TextTouch {
  /** The text on the server; null if the update makes it. */
  readonly type: Y.Text | null
  inserted: number
  deleted: number
  order: TextOrder | null
}

/** What an update does to one value field. */
export interface ValueTouch {
  written: unknown[]
  /** Last units of the values that the update deletes, as `client:clock`. */
  taken: string[]
  /** Structs of the update in this field, in the order of integration. */
  structs: Struct[]
}

/** An entity that an update touches or creates, and what the update does to it. */
export class Entity {
  readonly root: RootName
  readonly id: string
  /** The struct that creates it; null if it exists on the server. */
  readonly made: Struct | null
  readonly item: Y.Item | null
  readonly values = new Map<string, ValueTouch>()
  readonly texts = new Map<string, TextTouch>()

  constructor(root: RootName, id: string, from: Struct | Y.Item) {
    this.root = root
    this.id = id
    this.made = from instanceof Y.Item ? null : from
    this.item = from instanceof Y.Item ? from : null
  }

  get path(): string {
    return `${this.root}/${this.id}`
  }
  pathOf(field: string): string {
    return `${this.path}/${field}`
  }
  get type(): Y.Map<unknown> | null {
    return this.item?.content instanceof Y.ContentType ? (this.item.content.type as Y.Map<unknown>) : null
  }
  /** Returns the item of a field on the server, newest first. */
  field(key: string): Y.Item | undefined {
    return this.type?._map.get(key)
  }
  /** Returns the value of a field on the server, before the update. */
  stored(key: string): unknown {
    const item = this.field(key)
    return item && !item.deleted ? item.content.getContent()[item.length - 1] : undefined
  }
  touchValue(key: string): ValueTouch {
    const known = this.values.get(key)
    if (known) return known
    const touch = { written: [], taken: [], structs: [] }
    this.values.set(key, touch)
    return touch
  }
  /** Called once for each text: its location keeps what it returns. */
  touchText(key: string, type: Y.Text | null): TextTouch {
    const touch = { type, inserted: 0, deleted: 0, order: null }
    this.texts.set(key, touch)
    return touch
  }
}

/** Returns the name of the root that a type is, or null. */
export function rootNameOf(doc: Y.Doc, type: unknown): RootName | null {
  for (const name of rootNames) if (doc.share.get(name) === type) return name
  return null
}
