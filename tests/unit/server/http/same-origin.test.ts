import { expect, test } from 'vitest'
import { clientAddress } from '#server/http/client-address.ts'
import { answeringHost } from '#server/http/host.ts'
import { sameOrigin } from '#server/http/same-origin.ts'

const plain = { publicUrl: 'http://localhost:3000' }
const secure = { publicUrl: 'https://boards.example.org' }

test('our own pages and scripts without an origin are let through', () => {
  expect(sameOrigin(secure, 'https://boards.example.org', 'boards.example.org')).toBe(true)
  expect(sameOrigin(plain, 'http://127.0.0.1:3000', '127.0.0.1:3000')).toBe(true)
  expect(sameOrigin(secure, null, 'boards.example.org')).toBe(true)
})

test('another site, a sandboxed page and plain http before an https address are not', () => {
  expect(sameOrigin(plain, 'https://evil.example', 'localhost:3000')).toBe(false)
  expect(sameOrigin(plain, 'null', 'localhost:3000')).toBe(false)
  expect(sameOrigin(plain, 'http://localhost:4000', 'localhost:3000')).toBe(false)
  expect(sameOrigin(secure, 'http://boards.example.org', 'boards.example.org')).toBe(false)
})

test('X-Forwarded-For counts only as far as proxies are trusted', () => {
  expect(clientAddress('10.0.0.1', '6.6.6.6', 0)).toBe('10.0.0.1')
  expect(clientAddress('10.0.0.1', '6.6.6.6, 9.9.9.9', 1)).toBe('9.9.9.9')
  expect(clientAddress('10.0.0.1', '6.6.6.6, 9.9.9.9, 10.0.0.2', 2)).toBe('9.9.9.9')
  expect(clientAddress('10.0.0.1', undefined, 1)).toBe('10.0.0.1')
})

test.each([
  ['2001:db8:1:2::7', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:ffff:1:2:3', '2001:db8:1:2::/64'],
  ['2001:db8::', '2001:db8:0:0::/64'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1:2%eth0', 'fe80:0:0:0:0:0:1:2'],
  ['203.0.113.9', '203.0.113.9'],
  ['nonsense'.repeat(20), 'nonsense'.repeat(8)],
])('limits are counted for %s by its subscriber', (address, subscriber) => {
  expect(clientAddress(address, undefined, 0)).toBe(subscriber)
})

test('a port that a proxy adds is no part of an address', () => {
  expect(clientAddress('10.0.0.1', '203.0.113.9:4711', 1)).toBe('203.0.113.9')
  expect(clientAddress('10.0.0.1', '[2001:db8:1:2::7]:4711', 1)).toBe('2001:db8:1:2::/64')
})

test.each([
  ['192.168.1.20:3000', '192.168.1.20:3000'],
  ['Meeting-Room.local', 'meeting-room.local'],
  ['[fe80::1]:3000', '[fe80::1]:3000'],
  ['localhost', 'localhost'],
  ["x; script-src 'unsafe-inline'", null],
  ['evil.example/path', null],
  ['me@evil.example', null],
  ['a b', null],
])('over http a machine answers under its names: %s', (asked, answered) => {
  expect(answeringHost(plain, asked)).toBe(answered)
  expect(answeringHost(secure, asked)).toBe('boards.example.org')
})
