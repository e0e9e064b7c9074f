import { expect, test } from 'vitest'
import { pointFields } from '#lib/method/point-fields.ts'

const read = (key: string, text: string) => pointFields.find(field => field.key === key)?.read(text)

test('who meets whom is read in words, with any dash, or by its two letters', () => {
  for (const text of ['person-system', 'Person – System', 'person to system', 'p-s'])
    expect(read('touch', text)).toEqual({ ok: true, value: 'person-system' })
  expect(read('touch', 'p-x')).toEqual({ ok: true, value: 'person-product' })
  expect(read('touch', 'letter')).toMatchObject({ ok: false, reason: expect.stringContaining('“letter”') })
})

test('a feeling is a whole number from −2 to +2, or its name', () => {
  expect(read('feeling', '−2')).toEqual({ ok: true, value: -2 })
  expect(read('feeling', '+1')).toEqual({ ok: true, value: 1 })
  expect(read('feeling', 'very good')).toEqual({ ok: true, value: 2 })
  for (const text of ['3', '0.5', 'fine']) expect(read('feeling', text)).toMatchObject({ ok: false })
})

test('what a field shows is read back to the same value', () => {
  for (const field of pointFields)
    for (const value of field.key === 'feeling' ? [-2, 0, 2] : field.key === 'memory' ? ['peak', 'end'] : [])
      expect(field.read(field.write(value))).toEqual({ ok: true, value })
})
