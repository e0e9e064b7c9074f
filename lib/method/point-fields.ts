import { fieldValues, limits } from '../board/fields.ts'
import type { FailureFields, FieldsBy } from '../board/schema.ts'
import type { PointKind } from '../notes/define.ts'
import { type DetailField, type ReadDetail, readNumber, readText } from './details.ts'

export type PointKey = keyof FailureFields & keyof FieldsBy<'notes', 'detail.edit'>
type Touch = NonNullable<FailureFields['touch']>

/** A field, and the kinds of points of failure that have it: a rule has no feeling, a contact no owner. */
export interface PointField extends DetailField<PointKey> {
  readonly of: readonly PointKind[]
}

/** Who meets whom at a Moment of Truth. */
export const touches: readonly { value: Touch; label: string }[] = [
  { value: 'person-person', label: 'Person – person' },
  { value: 'person-system', label: 'Person – system' },
  { value: 'system-person', label: 'System – person' },
  { value: 'system-system', label: 'System – system' },
  { value: 'person-product', label: 'Person – product' },
]

/** The customer's feeling, from −2 to +2. */
export const feelings: readonly { value: number; label: string; name: string }[] = [
  { value: -2, label: '−2', name: 'very bad' },
  { value: -1, label: '−1', name: 'bad' },
  { value: 0, label: '0', name: 'neither good nor bad' },
  { value: 1, label: '+1', name: 'good' },
  { value: 2, label: '+2', name: 'very good' },
]

export const sayFeeling = (feeling: number): string =>
  feelings.find(one => one.value === feeling)?.label ?? feeling.toLocaleString('en', { maximumFractionDigits: 1 })

function readTouch(text: string): ReadDetail<string> {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?(?:[-–—/]|to) ?/g, '-')
  const short = /^([ps])-([psx])$/.exec(plain)
  const words = { p: 'person', s: 'system', x: 'product' } as const
  const full = short ? `${words[short[1] as 'p']}-${words[short[2] as 'x']}` : plain
  const found = touches.find(one => one.value === full)
  return found
    ? { ok: true, value: found.value }
    : { ok: false, reason: `“${text}” is no way of meeting. Write person-system, or one of the other four.` }
}

function readFeeling(text: string): ReadDetail<number> {
  const plain = text.trim().toLowerCase().replace('−', '-')
  const named = feelings.find(one => one.name === plain)
  const value = named ? named.value : readNumber(plain)
  return typeof value === 'number' && fieldValues.feeling.safeParse(value).success
    ? { ok: true, value }
    : { ok: false, reason: `“${text}” is no feeling from −2 (very bad) to +2 (very good).` }
}

function readMemory(text: string): ReadDetail<string> {
  const plain = text.trim().toLowerCase()
  return plain === 'peak' || plain === 'end'
    ? { ok: true, value: plain }
    : { ok: false, reason: `“${text}” is neither peak nor end.` }
}

const exact = (value: string | number) => String(value)

/** Fields of points of failure, in the order in which a workshop fills them in. */
export const pointFields: readonly PointField[] = [
  {
    key: 'touch',
    label: 'Who meets whom',
    unit: '',
    hint: 'A person, a system or the product, on either side.',
    alias: ['type', 'touch', 'interaction'],
    of: ['mot'],
    read: readTouch,
    write: exact,
  },
  {
    key: 'feeling',
    label: 'Feeling',
    unit: '−2 to +2',
    hint: 'How it feels to the customer.',
    alias: ['emotion'],
    of: ['mot'],
    read: readFeeling,
    write: value => sayFeeling(Number(value)),
  },
  {
    key: 'cause',
    label: 'Cause',
    unit: '',
    hint: 'What brings it about: the cause, not the symptom.',
    alias: ['root cause', 'because'],
    of: ['mot', 'bp', 'br'],
    read: readText(limits.reason),
    write: exact,
  },
  {
    key: 'memory',
    label: 'Remembered as',
    unit: 'peak · end',
    hint: 'The strongest moment and the last one are what stays.',
    alias: ['memory', 'peak/end'],
    of: ['mot'],
    read: readMemory,
    write: exact,
  },
  {
    key: 'why',
    label: 'Why it exists',
    unit: '',
    hint: 'The reason it was made. If nobody knows one, say that.',
    alias: ['why', 'reason'],
    of: ['br', 'bp'],
    read: readText(limits.reason),
    write: exact,
  },
  {
    key: 'since',
    label: 'Since when',
    unit: '',
    hint: 'A year, or what happened then.',
    alias: ['since'],
    of: ['br'],
    read: readText(limits.name),
    write: exact,
  },
  {
    key: 'ruleOwner',
    label: 'Who owns it',
    unit: '',
    hint: 'Who may change or abolish the rule.',
    alias: ['rule owner', 'owner'],
    of: ['br'],
    read: readText(limits.name),
    write: exact,
  },
]
