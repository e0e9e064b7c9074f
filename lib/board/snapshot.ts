import type { FieldsOf } from './schema.ts'

/**
 * A board as plain data, in board px with y down. The view, the method, replay, export, report and search read this
 * and never the Yjs document. Every entity keeps its identity until it changes.
 */
export interface BoardSnapshot {
  readonly notes: ReadonlyMap<string, Note>
  readonly links: ReadonlyMap<string, Link>
  /** From top to bottom, customers first. */
  readonly lanes: readonly Lane[]
  readonly groups: ReadonlyMap<string, Group>
  readonly views: readonly View[]
  readonly outcomes: readonly Outcome[]
  readonly comments: ReadonlyMap<string, Comment>
  /** Server-written fields of the stage, parsed by lib/facilitation. */
  readonly stage: Readonly<Record<string, unknown>>
  /** Number of records left out because they were damaged; shown to people. */
  readonly damaged: number
}

/** Who made an entity: the person of the creating client id, unless the server wrote `by`. */
export interface Made {
  readonly client: number
  readonly by: string | null
}

/** A note: the schema's fields, its position on the wall, and its author. */
export interface Note extends FieldsOf<'notes', 'pos' | 'size'> {
  readonly id: string
  readonly made: Made
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  /** The note's lane, stored or by its centre; null on open paper. */
  readonly lane: string | null
}

export interface Link extends FieldsOf<'links', 'ends'> {
  readonly id: string
  readonly made: Made
  readonly from: string
  readonly to: string
}

export interface Lane extends FieldsOf<'lanes'> {
  readonly id: string
  /** px from the wall's top edge. */
  readonly top: number
}

export interface Group extends FieldsOf<'groups'> {
  readonly id: string
}

export interface View extends FieldsOf<'views'> {
  readonly id: string
}

export interface Outcome extends FieldsOf<'outcome'> {
  readonly id: string
}

export interface Comment extends FieldsOf<'comments'> {
  readonly id: string
  readonly made: Made
}
