import { expect, test } from 'vitest'
import { bounded, keyOf, patternsOf, slowPatterns } from './redos.ts'

test('no pattern can be made to take long, but those that are given short texts alone', async () => {
  const patterns = patternsOf()
  expect(patterns.length).toBeGreaterThan(200)
  const slow = await slowPatterns(patterns)
  expect(slow.filter(each => !(keyOf(each) in bounded))).toEqual([])
  const there = new Set(patterns.map(keyOf))
  expect(Object.keys(bounded).filter(key => !there.has(key))).toEqual([])
}, 600_000)

test('a pattern that can is found', async () => {
  const [found] = await slowPatterns([{ file: 'x.ts', source: '^(a+)+$', flags: '' }])
  expect(found?.grows).toMatch(/exponential/)
})
