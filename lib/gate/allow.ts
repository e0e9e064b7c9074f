import { type Ability, can, type EntityFacts } from '../access/policy.ts'
import { fieldOf, type RootName, schema } from '../board/schema.ts'
import type { GateContext } from './context.ts'
import type { Entity } from './item-location.ts'
import { GateRefusal, refuse } from './refusal.ts'

/**
 * What an update does to one entity or one of its fields; the new value is in the document after the update is applied.
 */
export interface Operation {
  readonly root: RootName
  readonly id: string
  /** null: the entity itself is created. */
  readonly field: string | null
  readonly change: 'create' | 'write' | 'clear' | 'text'
  /** The author of the entity; null if unknown. */
  readonly author: string | null
}

/** For private notes these are one ability; everything else about them is checked as on the wall. */
const inDraft: ReadonlySet<Ability> = new Set<Ability>([
  'board.write',
  'note.add',
  'note.edit',
  'note.kind',
  'note.move',
  'note.place',
  'note.delete',
])

/** Checks the policy; one of the phases that apply must allow it. */
export function requireAbility(asked: Ability, ctx: GateContext, path: string, facts?: EntityFacts): void {
  const ability = ctx.draft && inDraft.has(asked) ? 'draft.write' : asked
  let reason = ''
  for (const phase of ctx.phases) {
    const answer = can(ability, ctx.role, phase, facts)
    if (answer.ok) return
    reason ||= answer.reason
  }
  throw new GateRefusal(`policy.${ability}`, path, reason)
}

/** Checks everything that an update does to one entity, and returns it as operations. */
export function allow(entity: Entity, ctx: GateContext): Operation[] {
  if (ctx.draft && entity.root !== 'notes') refuse('schema.root', entity.path)
  const author = authorOf(entity, ctx)
  const facts: EntityFacts = { own: author === ctx.personId, locked: entity.stored('locked') === true }
  return entity.made ? created(entity, ctx, author) : changed(entity, ctx, author, facts)
}

function created(entity: Entity, ctx: GateContext, author: string | null): Operation[] {
  const { root, id, path } = entity
  const facts: EntityFacts = { own: true, locked: false }
  const { add } = schema[root]
  if (add === 'server') refuse('schema.server', path)
  const kinds = entity.values.get('kind')?.written ?? []
  const places = entity.values.get('place')?.written ?? []
  const place = places.length > 0 && places.every(one => one === 'inbox') ? { place: 'inbox' } : {}
  if (kinds.length === 0) requireAbility(add, ctx, path, facts)
  for (const kind of kinds) requireAbility(add, ctx, path, { ...facts, ...place, kind: String(kind) })
  for (const [key, { written }] of entity.values) {
    const field = fieldOf(root, key)
    // Writing "not set" on a new entity needs no right.
    if (field?.type === 'value' && field.own && written.some(value => value !== null && value !== false))
      requireAbility(abilityOf(entity, key), ctx, `${path}/${key}`, facts)
  }
  return [{ root, id, field: null, change: 'create', author }]
}

function changed(entity: Entity, ctx: GateContext, author: string | null, facts: EntityFacts): Operation[] {
  const { root, id, path } = entity
  const operations: Operation[] = []
  for (const [field, { written }] of entity.values) {
    const ability = abilityOf(entity, field)
    if (field === 'kind')
      for (const kind of written) requireAbility(ability, ctx, `${path}/${field}`, { ...facts, kind: String(kind) })
    if (field !== 'kind' || written.length === 0) requireAbility(ability, ctx, `${path}/${field}`, facts)
    operations.push({ root, id, field, change: written.length > 0 ? 'write' : 'clear', author })
  }
  for (const field of entity.texts.keys()) {
    requireAbility(abilityOf(entity, field), ctx, `${path}/${field}`, facts)
    operations.push({ root, id, field, change: 'text', author })
  }
  return operations
}

/** Who touches what the schema does not have, or what is the server's, is refused where it is found, and once more here. */
function abilityOf(entity: Entity, key: string): Ability {
  const ability = fieldOf(entity.root, key)?.ability ?? 'server'
  return ability === 'server' ? refuse('schema.server', entity.pathOf(key)) : ability
}

/** Returns the author: `by` if the server wrote it, else the person of the creating client id. */
function authorOf(entity: Entity, ctx: GateContext): string | null {
  if (entity.made) return ctx.personId
  const by = entity.stored('by')
  if (typeof by === 'string') return by
  return entity.item ? ctx.leaseOf(entity.item.id.client) : null
}
