import { expect, test } from 'vitest'
import { hashPassword, isPassword, mostWaiting } from '#server/base/password.ts'
import { Buckets, rateLimits } from '#server/base/rate-limit.ts'

test('a password belongs to its own hash only, and the hash says how it was made', async () => {
  const [one, two] = await Promise.all([
    hashPassword('espresso doppio', ['here']),
    hashPassword('espresso doppio', ['here']),
  ])
  expect(one).toMatch(/^scrypt\$15\$8\$3\$/)
  expect(one).not.toBe(two)
  expect(await isPassword('espresso doppio', one, [])).toBe(true)
  expect(await isPassword('espresso', one, [])).toBe(false)
})

test('a hash made with other parameters is still read', async () => {
  expect(await isPassword('x', `scrypt$10$8$1$${'A'.repeat(22)}$${'A'.repeat(43)}`, [])).toBe(false)
  expect(await isPassword('x', 'md5$nonsense', [])).toBe(false)
})

test('nobody has any password', async () => {
  expect(await isPassword('', null, [])).toBe(false)
})

test('when many passwords wait already, the next is told to come again and the others are done', async () => {
  const cheap = `scrypt$12$8$1$${'A'.repeat(22)}$${'A'.repeat(43)}`
  const tries = Array.from({ length: mostWaiting + 5 }, () => isPassword('x', cheap, ['here']))
  const done = await Promise.allSettled(tries)
  const turnedAway = done.filter(each => each.status === 'rejected')
  expect(turnedAway).toHaveLength(3)
  for (const { reason } of turnedAway) expect(reason).toMatchObject({ status: 503, code: 'busy' })
  expect(await isPassword('x', cheap, ['here'])).toBe(false)
})

test('a flood of guesses from one address fills the queue, and whoever comes from another is next', async () => {
  const cheap = `scrypt$12$8$1$${'A'.repeat(22)}$${'A'.repeat(43)}`
  let checked = 0
  const guesses = Array.from({ length: mostWaiting + 20 }, (_, i) =>
    isPassword('x', cheap, ['198.51.100.1', `account-${i}`]).then(
      () => {
        checked += 1
      },
      error => error.code,
    ),
  )
  expect(await isPassword('x', cheap, ['203.0.113.7', 'mia@example.org'])).toBe(false)
  expect(checked).toBeLessThan(8)
  expect((await Promise.all(guesses)).filter(code => code === 'busy')).toHaveLength(19)
})

test('a limit lets a burst through, then so many a second', () => {
  let now = 0
  const buckets = new Buckets(() => now)
  const tries = () => Array.from({ length: rateLimits.password.burst + 5 }, () => buckets.take('password', 'a@b.c'))
  expect(tries().filter(Boolean)).toHaveLength(rateLimits.password.burst)
  expect(buckets.take('password', 'other@b.c')).toBe(true)
  now += 1000 / rateLimits.password.perSecond
  expect(tries().filter(Boolean)).toHaveLength(1)
})

test('a clock that is put back locks nobody out', () => {
  let now = 3_600_000
  const buckets = new Buckets(() => now)
  expect(buckets.take('password', 'a@b.c')).toBe(true)
  now = 0
  expect(buckets.take('password', 'a@b.c')).toBe(true)
})

test('limits of many others do not make one forget what is used up', () => {
  const buckets = new Buckets(() => 0)
  while (buckets.take('passwordByAll', 'mia@example.org'));
  for (let i = 0; i < 30_000; i += 1) buckets.left('join', `address ${i}`)
  expect(buckets.left('passwordByAll', 'mia@example.org')).toBe(false)
})
