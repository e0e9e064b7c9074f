import { expect, test } from 'vitest'
import { pathOfOurs, signInFor } from '#lib/access/path.ts'

test('after signing in one goes to a page of ours', () => {
  expect(pathOfOurs('/b/abc?note=1')).toBe('/b/abc?note=1')
})

test.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '',
  undefined,
  ['/a'],
])('an address that could lead elsewhere (%j) leads home', to => {
  expect(pathOfOurs(to)).toBe('/')
})

test('the sign-in page is told where to lead back to under the name that it reads', () => {
  const { searchParams } = new URL(signInFor('/library?q=a&sort=title'), 'http://ours')
  expect(pathOfOurs(searchParams.get('to'))).toBe('/library?q=a&sort=title')
})
