import { expect, test } from 'vitest'
import type { AppError } from '#server/base/errors.ts'
import { limit, rateLimits } from '#server/base/rate-limit.ts'
import { running } from '#server/base/runtime.ts'
import { signIn } from '#server/use-cases/people.ts'
import { openWorkshop } from '#tests/drivers/api.ts'

const w = openWorkshop()

test('signing up makes a person with a workspace of their own, and signs them in', async () => {
  const mia = await w.signUp('  Mia  Novák ')
  const { body } = await w.api('GET /api/me', {}, { cookie: mia.cookie })
  expect(body.person).toEqual({ id: mia.id, name: 'Mia Novák', email: mia.email, guest: false })
  expect(body.workspaces).toEqual([{ id: mia.workspaceId, name: 'Mia Novák’s workspace', role: 'owner' }])
})

test('signing in takes the right password, with the address in any case', async () => {
  const mia = await w.signUp()
  const { status, cookie } = await w.api(
    'POST /api/sign-in',
    {},
    {
      body: { email: ` ${mia.email.toUpperCase()}`, password: 'correct horse' },
    },
  )
  expect(status).toBe(200)
  expect((await w.api('GET /api/me', {}, { cookie })).body.person.id).toBe(mia.id)
})

test('a wrong password and an unknown address are one and the same answer', async () => {
  const mia = await w.signUp()
  const wrong = await w.api('POST /api/sign-in', {}, { body: { email: mia.email, password: 'wrong horse' } })
  const unknown = await w.api('POST /api/sign-in', {}, { body: { email: 'no@example.org', password: 'wrong horse' } })
  expect(wrong.status).toBe(401)
  expect(unknown).toEqual(wrong)
  expect(wrong.cookie).toBeNull()
})

test('passwords of one address cannot be guessed for long, and whoever guesses locks out themselves alone', async () => {
  const email = 'guess@example.org'
  const guess = (from: string) =>
    signIn(running(), from, { email, password: 'wrong' }).catch((error: AppError) => error.status)
  expect(await guess('10.0.0.1')).toBe(401)
  for (let tries = 1; tries < rateLimits.password.burst; tries++) limit('password', `${email} 10.0.0.1`)
  expect(await guess('10.0.0.1')).toBe(429)
  expect(await guess('10.0.0.2')).toBe(401)
  for (let tries = 2; tries < rateLimits.passwordByAll.burst; tries++) limit('passwordByAll', email)
  expect(await guess('10.0.0.3')).toBe(429)
})

test('guesses from everywhere keep nobody out of an account where they signed in with it before', async () => {
  const { email } = await w.signUp()
  const from = (address: string, password = 'correct horse') =>
    signIn(running(), address, { email, password }).then(
      () => 'in',
      (error: AppError) => error.status,
    )
  expect(await from('10.1.0.1')).toBe('in')
  for (let tries = 0; tries < rateLimits.passwordByAll.burst; tries++) limit('passwordByAll', email)
  expect(await from('10.1.0.2')).toBe(429)
  expect(await from('10.1.0.1', 'wrong')).toBe(401)
  expect(await from('10.1.0.1')).toBe('in')
})

test('signing in as often as one likes uses nothing up', async () => {
  const { email } = await w.signUp()
  for (let tries = 1; tries < rateLimits.password.burst; tries++) limit('password', `${email} 10.2.0.1`)
  for (let i = 0; i < 3; i += 1) await signIn(running(), '10.2.0.1', { email, password: 'correct horse' })
})

test('an address has one account', async () => {
  const mia = await w.signUp()
  const again = await w.api(
    'POST /api/sign-up',
    {},
    {
      body: { email: mia.email.toUpperCase(), password: 'another one', name: 'Not Mia' },
    },
  )
  expect(again).toMatchObject({ status: 409, body: { error: { code: 'email-taken' } }, cookie: null })
})

test.each([
  ['a short password', { email: 'a@b.cd', password: 'short', name: 'A' }, 'The password is too short'],
  ['no address', { email: 'nonsense', password: 'long enough', name: 'A' }, 'This is not an email address.'],
  ['a name of 500 characters', { email: 'a@b.cd', password: 'long enough', name: 'x'.repeat(500) }, 'at most 120'],
])('%s is refused in a sentence', async (_what, body, sentence) => {
  expect(await w.api('POST /api/sign-up', {}, { body })).toMatchObject({
    status: 400,
    body: { error: { message: expect.stringContaining(sentence) } },
  })
})

test('a request from another site changes nothing, whatever cookie it brings', async () => {
  const mia = await w.signUp()
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
    const answer = await w.api('POST /api/boards', {}, { cookie: mia.cookie, body: { title: 'Theirs' }, headers })
    expect(answer.status).toBe(403)
  }
  expect((await w.api('GET /api/boards', {}, { cookie: mia.cookie })).body.boards).toEqual([])
})

test('signing out ends the cookie', async () => {
  expect((await w.api('POST /api/sign-out')).cookie).toBe('brownpaper.session=')
})

test('a person renames themselves', async () => {
  const mia = await w.signUp()
  await w.api('PATCH /api/me', {}, { cookie: mia.cookie, body: { name: 'Maria' } })
  expect((await w.api('GET /api/me', {}, { cookie: mia.cookie })).body.person.name).toBe('Maria')
})
