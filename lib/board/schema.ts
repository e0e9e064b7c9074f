import type * as Y from 'yjs'
import type { ZodType, z } from 'zod'
import type { Ability } from '../access/policy.ts'
import { defaultLaneHeight, defaultSize, fieldValues } from './fields.ts'

/**
 * The board's document: roots, each a Y.Map keyed by entity id, each entity a Y.Map of fields. This table is the
 * schema: types, reading, commands, plans, the gate, replay rows and the page BOARD.md derive from it, and this file is
 * the only caller of `doc.getMap`.
 *
 * - `value` fields hold one JSON value, last writer wins.
 * - `text` fields hold a Y.Text, made together with the entity and never replaced.
 * - `unset` is what a value field reads as where nobody has said anything that the schema accepts: null, if not another.
 * - `ability` is what a client needs to write the field on an existing entity; `server` means no client ever may.
 *   Creating an entity asks `add` of the root for the whole, and the field's own ability only where `own` is set.
 */
interface ValueField {
  type: 'value'
  accepts: ZodType
  ability: Ability | 'server'
  /** Left out where the reader sets the default. */
  unset?: unknown
  /** The field's own ability is also checked at creation (a verdict on a new note is still a verdict). */
  own?: true
  /** Required: the field exists from the entity's creation and is never deleted. */
  needed?: true
}
export interface TextField {
  type: 'text'
  ability: Ability | 'server'
}
export type SchemaField = ValueField | TextField
export interface Root {
  /** What a client needs to add an entity; `server` means no client ever may. */
  add: Ability | 'server'
  fields: Record<string, SchemaField>
}

type Asked = Ability | 'server'
/** `unset` may be left out where null is accepted. */
type Unset<T extends ZodType> = null extends z.output<T> ? [unset?: z.output<T>] : [unset: z.output<T>]
const value = <T extends ZodType, const A extends Asked>(accepts: T, ability: A, ...[unset]: Unset<T>) =>
  ({ type: 'value', accepts, ability, unset: unset ?? null }) as const
const own = <T extends ZodType, const A extends Asked>(accepts: T, ability: A, ...[unset]: Unset<T>) =>
  ({ type: 'value', accepts, ability, unset: unset ?? null, own: true }) as const
const needed = <T extends ZodType, const A extends Asked>(accepts: T, ability: A) =>
  ({ type: 'value', accepts, ability, needed: true }) as const
const text = (ability: Ability | 'server'): TextField => ({ type: 'text', ability })

/** The fields of a point of failure, on a note or on a link. */
const failure = {
  mark: own(fieldValues.mark, 'failure.mark'),
  /** The point's number since anybody judged points here: it stays with it. */
  pointCode: own(fieldValues.pointCode, 'failure.mark'),
  rework: own(fieldValues.answer, 'failure.mark'),
  orphan: own(fieldValues.answer, 'failure.mark'),
  touch: own(fieldValues.touch, 'detail.edit'),
  /** −2 (very bad) to +2 (very good). */
  feeling: own(fieldValues.feeling, 'detail.edit'),
  cause: own(fieldValues.reason, 'detail.edit'),
  memory: own(fieldValues.memory, 'detail.edit'),
  why: own(fieldValues.reason, 'detail.edit'),
  since: own(fieldValues.optionalName, 'detail.edit'),
  ruleOwner: own(fieldValues.optionalName, 'detail.edit'),
  verdict: own(fieldValues.verdict, 'verdict.give'),
  verdictReason: own(fieldValues.reason, 'verdict.give'),
  verdictOwner: own(fieldValues.optionalName, 'verdict.give'),
  /** The improved text, shown in the to-be. */
  improved: own(fieldValues.reason, 'verdict.give'),
  crown: own(fieldValues.crown, 'verdict.give'),
  effort: own(fieldValues.effort, 'verdict.give'),
  due: own(fieldValues.date, 'verdict.give'),
  progress: own(fieldValues.progress, 'verdict.give'),
} as const satisfies Record<string, SchemaField>

const written = {
  /** The author where the server wrote for a person (reveal, import); absent: the person of the creating client id. */
  by: { type: 'value', accepts: fieldValues.entityId, ability: 'server' },
} as const satisfies Record<string, SchemaField>

export const schema = {
  notes: {
    add: 'note.add',
    fields: {
      /** An unknown kind, of a newer or a damaged board, reads as a plain note. */
      kind: { ...needed(fieldValues.kind, 'note.kind'), unset: 'plain' },
      pos: needed(fieldValues.position, 'note.move'),
      size: value(fieldValues.size, 'note.move', defaultSize),
      z: value(fieldValues.order, 'note.move', 'a0'),
      group: value(fieldValues.optionalId, 'note.move'),
      place: value(fieldValues.place, 'note.place', 'wall'),
      text: text('note.edit'),
      colour: value(fieldValues.colour, 'note.edit'),
      tags: value(fieldValues.tags, 'note.edit', []),
      /** JSON of its element in the imported file; null for what was made here. */
      source: value(fieldValues.source, 'note.edit'),
      version: value(fieldValues.version, 'note.edit', 'both'),
      locked: own(fieldValues.boolean, 'note.lock', false),
      deleted: value(fieldValues.boolean, 'note.delete', false),
      system: own(fieldValues.optionalName, 'detail.edit'),
      /** Cases per month. */
      volume: own(fieldValues.count, 'detail.edit'),
      /** Minutes of work. */
      processing: own(fieldValues.minutes, 'detail.edit'),
      /** Minutes of waiting before the work. */
      waiting: own(fieldValues.minutes, 'detail.edit'),
      /** Cost per case, in the board's currency. */
      cost: own(fieldValues.amount, 'detail.edit'),
      /** 0 to 1. */
      firstTimeRight: own(fieldValues.share, 'detail.edit'),
      value: own(fieldValues.value, 'detail.edit'),
      /** 1 rigid to 5 flexible. */
      flexibility: own(fieldValues.scale, 'detail.edit'),
      exceptions: own(fieldValues.reason, 'detail.edit'),
      ...failure,
      /** Tallies of closed votes by round id. */
      votes: value(fieldValues.tallies, 'server', {}),
      ...written,
    },
  },
  links: {
    add: 'link.add',
    fields: {
      ends: needed(fieldValues.ends, 'link.edit'),
      sides: value(fieldValues.sides, 'link.edit', ['auto', 'auto']),
      text: text('link.edit'),
      source: value(fieldValues.source, 'link.edit'),
      version: value(fieldValues.version, 'link.edit', 'both'),
      /** Share of cases that take this link, 0 to 1, where a path divides. */
      share: own(fieldValues.share, 'detail.edit'),
      deleted: value(fieldValues.boolean, 'link.delete', false),
      ...failure,
      ...written,
    },
  },
  lanes: {
    add: 'lane.change',
    fields: {
      name: value(fieldValues.name, 'lane.change', ''),
      actor: value(fieldValues.actor, 'lane.change', 'back-stage'),
      order: value(fieldValues.order, 'lane.change', 'a0'),
      height: value(fieldValues.height, 'lane.change', defaultLaneHeight),
      source: value(fieldValues.source, 'lane.change'),
      deleted: value(fieldValues.boolean, 'lane.change', false),
    },
  },
  groups: {
    add: 'note.group',
    fields: {
      name: value(fieldValues.name, 'note.group', ''),
      deleted: value(fieldValues.boolean, 'note.group', false),
    },
  },
  views: {
    add: 'view.change',
    fields: {
      name: value(fieldValues.name, 'view.change', ''),
      rect: needed(fieldValues.rect, 'view.change'),
      order: value(fieldValues.order, 'view.change', 'a0'),
      deleted: value(fieldValues.boolean, 'view.change', false),
    },
  },
  outcome: {
    add: 'outcome.add',
    fields: {
      stakeholder: text('outcome.write'),
      promise: text('outcome.write'),
      customer: text('outcome.write'),
      wrongCustomer: text('outcome.write'),
      expects: text('outcome.write'),
      process: text('outcome.write'),
      affects: text('outcome.write'),
      needs: text('outcome.write'),
      outcome: text('outcome.write'),
      isNot: text('outcome.write'),
      order: value(fieldValues.order, 'outcome.write', 'a0'),
      deleted: value(fieldValues.boolean, 'outcome.add', false),
    },
  },
  comments: {
    add: 'comment.add',
    fields: {
      on: value(fieldValues.optionalId, 'comment.edit'),
      parent: value(fieldValues.optionalId, 'comment.edit'),
      text: text('comment.edit'),
      mentions: value(fieldValues.mentions, 'comment.edit', []),
      /** Time of writing, ms, by the writer's clock; 0: unknown. */
      at: value(fieldValues.moment, 'comment.edit', 0),
      resolved: value(fieldValues.boolean, 'comment.resolve', false),
      accepted: value(fieldValues.boolean, 'comment.resolve', false),
      deleted: value(fieldValues.boolean, 'comment.edit', false),
      ...written,
    },
  },
  /** Written by the server alone, on a command: the entity `now` (see lib/facilitation/stage.ts). */
  stage: { add: 'server', fields: {} },
} as const satisfies Record<string, Root>

export type RootName = keyof typeof schema
export const rootNames = Object.keys(schema) as RootName[]
export type FieldName<R extends RootName> = keyof (typeof schema)[R]['fields'] & string

type Fields<R extends RootName> = (typeof schema)[R]['fields']
/** The type that a field reads as. */
type Reads<F> = F extends { accepts: infer T extends ZodType } ? Readonly<z.output<T>> : string
/** An entity's fields as read, except those that its reader returns in another form. */
export type FieldsOf<R extends RootName, Without extends FieldName<R> = never> = {
  readonly [F in keyof Fields<R> as Exclude<F, Without | 'by' | 'deleted'>]: Reads<Fields<R>[F]>
}
/** The fields that an ability allows people to write. */
export type FieldsBy<R extends RootName, A extends Ability> = {
  readonly [F in keyof Fields<R> as Fields<R>[F] extends { ability: A } ? F : never]: Reads<Fields<R>[F]>
}
/** The fields of a point of failure, on a note or on a link. null: not set. */
export type FailureFields = { readonly [F in keyof typeof failure]: Reads<(typeof failure)[F]> }
/** The fields that decide whether something is a point of failure, and its verdict. */
export const judgingFields: readonly string[] = Object.entries(failure).flatMap(([name, { ability }]) =>
  name !== 'pointCode' && (ability === 'failure.mark' || ability === 'verdict.give') ? [name] : [],
)

/** The questions of the outcome canvas; their wording is in lib/method/vocabulary.ts. */
export type OutcomeQuestion = {
  [F in keyof Fields<'outcome'>]: Fields<'outcome'>[F] extends TextField ? F : never
}[keyof Fields<'outcome'>]
export const outcomeQuestions = Object.entries(schema.outcome.fields).flatMap(([name, { type }]) =>
  type === 'text' ? [name as OutcomeQuestion] : [],
)

export const isRootName = (name: string): name is RootName => Object.hasOwn(schema, name)

/** The definition of a field, or undefined where the schema has none. */
export const fieldOf = (root: RootName, key: string): SchemaField | undefined => fieldsByRoot.get(root)?.get(key)

const fieldsByRoot = new Map(
  rootNames.map(root => [root, new Map<string, SchemaField>(Object.entries(schema[root].fields))] as const),
)

/** A root of the document. The only caller of `doc.getMap`. */
export const rootOf = (doc: Y.Doc, name: RootName): Y.Map<Y.Map<unknown>> => doc.getMap(name)

/** Version of the document's shape; written into keyframes, archives and exports. */
export const schemaVersion = 1
