import type { ItemLocation } from './item-location.ts'

/** Address of one unit (a character, a value, a type) of a document. */
export interface Id {
  readonly client: number
  readonly clock: number
}

export const sameId = (a: Id | null, b: Id | null): boolean =>
  a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock)

export type Content = 'gc' | 'deleted' | 'string' | 'any' | 'map' | 'text'

/** One struct of an update, as plain data; `location` and `key` are set when it is resolved. */
export class Struct {
  readonly client: number
  readonly clock: number
  readonly length: number
  readonly content: Content
  /** Origin and right origin, as in the update. */
  readonly left: Id | null
  readonly right: Id | null
  /** A root's name or a type's address, which the update has only when there is neither left nor right. */
  readonly parent: Id | string | null
  key: string | null
  readonly text: string
  readonly values: readonly unknown[]
  /** Location in the document; null until resolved. */
  location: ItemLocation | null = null
  /** The location of its children, for maps and texts. */
  inside: ItemLocation | null = null
  /** Steps that Yjs may need to pass the items to its right. */
  cost = 0

  constructor(fields: {
    client: number
    clock: number
    length: number
    content: Content
    left: Id | null
    right: Id | null
    parent: Id | string | null
    key: string | null
    text: string
    values: readonly unknown[]
  }) {
    this.client = fields.client
    this.clock = fields.clock
    this.length = fields.length
    this.content = fields.content
    this.left = fields.left
    this.right = fields.right
    this.parent = fields.parent
    this.key = fields.key
    this.text = fields.text
    this.values = fields.values
  }

  get end(): number {
    return this.clock + this.length
  }
}

/** All structs of one client in an update, without gaps. */
export interface Block {
  readonly client: number
  structs: Struct[]
}

/** Deleted units of one client: clocks and lengths in turn, ascending. */
export interface Deletes {
  readonly client: number
  readonly ranges: number[]
}

export interface DecodedUpdate {
  blocks: Block[]
  deletes: Deletes[]
}
