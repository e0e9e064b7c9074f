import { sayShare } from '../method/details.ts'
import { assumedRate } from '../method/yield.ts'
import type { Figures } from './figures.ts'

/** How many of the values along the path people have stated. */
export interface Known {
  /** Steps on the way. */
  readonly steps: number
  /** Notes with a first-time-right, and steps with a time and with a cost. */
  readonly rates: number
  readonly times: number
  readonly costs: number
  /** Decisions whose shares were assumed equal, and loops assumed not taken. */
  readonly openShares: number
}

/** The basis of a number: counted on the wall, stated by people, or assumed. */
export interface Basis {
  readonly is: 'counted' | 'stated' | 'partly' | 'assumed'
  readonly words: string
  /** The assumption, as a note to the number; null: none. */
  readonly assumption: string | null
}

const steps = (count: number) => `${count} step${count === 1 ? '' : 's'}`
const unknown: Basis = { is: 'stated', words: 'stated', assumption: null }

/** Times and costs: a step without one counts as 0. */
function sums(known: Known | null, stated: number): Basis {
  if (!known) return unknown
  const silent = known.steps - stated
  const ways =
    known.openShares > 0 ? `shares assumed at ${known.openShares} branching${known.openShares === 1 ? '' : 's'}` : null
  if (silent === 0)
    return {
      is: ways ? 'partly' : 'stated',
      words: ['stated at every step', ways].filter(Boolean).join(', '),
      assumption: ways,
    }
  const assumption = [`${steps(silent)} counted as nothing`, ways].filter(Boolean).join(', ')
  return {
    is: 'partly',
    words: `stated at ${stated} of ${steps(known.steps)}, the rest counted as nothing${ways ? `, ${ways}` : ''}`,
    assumption,
  }
}

/** Rates: a step without one counts with the assumed rate. */
function rates({ known, assumed, steps: all }: Figures): Basis {
  const stated = known?.rates ?? Math.max(0, all - assumed)
  if (assumed === 0)
    return { is: 'stated', words: stated > 0 ? `stated at ${steps(stated)}` : 'no step on the way', assumption: null }
  const assumption = `${steps(assumed)} assumed at ${sayShare(assumedRate)} first time right`
  if (stated > 0) return { is: 'partly', words: `stated at ${steps(stated)}, ${assumption}`, assumption }
  return { is: 'assumed', words: `assumed: nobody stated a rate, ${assumption}`, assumption }
}

export const basis = {
  wall: (): Basis => ({ is: 'counted', words: 'counted on the wall', assumption: null }),
  points: ({ points, confirmed }: Figures): Basis => ({
    is: 'counted',
    words:
      points.total === 0
        ? 'counted on the wall'
        : `counted on the wall, ${confirmed === points.total ? 'all' : confirmed || 'none'} confirmed by people`,
    assumption: null,
  }),
  /** Steps that lead to an outcome. */
  links: (): Basis => ({
    is: 'counted',
    words: 'counted along the links; what people call waste serves none',
    assumption: null,
  }),
  said: (): Basis => unknown,
  rates,
  times: ({ known }: Figures): Basis => sums(known, known?.times ?? 0),
  costs: ({ known }: Figures): Basis => sums(known, known?.costs ?? 0),
} as const

export const basisWords = (before: Basis, after: Basis): string =>
  before.words === after.words ? before.words : `as it is: ${before.words}; as it will be: ${after.words}`
