import type * as Y from 'yjs'
import type { ZodType } from 'zod'
import type { Ability } from '../access/policy.ts'
import { values } from './fields.ts'

/**
 * The board's document: roots, each a Y.Map keyed by entity id, each entity a Y.Map of fields. This table is the
 * schema: reading, commands, the gate, replay rows and the README page derive from it, and this file is the only
 * caller of `doc.getMap`.
 *
 * - `value` fields hold one JSON value, last writer wins.
 * - `text` fields hold a Y.Text, made together with the entity and never replaced.
 * - `ability` is what a client needs to write the field on an existing entity; `server` means no client ever may.
 *   Creating an entity asks `add` of the root for the whole, and the field's own ability only where `own` is set.
 */
export interface ValueField {
  type: 'value'
  accepts: ZodType
  ability: Ability | 'server'
  /** The field's own ability is asked at creation too (a verdict on a new note is still a verdict). */
  own?: true
  /** What the entity cannot be read without: there from its creation, and never taken away. */
  needed?: true
}
export interface TextField {
  type: 'text'
  ability: Ability | 'server'
}
export type Field = ValueField | TextField
export interface Root {
  /** What a client needs to add an entity; `server` means no client ever may. */
  add: Ability | 'server'
  fields: Record<string, Field>
}

const value = <T extends ZodType>(accepts: T, ability: Ability | 'server') =>
  ({ type: 'value', accepts, ability }) as const satisfies ValueField
const own = <T extends ZodType>(accepts: T, ability: Ability | 'server') =>
  ({ type: 'value', accepts, ability, own: true }) as const satisfies ValueField
const needed = <T extends ZodType>(accepts: T, ability: Ability | 'server') =>
  ({ type: 'value', accepts, ability, needed: true }) as const satisfies ValueField
const text = (ability: Ability | 'server'): TextField => ({ type: 'text', ability })

/** What a point of failure carries, on a note or on a link. */
const failure = {
  mark: own(values.mark, 'failure.mark'),
  rework: own(values.answer, 'failure.mark'),
  orphan: own(values.answer, 'failure.mark'),
  touch: own(values.touch, 'detail.edit'),
  feeling: own(values.feeling, 'detail.edit'),
  cause: own(values.reason, 'detail.edit'),
  memory: own(values.memory, 'detail.edit'),
  why: own(values.reason, 'detail.edit'),
  since: own(values.optionalName, 'detail.edit'),
  ruleOwner: own(values.optionalName, 'detail.edit'),
  verdict: own(values.verdict, 'verdict.give'),
  verdictReason: own(values.reason, 'verdict.give'),
  verdictOwner: own(values.optionalName, 'verdict.give'),
  improved: own(values.reason, 'verdict.give'),
  crown: own(values.crown, 'verdict.give'),
  effort: own(values.effort, 'verdict.give'),
  due: own(values.date, 'verdict.give'),
  progress: own(values.progress, 'verdict.give'),
} satisfies Record<string, Field>

const written = {
  /** Person whose work this is where the server wrote it for them (reveal, import); absent: the lease of the creating client. */
  by: value(values.entityId, 'server'),
}

export const schema = {
  notes: {
    add: 'note.add',
    fields: {
      kind: needed(values.kind, 'note.kind'),
      pos: needed(values.position, 'note.move'),
      size: value(values.size, 'note.move'),
      z: value(values.order, 'note.move'),
      group: value(values.optionalId, 'note.move'),
      place: value(values.place, 'note.place'),
      text: text('note.edit'),
      colour: value(values.colour, 'note.edit'),
      tags: value(values.tags, 'note.edit'),
      source: value(values.source, 'note.edit'),
      version: value(values.version, 'note.edit'),
      locked: own(values.boolean, 'note.lock'),
      deleted: value(values.boolean, 'note.delete'),
      system: own(values.optionalName, 'detail.edit'),
      volume: own(values.count, 'detail.edit'),
      processing: own(values.minutes, 'detail.edit'),
      waiting: own(values.minutes, 'detail.edit'),
      cost: own(values.amount, 'detail.edit'),
      firstTimeRight: own(values.share, 'detail.edit'),
      value: own(values.value, 'detail.edit'),
      flexibility: own(values.scale, 'detail.edit'),
      exceptions: own(values.reason, 'detail.edit'),
      ...failure,
      votes: value(values.server, 'server'),
      ...written,
    },
  },
  links: {
    add: 'link.add',
    fields: {
      ends: needed(values.ends, 'link.edit'),
      sides: value(values.sides, 'link.edit'),
      text: text('link.edit'),
      source: value(values.source, 'link.edit'),
      version: value(values.version, 'link.edit'),
      /** Share of cases that take this way, 0 to 1, where a path divides. */
      share: own(values.share, 'detail.edit'),
      deleted: value(values.boolean, 'link.delete'),
      ...failure,
      ...written,
    },
  },
  lanes: {
    add: 'lane.change',
    fields: {
      name: value(values.name, 'lane.change'),
      actor: value(values.actor, 'lane.change'),
      order: value(values.order, 'lane.change'),
      height: value(values.height, 'lane.change'),
      source: value(values.source, 'lane.change'),
      deleted: value(values.boolean, 'lane.change'),
    },
  },
  groups: {
    add: 'note.group',
    fields: { name: value(values.name, 'note.group'), deleted: value(values.boolean, 'note.group') },
  },
  views: {
    add: 'view.change',
    fields: {
      name: value(values.name, 'view.change'),
      rect: needed(values.rect, 'view.change'),
      order: value(values.order, 'view.change'),
      deleted: value(values.boolean, 'view.change'),
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
      order: value(values.order, 'outcome.write'),
      deleted: value(values.boolean, 'outcome.add'),
    },
  },
  comments: {
    add: 'comment.add',
    fields: {
      on: value(values.optionalId, 'comment.edit'),
      parent: value(values.optionalId, 'comment.edit'),
      text: text('comment.edit'),
      mentions: value(values.mentions, 'comment.edit'),
      at: value(values.moment, 'comment.edit'),
      resolved: value(values.boolean, 'comment.resolve'),
      accepted: value(values.boolean, 'comment.resolve'),
      deleted: value(values.boolean, 'comment.edit'),
      ...written,
    },
  },
  /** Written by the server alone, on a command: the entity `now` (see lib/facilitation/stage.ts). */
  stage: { add: 'server', fields: {} },
} as const satisfies Record<string, Root>

export type RootName = keyof typeof schema
export const rootNames = Object.keys(schema) as RootName[]
export type FieldName<R extends RootName> = keyof (typeof schema)[R]['fields'] & string

export const isRootName = (name: string): name is RootName => Object.hasOwn(schema, name)

/** The definition of a field, or undefined where the schema has none. */
export const fieldOf = (root: RootName, key: string): Field | undefined => fieldsByRoot.get(root)?.get(key)

const fieldsByRoot = new Map(
  rootNames.map(root => [root, new Map<string, Field>(Object.entries(schema[root].fields))] as const),
)

/** A root of the document. The only caller of `doc.getMap`. */
export const rootOf = (doc: Y.Doc, name: RootName): Y.Map<Y.Map<unknown>> => doc.getMap(name)

/** Version of the document's shape; written into keyframes, archives and exports. */
export const schemaVersion = 1
