import { expect, test } from 'vitest'
import { closeCodes } from '#lib/protocol/close-codes.ts'
import { rateLimits } from '#server/base/rate-limit.ts'
import { openWorkshop } from '#tests/drivers/api.ts'
import { OwnClient } from '#tests/drivers/own-client.ts'
import { cookieFor } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'

const w = openWorkshop()
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const me = (cookie: string | null) => w.api('GET /api/me', {}, { cookie })
const change = (cookie: string | null, body: object) => w.api('POST /api/account/password', {}, { cookie, body })
const signInAs = (email: string, password: string) => w.api('POST /api/sign-in', {}, { body: { email, password } })
const signInsOf = async (cookie: string | null) =>
  (await w.api('GET /api/account/sign-ins', {}, { cookie })).body.signIns as {
    id: string
    device: string | null
    here: boolean
  }[]

test('a password is changed by whoever knows the one of now, and every other browser is signed out', async () => {
  const mia = await w.signUp()
  const other = await signInAs(mia.email, 'correct horse')
  const never = await cookieFor(w.server.env, mia.id)
  const boardId = await w.board(mia)
  const there = new OwnClient(w.server.url, boardId, other.cookie)
  await until(() => there.synced, 'in step')

  expect(await change(mia.cookie, { current: 'wrong horse', password: 'battery staple' })).toMatchObject({
    status: 403,
    body: { error: { code: 'password-wrong', message: 'This is not your password.' } },
  })
  expect((await change(mia.cookie, { current: 'correct horse', password: 'battery staple' })).status).toBe(200)
  await until(() => there.closed, 'closed')
  expect(there.closed?.code).toBe(closeCodes.signIn.code)
  expect((await me(mia.cookie)).body.person.id).toBe(mia.id)
  for (const cookie of [other.cookie, never]) expect((await me(cookie)).body.person).toBeNull()
  expect((await signInAs(mia.email, 'correct horse')).status).toBe(401)
  const again = await signInAs(mia.email, 'battery staple')
  expect((await me(again.cookie)).body.person.id).toBe(mia.id)
})

test('who wishes so stays signed in elsewhere after a change', async () => {
  const mia = await w.signUp()
  const other = await signInAs(mia.email, 'correct horse')
  await change(mia.cookie, { current: 'correct horse', password: 'battery staple', endOthers: false })
  expect((await me(other.cookie)).body.person.id).toBe(mia.id)
})

test.each([
  ['a common password', 'password1'],
  ['letters in a row of the keyboard', 'qwertyuiop'],
  ['one letter many times', 'a'.repeat(200)],
  ['the person’s own name', 'Beethoven1'],
  ['the name of the product', 'brownpaper1'],
])('%s is refused, at sign-up and later', async (_what, password) => {
  const name = 'Ludwig van Beethoven'
  const refused = { status: 400, body: { error: { message: expect.stringContaining('too easy to guess') } } }
  const email = 'ludwig@example.org'
  expect(await w.api('POST /api/sign-up', {}, { body: { email, password, name } })).toMatchObject(refused)
  const mia = await w.signUp(name)
  expect(await change(mia.cookie, { current: 'correct horse', password })).toMatchObject(refused)
})

test('one’s own password cannot be guessed for long in a forgotten browser', async () => {
  const mia = await w.signUp()
  const statuses: number[] = []
  for (let tries = 0; tries <= rateLimits.ownPassword.burst; tries++)
    statuses.push((await change(mia.cookie, { current: 'wrong horse', password: 'battery staple' })).status)
  expect(new Set(statuses.slice(0, -1))).toEqual(new Set([403]))
  expect(statuses.at(-1)).toBe(429)
})

test('guests have no password to change', async () => {
  const mia = await w.owner()
  const guest = await w.guest(mia, await w.board(mia))
  expect(await change(guest.cookie, { current: '', password: 'battery staple' })).toMatchObject({ status: 403 })
})

test('one’s sign-ins are listed by their browsers, and ended one by one or all others at once', async () => {
  const mia = await w.owner()
  const [linux, silent, third] = [
    await cookieFor(w.server.env, mia.id),
    await cookieFor(w.server.env, mia.id),
    await cookieFor(w.server.env, mia.id),
  ]
  await w.api('GET /api/me', {}, { cookie: linux, headers: { 'user-agent': firefox } })
  for (const cookie of [silent, third]) await me(cookie)
  await me(mia.cookie)
  await until(async () => (await signInsOf(mia.cookie)).length === 4, 'all are noted')
  const listed = await signInsOf(linux)
  expect(listed.find(({ here }) => here)?.device).toBe('Firefox on Linux')
  expect(listed.filter(({ device }) => device === null)).toHaveLength(3)

  const [id] = (await signInsOf(linux)).filter(({ here }) => here).map(each => each.id)
  const end = (cookie: string | null, signInId = id ?? '') =>
    w.api('DELETE /api/account/sign-ins/[signInId]', { signInId }, { cookie })
  const stranger = await w.owner()
  expect((await end(stranger.cookie)).status).toBe(404)
  expect((await end(mia.cookie)).status).toBe(200)
  expect((await end(mia.cookie)).status).toBe(404)
  expect((await me(linux)).body.person).toBeNull()
  expect((await me(silent)).body.person.id).toBe(mia.id)

  await w.api('DELETE /api/account/sign-ins', {}, { cookie: mia.cookie })
  for (const cookie of [silent, third]) expect((await me(cookie)).body.person).toBeNull()
  expect((await signInsOf(mia.cookie)).map(({ here }) => here)).toEqual([true])
})
