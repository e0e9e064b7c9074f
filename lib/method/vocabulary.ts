import type { FailureFields, OutcomeQuestion } from '../board/schema.ts'
import type { Lane, Note } from '../board/snapshot.ts'
import type { PointKind } from '../notes/define.ts'
import { breakPoint } from '../notes/kinds/break-point.ts'
import { businessRule } from '../notes/kinds/business-rule.ts'
import { momentOfTruth } from '../notes/kinds/moment-of-truth.ts'

/**
 * The words of the method, each defined once: panels, stamps, pictures, reports and exports take them from here. The
 * ids are defined where they are stored (lib/board/fields.ts, lib/notes); the names of note kinds, by the kinds.
 */

interface PointWords {
  name: string
  names: string
  /** First letter of its code: M1. */
  letter: string
  /** The paper and the colour of its stamp. */
  paper: Note['colour'] & string
  hint: string
}

/** The three kinds of points of failure, in the order in which they are counted. */
export const points = {
  mot: { ...wordsOf(momentOfTruth), names: 'Moments of Truth', letter: 'M' },
  bp: { ...wordsOf(breakPoint), names: 'Break Points', letter: 'B' },
  br: { ...wordsOf(businessRule), names: 'Business Rules', letter: 'R' },
} as const satisfies Record<PointKind, PointWords>

function wordsOf<P extends PointWords['paper']>({ label, hint, paper }: { label: string; hint: string; paper: P }) {
  return { name: label, hint, paper }
}

/** "Break Point: any hand-off inside the process." */
export function definitionOf(kind: PointKind): string {
  const { name, hint } = points[kind]
  return `${name}: ${hint.charAt(0).toLowerCase()}${hint.slice(1)}`
}

export type Verdict = NonNullable<FailureFields['verdict']>

interface VerdictWords {
  name: string
  /** On the wall, where there is no room for the name. */
  sign: string
  means: string
  asksReason: string
  /** Becomes an action, and has an effect on the triple crown. */
  acts: boolean
}

export const verdictWords = {
  eliminate: {
    name: 'Eliminate',
    sign: '✕',
    means: 'the to-be goes without it',
    asksReason: 'Why can it go?',
    acts: true,
  },
  improve: {
    name: 'Improve',
    sign: '↑',
    means: 'it stays, and changes',
    asksReason: 'Why does it have to change?',
    acts: true,
  },
  keep: {
    name: 'Keep',
    sign: '✓',
    means: 'for a reason tied to the outcome',
    asksReason: 'Why does the outcome need it?',
    acts: false,
  },
} as const satisfies Record<Verdict, VerdictWords>
export const verdictIds = Object.keys(verdictWords) as Verdict[]

/** A verdict that becomes an action. */
export type ActingVerdict = { [V in Verdict]: (typeof verdictWords)[V]['acts'] extends true ? V : never }[Verdict]
export const acts = (verdict: Verdict | null): verdict is ActingVerdict =>
  verdict !== null && verdictWords[verdict].acts

/** A value for each verdict, and for points without one. */
export type ByVerdict<T> = Record<Verdict | 'undecided', T>
export const byVerdict = <T>(of: (verdict: Verdict | 'undecided') => T): ByVerdict<T> => ({
  eliminate: of('eliminate'),
  improve: of('improve'),
  keep: of('keep'),
  undecided: of('undecided'),
})
export const verdictName = (verdict: Verdict | 'undecided' | null): string =>
  verdict === null || verdict === 'undecided' ? 'Undecided' : verdictWords[verdict].name

/** "3 eliminate, 2 improve, 1 keep". */
export const countVerdicts = (counts: Record<Verdict, number>): string =>
  verdictIds.map(verdict => `${counts[verdict]} ${verdictWords[verdict].name.toLowerCase()}`).join(', ')

export type CrownSide = keyof NonNullable<FailureFields['crown']>
type CrownWay = NonNullable<NonNullable<FailureFields['crown']>[CrownSide]>['way']

/**
 * The triple crown, and the good direction of each side: cost down, customer experience up, revenue up (CEM Method).
 */
export const crown = {
  cost: { name: 'Cost', good: 'down' },
  experience: { name: 'Experience', good: 'up' },
  revenue: { name: 'Revenue', good: 'up' },
} as const satisfies Record<CrownSide, { name: string; good: CrownWay }>
export const crownSides = Object.keys(crown) as CrownSide[]
export const crownWays = {
  down: { name: 'down', sign: '↓' },
  same: { name: 'the same', sign: '=' },
  up: { name: 'up', sign: '↑' },
} as const satisfies Record<CrownWay, { name: string; sign: string }>

export const efforts = {
  small: 'Small',
  medium: 'Medium',
  large: 'Large',
} as const satisfies Record<NonNullable<FailureFields['effort']>, string>
export const effortIds = Object.keys(efforts) as (keyof typeof efforts)[]

/** What a step is worth to the customer, as in value-stream mapping. */
export const valueClasses = {
  va: { short: 'VA', name: 'Value-adding', means: 'value-adding: the customer would pay for it' },
  nnva: { short: 'NNVA', name: 'Necessary', means: 'necessary, but not value-adding: we must do it anyway' },
  nva: { short: 'NVA', name: 'Waste', means: 'neither: waste' },
} as const satisfies Record<NonNullable<Note['value']>, { short: string; name: string; means: string }>
export const valueIds = Object.keys(valueClasses) as (keyof typeof valueClasses)[]

/** The actor of a lane. */
export const actors: Readonly<Record<Lane['actor'], string>> = {
  customer: 'Customer',
  'front-stage': 'Front stage',
  'back-stage': 'Back stage',
  supplier: 'Supplier',
  partner: 'Partner',
  employee: 'Employee',
  regulator: 'Regulator or society',
  system: 'System',
}

/** The lines across the wall, see lane-lines.ts. */
export const lineNames = { interaction: 'line of interaction', visibility: 'line of visibility' } as const

/** What the outcome canvas asks. */
interface QuestionWords {
  /** Heading over the answer while it is written. */
  asks: string
  /** Heading over the answer where it is read. */
  heads: string
  hint: string
  /** Checked like a promise: vague words and missing measures are pointed out. */
  measured?: true
  /** Usual number of lines of the answer, where it is not two. */
  lines?: number
}

/**
 * The stakeholder, the promise, and the six questions of the Successful Customer Outcome; the first also asks who it is
 * not.
 */
export const outcomeWords: Readonly<Record<OutcomeQuestion, QuestionWords>> = {
  stakeholder: {
    asks: 'Whose outcome is this?',
    heads: 'Whose outcome it is',
    hint: 'The customer first; then suppliers, employees, the regulator.',
    lines: 1,
  },
  promise: {
    asks: 'The promise',
    heads: 'Promise',
    hint: 'One sentence: what do we promise this customer? “Why are we doing this?” is asked of everything else against it.',
    measured: true,
  },
  customer: {
    asks: '1 · Who is the customer?',
    heads: 'Who is the customer',
    hint: 'One kind of person, in a situation.',
  },
  wrongCustomer: {
    asks: 'Who is not?',
    heads: 'Who is not',
    hint: 'The wrong customer for this process, and where they are better off.',
    lines: 1,
  },
  expects: {
    asks: '2 · What do they expect today?',
    heads: 'What they expect today',
    hint: 'As they would say it, good or bad.',
  },
  process: {
    asks: '3 · What process do they think they are in?',
    heads: 'What process they think they are in',
    hint: '“Getting my kitchen back”, not “filing a claim”.',
    lines: 1,
  },
  affects: {
    asks: '4 · What do we do that affects their success?',
    heads: 'What we do that affects their success',
    hint: 'For better and for worse.',
  },
  needs: {
    asks: '5 · What do they really need?',
    heads: 'What they really need',
    hint: 'Even where they do not ask for it.',
    measured: true,
  },
  outcome: {
    asks: '6 · The outcome, in one line',
    heads: 'Successful Customer Outcome',
    hint: 'Specific, measurable, by when: anybody could tell whether it came true.',
    measured: true,
  },
  isNot: {
    asks: 'What the outcome is not',
    heads: 'What the outcome is not',
    hint: 'What we might deliver, and be proud of, and still have missed it.',
    lines: 1,
  },
}
/** The questions of the Successful Customer Outcome, in their order. */
export const outcomeCanvas = [
  'customer',
  'wrongCustomer',
  'expects',
  'process',
  'affects',
  'needs',
  'outcome',
  'isNot',
] as const satisfies readonly OutcomeQuestion[]
/** The order for readers: results first. */
export const outcomeRead = ['promise', 'outcome', ...outcomeCanvas.filter(question => question !== 'outcome')] as const
