import type { Link, Note } from '../board/snapshot.ts'
import { type Parts, pacer } from './parts.ts'
import { acts, type CrownSide, crownSides, crown as words } from './vocabulary.ts'

interface SideBalance {
  readonly better: number
  readonly worse: number
  readonly same: number
  /** Number of verdicts without a stated effect. */
  readonly unsaid: number
  /** Σ amounts, each counted once: negative is down. null: no amount is stated. */
  readonly amount: number | null
}
export type CrownBalance = Readonly<Record<CrownSide, SideBalance>> & {
  readonly verdicts: number
  /** Number of hand-offs whose amount is already stated by the verdict on a step that they join. */
  readonly twice: number
}

type Sums = Record<CrownSide, { -readonly [K in keyof SideBalance]: SideBalance[K] }>

/**
 * Sums the effect of all Eliminate and Improve verdicts on cost, customer experience and revenue. A saving at a step
 * and at a hand-off to or from it counts once: of a hand-off's amount only what exceeds the steps it joins.
 */
export function* crownBalance(judged: Iterable<Note | Link>): Parts<CrownBalance> {
  const pause = pacer()
  const nothing = () => ({ better: 0, worse: 0, same: 0, unsaid: 0, amount: null as number | null })
  const sides: Sums = { cost: nothing(), experience: nothing(), revenue: nothing() }
  const handOffs: Link[] = []
  const steps = new Map<string, Note>()
  let [verdicts, twice] = [0, 0]
  for (const entity of judged) {
    if (pause()) yield
    if (!acts(entity.verdict)) continue
    verdicts += 1
    if ('from' in entity) handOffs.push(entity)
    else steps.set(entity.id, entity)
    for (const side of crownSides) {
      const change = entity.crown?.[side]
      if (!change) sides[side].unsaid += 1
      else if (change.way === 'same') sides[side].same += 1
      else if (change.way === words[side].good) sides[side].better += 1
      else sides[side].worse += 1
      const amount = amountOf(entity, side)
      if (amount !== null && !('from' in entity)) sides[side].amount = (sides[side].amount ?? 0) + amount
    }
  }
  for (const link of handOffs) {
    if (pause()) yield
    let again = false
    for (const side of crownSides) {
      const amount = amountOf(link, side)
      if (amount === null) continue
      const stated = [link.from, link.to]
        .map(id => amountOf(steps.get(id), side) ?? 0)
        .filter(other => Math.sign(other) === Math.sign(amount))
        .reduce((a, b) => a + b, 0)
      if (stated !== 0) again = true
      const beyond = Math.max(0, Math.abs(amount) - Math.abs(stated)) * Math.sign(amount)
      sides[side].amount = (sides[side].amount ?? 0) + beyond
    }
    if (again) twice += 1
  }
  return { ...sides, verdicts, twice }
}

/** A stated amount, negative where it goes down; null: none. */
function amountOf(entity: Note | Link | undefined, side: CrownSide): number | null {
  const change = entity?.crown?.[side]
  if (change?.amount === undefined || change.way === 'same') return null
  return Math.abs(change.amount) * (change.way === 'down' ? -1 : 1)
}

const weight = { up: 1, same: 0, down: -1 } as const

/** How much a verdict helps, −3 to +3: one for each side of the crown that gets better, minus one that gets worse. */
export function impactOf({ crown }: Pick<Note, 'crown'>): number {
  return crownSides.reduce((total, side) => {
    const way = crown?.[side]?.way
    return total + (way ? weight[way] * (words[side].good === 'up' ? 1 : -1) : 0)
  }, 0)
}
