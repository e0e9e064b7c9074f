import { generateNKeysBetween } from 'fractional-indexing'
import { z } from 'zod'
import { addEntity, type Fields, same, transact, type Writer } from './commands/writer.ts'
import { defaultSize, fieldValues, limits } from './fields.ts'
import { layoutLanes, positionAt } from './layout.ts'
import { fieldOf, outcomeQuestions, type RootName, schema } from './schema.ts'
import type { BoardSnapshot, Note } from './snapshot.ts'

/**
 * A board, or a piece of one, as plain data with positions in px on the wall: what templates, imports, the clipboard
 * and our own JSON format are made of. Reading one is strict, so that a broken file is refused before anything is
 * written.
 */
const id = fieldValues.entityId
const text = z.string().max(limits.text)
const coordinate = z.number().min(-limits.coordinate).max(limits.coordinate)

type FieldsOf<R extends RootName> = (typeof schema)[R]['fields']
/** The schema's value fields of a root, each optional. */
type Optional<R extends RootName, Without extends string> = {
  [K in keyof FieldsOf<R> as K extends Without
    ? never
    : FieldsOf<R>[K] extends { type: 'value' }
      ? K
      : never]: FieldsOf<R>[K] extends {
    accepts: infer T extends z.ZodType
  }
    ? z.ZodOptional<T>
    : never
}

function optionalFields<R extends RootName, const W extends string>(root: R, without: readonly W[]): Optional<R, W> {
  const shape: Record<string, z.ZodType> = {}
  for (const key of Object.keys(schema[root].fields)) {
    const field = fieldOf(root, key)
    if (field?.type === 'value' && !(without as readonly string[]).includes(key)) shape[key] = field.accepts.optional()
  }
  return shape as Optional<R, W>
}

/** Fields of notes and links that a plan holds in another form, or that only the server writes. */
const notPlanned = ['pos', 'ends', 'kind', 'deleted', 'by', 'votes'] as const

const note = z.strictObject({
  id,
  kind: fieldValues.kind,
  text: text.default(''),
  x: coordinate,
  y: coordinate,
  /** The lane of the note; left out: the lane under its centre. */
  lane: id.nullable().optional(),
  /** The author's person id; kept where the server writes the plan. */
  by: z.string().max(limits.id).nullable().optional(),
  /** Tallies of closed votes by round; kept where the server writes the plan. */
  votes: fieldValues.tallies.optional(),
  ...optionalFields('notes', notPlanned),
})
const link = z.strictObject({
  id,
  from: id,
  to: id,
  text: text.default(''),
  by: z.string().max(limits.id).nullable().optional(),
  ...optionalFields('links', notPlanned),
})
const lane = z.strictObject({
  id,
  name: fieldValues.name,
  actor: fieldValues.actor,
  height: fieldValues.height,
  source: fieldValues.source.optional(),
})
const group = z.strictObject({ id, name: fieldValues.name })
const view = z.strictObject({ id, name: fieldValues.name, rect: fieldValues.rect })
const outcome = z.strictObject({
  id,
  ...(Object.fromEntries(outcomeQuestions.map(q => [q, text.default('')])) as Record<
    (typeof outcomeQuestions)[number],
    z.ZodDefault<z.ZodString>
  >),
})
const comment = z.strictObject({
  id,
  on: id.nullable(),
  parent: id.nullable(),
  text,
  mentions: fieldValues.mentions.default([]),
  at: fieldValues.moment.default(0),
  resolved: z.boolean().default(false),
  accepted: z.boolean().default(false),
  by: z.string().max(limits.id).nullable().optional(),
})

export const boardPlan = z.strictObject({
  /** From top to bottom. */
  lanes: z.array(lane).max(200).default([]),
  notes: z.array(note).max(50_000).default([]),
  links: z.array(link).max(100_000).default([]),
  groups: z.array(group).max(5_000).default([]),
  views: z.array(view).max(500).default([]),
  outcomes: z.array(outcome).max(50).default([]),
  comments: z.array(comment).max(50_000).default([]),
})
export type BoardPlan = z.output<typeof boardPlan>
/** A plan as input: everything with a default may be left out. */
export type BoardPlanInput = z.input<typeof boardPlan>

const noteFields = Object.keys(optionalFields('notes', [...notPlanned, 'size']))
const linkFields = Object.keys(optionalFields('links', notPlanned))

/** Returns the fields worth storing: those that differ from how a missing field reads. */
function said(root: RootName, entity: object, keys: readonly string[]): Fields {
  const fields: Fields = {}
  for (const key of keys) {
    const value = (entity as Fields)[key]
    const field = fieldOf(root, key)
    if (field?.type === 'value' && !same(value, field.unset)) fields[key] = value
  }
  return fields
}

/** Returns a whole board as a plan; `authorOf` returns the author of an entity, where authors are kept. */
export function planOf(board: BoardSnapshot, authorOf?: (made: Note['made']) => string | null): BoardPlan {
  const by = (made: Note['made']) => (authorOf ? { by: authorOf(made) } : {})
  return boardPlan.parse({
    lanes: board.lanes.map(({ id, name, actor, height, source }) => ({
      id,
      name,
      actor,
      height,
      ...(source === null ? {} : { source }),
    })),
    notes: [...board.notes.values()].map(n => ({
      id: n.id,
      kind: n.kind,
      text: n.text,
      x: n.x,
      y: n.y,
      ...(n.lane === null ? {} : { lane: n.lane }),
      ...(n.w === defaultSize[0] && n.h === defaultSize[1] ? {} : { size: [n.w, n.h] }),
      z: n.z,
      ...said('notes', n, noteFields),
      ...(Object.keys(n.votes).length ? { votes: n.votes } : {}),
      ...by(n.made),
    })),
    links: [...board.links.values()].map(l => ({
      id: l.id,
      from: l.from,
      to: l.to,
      text: l.text,
      ...said('links', l, linkFields),
      ...by(l.made),
    })),
    groups: [...board.groups.values()].map(({ id, name }) => ({ id, name })),
    views: board.views.map(({ id, name, rect }) => ({ id, name, rect })),
    outcomes: board.outcomes.map(({ order: _order, ...questions }) => questions),
    comments: [...board.comments.values()].map(({ made, ...rest }) => ({ ...rest, ...by(made) })),
  })
}

interface WriteOptions {
  /** Makes new ids: needed wherever the plan's ids may be, or have been, on the board. */
  freshIds: boolean
  /** Writes `by` and `votes`: for the server only; the gate refuses it from clients. */
  authors?: boolean
  /** Position of the plan's origin on the wall, px. */
  at?: { x: number; y: number }
}

/** Adds a plan to the board, in one transaction; returns the ids of the notes in the plan's order. */
export function writePlan(writer: Writer, board: BoardSnapshot, plan: BoardPlan, options: WriteOptions): string[] {
  const ids = new Map<string, string>()
  const idOf = (planned: string) => {
    if (!options.freshIds) return planned
    const known = ids.get(planned) ?? writer.newId()
    ids.set(planned, known)
    return known
  }
  const offset = options.at ?? { x: 0, y: 0 }
  const author = (by: string | null | undefined) => (options.authors && by ? { by } : {})
  const laneKeys = generateNKeysBetween(
    board.lanes
      .map(l => l.order)
      .sort()
      .at(-1) ?? null,
    null,
    plan.lanes.length,
  )
  const added = plan.lanes.map((l, index) => ({
    ...l,
    id: idOf(l.id),
    order: laneKeys[index] ?? 'a0',
    source: l.source ?? null,
  }))
  const lanes = layoutLanes([...board.lanes, ...added])
  /** The plan's own lanes on the plan's own wall: its notes are positioned relative to them. */
  const plannedTops = new Map(layoutLanes(added).map(l => [l.id, l.top]))
  const top = [...board.notes.values()].reduce<string | null>((z, n) => (z === null || n.z > z ? n.z : z), null)
  const stack = generateNKeysBetween(top, null, plan.notes.length)
  const noteIds = new Set(plan.notes.map(n => n.id))
  const viewKeys = generateNKeysBetween(board.views.at(-1)?.order ?? null, null, plan.views.length)
  const outcomeKeys = generateNKeysBetween(board.outcomes.at(-1)?.order ?? null, null, plan.outcomes.length)

  return transact(writer, 'plan.write', () => {
    for (const { id, source, ...fields } of added)
      addEntity(writer, 'lanes', id, { ...fields, ...(source === null ? {} : { source }) })
    for (const g of plan.groups) addEntity(writer, 'groups', idOf(g.id), { name: g.name })
    const written = plan.notes.map((n, index) => {
      const { id, x, y, lane, by, group, votes, ...fields } = n
      const height = fields.size?.[1] ?? defaultSize[1]
      const home = lane ? lanes.find(l => l.id === idOf(lane)) : undefined
      // A note stays in its lane even where it overlaps the edge.
      const above = home && plannedTops.get(home.id)
      const planned = home ? [x + offset.x, above === undefined ? y + offset.y - home.top : y - above, home.id] : null
      addEntity(writer, 'notes', idOf(id), {
        ...fields,
        pos: planned ?? positionAt(lanes, x + offset.x, y + offset.y, height),
        z: board.notes.size === 0 && fields.z !== undefined ? fields.z : stack[index],
        ...(group ? { group: idOf(group) } : {}),
        ...(options.authors && votes ? { votes } : {}),
        ...author(by),
      })
      return idOf(id)
    })
    for (const { id, from, to, by, ...fields } of plan.links)
      if (noteIds.has(from) && noteIds.has(to))
        addEntity(writer, 'links', idOf(id), { ...fields, ends: [idOf(from), idOf(to)], ...author(by) })
    for (const [index, v] of plan.views.entries())
      addEntity(writer, 'views', idOf(v.id), { name: v.name, rect: v.rect, order: viewKeys[index] })
    for (const [index, { id, ...texts }] of plan.outcomes.entries())
      addEntity(writer, 'outcome', idOf(id), { ...texts, order: outcomeKeys[index] })
    for (const { id, on, parent, by, ...fields } of plan.comments)
      addEntity(writer, 'comments', idOf(id), {
        ...fields,
        on: on === null ? null : idOf(on),
        parent: parent === null ? null : idOf(parent),
        ...author(by),
      })
    return written
  })
}
