import { afterAll, beforeAll, expect, test } from 'vitest'
import { rateLimits } from '#server/base/rate-limit.ts'
import { openMailbox } from '#tests/drivers/mailbox.ts'
import { openApi } from '#tests/drivers/routes.ts'
import { startServer, type TestServer } from '#tests/drivers/server.ts'

let mailbox: Awaited<ReturnType<typeof openMailbox>>
let server: TestServer
let api: Awaited<ReturnType<typeof openApi>>
beforeAll(async () => {
  mailbox = await openMailbox()
  server = await startServer({ settings: { SMTP_URL: mailbox.url, MAIL_FROM: 'Brownpaper <boards@example.org>' } })
  api = await openApi()
})
afterAll(async () => {
  await server.close()
  await mailbox.close()
})

const signUp = (email: string) =>
  api('POST /api/sign-up', {}, { body: { email, password: 'correct horse', name: 'Ünal' } })
const forgotten = (email: string) => api('POST /api/password/forgotten', {}, { body: { email } })

test('a letter with a link goes to whoever has the address, and everybody gets the same answer', async () => {
  await signUp('ann@example.org')
  const [unknown, known] = [await forgotten('nobody@example.org'), await forgotten(' ANN@example.org')]
  expect(known).toEqual(unknown)
  const [letter] = await mailbox.to('ann@example.org')
  expect(letter?.text).toMatch(/^From: Brownpaper <boards@example\.org>/m)
  const token = /\/reset#([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? ''
  expect((await api('POST /api/password/reset', {}, { body: { token, password: 'battery staple' } })).status).toBe(200)
  expect(
    (await api('POST /api/sign-in', {}, { body: { email: 'ann@example.org', password: 'battery staple' } })).status,
  ).toBe(200)
  expect(mailbox.letters.map(({ to }) => to)).toEqual(['ann@example.org'])
})

test('nobody’s mailbox is filled, and whether there is one is not told by that either', async () => {
  await signUp('ben@example.org')
  for (const email of ['ben@example.org', 'no-ben@example.org']) {
    const statuses = []
    for (let tries = 0; tries <= rateLimits.forgottenByAll.burst; tries++)
      statuses.push((await forgotten(email)).status)
    expect(statuses).toEqual([200, 200, 200, 429])
  }
  await mailbox.to('ben@example.org', 3)
})

test('a mail server that is away is no error of whoever asked', async () => {
  await signUp('cleo@example.org')
  await mailbox.close()
  expect((await forgotten('cleo@example.org')).status).toBe(200)
})
