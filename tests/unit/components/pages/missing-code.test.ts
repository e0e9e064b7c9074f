import { expect, test } from 'vitest'
import { isMissingCode, takeTurn } from '#components/pages/missing-code.ts'

const named = (name: string, message = '') => Object.assign(new Error(message), { name })

test.each([
  named('ChunkLoadError', 'Failed to load chunk /_next/static/chunks/abc.js from module 1'),
  new TypeError('Failed to fetch dynamically imported module: https://x/a.js'),
  new TypeError('error loading dynamically imported module: https://x/a.js'),
  new TypeError('Importing a module script failed.'),
])('%s: a piece of the code is gone', error => expect(isMissingCode(error)).toBe(true))

test.each([new TypeError('Failed to fetch'), new Error('x is undefined'), 'ChunkLoadError', null])(
  '%s is another failure',
  error => expect(isMissingCode(error)).toBe(false),
)

test('a tab fetches itself anew once in five minutes, and never where that cannot be noted', () => {
  const kept = new Map<string, string>()
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: kept.set.bind(kept) }
  const now = 1_700_000_000_000
  expect(takeTurn(storage, now)).toBe(true)
  expect(takeTurn(storage, now + 299_000)).toBe(false)
  expect(takeTurn(storage, now + 301_000)).toBe(true)
  const blocked = () => {
    throw new DOMException('blocked', 'SecurityError')
  }
  expect(takeTurn({ getItem: blocked, setItem: blocked }, now)).toBe(false)
})
