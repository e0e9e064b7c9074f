import type { BoardSnapshot, Outcome } from '../board/snapshot.ts'
import { isCustomer } from './customer-lane.ts'
import { type FlowGraph, type FlowNote, leadingTo, servesOutcome } from './graph.ts'
import { type Parts, pacer } from './parts.ts'
import { findMissingMeasures, findWeaselWords } from './words.ts'

/** A stakeholder's promise, and how many steps serve their outcome. */
export interface Stakeholder {
  readonly id: string
  readonly name: string
  /** What the promise lacks to be measurable, in words; empty: nothing. */
  readonly lacks: readonly string[]
  /** Steps that lead to one of their outcome notes; null: the wall has none of theirs. */
  readonly serving: number | null
  readonly steps: number
}

export const stakeholderName = (outcome: Pick<Outcome, 'stakeholder'>, index: number): string =>
  outcome.stakeholder.trim() || (index === 0 ? 'The customer' : `Stakeholder ${index + 1}`)

/**
 * Returns the stakeholders in order. Theirs are the outcomes in the lane with their name; the first one, the customer,
 * has those in the customers' lanes. Steps are counted as for the outside-in share, without steps that people judged as
 * serving an outcome without a link: it is unknown whose.
 */
export function* stakeholdersOf({ outcomes }: Pick<BoardSnapshot, 'outcomes'>, flow: FlowGraph): Parts<Stakeholder[]> {
  const pause = pacer()
  const work = [...flow.notes.values()].filter(n => n.work)
  const found: Stakeholder[] = []
  for (const [index, outcome] of outcomes.entries()) {
    const name = stakeholderName(outcome, index)
    const bearsName = ({ lane }: FlowNote) => lane !== null && plain(lane.name) === plain(name)
    const isTheirs = (n: FlowNote) =>
      bearsName(n) || (index === 0 && n.lane !== null && isCustomer(n.lane) && !ownedByAnother(n, outcomes))
    const ends = flow.outcomes.filter(isTheirs)
    const reached = yield* leadingTo(ends)
    let serving = 0
    for (const n of work) {
      if (pause()) yield
      if (reached.has(n) && servesOutcome(n) !== false) serving += 1
    }
    found.push({
      id: outcome.id,
      name,
      lacks: lacksOf(outcome.promise),
      serving: ends.length === 0 ? null : serving,
      steps: work.length,
    })
  }
  return found
}

const plain = (name: string) => name.trim().toLowerCase()

/** A second kind of customer may have a lane, and an outcome, of their own. */
const ownedByAnother = ({ lane }: FlowNote, outcomes: readonly Outcome[]) =>
  outcomes.some((other, index) => index > 0 && lane !== null && plain(other.stakeholder) === plain(lane.name))

function lacksOf(promise: string): string[] {
  if (!promise.trim()) return ['no promise yet']
  const words = findWeaselWords(promise).map(({ word }) => `“${word}” measures nothing`)
  const missing = findMissingMeasures(promise).flatMap(({ letter }) =>
    letter === 'M' ? ['no number in it'] : letter === 'T' ? ['no time in it'] : [],
  )
  return [...new Set([...words, ...missing])]
}
