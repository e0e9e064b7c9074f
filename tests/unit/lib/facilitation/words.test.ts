import { expect, test } from 'vitest'
import { clockWords } from '#lib/facilitation/clock.ts'

test('a second on the clock counts until it is over', () => {
  expect([0, 1, 1_000, 1_001, 59_999, 725_000, 3_725_000].map(clockWords)).toEqual([
    '0:00',
    '0:01',
    '0:01',
    '0:02',
    '1:00',
    '12:05',
    '1:02:05',
  ])
})
