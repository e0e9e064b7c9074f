import { afterEach, expect, test, vi } from 'vitest'
import { rateLimits } from '#server/base/rate-limit.ts'
import { running } from '#server/base/runtime.ts'
import { openWorkshop } from '#tests/drivers/api.ts'

const w = openWorkshop()
afterEach(() => vi.restoreAllMocks())
/** The log's lines from now on, as JSON. */
function listen() {
  const written = vi.spyOn(running().log, 'info')
  return () => written.mock.calls.map(([facts, event]) => ({ event, ...(facts as object) }))
}
const headers = { 'x-brownpaper-address': '203.0.113.5' }

test('who signs in, is refused and signs out is in the log with where from, and nothing that was typed', async () => {
  const mia = await w.signUp()
  const lines = listen()
  const sign = (password: string) => w.api('POST /api/sign-in', {}, { body: { email: mia.email, password }, headers })
  const { cookie } = await sign('correct horse')
  await sign('staple battery')
  await w.api('POST /api/sign-out', {}, { cookie, headers })
  expect(lines()).toEqual([
    { event: 'signed in', at: 'POST /api/sign-in', address: '203.0.113.5', personId: mia.id },
    { event: 'refused', at: 'POST /api/sign-in', code: 'wrong-password', address: '203.0.113.5' },
    { event: 'signed out', at: 'POST /api/sign-out', address: '203.0.113.5' },
  ])
  const said = JSON.stringify(lines())
  for (const secret of ['correct horse', 'staple', mia.email, String(cookie).split('=')[1] ?? ''])
    expect(said).not.toContain(secret)
})

test('whoever is refused what they may not is named by their id', async () => {
  const [mia, mal] = [await w.owner(), await w.owner('Mal')]
  const boardId = await w.board(mia)
  const guest = await w.guest(mia, boardId)
  const lines = listen()
  await w.api('POST /api/boards/[boardId]/finish', { boardId }, { cookie: guest.cookie, body: {} })
  await w.api(
    'POST /api/boards/[boardId]/finish',
    { boardId },
    { cookie: mal.cookie, body: {}, headers: { origin: 'https://evil.example' } },
  )
  expect(lines()).toMatchObject([
    { event: 'refused', code: 'forbidden', personId: guest.id },
    { event: 'refused', code: 'forbidden' },
  ])
})

test('a flood of refusals is some lines, and then how many more there were', async () => {
  const lines = listen()
  const guess = () => w.api('POST /api/join', {}, { body: { token: 'x'.repeat(40), name: 'X' }, headers })
  for (let i = 0; i < rateLimits.logLine.burst + 50; i += 1) await guess()
  const before = lines().length
  expect(before).toBeGreaterThan(rateLimits.logLine.burst / 2)
  expect(before).toBeLessThan(rateLimits.logLine.burst + 20)
  vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ['Date'] })
  try {
    await guess()
  } finally {
    vi.useRealTimers()
  }
  expect(lines().at(-1)).toMatchObject({ code: 'no-such-invite', unsaid: rateLimits.logLine.burst + 50 - before })
})
