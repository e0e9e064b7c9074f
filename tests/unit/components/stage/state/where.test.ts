import { expect, test } from 'vitest'
import { nowPageOf, whereIs } from '#components/stage/state/where.ts'
import { itemOf } from '#lib/facilitation/agendas.ts'

const agenda = [itemOf('welcome', 'a'), itemOf('vote', 'b'), itemOf('close', 'c')]
const names = (item: string | null) => {
  const { at, previous, next, ...where } = whereIs({ agenda, item })
  return [where.item?.id ?? null, at, previous?.id ?? null, next?.id ?? null]
}

test('where we are on the agenda, and what is before and after', () => {
  expect(names('a')).toEqual(['a', 0, null, 'b'])
  expect(names('b')).toEqual(['b', 1, 'a', 'c'])
  expect(names('c')).toEqual(['c', 2, 'b', null])
})

test('off the agenda the next activity is its first', () => {
  expect(names(null)).toEqual([null, -1, null, 'a'])
  expect(names('gone')).toEqual([null, -1, null, 'a'])
})

test('an activity has its page; off the agenda, and where this version does not know it, one writes', () => {
  expect(nowPageOf({ agenda, item: 'a' })).toBe('arrive')
  expect(nowPageOf({ agenda, item: 'c' })).toBe('actions')
  expect(nowPageOf({ agenda, item: null })).toBe('write')
  const later = { ...itemOf('vote', 'z'), activity: 'of a later version' }
  expect(nowPageOf({ agenda: [later], item: 'z' })).toBe('write')
})
