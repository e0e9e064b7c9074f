import type { Link, Note } from '../board/snapshot.ts'
import type { Bridge, FlowWall } from './graph.ts'
import { inOnePiece, type Parts, pacer } from './parts.ts'

export type BoardView = 'as-is' | 'to-be'

/** A board in one of its two views. Notes and links that are the same in both keep their identity. */
export interface Projection extends FlowWall {
  readonly view: BoardView
  /** On the as-is but not on the to-be, by verdict or because an end was eliminated. */
  readonly eliminated: ReadonlySet<string>
  /** Changed by an Improve verdict. */
  readonly improved: ReadonlySet<string>
  /** On the to-be only. */
  readonly added: ReadonlySet<string>
  /** Where elimination left a link without an end. Always empty for the as-is. */
  readonly gaps: readonly Gap[]
}

/** A break in a path where notes or links were eliminated, and the links that would close it. */
export interface Gap {
  /** The eliminated notes and links; the first one identifies the gap. */
  readonly eliminated: readonly string[]
  readonly bridges: readonly Bridge[]
}

type Seen = { version: Note['version'] }
const isGone = (entity: Seen & { verdict: Note['verdict'] }, view: BoardView) =>
  view === 'as-is' ? entity.version === 'to-be' : entity.version === 'as-is' || entity.verdict === 'eliminate'

/**
 * Returns the board as-is (without additions for the to-be), or to-be: without eliminated notes and their links, and
 * with improved texts.
 */
export const project = (board: FlowWall, view: BoardView): Projection => inOnePiece(projecting(board, view))

/** The same as a generator that pauses between parts. */
export function* projecting(board: FlowWall, view: BoardView): Parts<Projection> {
  const pause = pacer()
  const notes = new Map<string, Note>()
  const links = new Map<string, Link>()
  const eliminated = new Set<string>()
  const improved = new Set<string>()
  const added = new Set<string>()
  for (const note of board.notes.values()) {
    if (pause()) yield
    if (isGone(note, view)) {
      if (view === 'to-be') eliminated.add(note.id)
      continue
    }
    if (note.version === 'to-be') added.add(note.id)
    if (note.verdict === 'improve') improved.add(note.id)
    const rewritten = view === 'to-be' && note.verdict === 'improve' && note.improved
    notes.set(note.id, rewritten ? { ...note, text: rewritten } : note)
  }
  for (const link of board.links.values()) {
    if (pause()) yield
    if (isGone(link, view)) {
      if (view === 'to-be') eliminated.add(link.id)
      continue
    }
    if (!notes.has(link.from) || !notes.has(link.to)) {
      if (board.notes.has(link.from) && board.notes.has(link.to) && view === 'to-be') eliminated.add(link.id)
      continue
    }
    if (link.version === 'to-be') added.add(link.id)
    if (link.verdict === 'improve') improved.add(link.id)
    links.set(link.id, link)
  }
  const gaps = eliminated.size > 0 ? yield* findGaps(board, notes, links, eliminated) : []
  return { view, notes, links, lanes: board.lanes, eliminated, improved, added, gaps }
}

interface Step {
  to: string
  link: Link
}

/**
 * Finds gaps: notes that stay but lost their last leaving or entering link to elimination. A gap is bridged from the
 * notes before the eliminated ones to those after them; the shares along the way multiply.
 */
function* findGaps(
  board: FlowWall,
  notes: ReadonlyMap<string, Note>,
  links: ReadonlyMap<string, Link>,
  eliminated: ReadonlySet<string>,
): Parts<Gap[]> {
  const pause = pacer()
  const onwards = new Set<string>()
  const inwards = new Set<string>()
  for (const link of links.values()) {
    if (pause()) yield
    if (link.from === link.to) continue
    onwards.add(link.from)
    inwards.add(link.to)
  }
  const lost = new Map<string, Step[]>()
  for (const link of board.links.values()) {
    if (pause()) yield
    if (!eliminated.has(link.id) || link.version === 'to-be' || link.from === link.to) continue
    const steps = lost.get(link.from)
    if (steps) steps.push({ to: link.to, link })
    else lost.set(link.from, [{ to: link.to, link }])
  }
  const clusterOf = clusters(lost, notes)
  const gaps = new Map<string, { eliminated: readonly string[]; bridges: Map<string, Bridge> }>()
  for (const [from, first] of lost) {
    if (pause()) yield
    if (notes.get(from)?.place !== 'wall') continue
    for (const { to, share, by } of survivors(from, first, lost, notes)) {
      if (to === from || (onwards.has(from) && inwards.has(to))) continue
      const cluster = clusterOf.get(by) ?? [by]
      const name = cluster[0] ?? by
      const gap = gaps.get(name) ?? { eliminated: cluster, bridges: new Map<string, Bridge>() }
      gap.bridges.set(`${from} ${to}`, { from, to, share })
      gaps.set(name, gap)
    }
  }
  return [...gaps.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { eliminated: gone, bridges }]) => ({
      eliminated: gone,
      bridges: [...bridges.values()].sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1)),
    }))
}

/** Returns groups of eliminated notes connected by eliminated links, sorted by id. */
function clusters(
  lost: ReadonlyMap<string, readonly Step[]>,
  notes: ReadonlyMap<string, Note>,
): Map<string, readonly string[]> {
  const beside = new Map<string, string[]>()
  const join = (a: string, b: string) => beside.set(a, [...(beside.get(a) ?? []), b])
  for (const [from, steps] of lost)
    for (const { to } of steps) {
      if (notes.has(from) || notes.has(to)) continue
      join(from, to)
      join(to, from)
    }
  const clusterOf = new Map<string, readonly string[]>()
  for (const id of beside.keys()) {
    if (clusterOf.has(id)) continue
    const members = new Set([id])
    for (const member of members) for (const other of beside.get(member) ?? []) members.add(other)
    const sorted = [...members].sort()
    for (const member of sorted) clusterOf.set(member, sorted)
  }
  return clusterOf
}

/**
 * Returns the remaining notes that are reached from a remaining note only through eliminated ones (`by`: the first of
 * these).
 */
function survivors(
  from: string,
  first: readonly Step[],
  lost: ReadonlyMap<string, readonly Step[]>,
  notes: ReadonlyMap<string, Note>,
): { to: string; share: number | null; by: string }[] {
  const found = new Map<string, { to: string; share: number | null; by: string }>()
  const seen = new Set([from])
  const waiting = first.map(({ to, link }) => ({ to, share: link.share, by: notes.has(to) ? link.id : to }))
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    const { to, share, by } = at
    if (notes.has(to)) {
      if (!found.has(to)) found.set(to, at)
      continue
    }
    if (seen.has(to)) continue
    seen.add(to)
    const next = lost.get(to) ?? []
    for (const on of next) {
      const stated = share !== null || on.link.share !== null
      waiting.push({ to: on.to, share: stated ? (share ?? 1) * (on.link.share ?? 1 / next.length) : null, by })
    }
  }
  return [...found.values()]
}
