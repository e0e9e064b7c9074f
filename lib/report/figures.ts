import type { Analysis } from '../method/analysis.ts'
import { sayAmount, sayMinutes, sayShare } from '../method/details.ts'
import { type Tally, tally } from '../method/points.ts'

/** Counts are points of failure, confirmed and proposed; times are minutes, money is in the board's currency. */
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
}

/** What the board shows beside them, and no library keeps. */
export interface MoreFigures extends Figures {
  readonly work: number
  readonly activityRatio: number | null
  readonly costPerMonth: number | null
  /** −2 to +2: mean of the peak and the end of the emotion curve. */
  readonly remembered: number | null
}

export function figuresOf(analysis: Analysis): Figures {
  const numbers = analysis.numbers()
  return {
    points: tally(analysis.points),
    confirmed: analysis.counts.confirmed.total,
    rty: numbers.rty.value,
    assumed: numbers.rty.assumed,
    lead: numbers.lead,
    processing: numbers.processing,
    cost: numbers.cost,
    steps: analysis.outsideIn.steps,
    outsideIn: analysis.outsideIn.share,
  }
}

export function moreFiguresOf(analysis: Analysis): MoreFigures {
  const { work, activityRatio, costPerMonth } = analysis.numbers()
  const { remembered } = analysis.emotion()
  return { ...figuresOf(analysis), work, activityRatio, costPerMonth, remembered }
}

/** One number of a board: what it is called, how it is said, and which way is good. */
interface FigureKind<F> {
  readonly key: string
  readonly label: string
  /** What the trade calls it. */
  readonly trade?: string
  readonly read: (figures: F) => number | null
  readonly says: (value: number) => string
  readonly good: 'less' | 'more'
}

const points: FigureKind<Figures> = {
  key: 'points',
  label: 'Points of failure',
  read: figures => figures.points.total,
  says: String,
  good: 'less',
}
const through: FigureKind<Figures> = {
  key: 'rty',
  label: 'Gets through without a failure',
  trade: 'rolled throughput yield (RTY)',
  read: figures => figures.rty,
  says: value => sayShare(value),
  good: 'more',
}
const lead: FigureKind<Figures> = {
  key: 'lead',
  label: 'Lead time',
  read: figures => figures.lead,
  says: sayMinutes,
  good: 'less',
}
const cost: FigureKind<Figures> = {
  key: 'cost',
  label: 'Cost per case',
  read: figures => figures.cost,
  says: sayAmount,
  good: 'less',
}
const outsideIn: FigureKind<Figures> = {
  key: 'outside-in',
  label: 'Steps that serve the outcome',
  read: figures => figures.outsideIn,
  says: value => sayShare(value),
  good: 'more',
}

/** The numbers of cards, reports and comparisons. */
const kinds: readonly FigureKind<Figures>[] = [points, through, lead, cost, outsideIn]
/** The numbers of the board's own panel: the same, and those that only who works on it wants. */
const moreKinds: readonly FigureKind<MoreFigures>[] = [
  points,
  { ...through, says: value => sayShare(value, 1) },
  lead,
  { key: 'work', label: 'Work on a case', read: figures => figures.work, says: sayMinutes, good: 'less' },
  {
    key: 'activity',
    label: 'Activity ratio',
    trade: 'work as a share of the lead time',
    read: figures => figures.activityRatio,
    says: value => sayShare(value, 1),
    good: 'more',
  },
  cost,
  { key: 'month', label: 'Cost per month', read: figures => figures.costPerMonth, says: sayAmount, good: 'less' },
  outsideIn,
  {
    key: 'remembered',
    label: 'Remembered as',
    trade: 'the peak and the end, −2 to +2',
    read: figures => figures.remembered,
    says: value => value.toFixed(1).replace('-', '−'),
    good: 'more',
  },
]

/** One number before and after; null: not known in that view. */
export interface Compared {
  readonly key: string
  readonly label: string
  readonly trade: string | null
  readonly before: number | null
  readonly after: number | null
  /** null: neither, or not known. */
  readonly better: boolean | null
  readonly says: (value: number) => string
  readonly note: string | null
}

function compared<F extends Figures>(list: readonly FigureKind<F>[], before: F, after: F): Compared[] {
  return list.flatMap(({ key, label, trade = null, read, says, good }) => {
    const [was, is] = [read(before), read(after)]
    // What nobody stated counts as nothing, and nothing known is not nothing spent; points are always counted.
    if (!was && !is && key !== 'points') return []
    const same = was === null || is === null || Math.abs(was - is) < 1e-9
    return [
      {
        key,
        label,
        trade,
        before: was,
        after: is,
        better: same ? null : good === 'less' ? is < was : is > was,
        says,
        note: key === 'rty' && before.assumed > 0 ? assumedWords(before.assumed) : null,
      },
    ]
  })
}

/** A number of one view, in words. */
export const sayFigure = ({ says }: Pick<Compared, 'says'>, value: number | null): string =>
  value === null ? '–' : says(value)

const assumedWords = (count: number) => `${count} step${count === 1 ? '' : 's'} assumed at 95% first time right`

export const comparedFigures = (before: Figures, after: Figures): Compared[] => compared(kinds, before, after)
export const comparedMore = (before: MoreFigures, after: MoreFigures): Compared[] => compared(moreKinds, before, after)
