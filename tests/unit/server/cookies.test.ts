import { expect, test } from 'vitest'
import { cookieValue, endedCookie, personIdOf, sessionCookie } from '#server/cookies.ts'

const plain = { authSecret: 'a'.repeat(40), publicUrl: 'http://localhost:3000' }
const secure = { ...plain, publicUrl: 'https://boards.example.org' }
const sent = (setCookie: string) => setCookie.split(';')[0]

test('the cookie says who somebody is, over http and https', async () => {
  for (const env of [plain, secure]) {
    const cookie = await sessionCookie(env, 'person-1')
    expect(await personIdOf(env, `other=1; ${sent(cookie)}`)).toBe('person-1')
  }
})

test('over https the cookie never travels in the clear and is called so', async () => {
  expect(await sessionCookie(secure, 'p')).toMatch(
    /^__Secure-authjs\.session-token=.*; HttpOnly; SameSite=Lax; Secure$/,
  )
  expect(await sessionCookie(plain, 'p')).toMatch(/^authjs\.session-token=(?!.*; Secure)/)
})

test('a cookie of another secret, a damaged one and none at all sign nobody in', async () => {
  const cookie = sent(await sessionCookie({ ...plain, authSecret: 'b'.repeat(40) }, 'p'))
  expect(await personIdOf(plain, cookie)).toBeNull()
  expect(await personIdOf(plain, 'authjs.session-token=nonsense')).toBeNull()
  expect(await personIdOf(plain, sent(endedCookie(plain)))).toBeNull()
  expect(await personIdOf(plain, null)).toBeNull()
})

test('a cookie is found by its whole name', () => {
  expect(cookieValue('ab=1; b=2; c', 'b')).toBe('2')
  expect(cookieValue('ab=1', 'b')).toBeNull()
})
