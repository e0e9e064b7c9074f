import type { FlowNote } from './graph.ts'
import { type Parts, pacer } from './parts.ts'
import { type Branch, type PathChoices, routingFrom } from './weights.ts'

/** A path of a case through the flow: one choice at every decision, all branches at a parallel split. */
export interface Path {
  /** Stable while the flow is: made from its choices. */
  readonly key: string
  readonly start: FlowNote
  readonly choices: PathChoices
  /** Probability that a case from its start takes this path. */
  readonly share: number
  /** In the order of the flow. */
  readonly notes: readonly FlowNote[]
  /** Ids of the links it takes. */
  readonly links: ReadonlySet<string>
}

const none: PathChoices = new Map()

/** A partial path: fixed choices, and how many of its decisions must not be reconsidered. */
interface Draft {
  readonly choices: ReadonlyMap<string, string>
  readonly fixed: number
  /** Upper bound of the share of the finished path. */
  readonly estimate: number
}

interface Walk extends Path {
  readonly decisions: readonly { at: FlowNote; branches: readonly Branch[]; taken: number }[]
}

/**
 * Yields the likeliest paths from a start: first the likeliest choice at every decision, then deviations from it
 * (Lawler 1972). Rework is not a path of its own. The work is bounded: `most` paths, and `effort` notes visited.
 */
export function* likelyPaths(start: FlowNote, most = 12, effort = 6_000): Parts<Path[]> {
  const drafts: Draft[] = [{ choices: new Map(), fixed: 0, estimate: 1 }]
  const found: Walk[] = []
  let visited = 0
  while (drafts.length > 0 && found.length < most && visited < effort) {
    const draft = takeLikeliest(drafts)
    const path = yield* walk(start, draft.choices)
    yield
    visited += path.notes.length
    found.push(path)
    for (let i = draft.fixed; i < path.decisions.length; i++) {
      const decision = path.decisions[i]
      if (!decision) continue
      const before = path.decisions.slice(0, i).map(d => [d.at.note.id, d.branches[d.taken]?.[0].id ?? ''] as const)
      const likeliest = decision.branches[decision.taken]?.[1] ?? 1
      for (const [link, p] of decision.branches.slice(1))
        if (p > 0)
          drafts.push({
            choices: new Map([...before, [decision.at.note.id, link.id]]),
            fixed: i + 1,
            estimate: (path.share / likeliest) * p,
          })
    }
  }
  return found.sort((a, b) => b.share - a.share)
}

function takeLikeliest(drafts: Draft[]): Draft {
  let best = 0
  for (let i = 1; i < drafts.length; i++) if ((drafts[i]?.estimate ?? 0) > (drafts[best]?.estimate ?? 0)) best = i
  return drafts.splice(best, 1)[0] as Draft
}

/** Follows a path to its end; at decisions without a choice it takes the likeliest link. */
function* walk(start: FlowNote, chosen: ReadonlyMap<string, string>): Parts<Walk> {
  const pause = pacer()
  const choices = new Map<string, string>()
  const decisions: Walk['decisions'][number][] = []
  const notes = new Set<FlowNote>()
  const links = new Set<string>()
  const waiting = [start]
  let share = 1
  for (let n = waiting.pop(); n; n = waiting.pop()) {
    if (notes.has(n)) continue
    if (pause()) yield
    notes.add(n)
    const { straight, parallel } = routingFrom(n, none)
    let branches: readonly Branch[] = straight
    if (!parallel && branches.length > 1) {
      branches = straight.toSorted((a, b) => b[1] - a[1] || (a[0].id < b[0].id ? -1 : 1))
      const said = chosen.get(n.note.id)
      const taken = Math.max(0, said === undefined ? 0 : branches.findIndex(([link]) => link.id === said))
      decisions.push({ at: n, branches, taken })
      branches = branches.slice(taken, taken + 1)
      for (const [link, p] of branches) {
        choices.set(n.note.id, link.id)
        share *= p
      }
    }
    for (const [link] of branches) {
      links.add(link.id)
      waiting.push(link.to)
    }
  }
  const key = [...choices].map(([note, link]) => `${note}>${link}`).join(' ')
  const inOrder = [...notes].sort((a, b) => b.left - a.left)
  return { key: `${start.note.id}: ${key}`, start, choices, share, notes: inOrder, links, decisions }
}

/** Returns every note and link that cases from these starts can meet without rework. */
export function* reached(starts: readonly FlowNote[]): Parts<{ notes: Set<FlowNote>; links: Set<string> }> {
  const pause = pacer()
  const notes = new Set(starts)
  const links = new Set<string>()
  for (const n of notes) {
    if (pause()) yield
    for (const { id, to, backwards } of n.out) {
      links.add(id)
      if (!backwards) notes.add(to)
    }
  }
  return { notes, links }
}

/** Returns what distinguishes a path from others: its choices at decisions, in the order of the flow. */
export function choicesInWords({ notes, choices }: Path): string[] {
  return notes.flatMap(n => {
    const taken = choices.get(n.note.id)
    const link = n.out.find(one => one.id === taken)
    if (!link) return []
    return [link.link?.text.trim() || link.to.note.text.trim() || 'Untitled']
  })
}
