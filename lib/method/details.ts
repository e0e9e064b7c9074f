import { fieldValues } from '../board/fields.ts'
import type { FailureFields, FieldsBy } from '../board/schema.ts'
import type { Note } from '../board/snapshot.ts'
import { shorten } from '../text/cut.ts'

/** The value of a typed field, or the sentence that says what was expected. */
export type ReadDetail<T> = { ok: true; value: T } | { ok: false; reason: string }
const yes = <T>(value: T): ReadDetail<T> => ({ ok: true, value })
const no = (reason: string): ReadDetail<never> => ({ ok: false, reason })

const lengths: Readonly<Record<string, number>> = {
  s: 1 / 60,
  sec: 1 / 60,
  second: 1 / 60,
  min: 1,
  m: 1,
  minute: 1,
  h: 60,
  hr: 60,
  hour: 60,
  d: 1440,
  day: 1440,
  w: 10_080,
  week: 10_080,
  month: 43_200,
}

/**
 * Parses a number with decimal comma or point; spaces, apostrophes, or the other sign may separate thousands. A single
 * sign before three digits is refused, because readers disagree whether it means thousands or thousandths.
 */
export function readNumber(text: string): number | 'ambiguous' | null {
  const plain = text.trim().replace(/[\s\u00a0\u202f'’]/g, '')
  if (/^[+-]?\d+$/.test(plain)) return Number(plain)
  if (/^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(plain)) return 'ambiguous'
  if (/^[+-]?\d*[.,]\d+$/.test(plain)) return Number(plain.replace(',', '.'))
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return Number(plain.replaceAll(',', ''))
  if (/^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'))
  return null
}

const twoWays = (text: string) =>
  no(`“${text}” can be read two ways. Write it without the sign between thousands, or with one more decimal.`)

/** Characters of the longest time: texts are none. */
const longestTime = 100

/** Minutes: 90, 1:30 (hours and minutes), 1.5 h, 2 days, 1h 20m. Days are days of the clock, 24 hours. */
export function readMinutes(text: string): ReadDetail<number> {
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(text.trim())
  if (clock) return yes(Number(clock[1]) * 60 + Number(clock[2]))
  const plain = readNumber(text)
  if (plain === 'ambiguous') return twoWays(text)
  if (plain !== null) return within(plain, 'minutes')
  const part = /\s*([\d.,'’\s]*\d)\s*([a-z]+?)\.?s?(?=[\s\d,]|$)/giy
  const source = text.trim()
  if (source.length > longestTime) return no(timeHint(shorten(source, longestTime)))
  let total = 0
  for (let match = part.exec(source); match; match = part.exec(source)) {
    const amount = readNumber(match[1] ?? '')
    const unit = lengths[(match[2] ?? '').toLowerCase()]
    if (amount === 'ambiguous') return twoWays(match[1] ?? '')
    if (amount === null || unit === undefined) return no(timeHint(text))
    total += amount * unit
    if (part.lastIndex >= source.length) return within(total, 'minutes')
  }
  return no(timeHint(text))
}

const timeHint = (text: string) => `“${text}” is no time. Write minutes (90), or 1.5 h, 2 days, 1:30.`

function within(value: number, unit: string): ReadDetail<number> {
  if (value < 0) return no(`Less than no ${unit} is not possible.`)
  if (unit === 'minutes' && !fieldValues.minutes.safeParse(value).success)
    return no('More than ten years is not possible.')
  return yes(Math.round(value * 1000) / 1000)
}

/** A share: 95, 95 %, 0.95. Without a percent sign, up to 1 is a fraction. */
export function readShare(text: string): ReadDetail<number> {
  const percent = /%\s*$/.test(text)
  const value = readNumber(text.replace(/%\s*$/, ''))
  if (value === 'ambiguous') return twoWays(text)
  if (value === null) return no(`“${text}” is no share. Write 95 %, 95 or 0.95.`)
  const share = percent || value > 1 ? value / 100 : value
  if (share < 0 || share > 1) return no(`${text.trim()} is not between 0 and 100 %.`)
  return yes(Math.round(share * 1e6) / 1e6)
}

export function readAmount(text: string): ReadDetail<number> {
  const value = readNumber(text.replace(/^\s*(?:[$€£¥]|[A-Z]{3}\b)|(?:[$€£¥]|\b[A-Z]{3})\s*$/g, ''))
  if (value === 'ambiguous') return twoWays(text)
  if (value === null || !fieldValues.amount.safeParse(value).success) return no(`“${text}” is no amount. Write 12.50.`)
  return value < 0 ? no('A cost below nothing is not possible; what comes in is revenue.') : yes(value)
}

export function readCount(text: string): ReadDetail<number> {
  const read = readNumber(text)
  const value = read === 'ambiguous' ? Number(text.replace(/[^\d-]/g, '')) : read
  if (value === null || !fieldValues.count.safeParse(value).success)
    return no(`“${text}” is no number of cases. Write 2600.`)
  return yes(value)
}

const valueNames = {
  va: ['va', 'value-adding', 'value adding', 'value'],
  nnva: ['nnva', 'bnva', 'necessary', 'necessary non-value-adding', 'business value'],
  nva: ['nva', 'waste', 'non-value-adding', 'non value adding'],
} as const satisfies Record<NonNullable<Note['value']>, readonly string[]>

export function readValue(text: string): ReadDetail<NonNullable<Note['value']>> {
  const plain = text.trim().toLowerCase()
  for (const [value, names] of Object.entries(valueNames))
    if ((names as readonly string[]).includes(plain)) return yes(value as NonNullable<Note['value']>)
  return no(`“${text}” is none of VA, NNVA, NVA.`)
}

function readScale(text: string): ReadDetail<number> {
  const plain = text.trim().toLowerCase()
  const value = plain === 'rigid' ? 1 : plain === 'flexible' ? 5 : readNumber(plain)
  return typeof value === 'number' && fieldValues.scale.safeParse(value).success
    ? yes(value)
    : no(`“${text}” is not on the scale from 1 (rigid) to 5 (flexible).`)
}

export const readText =
  (limit: number) =>
  (text: string): ReadDetail<string> =>
    text.length <= limit ? yes(text) : no(`This has ${text.length} characters; there is room for ${limit}.`)

/** Minutes in the shortest words: 45 min, 2.5 h, 3 days. */
export function sayMinutes(minutes: number): string {
  const trim = (n: number) => n.toLocaleString('en', { maximumFractionDigits: n < 10 ? 1 : 0 })
  if (!Number.isFinite(minutes)) return '–'
  if (minutes < 1 && minutes > 0) return `${trim(minutes * 60)} s`
  if (minutes < 90) return `${trim(minutes)} min`
  if (minutes < 2880) return `${trim(minutes / 60)} h`
  return `${trim(minutes / 1440)} days`
}
export const sayShare = (share: number, digits = 0): string =>
  `${(share * 100).toLocaleString('en', { maximumFractionDigits: digits })}%`
/** An amount in a currency (ISO 4217); without one, the bare number. */
export const sayAmount = (amount: number, currency: string | null = null): string =>
  currency === null
    ? amount.toLocaleString('en', { maximumFractionDigits: 2 })
    : amount.toLocaleString('en', { style: 'currency', currency })

type DetailKey = Exclude<keyof FieldsBy<'notes', 'detail.edit'>, keyof FailureFields>

/** A column of the table, and a field in the details of a step or of a point of failure. */
export interface DetailField<K extends string = DetailKey> {
  readonly key: K
  readonly label: string
  /** Shown beside the label. */
  readonly unit: string
  readonly hint: string
  /** Other names of it in spreadsheets, lower case. */
  readonly alias: readonly string[]
  read(text: string): ReadDetail<string | number>
  /** Returns the field's text, which `read` parses to the same value. */
  write(value: string | number): string
}

const exact = (value: string | number) => String(value)

export const detailFields: readonly DetailField[] = [
  {
    key: 'system',
    label: 'System',
    unit: '',
    hint: 'Where it is done: a program, a form, a phone.',
    alias: ['tool', 'application', 'it'],
    read: readText(120),
    write: exact,
  },
  {
    key: 'volume',
    label: 'Volume',
    unit: 'cases / month',
    hint: 'How many cases a month come here.',
    alias: ['cases', 'cases per month', 'per month', 'count'],
    read: readCount,
    write: exact,
  },
  {
    key: 'processing',
    label: 'Processing',
    unit: 'min',
    hint: 'Work on one case: 90, 1.5 h, 1:30.',
    alias: ['processing time', 'process time', 'pt', 'touch time', 'work', 'duration'],
    read: readMinutes,
    write: exact,
  },
  {
    key: 'waiting',
    label: 'Waiting',
    unit: 'min',
    hint: 'Time a case lies there before the work: 2 days, 4 h.',
    alias: ['waiting time', 'wait', 'wait time', 'wt', 'queue', 'queue time', 'idle'],
    read: readMinutes,
    write: exact,
  },
  {
    key: 'cost',
    label: 'Cost',
    unit: 'per case',
    hint: 'What it costs each time, in the workspace’s currency.',
    alias: ['cost per case', 'costs', 'price', 'amount'],
    read: readAmount,
    write: exact,
  },
  {
    key: 'firstTimeRight',
    label: 'First time right',
    unit: '%',
    hint: 'How often nothing has to be asked or done again (%C&A).',
    alias: ['ftr', 'fty', 'first time yield', '%c&a', 'c&a', 'complete and accurate', 'yield', 'quality'],
    read: readShare,
    write: value => `${Math.round(Number(value) * 1e6) / 1e4}%`,
  },
  {
    key: 'value',
    label: 'Value',
    unit: 'VA · NNVA · NVA',
    hint: 'Would the customer pay for it (VA), must we do it anyway (NNVA), or neither (NVA)?',
    alias: ['va', 'va/nva', 'va/nnva/nva', 'value adding', 'class'],
    read: readValue,
    write: value => String(value).toUpperCase(),
  },
  {
    key: 'flexibility',
    label: 'Flexibility',
    unit: '1 rigid – 5 flexible',
    hint: 'Flexible just enough, measured by how much customers vary.',
    alias: ['rigid-flexible', 'rigid–flexible', 'flexible', 'goldilocks'],
    read: readScale,
    write: exact,
  },
  {
    key: 'exceptions',
    label: 'Exceptions',
    unit: '',
    hint: 'What does not go the usual way, and how often.',
    alias: ['exception', 'remarks'],
    read: readText(600),
    write: exact,
  },
]
