import * as Y from 'yjs'
import type { Role } from '#lib/access/actor.ts'
import type { Phase } from '#lib/access/phase.ts'
import type { ActivityRights } from '#lib/access/rights.ts'
import { fieldOf, type RootName, rootNames, rootOf, schema } from '#lib/board/schema.ts'

/** A board as people see it, with whose each thing is; read without any help of the gate. */
export type Seen = Record<RootName, Record<string, { author: string | undefined; fields: Record<string, unknown> }>>

export function see(doc: Y.Doc, leases: ReadonlyMap<number, string>): Seen {
  const seen = {} as Seen
  for (const root of rootNames) {
    seen[root] = {}
    for (const [id, entity] of rootOf(doc, root).entries()) {
      const by = entity.get?.('by')
      const author = typeof by === 'string' ? by : leases.get(entity._item?.id.client ?? -1)
      seen[root][id] = { author, fields: entity.toJSON?.() ?? {} }
    }
  }
  return seen
}

export interface Doing {
  personId: string
  role: Role
  phase: Phase
}

/**
 * What happened between two sights of a board that somebody should not have been able to do: the policy and the
 * schema said once more, in other words, from the outcome alone. Empty when all is well.
 */
export function breaches(before: Seen, after: Seen, { personId, role, phase }: Doing): string[] {
  const found: string[] = []
  const writes =
    phase.board === 'open' &&
    (role === 'facilitator' || (role === 'contributor' && phase.session === 'open' && !phase.frozen))
  for (const root of rootNames) {
    for (const id of Object.keys(before[root])) if (!after[root][id]) found.push(`${root}/${id} is gone`)
    for (const [id, now] of Object.entries(after[root])) {
      const then = before[root][id]
      const path = `${root}/${id}`
      for (const key of new Set([...Object.keys(then?.fields ?? {}), ...Object.keys(now.fields)])) {
        if (JSON.stringify(then?.fields[key]) === JSON.stringify(now.fields[key])) continue
        const value = now.fields[key]
        found.push(...badValue(root, key, value, then?.fields[key], after).map(what => `${path}/${key}: ${what}`))
        if (!writes) found.push(`${path}/${key} written by one who may not write`)
        else if (then && role !== 'facilitator') {
          const own = then.author === personId
          if (!mayChange(root, key, value, own, then.fields.locked === true, phase.rights))
            found.push(`${path}/${key} of ${then.author} written by ${personId}`)
        }
      }
      if (!then) found.push(...badNew(root, now, { personId, role, phase }).map(what => `${path}: ${what}`))
    }
  }
  return found
}

function badValue(root: RootName, key: string, value: unknown, then: unknown, after: Seen): string[] {
  const field = fieldOf(root, key)
  if (!field) return ['no such field']
  if (field.ability === 'server') return ['the server’s field']
  if (field.type === 'text') {
    if (typeof value !== 'string') return ['no text']
    return value.length > Math.max(4000, typeof then === 'string' ? then.length : 0) ? ['too long'] : []
  }
  if (value === undefined) return field.needed ? ['taken away'] : []
  if (!field.accepts.safeParse(value).success) return [`holds ${JSON.stringify(value)}`]
  if (key === 'ends') {
    const [from, to] = value as [string, string]
    if (from === to || !after.notes[from] || !after.notes[to]) return ['ends nowhere']
  }
  return []
}

function badNew(root: RootName, { author, fields }: Seen['notes'][string], { personId, role, phase }: Doing): string[] {
  const found: string[] = []
  const { rights } = phase
  if (author !== personId) found.push(`made in the name of ${author}`)
  for (const [key, field] of Object.entries(schema[root].fields))
    if ((field.type === 'text' || ('needed' in field && field.needed)) && fields[key] === undefined)
      found.push(`without ${key}`)
  if (role === 'facilitator') return found
  const kinds: Record<RootName, boolean> = {
    notes: !rights.private && (rights.add === 'all' || rights.add.some(kind => kind === fields.kind)),
    links: rights.link,
    lanes: rights.lanes,
    groups: rights.edit !== 'none',
    views: false,
    outcome: rights.outcome,
    comments: rights.comment,
    stage: false,
  }
  if (!kinds[root]) found.push('not for now')
  if (fields.locked === true) found.push('locked')
  if (fields.verdict != null && !rights.verdicts) found.push('a verdict')
  if (fields.mark != null && !rights.marks) found.push('a mark')
  if (fields.processing != null && (!rights.details || rights.edit === 'none')) found.push('a detail')
  return found
}

const looks = ['text', 'colour', 'tags', 'source', 'version', 'pos', 'size', 'z', 'group', 'place', 'ends', 'sides']
const marks = ['mark', 'rework', 'orphan']
const verdicts = ['verdict', 'verdictReason', 'verdictOwner', 'improved', 'crown', 'effort', 'due', 'progress']

/** Whether a contributor may change a field of what is there. */
function mayChange(
  root: RootName,
  key: string,
  value: unknown,
  own: boolean,
  locked: boolean,
  rights: ActivityRights,
): boolean {
  const within = (scope: 'all' | 'own' | 'none') => scope === 'all' || (scope === 'own' && own)
  switch (root) {
    case 'lanes':
      return rights.lanes
    case 'outcome':
      return rights.outcome
    case 'groups':
      return rights.edit !== 'none'
    case 'comments':
      return rights.comment && (own || key === 'resolved' || key === 'accepted')
    case 'views':
    case 'stage':
      return false
    case 'notes':
    case 'links': {
      if (locked || key === 'locked') return false
      if (marks.includes(key)) return rights.marks
      if (verdicts.includes(key)) return rights.verdicts
      const linking = root === 'notes' || rights.link
      if (key === 'deleted') return linking && within(rights.delete)
      if (key === 'kind')
        return within(rights.edit) && (rights.add === 'all' || rights.add.some(kind => kind === value))
      return within(rights.edit) && (looks.includes(key) ? linking : rights.details)
    }
  }
}

/** What must hold of any document behind the gate: nothing waits, nothing is where no board has anything. */
export function malformed(doc: Y.Doc): string[] {
  const found: string[] = []
  if (doc.store.pendingStructs) found.push('parts wait for others')
  if (doc.store.pendingDs) found.push('deletions wait for their victims')
  for (const [name, type] of doc.share) {
    if (!Object.hasOwn(schema, name)) found.push(`a root ${name}`)
    if (type._start) found.push(`a list in ${name}`)
  }
  for (const root of rootNames)
    for (const [id, entity] of rootOf(doc, root).entries()) {
      if (!(entity instanceof Y.Map) || entity._start) found.push(`${root}/${id} is no map`)
      else
        for (const [key, value] of entity.entries())
          if (value instanceof Y.AbstractType && !(value instanceof Y.Text && isPlain(value)))
            found.push(`${root}/${id}/${key} is no plain text`)
    }
  return found
}

const isPlain = (text: Y.Text): boolean =>
  text._map.size === 0 &&
  text
    .toDelta()
    .every((part: { insert: unknown; attributes?: unknown }) => typeof part.insert === 'string' && !part.attributes)
