import { afterEach, expect, test, vi } from 'vitest'
import { closeCodes } from '#lib/protocol/close-codes.ts'
import { openWorkshop } from '#tests/drivers/api.ts'
import { OwnClient } from '#tests/drivers/own-client.ts'
import { cookieFor } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'

const w = openWorkshop()

test('whoever signs out is signed out on the server: a kept cookie opens nothing, and its sockets close', async () => {
  const { server } = w
  const mia = await w.owner()
  const boardId = await w.board(mia)
  const elsewhere = await cookieFor(server.env, mia.id)
  const here = new OwnClient(server.url, boardId, mia.cookie)
  const there = new OwnClient(server.url, boardId, elsewhere)
  await until(() => here.synced && there.synced, 'both in step')

  const { cookie } = await w.api('POST /api/sign-out', {}, { cookie: mia.cookie })
  expect(cookie).toMatch(/=$/)
  await until(() => here.closed, 'closed')
  expect(here.closed?.code).toBe(closeCodes.signIn.code)
  expect((await w.api('GET /api/me', {}, { cookie: mia.cookie })).body.person).toBeNull()
  expect((await w.api('GET /api/boards', {}, { cookie: mia.cookie })).status).toBe(401)
  const again = new OwnClient(server.url, boardId, mia.cookie)
  await until(() => again.closed, 'turned away')
  expect(again.closed?.code).toBe(closeCodes.signIn.code)

  expect((await w.api('GET /api/boards', {}, { cookie: elsewhere })).status).toBe(200)
  expect(there.closed).toBeNull()
  await there.close()
})

test('a socket that is still on its way in when its person signs out does not stay', async () => {
  const { server } = w
  const mia = await w.owner()
  const boardId = await w.board(mia)
  const coming = new OwnClient(server.url, boardId, mia.cookie)
  // The cookie has been read and the board is being loaded.
  await until(() => coming.ws.readyState === coming.ws.OPEN, 'open')
  await w.api('POST /api/sign-out', {}, { cookie: mia.cookie })
  await until(() => coming.closed, 'closed')
  expect(coming.closed?.code).toBe(closeCodes.signIn.code)
})

test('signing out twice, or signed in by nothing, is no error', async () => {
  const mia = await w.owner()
  for (const cookie of [mia.cookie, mia.cookie, null])
    expect((await w.api('POST /api/sign-out', {}, { cookie })).status).toBe(200)
})

const day = 24 * 60 * 60_000
const inDays = (days: number) => vi.useFakeTimers({ now: Date.now() + days * day, toFake: ['Date'] })
afterEach(() => {
  vi.useRealTimers()
})
const isIn = async (cookie: string | null) => (await w.api('GET /api/me', {}, { cookie })).body.person !== null

test('a sign-in that nobody uses ends after thirty days, and one in use after ninety', async () => {
  const [idle, used] = [await w.owner(), await w.owner()]
  expect([await isIn(idle.cookie), await isIn(used.cookie)]).toEqual([true, true])
  for (const at of [29, 29, 29]) {
    inDays(at)
    expect(await isIn(used.cookie)).toBe(true)
  }
  expect(await isIn(idle.cookie)).toBe(false)
  expect((await w.api('GET /api/boards', {}, { cookie: idle.cookie })).status).toBe(401)
  inDays(4)
  expect(await isIn(used.cookie)).toBe(false)
})

test('a guest is the same person at the next workshop, two months later, and not for ever', async () => {
  const mia = await w.owner()
  const guest = await w.guest(mia, await w.board(mia))
  inDays(60)
  expect(await isIn(guest.cookie)).toBe(true)
  inDays(31)
  expect(await isIn(guest.cookie)).toBe(false)
})
