import { z } from 'zod'

/** Rules of one dot vote. */
export interface VoteRules {
  /** Dots each person has. */
  dots: number
  /** At most so many on one note; null: no limit. */
  perNote: number | null
  /** Whether people may vote for their own notes. */
  self: boolean
  /** Notes that can be voted for. */
  targets: readonly string[]
}

/** Dots by note. */
export const ballot = z.record(z.string().max(40), z.number().int().min(0).max(100))
export type Ballot = z.infer<typeof ballot>

/** Returns why a ballot breaks the rules, in words; null when it does not. `own` tells the voter's own notes. */
export function ballotMistake(rules: VoteRules, cast: Ballot, own: (noteId: string) => boolean): string | null {
  const targets = new Set(rules.targets)
  let total = 0
  for (const [noteId, dots] of Object.entries(cast)) {
    if (dots === 0) continue
    if (!targets.has(noteId)) return 'This note is not part of the vote.'
    if (!rules.self && own(noteId)) return 'In this vote you cannot vote for your own notes.'
    if (rules.perNote !== null && dots > rules.perNote)
      return `At most ${rules.perNote} ${rules.perNote === 1 ? 'dot' : 'dots'} on one note.`
    total += dots
  }
  return total > rules.dots ? `You have ${rules.dots} ${rules.dots === 1 ? 'dot' : 'dots'}.` : null
}

/** Returns the dots on existing notes: dots on deleted notes return to the voter and do not count. */
export const dotsThere = <T extends Readonly<Record<string, number>>>(cast: T, isThere: (noteId: string) => boolean) =>
  Object.fromEntries(Object.entries(cast).filter(([noteId, dots]) => dots > 0 && isThere(noteId)))

export const dotsPlaced = (cast: Ballot): number => Object.values(cast).reduce((sum, dots) => sum + dots, 0)

/** Dots by note over all ballots; notes without a dot count 0. */
export function tally(targets: readonly string[], ballots: Iterable<Ballot>): Record<string, number> {
  const sums: Record<string, number> = Object.fromEntries(targets.map(id => [id, 0]))
  for (const cast of ballots)
    for (const [id, dots] of Object.entries(cast)) if (Object.hasOwn(sums, id)) sums[id] = (sums[id] ?? 0) + dots
  return sums
}

/** The outcome of a vote: null as long as it is not shown. */
export const voteOutcome = z.strictObject({
  /** Dots by note. */
  results: z.record(z.string(), z.number()).nullable().default(null),
  /** In a vote that was announced as open: who placed how many dots on each note. */
  voters: z
    .record(z.string(), z.array(z.tuple([z.string(), z.number()])))
    .nullable()
    .default(null),
})
export type VoteOutcome = z.infer<typeof voteOutcome>

/** Counts the ballots of a vote, by person; names only where they were announced. */
export function outcomeOf(
  { targets, open }: { targets: readonly string[]; open: boolean },
  ballots: ReadonlyMap<string, Ballot>,
): VoteOutcome {
  const results = tally(targets, ballots.values())
  if (!open) return { results, voters: null }
  const voters: Record<string, [string, number][]> = {}
  for (const [personId, cast] of ballots)
    for (const [noteId, dots] of Object.entries(cast))
      if (dots > 0 && Object.hasOwn(results, noteId)) voters[noteId] = [...(voters[noteId] ?? []), [personId, dots]]
  return { results, voters }
}

export interface Rank {
  noteId: string
  dots: number
  /** 1 is the most; notes with equal dots share a rank, and the next one skips (1, 2, 2, 4). */
  rank: number
}

/** Standard competition ranking: ties are shown as ties. */
export function ranking(results: Readonly<Record<string, number>>): Rank[] {
  const sorted = Object.entries(results).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return sorted.map(([noteId, dots]) => ({ noteId, dots, rank: 1 + sorted.findIndex(([, other]) => other === dots) }))
}

/** Returns the notes that share the first rank, when there is more than one: a second round decides between them. */
export function tiedOnTop(results: Readonly<Record<string, number>>): string[] {
  const top = ranking(results).filter(({ rank, dots }) => rank === 1 && dots > 0)
  return top.length > 1 ? top.map(({ noteId }) => noteId) : []
}
