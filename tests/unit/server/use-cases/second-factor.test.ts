import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { rateLimits } from '#server/base/rate-limit.ts'
import { running } from '#server/base/runtime.ts'
import { seal, unseal } from '#server/base/sealed.ts'
import { operate } from '#server/use-cases/operator.ts'
import { openWorkshop } from '#tests/drivers/api.ts'
import { codeOf } from '#tests/drivers/authenticator.ts'

const w = openWorkshop()
/** Codes change with the clock: it stands still, however long a password takes. */
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }))
afterEach(() => void vi.useRealTimers())
const password = 'correct horse'
const begin = (cookie: string | null, given = password) =>
  w.api('POST /api/account/second-factor', {}, { cookie, body: { password: given } })
const confirm = (cookie: string | null, code: string) =>
  w.api('POST /api/account/second-factor/confirm', {}, { cookie, body: { code } })
const signInAs = (email: string, code?: string, given = password) =>
  w.api('POST /api/sign-in', {}, { body: { email, password: given, ...(code === undefined ? {} : { code }) } })

/** Somebody who has one; its first code is used up by setting it up. */
async function withFactor() {
  const mia = await w.signUp()
  const secret = String((await begin(mia.cookie)).body.secret)
  const { status, body } = await confirm(mia.cookie, codeOf(secret))
  expect(status).toBe(200)
  return { ...mia, secret, codes: body.codes as string[] }
}

test('it is set up by whoever knows the password, and asked for only when a first code was right', async () => {
  const mia = await w.signUp()
  expect((await begin(mia.cookie, 'wrong horse')).status).toBe(403)
  expect((await confirm(mia.cookie, '123456')).status).toBe(409)
  const { secret, uri } = (await begin(mia.cookie)).body
  expect(uri).toContain(`otpauth://totp/Brownpaper:${encodeURIComponent(mia.email)}?`)
  const wrong = codeOf(secret) === '000000' ? '000001' : '000000'
  expect((await confirm(mia.cookie, wrong)).body.error.code).toBe('code-wrong')
  expect((await signInAs(mia.email)).status).toBe(200)
  expect((await confirm(mia.cookie, codeOf(secret))).body.codes).toHaveLength(10)
  expect((await begin(mia.cookie)).status).toBe(409)
})

test('a sign-in asks for the code after the right password, and takes each code once', async () => {
  const { email, secret } = await withFactor()
  expect((await signInAs(email, undefined, 'wrong horse')).body.error.code).toBe('wrong-password')
  expect(await signInAs(email)).toMatchObject({ status: 401, cookie: null, body: { error: { code: 'code-needed' } } })
  // The code that turned it on is used up; the next one counts a little early.
  expect((await signInAs(email, codeOf(secret))).body.error.code).toBe('code-wrong')
  const next = codeOf(secret, 1)
  const both = await Promise.all([signInAs(email, next), signInAs(email, ` ${next.slice(0, 3)} ${next.slice(3)}`)])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 401])
  expect((await signInAs(email, codeOf(secret, 3))).body.error.code).toBe('code-wrong')
})

test('a recovery code lets in once, in any capitals and with or without its marks; new ones take their place', async () => {
  const { email, codes, cookie } = await withFactor()
  const [first = '', second = ''] = codes
  expect(new Set(codes).size).toBe(10)
  expect((await signInAs(email, first.toUpperCase().replaceAll('-', ' '))).status).toBe(200)
  expect((await signInAs(email, first)).status).toBe(401)
  const renewed = await w.api('POST /api/account/second-factor/codes', {}, { cookie, body: { password } })
  expect((await signInAs(email, second)).status).toBe(401)
  expect((await signInAs(email, renewed.body.codes[0])).status).toBe(200)
})

test('codes cannot be guessed for long, though the password is known', async () => {
  const { email, codes } = await withFactor()
  const statuses: number[] = []
  for (let tries = 0; tries <= rateLimits.secondFactor.burst; tries++)
    statuses.push((await signInAs(email, `not ${tries}`)).status)
  expect([new Set(statuses.slice(0, -1)), statuses.at(-1)]).toEqual([new Set([401]), 429])
  expect((await signInAs(email, codes[0])).status).toBe(429)
})

test('it is turned off by the password, or by the operator for whoever has lost all', async () => {
  const mia = await withFactor()
  const off = (given: string) =>
    w.api('DELETE /api/account/second-factor', {}, { cookie: mia.cookie, body: { password: given } })
  expect((await off('wrong horse')).status).toBe(403)
  expect((await off(password)).status).toBe(200)
  expect((await signInAs(mia.email)).status).toBe(200)
  const ben = await withFactor()
  await operate(running(), { act: 'drop-factor', email: ben.email })
  expect((await signInAs(ben.email)).status).toBe(200)
})

test('what is kept of it is read by this server alone', () => {
  const [ours, others] = [{ authSecret: 'a'.repeat(40) }, { authSecret: 'b'.repeat(40) }]
  const sealed = seal(ours, 'secret')
  const damaged = `${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`
  expect(sealed).not.toContain('secret')
  expect(seal(ours, 'secret')).not.toBe(sealed)
  expect([unseal(ours, sealed), unseal(others, sealed), unseal(ours, damaged), unseal(ours, '')]).toEqual([
    'secret',
    null,
    null,
    null,
  ])
})
