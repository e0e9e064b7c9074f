import type { Lane, Link, Note } from '../board/snapshot.ts'
import { type PointKind, pointKinds } from '../notes/define.ts'
import { isCustomer } from './customer-lane.ts'
import type { FlowGraph, FlowNote } from './graph.ts'
import { type Parts, pacer } from './parts.ts'
import type { Projection } from './projection.ts'
import { proposePoints, saidKind } from './proposals.ts'
import { ordering } from './reading-order.ts'
import { type ByVerdict, byVerdict, points as words } from './vocabulary.ts'

/** A point of failure on a note or a link. */
export interface FailurePoint {
  /**
   * M1, B2, R3: the number that it was given, else in reading order behind all given ones; the same in as-is and to-be.
   */
  readonly code: string
  readonly kind: PointKind
  readonly state: 'confirmed' | 'proposed'
  readonly on: 'notes' | 'links'
  readonly id: string
  readonly entity: Note | Link
  /**
   * The lane that counts it: of a note, its own; of a hand-off, the lane that hands over; of a contact with the
   * customer, the company's.
   */
  readonly lane: string | null
  /** Why it was proposed; null once people confirmed it. */
  readonly why: string | null
}

/** A dismissed proposal, with the reason; it is not proposed again. */
export interface Dismissed {
  readonly on: 'notes' | 'links'
  readonly id: string
  readonly kind: PointKind
  readonly reason: string | null
}

/** All points of one projection in reading order. `codes` of the as-is are passed in when the to-be is numbered. */
export function* findPoints(
  wall: Projection,
  flow: FlowGraph,
  codes: ReadonlyMap<string, string> = new Map(),
): Parts<{ points: FailurePoint[]; dismissed: Dismissed[] }> {
  const pause = pacer()
  const found: Omit<FailurePoint, 'code'>[] = []
  const dismissed: Dismissed[] = []
  /** Also those of what is no point any more: nothing else gets their numbers. */
  const given: string[] = []
  const proposed = new Map((yield* proposePoints(flow)).map(proposal => [proposal.id, proposal]))
  const collect = (on: 'notes' | 'links', entity: Note | Link, lane: () => string | null) => {
    if (entity.pointCode !== null) given.push(entity.pointCode)
    if (entity.mark?.state === 'dismissed')
      dismissed.push({ on, id: entity.id, kind: entity.mark.kind, reason: entity.mark.reason ?? null })
    const said = saidKind(entity)
    const proposal = said ? undefined : proposed.get(entity.id)
    const kind = said ?? proposal?.kind
    if (!kind) return
    const state = said ? 'confirmed' : 'proposed'
    found.push({ kind, state, on, id: entity.id, entity, lane: lane(), why: proposal?.why ?? null })
  }
  for (const note of wall.notes.values()) {
    if (pause()) yield
    if (note.place === 'wall') collect('notes', note, () => note.lane)
  }
  const customers = new Set(wall.lanes.filter(isCustomer).map(lane => lane.id))
  for (const link of wall.links.values()) {
    if (pause()) yield
    collect('links', link, () => laneOfLink(link, wall, customers))
  }
  return { points: yield* number(found, wall, flow, codes, given), dismissed }
}

/** Returns the lane that counts a note or link, whether it is a point of failure or not. */
export function laneOf(entity: Note | Link, wall: Projection): string | null {
  if (!('from' in entity)) return entity.lane
  return laneOfLink(entity, wall, new Set(wall.lanes.filter(isCustomer).map(lane => lane.id)))
}

function laneOfLink(link: Link, wall: Projection, customers: ReadonlySet<string>): string | null {
  const from = wall.notes.get(link.from)?.lane ?? null
  const to = wall.notes.get(link.to)?.lane ?? null
  return from !== null && !customers.has(from) ? from : (to ?? from)
}

function* number(
  found: Omit<FailurePoint, 'code'>[],
  wall: Projection,
  flow: FlowGraph,
  codes: ReadonlyMap<string, string>,
  given: readonly string[],
): Parts<FailurePoint[]> {
  const order = yield* ordering(wall, flow)
  const placeOf = (id: string) => order.get(id) ?? 0
  const size = order.size + 1
  const pause = pacer()
  const placed: { point: (typeof found)[number]; at: number }[] = []
  for (const point of found) {
    if (pause()) yield
    const { entity, id } = point
    const at = 'from' in entity ? placeOf(entity.from) * size + placeOf(entity.to) + 1 : placeOf(id) * size
    placed.push({ point, at })
  }
  yield
  placed.sort((a, b) => a.at - b.at || (a.point.id < b.point.id ? -1 : 1))
  const next: Record<PointKind, number> = { mot: 1, bp: 1, br: 1 }
  yield
  for (const code of [...codes.values(), ...given])
    for (const kind of pointKinds)
      if (code.startsWith(words[kind].letter)) next[kind] = Math.max(next[kind], Number(code.slice(1)) + 1)
  yield
  // A copied note carries its number along: the first in reading order keeps it.
  const taken = new Set<string>()
  return placed.map(({ point }) => {
    const known = (codes.size > 0 ? codes.get(`${point.kind}/${point.id}`) : undefined) ?? ownCode(point)
    const code = known !== undefined && !taken.has(known) ? known : `${words[point.kind].letter}${next[point.kind]++}`
    taken.add(code)
    return { ...point, code }
  })
}

const ownCode = ({ kind, entity: { pointCode } }: Pick<FailurePoint, 'kind' | 'entity'>): string | undefined =>
  pointCode?.startsWith(words[kind].letter) ? pointCode : undefined

/** Codes for the other view of the same board. */
export const codesOf = (points: readonly FailurePoint[]): Map<string, string> =>
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
  readonly byVerdict: Readonly<ByVerdict<Tally>>
}

type Sum = { -readonly [K in keyof Tally]: Tally[K] }
const nothing = (): Sum => ({ mot: 0, bp: 0, br: 0, total: 0 })
function add(to: Sum, { kind }: FailurePoint): void {
  to[kind] += 1
  to.total += 1
}

export function tallyPoints(points: Iterable<FailurePoint>): Tally {
  const counts = nothing()
  for (const point of points) add(counts, point)
  return counts
}

/** Counts points; confirmed and proposed are counted separately, `all` is both. */
export function* countPoints(points: readonly FailurePoint[]): Parts<Counts> {
  const pause = pacer()
  const counts = { all: nothing(), confirmed: nothing(), proposed: nothing() }
  const judged = byVerdict(nothing)
  const byLane = new Map<string, Sum>()
  for (const point of points) {
    if (pause()) yield
    const lane = byLane.get(point.lane ?? '') ?? nothing()
    byLane.set(point.lane ?? '', lane)
    for (const sum of [counts.all, counts[point.state], judged[point.entity.verdict ?? 'undecided'], lane])
      add(sum, point)
  }
  return { ...counts, byLane, byVerdict: judged }
}

/** Returns the points on a path: those on its notes, and on its links. */
export function pointsAlong(
  points: readonly FailurePoint[],
  notes: readonly FlowNote[],
  links: ReadonlySet<string>,
): FailurePoint[] {
  const ids = new Set(notes.map(n => n.note.id))
  return points.filter(({ on, id }) => (on === 'notes' ? ids.has(id) : links.has(id)))
}

export const laneNameOf = (lanes: readonly Lane[], id: string | null): string =>
  lanes.find(lane => lane.id === id)?.name ?? 'Open paper'
