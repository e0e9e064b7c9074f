import { encode } from 'next-auth/jwt'
import { expect, test } from 'vitest'
import { cookieValue, endedCookie, renamedCookies, sessionCookie, signInOf } from '#server/http/cookies.ts'
import { doorCookie, doorOf, isToken, openToken } from '#server/http/invite-cookie.ts'

const plain = { authSecret: 'a'.repeat(40), publicUrl: 'http://localhost:3000' }
const secure = { ...plain, publicUrl: 'https://boards.example.org' }
const sent = (setCookie: string) => setCookie.split(';')[0]

test('the cookie says who somebody is, over http and https', async () => {
  for (const env of [plain, secure]) {
    const cookie = await sessionCookie(env, 'person-1')
    expect((await signInOf(env, `other=1; ${sent(cookie)}`))?.personId).toBe('person-1')
  }
})

test('over https the cookie never travels in the clear and is called so', async () => {
  expect(await sessionCookie(secure, 'p')).toMatch(
    /^__Host-brownpaper\.session=.*; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
  )
  expect(await sessionCookie(plain, 'p')).toMatch(/^brownpaper\.session=(?!.*; Secure)/)
})

test('a cookie of another secret, a damaged one and none at all sign nobody in', async () => {
  const cookie = sent(await sessionCookie({ ...plain, authSecret: 'b'.repeat(40) }, 'p'))
  expect(await signInOf(plain, cookie)).toBeNull()
  expect(await signInOf(plain, 'brownpaper.session=nonsense')).toBeNull()
  expect(await signInOf(plain, sent(endedCookie(plain)))).toBeNull()
  expect(await signInOf(plain, null)).toBeNull()
})

test('a cookie is found by its whole name', () => {
  expect(cookieValue('ab=1; b=2; c', 'b')).toBe('2')
  expect(cookieValue('ab=1', 'b')).toBeNull()
})

test('a door opens with the token that was kept for it, and with nothing that is none', () => {
  const token = `${'w'.repeat(22)}.${'s'.repeat(32)}`
  const door = doorOf(token)
  for (const env of [plain, secure])
    expect(openToken(env, sent(doorCookie(env, null, token)) ?? '', { token: door })).toEqual({ token })
  for (const nonsense of ['%E0%A4%A', 'x', `${'a'.repeat(40)}%0d%0a`, `~~${token}x~`])
    expect(openToken(plain, `brownpaper.doors=${nonsense}`, { token: door })).toEqual({ token: door })
  // Otherwise a page that sends people here often enough fills their cookies until no request gets through.
  expect(isToken('a'.repeat(4_000))).toBe(false)
})

test('seventy links make no more cookies than a few do, and the last ones open', () => {
  const tokens = Array.from({ length: 70 }, (_, i) => `${i}-`.padEnd(100, 'w'))
  const opens = (cookies: string, token: string) => openToken(plain, cookies, { token: doorOf(token) }).token === token
  let cookies = 'other=1'
  for (const token of tokens) {
    cookies = `other=1; ${sent(doorCookie(plain, cookies, token))}`
    expect(opens(cookies, token)).toBe(true)
  }
  expect(cookies.length).toBeLessThan(1000)
  expect(tokens.filter(token => opens(cookies, token))).toEqual(tokens.slice(-8))
  // The same link again takes nobody's place.
  const again = `other=1; ${sent(doorCookie(plain, cookies, tokens[65] ?? ''))}`
  expect(tokens.filter(token => opens(again, token))).toEqual(tokens.slice(-8))
})

test('a cookie of the name before goes on signing in, and gets the new name at the next page', async () => {
  for (const env of [plain, secure]) {
    const earlier = `${env === secure ? '__Secure-' : ''}authjs.session-token`
    const token = { sub: 'ben', signIn: 'his', iat: 1, madeAt: Date.now() }
    const old = await encode({ token, secret: env.authSecret, salt: earlier, maxAge: 3600 })
    const cookies = `${earlier}=${old}`
    const known = await signInOf(env, cookies)
    expect(known).toMatchObject({ personId: 'ben', signIn: 'his' })
    const [renamed = '', gone] = await renamedCookies(env, cookies)
    expect(await signInOf(env, sent(renamed))).toMatchObject({ ...known, until: expect.closeTo(known?.until ?? 0, -4) })
    expect(gone).toMatch(new RegExp(`^${earlier}=; Max-Age=0`))
    expect(await renamedCookies(env, `${cookies}; ${sent(renamed)}`)).toEqual([])
  }
})

test('a cookie of another program that uses next-auth signs nobody in, and is left alone', async () => {
  const name = 'authjs.session-token'
  const theirs = await encode({ token: { sub: 'x', signIn: 'y' }, secret: 'c'.repeat(40), salt: name, maxAge: 3600 })
  const ours = sent(await sessionCookie(plain, 'mia'))
  expect((await signInOf(plain, `${name}=${theirs}; ${ours}`))?.personId).toBe('mia')
  expect(await signInOf(plain, `${name}=${theirs}`)).toBeNull()
  expect(await renamedCookies(plain, `${name}=${theirs}`)).toEqual([])
})
