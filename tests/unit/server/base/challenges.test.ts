import { expect, test } from 'vitest'
import { newChallenge, takeChallenge } from '#server/base/challenges.ts'

test('a challenge is good once, for its purpose, and for five minutes', () => {
  const [one, two, three] = [newChallenge('a', 0), newChallenge('a', 0), newChallenge('a', 0)]
  expect([takeChallenge('a', one, 1), takeChallenge('a', one, 1)]).toEqual([true, false])
  expect([takeChallenge('b', two, 1), takeChallenge('a', two, 1)]).toEqual([false, false])
  expect(takeChallenge('a', three, 5 * 60_000)).toBe(false)
  expect(takeChallenge('a', 'made up', 1)).toBe(false)
})

test('who asks for many makes the server remember no more than it can', () => {
  const first = newChallenge('a', 0)
  for (let count = 0; count < 20_000; count++) newChallenge('a', 0)
  expect(takeChallenge('a', first, 1)).toBe(false)
})
