import { expect, test } from 'vitest'
import { openWorkshop } from '#tests/drivers/api.ts'

const w = openWorkshop()

test('the owner brings facilitators and managers in by a link that works once', async () => {
  const [mia, ben] = [await w.owner('Mia'), await w.owner('Ben')]
  const boardId = await w.board(mia)
  const params = { workspaceId: mia.workspaceId }
  const invite = await w.api('POST /api/workspaces/[workspaceId]/invites', params, {
    cookie: mia.cookie,
    body: { role: 'manager' },
  })
  const { token } = invite.body.invite
  const joinAs = (cookie: string | null) => w.api('POST /api/workspaces/join', {}, { cookie, body: { token } })
  expect((await joinAs(null)).status).toBe(401)
  expect((await joinAs(ben.cookie)).body).toMatchObject({ role: 'manager', workspace: { id: mia.workspaceId } })
  expect((await joinAs((await w.owner()).cookie)).status).toBe(404)
  expect(await w.roleOn(boardId, ben)).toBe('manager')

  const member = { ...params, personId: ben.id }
  const path = '/api/workspaces/[workspaceId]/members/[personId]'
  expect((await w.api(`PATCH ${path}`, member, { cookie: ben.cookie, body: { role: 'facilitator' } })).status).toBe(403)
  await w.api(`PATCH ${path}`, member, { cookie: mia.cookie, body: { role: 'facilitator' } })
  expect(await w.roleOn(boardId, ben)).toBe('facilitator')
  await w.api(`DELETE ${path}`, member, { cookie: mia.cookie })
  expect(await w.roleOn(boardId, ben)).toBe(404)
})

test('of several who open one link at once, one comes in', async () => {
  const mia = await w.owner()
  const params = { workspaceId: mia.workspaceId }
  const { body } = await w.api('POST /api/workspaces/[workspaceId]/invites', params, {
    cookie: mia.cookie,
    body: { role: 'facilitator' },
  })
  const people = await Promise.all(['Ann', 'Ben', 'Cy'].map(name => w.owner(name)))
  const { token } = body.invite
  const answers = await Promise.all(
    people.map(one => w.api('POST /api/workspaces/join', {}, { cookie: one.cookie, body: { token } })),
  )
  expect(answers.map(answer => answer.status).sort()).toEqual([200, 404, 404])
  expect(await w.server.store.workspaces.members(mia.workspaceId)).toHaveLength(2)
})

test('a guest needs an account first, and the owner stays the owner', async () => {
  const mia = await w.owner()
  const guest = await w.guest(mia, await w.board(mia))
  const params = { workspaceId: mia.workspaceId }
  const { body } = await w.api('POST /api/workspaces/[workspaceId]/invites', params, {
    cookie: mia.cookie,
    body: { role: 'facilitator' },
  })
  const asGuest = await w.api(
    'POST /api/workspaces/join',
    {},
    { cookie: guest.cookie, body: { token: body.invite.token } },
  )
  expect(asGuest.status).toBe(400)
  const self = { ...params, personId: mia.id }
  const path = 'DELETE /api/workspaces/[workspaceId]/members/[personId]'
  expect((await w.api(path, self, { cookie: mia.cookie })).status).toBe(409)
})

test('a revoked link makes nobody a member', async () => {
  const [mia, ben] = [await w.owner(), await w.owner()]
  const params = { workspaceId: mia.workspaceId }
  const { body } = await w.api('POST /api/workspaces/[workspaceId]/invites', params, {
    cookie: mia.cookie,
    body: { role: 'facilitator' },
  })
  await w.api(
    'DELETE /api/workspaces/[workspaceId]/invites/[itemId]',
    { ...params, itemId: body.invite.id },
    { cookie: mia.cookie },
  )
  const { token } = body.invite
  expect((await w.api('POST /api/workspaces/join', {}, { cookie: ben.cookie, body: { token } })).status).toBe(404)
})

test('another workspace does not exist', async () => {
  const [mia, ben] = [await w.owner(), await w.owner()]
  const params = { workspaceId: mia.workspaceId }
  expect((await w.api('GET /api/workspaces/[workspaceId]/members', params, { cookie: ben.cookie })).status).toBe(404)
  const theirs = await w.api('GET /api/workspaces/[workspaceId]/members', params, { cookie: mia.cookie })
  expect(theirs.body.members).toEqual([
    { personId: mia.id, name: mia.name, email: `${mia.id}@example.org`, role: 'owner' },
  ])
})
