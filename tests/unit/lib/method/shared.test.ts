import { expect, test } from 'vitest'
import { shared } from '#lib/method/shared.ts'

const say = <T>(...values: (T | null)[]) => shared(values, value => value)

test('what all say is their value, and nothing differs', () => {
  expect(say('SAP', 'SAP')).toEqual({ value: 'SAP', differs: false, among: ['SAP'] })
  expect(say(null, null)).toEqual({ value: null, differs: false, among: [] })
  expect(say(0, 0)).toEqual({ value: 0, differs: false, among: [0] })
  expect(say()).toEqual({ value: null, differs: false, among: [] })
})

test('different values differ, and so does saying nothing from saying something', () => {
  expect(say(1, 2, 1)).toEqual({ value: null, differs: true, among: [1, 2] })
  expect(say('va', null)).toEqual({ value: null, differs: true, among: ['va'] })
})

test('a change with its amount is one value', () => {
  const down = { way: 'down', amount: 2 }
  expect(say(down, { ...down }).value).toEqual(down)
  expect(say(down, { way: 'down', amount: 3 }).differs).toBe(true)
})
