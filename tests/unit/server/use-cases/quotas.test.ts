import { expect, test } from 'vitest'
import { newId } from '#server/base/ids.ts'
import { newBoard } from '#server/use-cases/boards.ts'
import { quotas } from '#server/use-cases/quotas.ts'
import { openWorkshop } from '#tests/drivers/api.ts'

const w = openWorkshop()

test('a workspace takes so many boards and then says so, until one is deleted', async () => {
  const mia = await w.owner()
  const { boards, people } = w.server.store
  const person = await people.get(mia.id)
  if (!person) throw new Error('nobody')
  const first = await w.board(mia)
  const others = Array.from({ length: quotas.boards - 1 }, (_, i) => newBoard(`Board ${i}`, mia.workspaceId, person))
  await Promise.all(others.map(board => boards.create(board)))
  const make = () => w.api('POST /api/boards', {}, { cookie: mia.cookie, body: { title: 'One more' } })
  const full = await make()
  expect(full).toMatchObject({ status: 409, body: { error: { code: 'too-many-kept' } } })
  expect(full.body.error.message).toContain('5,000 boards')
  const copy = await w.api('POST /api/boards/[boardId]/duplicate', { boardId: first }, { cookie: mia.cookie, body: {} })
  expect(copy.status).toBe(409)

  await w.api('DELETE /api/boards/[boardId]', { boardId: first }, { cookie: mia.cookie })
  expect((await make()).status).toBe(201)
  const back = await w.api('POST /api/boards/[boardId]/undelete', { boardId: first }, { cookie: mia.cookie })
  expect(back.status).toBe(409)
})

test('a board has so many open invites and then says so; those that let nobody in any more do not count', async () => {
  const mia = await w.owner()
  const boardId = await w.board(mia)
  const { id, sessionId } = await w.invite(mia, boardId)
  const invite = await w.server.store.sessions.invite(id)
  if (!invite) throw new Error('no invite')
  const add = (more: object) =>
    w.server.store.sessions.createInvite({ ...invite, id: newId(), tokenHash: newId(), ...more })
  await Promise.all(Array.from({ length: quotas.openInvites - 2 }, () => add({})))
  await add({ revokedAt: 1 })
  await add({ expiresAt: 1 })
  await add({ maxUses: 3, uses: 3 })
  const make = () => w.api('POST /api/sessions/[sessionId]/invites', { sessionId }, { cookie: mia.cookie, body: {} })
  expect((await make()).status).toBe(201)
  const full = await make()
  expect(full).toMatchObject({ status: 409, body: { error: { code: 'too-many-kept' } } })
  await w.api('DELETE /api/invites/[inviteId]', { inviteId: id }, { cookie: mia.cookie })
  expect((await make()).status).toBe(201)
})

test('a board has so many sessions and then says so; a copy of it has room again', async () => {
  const mia = await w.owner()
  const boardId = await w.board(mia)
  const plan = (boardId: string) =>
    w.api('POST /api/boards/[boardId]/sessions', { boardId }, { cookie: mia.cookie, body: { title: 'Next Tuesday' } })
  const { id } = (await plan(boardId)).body.session
  const { sessions } = w.server.store
  const first = await sessions.get(id)
  if (!first) throw new Error('no session')
  const others = Array.from({ length: quotas.sessions - 2 }, (_, i) => ({ ...first, id: newId(), createdAt: i }))
  await Promise.all(others.map(session => sessions.create(session)))
  expect((await plan(boardId)).status).toBe(201)
  const full = await plan(boardId)
  expect(full).toMatchObject({ status: 409, body: { error: { code: 'too-many-kept' } } })
  expect(full.body.error.message).toContain('200 sessions')
  const copy = await w.api('POST /api/boards/[boardId]/duplicate', { boardId }, { cookie: mia.cookie, body: {} })
  expect((await plan(copy.body.board.id)).status).toBe(201)
})

test('a replay has so many open links and then says so', async () => {
  const mia = await w.owner()
  const boardId = await w.board(mia)
  const share = (i: number, expiresAt: number) => ({
    id: newId(),
    boardId,
    sessionId: null,
    tokenHash: `hash ${boardId} ${i}`,
    expiresAt,
    revokedAt: null,
    createdBy: mia.id,
    createdAt: 1,
  })
  const { history } = w.server.store
  const later = Date.now() + 60_000
  await Promise.all(Array.from({ length: quotas.openShares - 1 }, (_, i) => history.createShare(share(i, later))))
  await history.createShare(share(1000, 1))
  const make = () => w.api('POST /api/boards/[boardId]/replay/shares', { boardId }, { cookie: mia.cookie, body: {} })
  expect((await make()).status).toBeLessThan(300)
  expect(await make()).toMatchObject({ status: 409, body: { error: { code: 'too-many-kept' } } })
})
