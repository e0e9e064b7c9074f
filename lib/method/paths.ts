import type { Flow, FlowLink, FlowNote } from './graph.ts'
import { type Choices, waysFrom } from './weights.ts'

/** One way of a case through the flow: a choice at every decision it meets, all branches where it is split. */
export interface Path {
  /** Stable while the flow is: the choices it makes. */
  readonly key: string
  readonly start: FlowNote
  readonly choices: Choices
  /** Probability that a case that begins at its start goes this way. */
  readonly share: number
  /** In the order of the flow. */
  readonly notes: readonly FlowNote[]
  /** Ids of the links it takes. */
  readonly links: ReadonlySet<string>
}

interface Draft {
  choices: Map<string, string>
  share: number
  notes: Set<FlowNote>
  links: Set<string>
  waiting: FlowNote[]
}

const none: Choices = new Map()

/**
 * The most likely paths from a start, the likeliest first. Rework is not a path of its own. The work is bounded:
 * `most` paths, and `effort` notes visited.
 */
export function likelyPaths(flow: Flow, start: FlowNote, most = 12, effort = 20_000): Path[] {
  const drafts: Draft[] = [
    { choices: new Map(), share: 1, notes: new Set(), links: new Set(), waiting: flow.notes.size ? [start] : [] },
  ]
  const done: Path[] = []
  let visited = 0
  while (drafts.length > 0 && done.length < most && visited < effort) {
    drafts.sort((a, b) => a.share - b.share || (key(a.choices) < key(b.choices) ? 1 : -1))
    const draft = drafts.pop()
    if (!draft) break
    const fork = walk(draft, () => visited++)
    if (!fork) {
      done.push(finish(draft, start))
      continue
    }
    for (const [link, p] of fork.ways) if (p > 0) drafts.push(take(draft, fork.at, link, p))
  }
  return done
}

/** Goes on until a decision has to be made; null when the path has ended. */
function walk(draft: Draft, count: () => void): { at: FlowNote; ways: ReadonlyMap<FlowLink, number> } | null {
  for (let n = draft.waiting.pop(); n; n = draft.waiting.pop()) {
    if (draft.notes.has(n)) continue
    draft.notes.add(n)
    count()
    const { straight, parallel } = waysFrom(n, none)
    if (!parallel && straight.size > 1) return { at: n, ways: straight }
    for (const { id, to } of straight.keys()) {
      draft.links.add(id)
      draft.waiting.push(to)
    }
  }
  return null
}

function take(draft: Draft, at: FlowNote, link: FlowLink, p: number): Draft {
  return {
    choices: new Map(draft.choices).set(at.note.id, link.id),
    share: draft.share * p,
    notes: new Set(draft.notes),
    links: new Set(draft.links).add(link.id),
    waiting: [...draft.waiting, link.to],
  }
}

const key = (choices: Choices) => [...choices].map(([note, link]) => `${note}>${link}`).join(' ')

const finish = (draft: Draft, start: FlowNote): Path => ({
  key: `${start.note.id}: ${key(draft.choices)}`,
  start,
  choices: draft.choices,
  share: draft.share,
  notes: [...draft.notes].sort((a, b) => b.left - a.left),
  links: draft.links,
})

/** Every note and link that cases from these starts can meet without rework. */
export function reached(starts: readonly FlowNote[]): { notes: Set<FlowNote>; links: Set<string> } {
  const notes = new Set(starts)
  const links = new Set<string>()
  for (const n of notes)
    for (const { id, to, backwards } of n.out) {
      links.add(id)
      if (!backwards) notes.add(to)
    }
  return { notes, links }
}
