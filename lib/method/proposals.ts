import type { FailureFields } from '../board/schema.ts'
import type { PointKind } from '../notes/define.ts'
import { noteKind } from '../notes/kinds/index.ts'
import { type FlowGraph, type FlowLink, type FlowNote, splitsInParallel } from './graph.ts'
import { type Parts, pacer } from './parts.ts'

/** A point of failure that the map suggests on a note or link. Never counted as confirmed. */
export interface Proposal {
  readonly on: 'notes' | 'links'
  readonly id: string
  readonly kind: PointKind
  /** The sentence that says why, shown beside confirm and dismiss. */
  readonly why: string
}

/**
 * Returns the kind of point that people gave a note or link: a confirmed mark, or a red, blue or green note that nobody
 * dismissed.
 */
export function saidKind(entity: FailureFields & { kind?: string }): PointKind | null {
  if (entity.mark?.state === 'confirmed') return entity.mark.kind
  const byKind = entity.kind === undefined ? null : (noteKind(entity.kind).failure ?? null)
  return entity.mark?.state === 'dismissed' && entity.mark.kind === byKind ? null : byKind
}

const isDismissed = (entity: FailureFields, kind: PointKind) =>
  entity.mark?.state === 'dismissed' && entity.mark.kind === kind

/**
 * Proposes points of failure. A crossing between lanes counts once: at its link, unless one of its ends is itself a
 * point of the same kind; a link that touches a customer's lane is a Moment of Truth, any other between lanes a Break
 * Point. A decision, or a note with two or more links out that not every case takes, is a Business Rule.
 */
export function* proposePoints(flow: FlowGraph): Parts<Proposal[]> {
  const pause = pacer()
  const proposals: Proposal[] = []
  for (const link of flow.links.values()) {
    if (pause()) yield
    const kind = proposedOnLink(link)
    if (kind)
      proposals.push({
        on: 'links',
        id: link.id,
        kind,
        why:
          kind === 'mot'
            ? 'Crosses the line of interaction: the customer is on one side of it.'
            : `Handed over from ${laneName(link.from)} to ${laneName(link.to)}.`,
      })
  }
  for (const n of flow.notes.values()) {
    if (pause()) yield
    const why = ruleReason(n)
    if (why) proposals.push({ on: 'notes', id: n.note.id, kind: 'br', why })
  }
  return proposals
}

function proposedOnLink({ link, from, to, crosses, touchesCustomer }: FlowLink): PointKind | null {
  if (!link || !crosses || link.mark?.state === 'confirmed') return null
  const kind = touchesCustomer ? 'mot' : 'bp'
  if (isDismissed(link, kind) || saidKind(from.note) === kind || saidKind(to.note) === kind) return null
  return kind
}

function ruleReason(n: FlowNote): string | null {
  if (saidKind(n.note) || isDismissed(n.note, 'br')) return null
  if (noteKind(n.note.kind).role === 'gateway') return 'A decision: what is the rule, why does it exist, since when?'
  const branches = n.out.filter(link => link.link !== null).length
  return branches > 1 && !splitsInParallel(n) ? `${branches} ways go on from here: somebody decides which.` : null
}

const laneName = ({ lane }: FlowNote) => lane?.name || 'one lane'

/** A question to people about a loop or a step. */
export interface Doubt {
  readonly on: 'notes' | 'links'
  readonly id: string
  readonly state: 'confirmed' | 'proposed' | 'dismissed'
  readonly reason: string | null
}

/** Finds links back to an earlier step: rework, which masks a root cause. Open until somebody answers. */
export function* findRework(flow: FlowGraph): Parts<Doubt[]> {
  const pause = pacer()
  const found: Doubt[] = []
  for (const { link, backwards } of flow.links.values()) {
    if (pause()) yield
    if (link && (backwards || link.rework?.state === 'confirmed')) found.push(doubt('links', link.id, link.rework))
  }
  for (const { note } of flow.notes.values()) {
    if (pause()) yield
    if (note.rework?.state === 'confirmed') found.push(doubt('notes', note.id, note.rework))
  }
  return found
}

/** Finds steps that lead to no outcome: "why do we do this?" None while the wall shows no outcome. */
export function* findOrphans(flow: FlowGraph): Parts<Doubt[]> {
  const pause = pacer()
  const found: Doubt[] = []
  for (const { note, work, serves } of flow.notes.values()) {
    if (pause()) yield
    if (work && (serves === false || note.orphan?.state === 'confirmed'))
      found.push(doubt('notes', note.id, note.orphan))
  }
  return found
}

const doubt = (on: Doubt['on'], id: string, answer: FailureFields['rework']): Doubt => ({
  on,
  id,
  state: answer?.state ?? 'proposed',
  reason: answer?.reason ?? null,
})
