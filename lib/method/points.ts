import type { Lane, Link, Note } from '../board/snapshot.ts'
import type { Flow, FlowNote } from './graph.ts'
import type { Projection } from './projection.ts'
import { type PointKind, type Proposal, pointKinds, proposePoints, saidKind } from './proposals.ts'
import { readingOrder } from './reading-order.ts'

/** A point of failure on a note or a link. */
export interface Point {
  /** M1, B2, R3: numbered in reading order, the same in as-is and to-be. */
  readonly code: string
  readonly kind: PointKind
  readonly state: 'confirmed' | 'proposed'
  readonly on: 'notes' | 'links'
  readonly id: string
  readonly entity: Note | Link
  /** Lane it is counted in: of a note, its own; of a hand-off, the lane that hands over; of a contact with the customer, the company's. */
  readonly lane: string | null
  /** Why it was proposed; null once people said it. */
  readonly why: string | null
}

/** A proposal that somebody dismissed: it stays away, and the reason stays with it. */
export interface Dismissed {
  readonly on: 'notes' | 'links'
  readonly id: string
  readonly kind: PointKind
  readonly reason: string | null
}

const letter = { mot: 'M', bp: 'B', br: 'R' } as const satisfies Record<PointKind, string>

/** All points of one projection in reading order. `codes` of the as-is are passed in when the to-be is numbered. */
export function findPoints(
  wall: Projection,
  flow: Flow,
  codes: ReadonlyMap<string, string> = new Map(),
): { points: Point[]; dismissed: Dismissed[] } {
  const found: Omit<Point, 'code'>[] = []
  const dismissed: Dismissed[] = []
  const proposed = new Map<string, Proposal>()
  for (const proposal of proposePoints(flow)) proposed.set(`${proposal.on}/${proposal.id}`, proposal)
  const collect = (on: 'notes' | 'links', entity: Note | Link, lane: () => string | null) => {
    if (entity.mark?.state === 'dismissed')
      dismissed.push({ on, id: entity.id, kind: entity.mark.kind, reason: entity.mark.reason ?? null })
    const said = saidKind(entity)
    const proposal = said ? undefined : proposed.get(`${on}/${entity.id}`)
    const kind = said ?? proposal?.kind
    if (!kind) return
    const state = said ? 'confirmed' : 'proposed'
    found.push({ kind, state, on, id: entity.id, entity, lane: lane(), why: proposal?.why ?? null })
  }
  for (const note of wall.notes.values()) if (note.place === 'wall') collect('notes', note, () => note.lane)
  for (const link of wall.links.values()) collect('links', link, () => laneOfLink(link, wall))
  return { points: number(found, wall, flow, codes), dismissed }
}

function laneOfLink(link: Link, wall: Projection): string | null {
  const from = wall.notes.get(link.from)?.lane ?? null
  const to = wall.notes.get(link.to)?.lane ?? null
  const isCustomers = (id: string | null) => wall.lanes.some(lane => lane.id === id && lane.actor === 'customer')
  return from !== null && !isCustomers(from) ? from : (to ?? from)
}

function number(
  found: Omit<Point, 'code'>[],
  wall: Projection,
  flow: Flow,
  codes: ReadonlyMap<string, string>,
): Point[] {
  const order = readingOrder(wall, flow)
  const place = (point: Omit<Point, 'code'>): readonly [number, number] => {
    if (point.on === 'notes') return [order.get(point.id) ?? 0, -1]
    const link = point.entity as Link
    return [order.get(link.from) ?? 0, order.get(link.to) ?? 0]
  }
  const placed = found.map(point => ({ point, at: place(point), known: codes.get(`${point.kind}/${point.id}`) }))
  placed.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1] || (a.point.id < b.point.id ? -1 : 1))
  const next: Record<PointKind, number> = { mot: 1, bp: 1, br: 1 }
  for (const code of codes.values())
    for (const kind of pointKinds)
      if (code.startsWith(letter[kind])) next[kind] = Math.max(next[kind], Number(code.slice(1)) + 1)
  return placed.map(({ point, known }) => ({ ...point, code: known ?? `${letter[point.kind]}${next[point.kind]++}` }))
}

/** Codes to keep when the same board is seen the other way. */
export const codesOf = (points: readonly Point[]): Map<string, string> =>
  new Map(points.map(point => [`${point.kind}/${point.id}`, point.code]))

export interface Tally {
  readonly mot: number
  readonly bp: number
  readonly br: number
  readonly total: number
}

export interface Counts {
  readonly all: Tally
  readonly confirmed: Tally
  readonly proposed: Tally
  /** By lane id; points on open paper under ''. */
  readonly byLane: ReadonlyMap<string, Tally>
  readonly byVerdict: { readonly [V in 'eliminate' | 'improve' | 'keep' | 'undecided']: Tally }
}

export function tally(points: Iterable<Point>): Tally {
  const counts = { mot: 0, bp: 0, br: 0, total: 0 }
  for (const { kind } of points) {
    counts[kind] += 1
    counts.total += 1
  }
  return counts
}

/** Counts of points; confirmed and proposed are never mixed up, `all` is both. */
export function countPoints(points: readonly Point[]): Counts {
  const verdict = (given: Note['verdict']) => tally(points.filter(point => point.entity.verdict === given))
  const byLane = Map.groupBy(points, point => point.lane ?? '')
  return {
    all: tally(points),
    confirmed: tally(points.filter(point => point.state === 'confirmed')),
    proposed: tally(points.filter(point => point.state === 'proposed')),
    byLane: new Map([...byLane].map(([lane, inLane]) => [lane, tally(inLane)])),
    byVerdict: {
      eliminate: verdict('eliminate'),
      improve: verdict('improve'),
      keep: verdict('keep'),
      undecided: verdict(null),
    },
  }
}

/** Points met on a path: those on its notes, and on the links it takes. */
export function pointsAlong(points: readonly Point[], notes: readonly FlowNote[], links: ReadonlySet<string>): Point[] {
  const ids = new Set(notes.map(n => n.note.id))
  return points.filter(({ on, id }) => (on === 'notes' ? ids.has(id) : links.has(id)))
}

export const laneNameOf = (lanes: readonly Lane[], id: string | null): string =>
  lanes.find(lane => lane.id === id)?.name ?? 'Open paper'
