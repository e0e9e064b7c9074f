import type { Lane, Link, Note } from '../board/snapshot.ts'
import { isFlow, isWork, noteKind } from '../notes/kinds/index.ts'
import { isCustomer } from './customer-lane.ts'
import { searchFlow } from './flow-search.ts'
import { isFlowElement } from './from-bpmn.ts'
import { inOnePiece, type Parts, pacer } from './parts.ts'

/** The input of a graph: a board, or a projection of one. */
export interface FlowWall {
  readonly notes: ReadonlyMap<string, Note>
  readonly links: ReadonlyMap<string, Link>
  readonly lanes: readonly Lane[]
}

/** A note on a path. */
export interface FlowNote {
  readonly note: Note
  readonly lane: Lane | null
  readonly out: FlowLink[]
  readonly in: FlowLink[]
  /** Whether it is work: a step or a decision (an outcome is where work leads). */
  readonly work: boolean
  /** Whether its links lead to an outcome; null while the wall shows none. */
  serves: boolean | null
  /** Number of the strongly connected component, in reverse topological order. */
  component: number
  /** The order in which the search left it: a note is left after everything that follows it. */
  left: number
  /** State of the search: when it found the note, the earliest note reached from it, and whether it is on the stack. */
  found: number
  low: number
  state: 'new' | 'on-path' | 'open' | 'closed'
}

/** A link on a path. Two links between the same notes in the same direction are one. */
export interface FlowLink {
  readonly id: string
  /** null: not on the wall, assumed across a gap. */
  readonly link: Link | null
  readonly from: FlowNote
  readonly to: FlowNote
  readonly share: number | null
  /** Goes back to a note that leads to it: a rework loop. */
  backwards: boolean
  /** Its ends lie in two lanes. */
  readonly crosses: boolean
  /** Crosses the line of interaction: one of the two lanes is a customer's. */
  readonly touchesCustomer: boolean
}

export interface FlowGraph {
  readonly notes: ReadonlyMap<string, FlowNote>
  readonly links: ReadonlyMap<string, FlowLink>
  /** Where paths begin, customers' first. */
  readonly starts: readonly FlowNote[]
  /** Strongly connected components with more than one note, or with a link to itself: the loops. */
  readonly loops: readonly (readonly FlowNote[])[]
  /** Components in reverse topological order: whatever follows a note comes before it. */
  readonly components: readonly (readonly FlowNote[])[]
  /** The outcomes that steps should lead to. */
  readonly outcomes: readonly FlowNote[]
}

export interface Bridge {
  readonly from: string
  readonly to: string
  readonly share: number | null
}

/**
 * Builds the flow of a wall: steps, decisions and outcomes; Moments of Truth and Break Points that are linked; rules
 * and plain notes only where a path runs through them, or where a BPMN file has an event or a pool. Pains, ideas and
 * questions are about the process and never part of it. The order of the result never depends on the order of edits.
 */
export const buildFlow = (wall: FlowWall, bridges: readonly Bridge[] = []): FlowGraph =>
  inOnePiece(buildingFlow(wall, bridges))

/** The same as a generator that pauses between parts. */
export function* buildingFlow(wall: FlowWall, bridges: readonly Bridge[] = []): Parts<FlowGraph> {
  const pause = pacer()
  const lanes = new Map(wall.lanes.map(lane => [lane.id, lane]))
  const notes = yield* collectNotes(wall, lanes)
  const links = new Map<string, FlowLink>()
  const add = (id: string, link: Link | null, from: FlowNote, to: FlowNote, share: number | null) => {
    const twin = from.out.find(other => other.to === to)
    if (twin && !speaksLouder(link, twin.link)) return
    const crosses = from.lane !== null && to.lane !== null && from.lane !== to.lane
    const touchesCustomer = crosses && (isCustomers(from) || isCustomers(to))
    const made = { id, link, from, to, share, backwards: false, crosses, touchesCustomer }
    if (twin) {
      links.delete(twin.id)
      from.out[from.out.indexOf(twin)] = made
      to.in[to.in.indexOf(twin)] = made
    } else {
      from.out.push(made)
      to.in.push(made)
    }
    links.set(id, made)
  }
  for (const link of wall.links.values()) {
    if (pause()) yield
    const from = notes.get(link.from)
    const to = notes.get(link.to)
    if (from && to) add(link.id, link, from, to, link.share)
  }
  for (const bridge of bridges) {
    const from = notes.get(bridge.from)
    const to = notes.get(bridge.to)
    if (from && to) add(`gap:${bridge.from}:${bridge.to}`, null, from, to, bridge.share)
  }
  for (const { out } of notes.values()) {
    if (pause()) yield
    out.sort(byTarget)
  }
  const { starts, components } = yield* searchFlow([...notes.values()])
  const loops = components.filter(c => c.length > 1 || c[0]?.out.some(link => link.to === link.from))
  yield
  const outcomes = yield* findOutcomes(notes)
  yield* markServing(notes, outcomes)
  return { notes, links, starts, loops, components, outcomes }
}

function* collectNotes(wall: FlowWall, lanes: ReadonlyMap<string, Lane>): Parts<Map<string, FlowNote>> {
  const pause = pacer()
  const linked = yield* endsOfLinks(wall)
  const notes = new Map<string, FlowNote>()
  for (const note of wall.notes.values()) {
    if (pause()) yield
    if (note.place !== 'wall' || noteKind(note.kind).role === 'remark') continue
    const ends = isFlow(note.kind) ? bothEnds : (linked.get(note.id) ?? 0)
    if (ends === 0 || (ends !== bothEnds && noteKind(note.kind).role === 'aside' && !isFlowElement(note))) continue
    notes.set(note.id, {
      note,
      lane: note.lane === null ? null : (lanes.get(note.lane) ?? null),
      out: [],
      in: [],
      work: isWork(note.kind),
      serves: null,
      component: -1,
      left: -1,
      found: -1,
      low: -1,
      state: 'new',
    })
  }
  return notes
}

const bothEnds = 3

/**
 * Returns which ends of links lie at notes that are in the flow only when linked: 1 one leaves, 2 one enters, 3 both.
 */
function* endsOfLinks(wall: FlowWall): Parts<ReadonlyMap<string, number>> {
  const pause = pacer()
  const ends = new Map<string, number>()
  for (const note of wall.notes.values()) {
    if (pause()) yield
    if (!isFlow(note.kind)) ends.set(note.id, 0)
  }
  if (ends.size === 0) return ends
  for (const { from, to } of wall.links.values()) {
    if (pause()) yield
    // A link to a parked note leads nowhere.
    if (wall.notes.get(from)?.place !== 'wall' || wall.notes.get(to)?.place !== 'wall') continue
    const leaving = ends.get(from)
    if (leaving !== undefined) ends.set(from, leaving | 1)
    const entering = ends.get(to)
    if (entering !== undefined) ends.set(to, entering | 2)
  }
  return ends
}

/** Of two links between the same notes, the one with people's judgement counts; else the one whose id sorts first. */
function speaksLouder(link: Link | null, other: Link | null): boolean {
  if (!link || !other) return other === null && link !== null
  const weight = (l: Link) => (l.verdict ? 4 : 0) + (l.mark ? 2 : 0) + (l.share === null ? 0 : 1)
  return weight(link) === weight(other) ? link.id < other.id : weight(link) > weight(other)
}

const isCustomers = ({ lane }: FlowNote) => lane !== null && isCustomer(lane)
const byTarget = (a: FlowLink, b: FlowLink) => (a.to.note.id < b.to.note.id ? -1 : 1)
/** Returns the outcome notes that have an entering link; without any, the customers' last notes instead. */
function* findOutcomes(notes: ReadonlyMap<string, FlowNote>): Parts<FlowNote[]> {
  const pause = pacer()
  const said: FlowNote[] = []
  const last: FlowNote[] = []
  for (const n of notes.values()) {
    if (pause()) yield
    if (n.in.length === 0) continue
    if (noteKind(n.note.kind).role === 'end') said.push(n)
    if (isCustomers(n) && n.out.every(link => link.backwards)) last.push(n)
  }
  return said.length > 0 ? said : last
}

function* markServing(notes: ReadonlyMap<string, FlowNote>, outcomes: readonly FlowNote[]): Parts<void> {
  if (outcomes.length === 0) return
  const pause = pacer()
  const serving = yield* leadingTo(outcomes)
  for (const n of notes.values()) {
    if (pause()) yield
    n.serves = serving.has(n)
  }
}

/** Returns the notes whose links lead to one of these ends, and the ends themselves. */
export function* leadingTo(ends: readonly FlowNote[]): Parts<ReadonlySet<FlowNote>> {
  const pause = pacer()
  const found = new Set(ends)
  const waiting = [...ends]
  for (let n = waiting.pop(); n; n = waiting.pop()) {
    if (pause()) yield
    for (const { from } of n.in)
      if (!found.has(from)) {
        found.add(from)
        waiting.push(from)
      }
  }
  return found
}

/**
 * Whether a step serves the outcome; null while the wall shows none. People's judgement overrides the links: that it
 * does or does not, or that it is waste, which no customer would pay for and nothing demands.
 */
export function servesOutcome({ note, serves }: FlowNote): boolean | null {
  if (note.orphan?.state === 'dismissed') return true
  if (note.orphan?.state === 'confirmed' || note.value === 'nva') return serves === null ? null : false
  return serves
}

/**
 * Whether every case takes all links out of this note (each share is 100%): work goes on in parallel and nothing is
 * decided.
 */
export const splitsInParallel = (n: FlowNote): boolean => n.out.length > 1 && n.out.every(link => link.share === 1)

/** Weakly connected pieces of the flow, the one with an outcome or a customer first, then the largest. */
export function* pieces(flow: FlowGraph): Parts<FlowNote[][]> {
  const pause = pacer()
  const seen = new Set<FlowNote>()
  const found: FlowNote[][] = []
  for (const n of flow.notes.values()) {
    if (seen.has(n)) continue
    const piece: FlowNote[] = []
    const waiting = [n]
    seen.add(n)
    for (let at = waiting.pop(); at; at = waiting.pop()) {
      if (pause()) yield
      piece.push(at)
      for (const link of at.out) visit(link.to, waiting, seen)
      for (const link of at.in) visit(link.from, waiting, seen)
    }
    found.push(piece)
  }
  yield
  const outcomes = new Set(flow.outcomes)
  const rank = (piece: FlowNote[]) => {
    const leads = piece.length > 1
    return (leads && piece.some(n => outcomes.has(n)) ? 2 : 0) + (leads && piece.some(isCustomers) ? 1 : 0)
  }
  const first = (piece: FlowNote[]) => piece.map(n => n.note.id).sort()[0] ?? ''
  return found
    .map(piece => ({ piece, rank: rank(piece), first: first(piece) }))
    .sort((a, b) => b.rank - a.rank || b.piece.length - a.piece.length || (a.first < b.first ? -1 : 1))
    .map(({ piece }) => piece)
}

function visit(n: FlowNote, waiting: FlowNote[], seen: Set<FlowNote>): void {
  if (seen.has(n)) return
  seen.add(n)
  waiting.push(n)
}
