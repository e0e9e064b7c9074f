import { expect, test, vi } from 'vitest'
import { openWorkshop } from '#tests/drivers/api.ts'

const w = openWorkshop()

/** Somebody with a board and a link into it. */
async function scene(input: object = {}) {
  const mia = await w.owner()
  const boardId = await w.board(mia)
  return { mia, boardId, invite: await w.invite(mia, boardId, input) }
}

async function codeOf(owner: { cookie: string | null }, sessionId: string): Promise<string> {
  const { body } = await w.api('GET /api/sessions/[sessionId]', { sessionId }, { cookie: owner.cookie })
  return String(body.session.shortCode)
}

test('a link and a name are all that a guest needs', async () => {
  const { boardId, invite } = await scene()
  const joined = await w.join({ token: invite.token, name: ' Nguyễn Thị Minh-Khai (extern) ' })
  expect(joined).toMatchObject({
    status: 200,
    body: {
      board: { id: boardId },
      role: 'contributor',
      status: 'in',
      person: { name: 'Nguyễn Thị Minh-Khai (extern)' },
    },
  })
  expect(await w.roleOn(boardId, joined)).toBe('contributor')
})

test('the link carries the role', async () => {
  const { boardId, invite } = await scene({ role: 'observer' })
  expect(await w.roleOn(boardId, await w.join({ token: invite.token, name: 'Olga' }))).toBe('observer')
})

test('only the hash of a token is kept', async () => {
  const { invite } = await scene()
  expect(invite.token.length).toBeGreaterThanOrEqual(22)
  const stored = await w.server.store.sessions.invite(invite.id)
  expect(JSON.stringify(stored)).not.toContain(invite.token)
})

test('a guest who comes back by the link is the same person, and uses it only once', async () => {
  const { invite } = await scene({ maxUses: 1 })
  const first = await w.join({ token: invite.token, name: 'Ben' })
  const again = await w.join({ token: invite.token, name: 'Ben' }, first.cookie)
  expect(again.body.person.id).toBe(first.body.person.id)
  expect(again.cookie).toBeNull()
})

test('somebody with an account comes in as themselves, without a name asked', async () => {
  const { boardId, invite } = await scene()
  const ben = await w.owner('Ben')
  expect((await w.join({ token: invite.token }, ben.cookie)).body.person).toEqual({ id: ben.id, name: 'Ben' })
  expect(await w.roleOn(boardId, ben)).toBe('contributor')
})

test('the owner who tries their own link still facilitates', async () => {
  const { mia, boardId, invite } = await scene({ role: 'observer' })
  await w.join({ token: invite.token }, mia.cookie)
  expect(await w.roleOn(boardId, mia)).toBe('facilitator')
})

test('a link that is used up, revoked or expired says so', async () => {
  const refusal = async (token: string) => {
    const { status, body } = await w.join({ token, name: 'Late' })
    return [status, body.error?.code]
  }
  const { invite: once } = await scene({ maxUses: 1 })
  await w.join({ token: once.token, name: 'First' })
  expect(await refusal(once.token)).toEqual([410, 'invite-used-up'])

  const { mia, invite: closed } = await scene()
  await w.api('DELETE /api/invites/[inviteId]', { inviteId: closed.id }, { cookie: mia.cookie })
  expect(await refusal(closed.token)).toEqual([410, 'invite-revoked'])

  const { invite: short } = await scene({ expiresInHours: 1 })
  vi.useFakeTimers({ now: Date.now() + 3_700_000, toFake: ['Date'] })
  try {
    expect(await refusal(short.token)).toEqual([410, 'invite-expired'])
  } finally {
    vi.useRealTimers()
  }
  expect(await refusal('x'.repeat(32))).toEqual([404, 'no-such-invite'])
})

test('a link for one lets one in, however many try at once', async () => {
  const { invite } = await scene({ maxUses: 1 })
  const tries = await Promise.all(
    Array.from({ length: 8 }, (_, i) => w.join({ token: invite.token, name: `Guest ${i}` })),
  )
  expect(tries.map(t => t.status).sort()).toEqual([200, ...Array(7).fill(410)])
})

test('a link with a password asks for it, and not for long', async () => {
  const { invite } = await scene({ password: 'ristretto' })
  const attempt = async (password?: string) => {
    const { status, body } = await w.join({ token: invite.token, name: 'Ben', ...(password ? { password } : {}) })
    return [status, body.error?.code]
  }
  expect(await attempt()).toEqual([403, 'password-needed'])
  expect(await attempt('lungo')).toEqual([403, 'password-wrong'])
  expect(await attempt('ristretto')).toEqual([200, undefined])
})

test('a name is needed, and one of 500 characters is refused in a sentence', async () => {
  const { invite } = await scene()
  expect(await w.join({ token: invite.token })).toMatchObject({ status: 400 })
  expect(await w.join({ token: invite.token, name: 'x'.repeat(500) })).toMatchObject({
    status: 400,
    body: { error: { message: 'The name is too long: at most 120 characters.' } },
  })
  expect((await w.join({ name: 'Ben' })).status).toBe(400)
})

test('the short code of a running session lets people in, typed in any way', async () => {
  const { mia, boardId, invite } = await scene()
  const session = await w.api('GET /api/sessions/[sessionId]', { sessionId: invite.sessionId }, { cookie: mia.cookie })
  const code = String(session.body.session.shortCode)
  expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{6}$/)
  const joined = await w.join({ code: ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `, name: 'Ben' })
  expect(await w.roleOn(boardId, joined)).toBe('contributor')

  const seen = await w.api('GET /api/sessions/[sessionId]', { sessionId: invite.sessionId }, { cookie: joined.cookie })
  expect(seen.body.session.shortCode).toBeNull()

  await w.api(
    'PATCH /api/sessions/[sessionId]',
    { sessionId: invite.sessionId },
    {
      cookie: mia.cookie,
      body: { status: 'ended' },
    },
  )
  expect((await w.join({ code, name: 'Late' })).body.error.code).toBe('no-such-code')
  expect((await w.join({ token: invite.token, name: 'Late' })).body.error.code).toBe('session-ended')
})

test('codes cannot be guessed for long', async () => {
  const headers = { 'x-brownpaper-address': '203.0.113.9' }
  const statuses: number[] = []
  for (let i = 0; i < 35; i++)
    statuses.push((await w.api('POST /api/join', {}, { body: { code: `ZZ${i}`, name: 'X' }, headers })).status)
  expect(statuses.slice(0, 30).every(status => status === 404)).toBe(true)
  expect(statuses.slice(30)).toEqual(Array(5).fill(429))
})

test('wrong codes from many addresses keep nobody else out, and whoever guesses on gets few more', async () => {
  const { mia, invite } = await scene()
  const code = await codeOf(mia, invite.sessionId)
  const from = async (address: string, typed: string) =>
    (
      await w.api(
        'POST /api/join',
        {},
        { body: { code: typed, name: 'X' }, headers: { 'x-brownpaper-address': address } },
      )
    ).status
  for (let a = 1; a <= 21; a += 1) for (let i = 0; i < 30; i += 1) await from(`198.51.100.${a}`, `ZZ${i}`)
  expect(await from('203.0.113.20', code)).toBe(200)
  expect(await from('203.0.113.21', 'ZZZ')).toBe(404)
  expect(await from('203.0.113.21', code)).toBe(200)
  const more = []
  for (let i = 0; i < 8; i += 1) more.push(await from('203.0.113.22', `YY${i}`))
  expect(more).toEqual([...Array(5).fill(404), ...Array(3).fill(429)])
})

test('one person who guesses keeps nobody else of the same room out', async () => {
  const { mia, invite } = await scene()
  const code = await codeOf(mia, invite.sessionId)
  const headers = { 'x-brownpaper-address': '203.0.113.30' }
  const type = async (typed: string) =>
    (await w.api('POST /api/join', {}, { body: { code: typed, name: 'X' }, headers })).status
  expect(await type(code)).toBe(200)
  for (let i = 0; i < 35; i += 1) await type(`ZZ${i}`)
  expect(await type('ZZZ')).toBe(429)
  for (let i = 0; i < 100; i += 1) expect(await type(code)).toBe(200)
})

test('a join page shows what a link leads to, and nothing of it to those without', async () => {
  const { invite } = await scene({ role: 'observer', password: 'ristretto' })
  const look = (input: object) => w.api('POST /api/join/look', {}, { body: input })
  expect((await look({ token: invite.token })).body).toMatchObject({
    board: { title: 'Coffee' },
    session: { title: 'Open session', status: 'open' },
    role: 'observer',
    needsPassword: true,
    lobby: false,
    you: null,
  })
  expect((await look({ token: 'y'.repeat(32) })).status).toBe(404)
})
