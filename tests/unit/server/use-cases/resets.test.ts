import { expect, test } from 'vitest'
import { running } from '#server/base/runtime.ts'
import { operatorToken } from '#server/http/operator.ts'
import { hashToken } from '#server/use-cases/invites.ts'
import { makeReset } from '#server/use-cases/resets.ts'
import { openWorkshop } from '#tests/drivers/api.ts'

const w = openWorkshop()
const tokenOf = ({ url }: { url: string }) => new URL(url).hash.slice(1)
const reset = (token: string, password = 'battery staple') =>
  w.api('POST /api/password/reset', {}, { body: { token, password } })
const look = (token: string) => w.api('POST /api/password/reset/look', {}, { body: { token } })
const signInAs = (email: string, password: string) => w.api('POST /api/sign-in', {}, { body: { email, password } })
const operate = async (ask: object, authorization?: string) =>
  w.api(
    'POST /api/operator/people',
    {},
    { body: ask, headers: { authorization: authorization ?? `Bearer ${await operatorToken(w.server.env)}` } },
  )

test('a link sets a new password once, ends every sign-in, and so do all other links of the person', async () => {
  const mia = await w.signUp()
  const parts = running()
  const [first, second] = [await makeReset(parts, mia.id, 'hand'), await makeReset(parts, mia.id, 'mail')]
  expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/reset#/)
  expect((await look(tokenOf(first))).body.email).toBe(mia.email)

  expect(await reset(tokenOf(first), 'password1')).toMatchObject({ status: 400 })
  const both = await Promise.all([reset(tokenOf(first)), reset(tokenOf(first), 'another staple')])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 404])
  expect((await w.api('GET /api/me', {}, { cookie: mia.cookie })).body.person).toBeNull()
  expect((await signInAs(mia.email, 'correct horse')).status).toBe(401)
  const right = both[0]?.status === 200 ? 'battery staple' : 'another staple'
  expect((await signInAs(mia.email, right)).status).toBe(200)
  for (const link of [first, second])
    expect(await reset(tokenOf(link))).toMatchObject({ status: 404, body: { error: { code: 'no-such-link' } } })
})

test('a link expires, is kept as a hash alone, and nothing else opens with it', async () => {
  const mia = await w.signUp()
  const { url, expiresAt } = await makeReset(running(), mia.id, 'mail')
  const token = new URL(url).hash.slice(1)
  expect(expiresAt - Date.now()).toBeLessThanOrEqual(3_600_000)
  const { store } = w.server
  expect(await store.tokens.get('reset', hashToken(token), expiresAt - 1)).toMatchObject({ personId: mia.id })
  expect(await store.tokens.get('reset', hashToken(token), expiresAt)).toBeNull()
  expect(await store.tokens.take('reset', hashToken(token), expiresAt)).toBeNull()
  for (const nonsense of ['', 'x', hashToken(token), 'a'.repeat(200)])
    expect((await look(nonsense)).status, nonsense).toBe(404)
})

test('an owner makes a link for a member who has nothing that the owner could not open', async () => {
  const [olga, mia, tom] = [await w.signUp('Olga'), await w.signUp('Mia'), await w.signUp('Tom')]
  const { workspaceId } = olga
  const make = (personId: string, cookie = olga.cookie) =>
    w.api('POST /api/workspaces/[workspaceId]/members/[personId]/reset', { workspaceId, personId }, { cookie })
  expect((await make(mia.id)).status).toBe(404)
  await w.server.store.workspaces.setMember({ workspaceId, personId: mia.id, role: 'manager' })
  await w.server.store.workspaces.setMember({ workspaceId, personId: tom.id, role: 'facilitator' })

  expect((await make(mia.id, tom.cookie)).status).toBe(403)
  expect((await make(olga.id)).status).toBe(409)
  const made = await make(mia.id)
  expect(made.status).toBe(201)
  expect((await reset(tokenOf(made.body.reset))).status).toBe(200)
  expect((await signInAs(mia.email, 'battery staple')).status).toBe(200)

  // A board of one's own, or a seat at somebody else's, would be opened by such a link.
  const query = { workspace: tom.workspaceId }
  await w.api('POST /api/boards', {}, { cookie: tom.cookie, body: { title: 'His own' }, query })
  expect(await make(tom.id)).toMatchObject({
    status: 409,
    body: { error: { message: expect.stringContaining('boards elsewhere') } },
  })
  const stranger = await w.owner()
  const { token } = await w.invite(stranger, await w.board(stranger))
  await w.join({ token }, (await signInAs(mia.email, 'battery staple')).cookie)
  expect((await make(mia.id)).status).toBe(409)
})

test('the operator lists, resets, promotes, disables and enables, and nobody else is let in', async () => {
  const [olga, mia] = [await w.signUp('Olga'), await w.signUp('Mia')]
  const { workspaceId } = olga
  await w.server.store.workspaces.setMember({ workspaceId, personId: mia.id, role: 'manager' })
  for (const nobody of ['', 'Bearer nonsense', `Bearer ${olga.cookie?.split('=')[1]}`])
    expect((await operate({ act: 'list' }, nobody)).status).toBe(404)

  const { says } = (await operate({ act: 'list' })).body
  expect(says).toContain(`${mia.email}  Mia`)
  expect(says).toContain(`    manager of Olga’s workspace  ${workspaceId}`)

  const [, url] = (await operate({ act: 'reset', email: mia.email })).body.says
  expect((await reset(new URL(url).hash.slice(1))).status).toBe(200)

  const promoted = await operate({ act: 'promote', email: mia.email })
  expect(promoted.body.says).toEqual([
    `Mia <${mia.email}> owns Olga’s workspace now.`,
    `Olga <${olga.email}>, who owned it, is a facilitator of it.`,
  ])
  const members = await w.server.store.workspaces.members(workspaceId)
  expect(Object.fromEntries(members.map(({ name, role }) => [name, role]))).toEqual({
    Mia: 'owner',
    Olga: 'facilitator',
  })

  const signedIn = await signInAs(mia.email, 'battery staple')
  const held = await operate({ act: 'reset', email: mia.email })
  await operate({ act: 'disable', email: mia.email })
  expect((await w.api('GET /api/me', {}, { cookie: signedIn.cookie })).body.person).toBeNull()
  expect(await signInAs(mia.email, 'battery staple')).toMatchObject({ status: 403 })
  expect((await signInAs(mia.email, 'wrong horse')).status).toBe(401)
  expect((await reset(new URL(held.body.says[1]).hash.slice(1))).status).toBe(404)
  expect((await operate({ act: 'list' })).body.says).toContain(`${mia.email}  Mia  (disabled)`)
  await operate({ act: 'enable', email: mia.email })
  expect((await signInAs(mia.email, 'battery staple')).status).toBe(200)

  expect(await operate({ act: 'reset', email: 'nobody@example.org' })).toMatchObject({
    status: 409,
    body: { error: { message: 'Nobody has an account with the address nobody@example.org.' } },
  })
})

test('without mail nobody is asked for an address', async () => {
  expect((await w.api('POST /api/password/forgotten', {}, { body: { email: 'a@example.org' } })).status).toBe(404)
})
