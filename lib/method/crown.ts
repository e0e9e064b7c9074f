import type { Link, Note } from '../board/snapshot.ts'
import { type Parts, pacer } from './parts.ts'

export const crownSides = ['cost', 'experience', 'revenue'] as const
export type CrownSide = (typeof crownSides)[number]

interface SideBalance {
  readonly better: number
  readonly worse: number
  readonly same: number
  /** Verdicts that do not say. */
  readonly unsaid: number
  /** Σ amounts: negative is down. null: no amount is stated. */
  readonly amount: number | null
}
export type CrownBalance = Readonly<Record<CrownSide, SideBalance>> & { readonly verdicts: number }

/** The way that is good: cost down, customer experience up, revenue up (the triple crown of the CEM Method). */
export const goodWay = { cost: 'down', experience: 'up', revenue: 'up' } as const

/** What all Eliminate and Improve verdicts together do to cost, customer experience and revenue. */
export function* crownBalance(judged: Iterable<Note | Link>): Parts<CrownBalance> {
  const pause = pacer()
  const sides = {
    cost: { better: 0, worse: 0, same: 0, unsaid: 0, amount: null as number | null },
    experience: { better: 0, worse: 0, same: 0, unsaid: 0, amount: null as number | null },
    revenue: { better: 0, worse: 0, same: 0, unsaid: 0, amount: null as number | null },
  }
  let verdicts = 0
  for (const { verdict, crown } of judged) {
    if (pause()) yield
    if (verdict !== 'eliminate' && verdict !== 'improve') continue
    verdicts += 1
    for (const side of crownSides) {
      const change = crown?.[side]
      if (!change) sides[side].unsaid += 1
      else if (change.way === 'same') sides[side].same += 1
      else if (change.way === goodWay[side]) sides[side].better += 1
      else sides[side].worse += 1
      if (change?.amount !== undefined && change.way !== 'same')
        sides[side].amount = (sides[side].amount ?? 0) + Math.abs(change.amount) * (change.way === 'down' ? -1 : 1)
    }
  }
  return { ...sides, verdicts }
}

const weight = { up: 1, same: 0, down: -1 } as const

/** How much a verdict helps, −3 to +3: one for each side of the crown that gets better, minus one that gets worse. */
export function impactOf({ crown }: Pick<Note, 'crown'>): number {
  return crownSides.reduce((total, side) => {
    const way = crown?.[side]?.way
    return total + (way ? weight[way] * (goodWay[side] === 'up' ? 1 : -1) : 0)
  }, 0)
}
