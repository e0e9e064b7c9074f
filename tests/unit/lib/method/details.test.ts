import { expect, test } from 'vitest'
import {
  detailFields,
  readAmount,
  readCount,
  readMinutes,
  readShare,
  readValue,
  sayMinutes,
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
  const samples = {
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
    expect(field.read(field.write(samples[field.key]))).toEqual({ ok: true, value: samples[field.key] })
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
