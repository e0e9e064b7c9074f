import type { Analysis } from '../method/analysis.ts'
import { sayAmount, sayMinutes, sayShare } from '../method/details.ts'
import { type Tally, tallyPoints } from '../method/points.ts'
import { points as words } from '../method/vocabulary.ts'
import { pointKinds } from '../notes/define.ts'
import { type Basis, basis, basisWords, type Known } from './basis.ts'

/** Counts are points of failure, confirmed and proposed; times are minutes, money is in the workspace's currency. */
export interface Figures {
  readonly points: Tally
  readonly confirmed: number
  readonly rty: number
  /** Steps whose first-time-right was assumed. */
  readonly assumed: number
  readonly lead: number
  readonly processing: number
  readonly cost: number
  readonly steps: number
  /** Share of steps that serve the outcome; null while unknown. */
  readonly outsideIn: number | null
  /** How much of the numbers is stated; null for boards that the library stored before this was recorded. */
  readonly known: Known | null
}

/** Further figures of the board and its report, which the library does not store. */
export interface MoreFigures extends Figures {
  readonly work: number
  readonly activityRatio: number | null
  /** Cases per month. */
  readonly volume: number | null
  readonly costPerMonth: number | null
  /** −2 to +2: mean of the peak and the end of the emotion curve. */
  readonly remembered: number | null
}

function figuresOf(analysis: Analysis): Figures {
  const { rty, lead, processing, cost, missing } = analysis.numbers()
  return {
    points: tallyPoints(analysis.points),
    confirmed: analysis.counts.confirmed.total,
    rty: rty.value,
    assumed: rty.assumed,
    lead,
    processing,
    cost,
    steps: analysis.outsideIn.steps,
    outsideIn: analysis.outsideIn.share,
    known: {
      steps: missing.steps,
      rates: rty.stated,
      times: missing.steps - missing.times,
      costs: missing.steps - missing.costs,
      openShares: missing.shares,
    },
  }
}

export function moreFiguresOf(analysis: Analysis): MoreFigures {
  const { work, activityRatio, volume, costPerMonth } = analysis.numbers()
  const { remembered } = analysis.emotion()
  return { ...figuresOf(analysis), work, activityRatio, volume, costPerMonth, remembered }
}

/** The unit of a number, which decides its format in a spreadsheet. */
export type Unit = 'count' | 'share' | 'minutes' | 'money' | 'feeling'

/** ISO 4217; null: the workspace has none. */
export type Currency = string | null

const says: Readonly<Record<Unit, (value: number, currency: Currency) => string>> = {
  count: value => value.toLocaleString('en', { maximumFractionDigits: 0 }),
  share: value => sayShare(value),
  minutes: sayMinutes,
  money: sayAmount,
  feeling: value => value.toFixed(1).replace('-', '−'),
}

/** One number of a board: what it is called, what it is, and which way is good. */
interface FigureKind<F> {
  readonly key: string
  readonly label: string
  /** Its usual name in the profession. */
  readonly trade?: string
  readonly unit: Unit
  readonly read: (figures: F) => number | null
  readonly rests: (figures: F) => Basis
  readonly good: 'less' | 'more'
  /** Decimals of a share. */
  readonly digits?: number
  /** Also shown when it is 0. */
  readonly always?: true
}

const points: FigureKind<Figures> = {
  key: 'points',
  label: 'Points of failure',
  unit: 'count',
  read: figures => figures.points.total,
  rests: basis.points,
  good: 'less',
  always: true,
}
const through: FigureKind<Figures> = {
  key: 'rty',
  label: 'Gets through without a failure',
  trade: 'rolled throughput yield (RTY)',
  unit: 'share',
  read: figures => figures.rty,
  rests: basis.rates,
  good: 'more',
}
const lead: FigureKind<Figures> = {
  key: 'lead',
  label: 'Lead time',
  unit: 'minutes',
  read: figures => figures.lead,
  rests: basis.times,
  good: 'less',
}
const cost: FigureKind<Figures> = {
  key: 'cost',
  label: 'Cost per case',
  unit: 'money',
  read: figures => figures.cost,
  rests: basis.costs,
  good: 'less',
}
const outsideIn: FigureKind<Figures> = {
  key: 'outside-in',
  label: 'Steps that serve the outcome',
  trade: 'share of all steps',
  unit: 'share',
  read: figures => figures.outsideIn,
  rests: basis.links,
  good: 'more',
}

/** The numbers of cards and comparisons. */
const kinds: readonly FigureKind<Figures>[] = [points, through, lead, cost, outsideIn]
/** The numbers of the board's panel and of its report: the same, and further ones for people who work on the board. */
const moreKinds: readonly FigureKind<MoreFigures>[] = [
  points,
  { ...through, digits: 1 },
  lead,
  {
    key: 'work',
    label: 'Work on a case',
    unit: 'minutes',
    read: figures => figures.work,
    rests: basis.times,
    good: 'less',
  },
  {
    key: 'activity',
    label: 'Activity ratio',
    trade: 'work as a share of the lead time',
    unit: 'share',
    digits: 1,
    read: figures => figures.activityRatio,
    rests: basis.times,
    good: 'more',
  },
  cost,
  {
    key: 'month',
    label: 'Cost per month',
    unit: 'money',
    read: figures => figures.costPerMonth,
    rests: basis.costs,
    good: 'less',
  },
  outsideIn,
  {
    key: 'remembered',
    label: 'Remembered as',
    trade: 'the peak and the end, −2 to +2',
    unit: 'feeling',
    read: figures => figures.remembered,
    rests: basis.said,
    good: 'more',
  },
]

const count = (
  key: string,
  label: string,
  read: (figures: MoreFigures) => number | null,
  rests: (figures: MoreFigures) => Basis = basis.points,
): FigureKind<MoreFigures> => ({ key, label, unit: 'count', read, rests, good: 'less', always: true })

/** The same for a file, with the counts that the screen shows as charts. */
const allKinds: readonly FigureKind<MoreFigures>[] = [
  points,
  ...pointKinds.map(kind => count(kind, words[kind].names, figures => figures.points[kind])),
  count('confirmed', 'Points confirmed by people', figures => figures.confirmed),
  ...moreKinds.slice(1, -2),
  { ...count('volume', 'Cases per month', figures => figures.volume, basis.said), good: 'more' },
  count('steps', 'Steps', figures => figures.steps, basis.wall),
  ...moreKinds.slice(-2),
]

/** One number before and after; null: not known in that view. */
export interface Compared {
  readonly key: string
  readonly label: string
  readonly trade: string | null
  readonly unit: Unit
  readonly before: number | null
  readonly after: number | null
  /** null: equal, unknown, or based only on assumptions. */
  readonly better: boolean | null
  readonly says: (value: number) => string
  /** The basis of each: counted, stated, or assumed. */
  readonly basis: { readonly before: Basis; readonly after: Basis }
  /** The assumption behind it, in words; null: none. */
  readonly note: string | null
}

function compared<F extends Figures>(
  list: readonly FigureKind<F>[],
  before: F,
  after: F,
  currency: Currency,
): Compared[] {
  return list.flatMap(({ key, label, trade = null, unit, digits = 0, read, rests, good, always }) => {
    const [was, is] = [read(before), read(after)]
    // What nobody stated counts as nothing, and nothing known is not nothing spent; points are always counted.
    if (!was && !is && !(always && was !== null)) return []
    const [beforeBasis, afterBasis] = [rests(before), rests(after)]
    const same = was === null || is === null || Math.abs(was - is) < 1e-9
    // Fewer steps at the same assumed rate do not show an improvement.
    const guessed = beforeBasis.is === 'assumed' && afterBasis.is === 'assumed'
    return [
      {
        key,
        label,
        trade,
        unit,
        before: was,
        after: is,
        better: same || guessed ? null : good === 'less' ? is < was : is > was,
        says: (value: number) => (unit === 'share' ? sayShare(value, digits) : says[unit](value, currency)),
        basis: { before: beforeBasis, after: afterBasis },
        note: beforeBasis.assumption,
      },
    ]
  })
}

/** A number of one view, in words. */
export const sayFigure = ({ says }: Pick<Compared, 'says'>, value: number | null): string =>
  value === null ? '–' : says(value)

/** The text to show beside a single number of one view; '' when nothing was assumed. */
export const sayAssumed = ({ is, assumption }: Basis): string =>
  is === 'assumed' ? ', assumed' : assumption === null ? '' : ', partly assumed'

/** The basis of a number in both views, in one sentence. */
export const sayBasis = ({ basis: { before, after } }: Pick<Compared, 'basis'>): string => basisWords(before, after)

export const comparedFigures = (before: Figures, after: Figures, currency: Currency = null): Compared[] =>
  compared(kinds, before, after, currency)
export const comparedMore = (before: MoreFigures, after: MoreFigures, currency: Currency = null): Compared[] =>
  compared(moreKinds, before, after, currency)
export const comparedAll = (before: MoreFigures, after: MoreFigures, currency: Currency = null): Compared[] =>
  compared(allKinds, before, after, currency)
