import { expect, test } from 'vitest'
import { closeCodes } from '#lib/protocol/close-codes.ts'
import { quotas } from '#server/use-cases/quotas.ts'
import { openWorkshop } from '#tests/drivers/api.ts'
import { OwnClient } from '#tests/drivers/own-client.ts'
import { until } from '#tests/drivers/until.ts'

const w = openWorkshop()
type Owner = Awaited<ReturnType<typeof w.owner>>
const members = '/api/workspaces/[workspaceId]/members'
const invites = '/api/workspaces/[workspaceId]/invites'

const invite = async ({ workspaceId, cookie }: Owner, body: object = { role: 'facilitator' }) =>
  w.api(`POST ${invites}`, { workspaceId }, { cookie, body })
const join = (token: string, cookie: string | null) =>
  w.api('POST /api/workspaces/join', {}, { cookie, body: { token } })
/** Makes somebody a member of another's workspace by a link. */
async function bring(owner: Owner, who: { cookie: string }, role: string) {
  const { body } = await invite(owner, { role })
  expect((await join(body.invite.token, who.cookie)).status).toBe(200)
}
const listed = async ({ workspaceId }: Owner, cookie: string) =>
  (await w.api(`GET ${members}`, { workspaceId }, { cookie })).body.members

test('the owner brings facilitators and managers in by a link for one person', async () => {
  const [mia, ben] = [await w.owner('Mia'), await w.owner('Ben')]
  const boardId = await w.board(mia)
  const { body } = await invite(mia, { role: 'manager' })
  const { token } = body.invite
  expect((await join(token, null)).status).toBe(401)
  expect((await join(token, ben.cookie)).body).toMatchObject({ role: 'manager', workspace: { id: mia.workspaceId } })
  expect((await join(token, (await w.owner()).cookie)).body.error.code).toBe('invite-used-up')
  expect(await w.roleOn(boardId, ben)).toBe('manager')

  const member = { workspaceId: mia.workspaceId, personId: ben.id }
  const change = (cookie: string) =>
    w.api(`PATCH ${members}/[personId]`, member, { cookie, body: { role: 'facilitator' } })
  expect((await change(ben.cookie)).status).toBe(403)
  await change(mia.cookie)
  expect(await w.roleOn(boardId, ben)).toBe('facilitator')
  await w.api(`DELETE ${members}/[personId]`, member, { cookie: mia.cookie })
  expect(await w.roleOn(boardId, ben)).toBe(404)
})

test('of several who open one link at once, as many come in as it is for', async () => {
  const mia = await w.owner()
  const { body } = await invite(mia, { role: 'facilitator', maxUses: 2 })
  const people = await Promise.all(['Ann', 'Ben', 'Cy', 'Di'].map(name => w.owner(name)))
  const answers = await Promise.all(people.map(one => join(body.invite.token, one.cookie)))
  expect(answers.map(answer => answer.status).sort()).toEqual([200, 200, 410, 410])
  expect(await listed(mia, mia.cookie)).toHaveLength(3)
})

test('a guest needs an account first, and the owner stays the owner', async () => {
  const mia = await w.owner()
  const guest = await w.guest(mia, await w.board(mia))
  const { body } = await invite(mia)
  expect((await join(body.invite.token, guest.cookie)).status).toBe(400)
  const self = { workspaceId: mia.workspaceId, personId: mia.id }
  expect((await w.api(`DELETE ${members}/[personId]`, self, { cookie: mia.cookie })).status).toBe(409)
})

test('open links are listed until they are closed, and a closed one makes nobody a member', async () => {
  const [mia, ben, stranger] = [await w.owner(), await w.owner(), await w.owner()]
  const { body } = await invite(mia, { role: 'manager', maxUses: 5, expiresInHours: 24 })
  const list = async () =>
    (await w.api(`GET ${invites}`, { workspaceId: mia.workspaceId }, { cookie: mia.cookie })).body
  const { id, expiresAt, createdAt } = body.invite
  expect((await list()).invites).toEqual([{ id, role: 'manager', maxUses: 5, uses: 0, expiresAt, createdAt }])
  expect(expiresAt - createdAt).toBe(24 * 3_600_000)
  const close = (owner: Owner) =>
    w.api(`DELETE ${invites}/[itemId]`, { workspaceId: owner.workspaceId, itemId: id }, { cookie: owner.cookie })
  expect((await close(stranger)).status).toBe(404)
  expect((await close(mia)).status).toBe(200)
  expect((await list()).invites).toEqual([])
  expect((await join(body.invite.token, ben.cookie)).body.error.code).toBe('invite-revoked')
  expect((await join('no-such-token', ben.cookie)).body.error.code).toBe('no-such-invite')
})

test('links are for a number of people and for a time, and there are not too many of them', async () => {
  const mia = await w.owner()
  for (const wrong of [0, 101, 1.5, null])
    expect((await invite(mia, { role: 'manager', maxUses: wrong })).status, String(wrong)).toBe(400)
  expect((await invite(mia, { role: 'manager', expiresInHours: 24 * 91 })).status).toBe(400)
  expect((await invite(mia, { role: 'owner' })).status).toBe(400)
  for (let i = 0; i < quotas.memberInvites; i++) expect((await invite(mia)).status).toBe(201)
  const over = await invite(mia)
  expect(over.status).toBe(409)
  expect(over.body.error.message).toMatch(/50 open invites/)
})

test('a workspace that is full takes nobody in', async () => {
  const [mia, ben] = [await w.owner(), await w.owner()]
  const { body } = await invite(mia)
  const { store } = w.server
  await Promise.all(
    Array.from({ length: quotas.members - 1 }, async (_, i) => {
      const id = `${mia.id}-${i}`
      await store.people.create({ id, name: 'Somebody', email: null, passwordHash: null, createdAt: 1 })
      await store.workspaces.setMember({ workspaceId: mia.workspaceId, personId: id, role: 'manager' })
    }),
  )
  const full = await join(body.invite.token, ben.cookie)
  expect(full.status).toBe(409)
  expect(full.body.error.message).toMatch(/500 members/)
})

test('another workspace does not exist, and when somebody was last here is for the owner alone', async () => {
  const [mia, ben] = [await w.owner('Mia'), await w.owner('Ben')]
  expect((await w.api(`GET ${members}`, { workspaceId: mia.workspaceId }, { cookie: ben.cookie })).status).toBe(404)
  await bring(mia, ben, 'manager')
  await w.server.store.workspaces.sawMember(mia.workspaceId, ben.id, 5000)
  const seen = async (cookie: string) => (await listed(mia, cookie)).map((one: { lastHere: number }) => one.lastHere)
  expect(await seen(mia.cookie)).toEqual([5000, null])
  expect(await seen(ben.cookie)).toEqual([null, null])
})

test('the owner hands over, and is a facilitator from then on', async () => {
  const [mia, ben, stranger] = [await w.owner('Mia'), await w.owner('Ben'), await w.owner()]
  await bring(mia, ben, 'manager')
  const { workspaceId } = mia
  const handOver = (cookie: string, to: string) =>
    w.api('POST /api/workspaces/[workspaceId]/hand-over', { workspaceId }, { cookie, body: { to } })
  expect((await handOver(ben.cookie, ben.id)).status).toBe(403)
  expect((await handOver(mia.cookie, stranger.id)).status).toBe(404)
  expect((await handOver(mia.cookie, mia.id)).status).toBe(409)
  expect((await handOver(mia.cookie, ben.id)).status).toBe(200)
  const roles = (await listed(mia, mia.cookie)).map((one: { name: string; role: string }) => [one.name, one.role])
  expect(roles).toEqual([
    ['Ben', 'owner'],
    ['Mia', 'facilitator'],
  ])
  expect((await handOver(mia.cookie, mia.id)).status).toBe(403)
})

test('a member leaves by their own will; the owner hands over first', async () => {
  const [mia, ben] = [await w.owner('Mia'), await w.owner('Ben')]
  await bring(mia, ben, 'facilitator')
  const { workspaceId } = mia
  const leave = (cookie: string) => w.api('POST /api/workspaces/[workspaceId]/leave', { workspaceId }, { cookie })
  const refused = await leave(mia.cookie)
  expect(refused.status).toBe(403)
  expect(refused.body.error.message).toMatch(/hand it over/)
  expect((await leave(ben.cookie)).status).toBe(200)
  expect((await leave(ben.cookie)).status).toBe(404)
})

test('who is removed is out at once, also of a session that they lead, and its code is another', async () => {
  const [mia, ben] = [await w.owner('Mia'), await w.owner('Ben')]
  await bring(mia, ben, 'facilitator')
  const boardId = await w.board(mia)
  const opened = await w.api(
    'POST /api/boards/[boardId]/sessions',
    { boardId },
    { cookie: ben.cookie, body: { title: 'Workshop', open: true } },
  )
  const { id: sessionId, shortCode } = opened.body.session
  const made = await w.invite(ben, boardId)
  const client = new OwnClient(w.server.url, boardId, ben.cookie)
  await until(() => client.synced, 'in')
  await w.api(
    `DELETE ${members}/[personId]`,
    { workspaceId: mia.workspaceId, personId: ben.id },
    { cookie: mia.cookie },
  )
  await until(() => client.closed !== null, 'out')
  expect(client.closed?.code).toBe(closeCodes.removed.code)
  await client.close()
  expect(await w.roleOn(boardId, ben)).toBe(404)
  expect((await w.server.store.sessions.get(sessionId))?.shortCode).not.toBe(shortCode)
  expect((await w.join({ token: made.token, name: 'Ben again' })).body.error.code).toBe('invite-revoked')
  expect((await w.join({ code: shortCode, name: 'Ben again' })).status).toBe(404)
  // The session goes on, and who owns the workspace takes it over.
  const taken = await w.api('POST /api/sessions/[sessionId]/take-over', { sessionId }, { cookie: mia.cookie })
  expect(taken.status).toBe(200)
})
