import { expect, test } from 'vitest'
import { itemOf } from '#lib/facilitation/agendas.ts'
import {
  addItem,
  changeItem,
  copyItem,
  damagedWords,
  durationWords,
  freshItems,
  minutesOf,
  moveItem,
  removeItem,
} from '#lib/facilitation/edit-agenda.ts'

const items = [itemOf('welcome', 'a', 5), itemOf('vote', 'b', 10), itemOf('close', 'c', 15)]
const ids = (list: readonly { id: string }[]) => list.map(item => item.id).join('')

test('an item moves to any place, and no further than the ends', () => {
  expect(ids(moveItem(items, 'a', 1))).toBe('bac')
  expect(ids(moveItem(items, 'c', 0))).toBe('cab')
  expect(ids(moveItem(items, 'a', 99))).toBe('bca')
  expect(ids(moveItem(items, 'b', -1))).toBe('bac')
  expect(ids(moveItem(items, 'gone', 1))).toBe('abc')
})

test('a new activity comes before the close', () => {
  expect(ids(addItem(items, 'ideas', 'n'))).toBe('abnc')
  expect(ids(addItem(items.slice(0, 2), 'ideas', 'n'))).toBe('abn')
})

test('copies stand behind their original, removals and changes touch nothing else', () => {
  expect(ids(copyItem(items, 'b', 'n'))).toBe('abnc')
  expect(ids(removeItem(items, 'b'))).toBe('ac')
  expect(changeItem(items, 'b', { name: 'Dots' })[1]).toMatchObject({ id: 'b', name: 'Dots', minutes: 10 })
  expect(changeItem(items, 'b', { name: 'Dots' })[0]).toBe(items[0])
})

test('an agenda taken over gets ids of its own', () => {
  let count = 0
  expect(ids(freshItems(items, () => `n${count++}`))).toBe('n0n1n2')
})

test('minutes are summed and said', () => {
  expect(minutesOf(items)).toBe(30)
  expect([0, 45, 60, 135].map(durationWords)).toEqual(['no timer', '45 min', '1 h', '2 h 15 min'])
})

test('what could not be read is said in words', () => {
  expect([0, 1, 2].map(damagedWords)).toEqual([
    '',
    '1 activity could not be read and is left out.',
    '2 activities could not be read and are left out.',
  ])
})
