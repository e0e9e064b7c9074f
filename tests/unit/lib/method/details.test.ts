import { expect, test } from 'vitest'
import {
  detailFields,
  readAmount,
  readCount,
  readMinutes,
  readNumber,
  readShare,
  readText,
  readValue,
  sayAmount,
  sayMinutes,
  sayShare,
} from '#lib/method/details.ts'

const minutes = (text: string) => {
  const read = readMinutes(text)
  return read.ok ? read.value : read.reason
}

test.each([
  ['90', 90],
  ['1.5', 1.5],
  ['1,5', 1.5],
  ['1:30', 90],
  ['1.5 h', 90],
  ['2 days', 2880],
  ['1h 20m', 80],
  ['1 hour 20 min', 80],
  ['30 s', 0.5],
  ['3d', 4320],
])('“%s” is %s minutes', (text, expected) => expect(minutes(text)).toBe(expected))

test.each(['soon', '-5', '12 parsecs', '3 h later', '', '1.234'])('“%s” is refused as a time, with the reason', text =>
  expect(minutes(text)).toMatch(/\w+ .+\./),
)

test('a share is read with a percent sign, as a percentage, or as a fraction', () => {
  for (const text of ['95%', '95 %', '95', '0.95', '0,95', '.95'])
    expect(readShare(text)).toEqual({ ok: true, value: 0.95 })
  expect(readShare('1')).toEqual({ ok: true, value: 1 })
  for (const text of ['120%', '-3', 'most']) expect(readShare(text).ok).toBe(false)
})

test('amounts and counts are read as people write them, and nonsense is refused', () => {
  expect(readAmount('€ 12,50')).toEqual({ ok: true, value: 12.5 })
  expect(readAmount('1,234.50')).toEqual({ ok: true, value: 1234.5 })
  expect(readAmount('1.234').ok).toBe(false)
  expect(readAmount('=A1+1').ok).toBe(false)
  expect(readAmount('-4').ok).toBe(false)
  expect(readCount('2,600')).toEqual({ ok: true, value: 2600 })
  expect(readCount('a few').ok).toBe(false)
  expect(readValue('Waste')).toEqual({ ok: true, value: 'nva' })
})

test('what a field shows is read back as the same value', () => {
  const samples: Record<string, string | number> = {
    system: 'SAP',
    volume: 310,
    processing: 12.5,
    waiting: 2880,
    cost: 0.6,
    firstTimeRight: 0.875,
    value: 'nnva',
    flexibility: 3,
    exceptions: 'x',
  }
  for (const field of detailFields)
    expect(field.read(field.write(samples[field.key] ?? '')), field.key).toEqual({
      ok: true,
      value: samples[field.key],
    })
})

test('minutes are said in the unit that people would use', () => {
  expect([0.5, 45, 90, 150, 2880, 12_456].map(sayMinutes)).toEqual([
    '30 s',
    '45 min',
    '1.5 h',
    '2.5 h',
    '2 days',
    '8.7 days',
  ])
})

test.each([
  ['0', 0],
  ['+7', 7],
  ['-12', -12],
  [' 1 234 ', 1234],
  ["1'234", 1234],
  ['1’234', 1234],
  ['1\u00a0234\u202f567', 1234567],
  ['1234.5', 1234.5],
  ['12,34', 12.34],
  ['-0.25', -0.25],
  ['+.5', 0.5],
  [',5', 0.5],
  ['0.125', 0.125],
  ['0,125', 0.125],
  ['1234.567', 1234.567],
  ['1,234,567', 1234567],
  ['-12,345.6', -12345.6],
  ['+1,234.567', 1234.567],
  ['1.234.567', 1234567],
  ['-12.345,6', -12345.6],
  ['+1.234,567', 1234.567],
  ['123.456.789,25', 123456789.25],
  ['1.234', 'ambiguous'],
  ['-12,345', 'ambiguous'],
  ['+123.456', 'ambiguous'],
] as const)('“%s” is the number %s', (text, value) => expect(readNumber(text)).toBe(value))

test.each([
  '',
  '-',
  '.',
  '1.',
  '1,',
  'a1',
  '1a',
  '1..2',
  '1,23,456',
  '1.23.456,7',
  '1.2345.678',
  '12,34.5',
  '1-2',
  '--1',
])('“%s” is no number', text => expect(readNumber(text)).toBeNull())

test.each<[text: string, expected: number | string]>([
  ...['s', 'sec', 'secs', 'second', 'seconds'].map((unit): [string, number] => [`90 ${unit}`, 1.5]),
  ...['m', 'min', 'mins', 'min.', 'minute', 'minutes', 'MIN'].map((unit): [string, number] => [`7 ${unit}`, 7]),
  ...['h', 'hr', 'hrs', 'hour', 'hours', 'H'].map((unit): [string, number] => [`2 ${unit}`, 120]),
  ...['d', 'day', 'days'].map((unit): [string, number] => [`2${unit}`, 2880]),
  ...['w', 'week', 'weeks'].map((unit): [string, number] => [`2 ${unit}`, 20160]),
  ...['month', 'months'].map((unit): [string, number] => [`2 ${unit}`, 86400]),
  ['  1 day  2 h 3min 30s ', 1440 + 120 + 3.5],
  ['1 h, 20', 'no time'],
  ['1,5h', 90],
  ['1.5 days', 2160],
  ['1,234.5 min', 1234.5],
  [' 12:05 ', 725],
  ['1234:59', 1234 * 60 + 59],
  ['1:60', 'no time'],
  ['12345:00', 'no time'],
  ['x1:30', 'no time'],
  ['1:300', 'no time'],
  ['h', 'no time'],
  ['5 parsecs', 'no time'],
  ['5 h soon', 'no time'],
  ['soon 5 h', 'no time'],
  ['1.234 h', 'two ways'],
  ['1,234', 'two ways'],
  ['1.2.3 h', 'no time'],
  ['-1', 'Less than no minutes'],
  ['0', 0],
  ['0.00049', 0],
  ['0.0015', 0.002],
  [String(10 * 366 * 1440 + 1), 'ten years'],
])('“%s” is read as %s minutes, or refused with words', (text, expected) => {
  if (typeof expected === 'number') expect(minutes(text)).toBeCloseTo(expected, 9)
  else expect(minutes(text)).toMatch(expected)
})

const reason = (read: ReturnType<typeof readShare>) => (read.ok ? read.value : read.reason)

test('a share that is none says what was expected', () => {
  expect(reason(readShare('most'))).toBe('“most” is no share. Write 95 %, 95 or 0.95.')
  expect(reason(readShare(' 120 % '))).toBe('120 % is not between 0 and 100 %.')
  expect(reason(readShare('-3'))).toBe('-3 is not between 0 and 100 %.')
  expect(reason(readShare('101'))).toBe('101 is not between 0 and 100 %.')
  expect(reason(readShare('1.234'))).toMatch(/^“1.234” can be read two ways\./)
  expect(
    ['0', '0%', '100', '100 %', '1', '1%', '0.5%', '33.3333333%', '%5'].map(text => reason(readShare(text))),
  ).toEqual([...[0, 0, 1, 1, 1, 0.01, 0.005, 0.333333], '“%5” is no share. Write 95 %, 95 or 0.95.'])
})

test('an amount is read with its currency on either side, and nothing below nothing', () => {
  const amounts = ['$5', '5 €', '£ 5', '5¥', 'EUR 5', '5 CHF ', ' USD5', '5.00', '0'].map(text =>
    reason(readAmount(text)),
  )
  expect(amounts).toEqual([5, 5, 5, 5, 5, 5, '“ USD5” is no amount. Write 12.50.', 5, 0])
  expect(reason(readAmount('-4'))).toBe('A cost below nothing is not possible; what comes in is revenue.')
  for (const text of ['a lot', '5 EU', '5 EURO', 'x€5', '1e9', '5 € more'])
    expect(reason(readAmount(text)), text).toBe(`“${text}” is no amount. Write 12.50.`)
  expect(reason(readAmount('1.234'))).toMatch(/two ways/)
})

test('a lone sign before three digits of a number of cases stands between thousands; none is below nothing', () => {
  expect(['0', '2,600', '2.600', '12 345'].map(text => reason(readCount(text)))).toEqual([0, 2600, 2600, 12345])
  for (const text of ['a few', '-1', '-1,234'])
    expect(reason(readCount(text)), text).toBe(`“${text}” is no number of cases. Write 2600.`)
})

test('what a step is worth is understood under its usual names', () => {
  const said = (text: string) => {
    const read = readValue(text)
    return read.ok ? read.value : read.reason
  }
  for (const text of ['va', ' VA ', 'value-adding', 'Value adding', 'value']) expect(said(text)).toBe('va')
  for (const text of ['nnva', 'BNVA', 'necessary', 'necessary non-value-adding', 'business value'])
    expect(said(text)).toBe('nnva')
  for (const text of ['nva', 'Waste', 'non-value-adding', 'non value adding']) expect(said(text)).toBe('nva')
  expect(said('good')).toBe('“good” is none of VA, NNVA, NVA.')
})

test('flexibility goes from 1, rigid, to 5, flexible', () => {
  const scale = detailFields.find(({ key }) => key === 'flexibility')
  const said = (text: string) => {
    const read = scale?.read(text)
    return read?.ok ? read.value : read?.reason
  }
  expect(['1', '5', ' 3 ', 'rigid', 'Flexible', ' RIGID '].map(said)).toEqual([1, 5, 3, 1, 5, 1])
  for (const text of ['0', '6', '2.5', 'soft', '1.234'])
    expect(said(text), text).toBe(`“${text}” is not on the scale from 1 (rigid) to 5 (flexible).`)
})

test('a text is taken as long as there is room', () => {
  expect(readText(3)('abc')).toEqual({ ok: true, value: 'abc' })
  expect(readText(3)('abcd')).toEqual({ ok: false, reason: 'This has 4 characters; there is room for 3.' })
  const limit = (key: string) => {
    const read = detailFields.find(field => field.key === key)?.read('x'.repeat(1_000))
    return read?.ok ? null : read?.reason
  }
  expect(limit('system')).toMatch(/room for 120/)
  expect(limit('exceptions')).toMatch(/room for 600/)
})

test('lengths of time, shares and amounts are said shortly', () => {
  expect([0, 0.99 / 60, 1, 9.94, 9.96, 10.4, 89.4, 90, 600, 2879, 2880, 14_400, 15_000].map(sayMinutes)).toEqual([
    ...['0 min', '1 s', '1 min', '9.9 min', '10 min', '10 min', '89 min', '1.5 h', '10 h', '48 h', '2 days', '10 days'],
    '10 days',
  ])
  expect([Number.NaN, Number.POSITIVE_INFINITY].map(sayMinutes)).toEqual(['–', '–'])
  expect([sayShare(0.956), sayShare(0.956, 1), sayShare(1)]).toEqual(['96%', '95.6%', '100%'])
  expect([sayAmount(1234.567), sayAmount(5), sayAmount(5, 'EUR')]).toEqual(['1,234.57', '5', '€5.00'])
})

test('each field has its name, its unit, a word of help, and the names that spreadsheets give it', () => {
  expect(detailFields.map(({ label, unit, alias }) => `${label} [${unit}] ${alias.join(', ')}`)).toEqual([
    'System [] tool, application, it',
    'Volume [cases / month] cases, cases per month, per month, count',
    'Processing [min] processing time, process time, pt, touch time, work, duration',
    'Waiting [min] waiting time, wait, wait time, wt, queue, queue time, idle',
    'Cost [per case] cost per case, costs, price, amount',
    'First time right [%] ftr, fty, first time yield, %c&a, c&a, complete and accurate, yield, quality',
    'Value [VA · NNVA · NVA] va, va/nva, va/nnva/nva, value adding, class',
    'Flexibility [1 rigid – 5 flexible] rigid-flexible, rigid–flexible, flexible, goldilocks',
    'Exceptions [] exception, remarks',
  ])
  for (const { key, hint } of detailFields) expect(hint, key).toMatch(/^\p{Lu}.{15,}[.?]$/u)
  const written = detailFields.map(field => field.write(field.key === 'value' ? 'nnva' : 0.1234567))
  expect(written).toEqual([
    '0.1234567',
    '0.1234567',
    '0.1234567',
    '0.1234567',
    '0.1234567',
    '12.3457%',
    'NNVA',
    '0.1234567',
    '0.1234567',
  ])
})
