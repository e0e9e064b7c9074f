import { expect, test } from 'vitest'
import { readBoard } from '#lib/board/model.ts'
import { agendaOf } from '#lib/facilitation/agendas.ts'
import type { RouteName } from '#lib/protocol/routes/index.ts'
import { newId } from '#server/base/ids.ts'
import { stageOf } from '#server/base/stage.ts'
import { openWorkshop } from '#tests/drivers/api.ts'
import { OwnClient } from '#tests/drivers/own-client.ts'
import { connect } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'

const w = openWorkshop()
type Who = { cookie: string | null }

async function scene(plan: object = { title: 'Workshop', open: true }) {
  const mia = await w.owner()
  const boardId = await w.board(mia)
  const { body } = await w.api('POST /api/boards/[boardId]/sessions', { boardId }, { cookie: mia.cookie, body: plan })
  const sessionId = String(body.session.id)
  const on = (name: RouteName, who: Who, body?: object, more: Record<string, string> = {}) =>
    w.api(name, { sessionId, boardId, ...more }, { cookie: who.cookie, ...(body ? { body } : {}) })
  return { mia, boardId, sessionId, session: body.session, on }
}

test('a planned session keeps its time and agenda, and sets the stage when it opens', async () => {
  const agenda = agendaOf('two-hours', newId)
  const { mia, boardId, session, sessionId, on } = await scene({
    title: 'Tomorrow',
    plannedFor: 1_800_000_000_000,
    agenda,
  })
  expect(session).toMatchObject({ status: 'planned', plannedFor: 1_800_000_000_000, agenda, shortCode: null })
  const opened = await on('PATCH /api/sessions/[sessionId]', mia, { status: 'open' })
  expect(opened.body.session.status).toBe('open')
  expect((await w.server.hub.read(boardId, readBoard)).stage).toMatchObject({ sessionId, agenda, frozen: false })
})

test('a session opens at the first activity of its agenda, its timer standing, and leaves the stage clear', async () => {
  const agenda = agendaOf('two-hours', newId) ?? []
  const { mia, boardId, on } = await scene({ title: 'Today', agenda, open: true })
  const stage = () => w.server.hub.read(boardId, stageOf)
  const totalMs = 5 * 60_000
  expect(await stage()).toMatchObject({ item: agenda[0]?.id, timer: { endsAt: null, leftMs: totalMs, totalMs } })
  const ended = await on('PATCH /api/sessions/[sessionId]', mia, { status: 'ended' })
  expect(await stage()).toMatchObject({ agenda: [], item: null, timer: null })
  expect(ended.body.session.agenda).toEqual(agenda)
})

test('a board that has as many sessions as it may have gets no more', async () => {
  const { mia, on, sessionId } = await scene()
  const one = await w.server.store.sessions.get(sessionId)
  if (!one) throw new Error('no session')
  const more = Array.from({ length: 199 }, () => ({ ...one, id: newId(), status: 'ended' as const, shortCode: null }))
  await Promise.all(more.map(each => w.server.store.sessions.create(each)))
  const refused = await on('POST /api/boards/[boardId]/sessions', mia, { title: 'One more' })
  expect(refused).toMatchObject({
    status: 409,
    body: { error: { message: expect.stringMatching(/has had 200 sessions/) } },
  })
})

test('of sessions that are opened at once, one opens', async () => {
  const mia = await w.owner()
  const boardId = await w.board(mia)
  const open = (title: string) =>
    w.api('POST /api/boards/[boardId]/sessions', { boardId }, { cookie: mia.cookie, body: { title, open: true } })
  const answers = await Promise.all(['A', 'B', 'C'].map(open))
  expect(answers.map(answer => answer.status).sort()).toEqual([201, 409, 409])
  const sessions = await w.server.store.sessions.ofBoard(boardId)
  expect(sessions.filter(session => session.status === 'open')).toHaveLength(1)
})

test('when a session ends, the agenda of the one that is planned next is on the board', async () => {
  const { mia, boardId, on } = await scene()
  const agenda = agendaOf('as-is-only', newId)
  await on('POST /api/boards/[boardId]/sessions', mia, { title: 'Tomorrow', agenda })
  const stage = () => w.server.hub.read(boardId, stageOf)
  expect((await stage()).agenda).toEqual([])
  await on('PATCH /api/sessions/[sessionId]', mia, { status: 'ended' })
  expect(await stage()).toMatchObject({ agenda, item: null })
})

test('the agenda of a session is one, changed in its plan or on the board', async () => {
  const { mia, boardId, on } = await scene({ title: 'Today', agenda: agendaOf('two-hours', newId), open: true })
  const stage = () => w.server.hub.read(boardId, stageOf)
  const shorter = (await stage()).agenda.slice(0, 3)
  await on('PATCH /api/sessions/[sessionId]', mia, { agenda: shorter })
  expect((await stage()).agenda).toEqual(shorter)

  const tab = new OwnClient(w.server.url, boardId, mia.cookie)
  await until(() => tab.synced, 'the tab is in')
  await tab.request('agenda.set', { items: shorter.slice(1) })
  tab.ws.close()
  const { body } = await on('GET /api/sessions/[sessionId]', mia)
  expect(body.session.agenda).toEqual(shorter.slice(1))
  expect((await stage()).item).toBeNull()
})

test('who is turned away in the lobby stays away, and the link still works for others', async () => {
  const { mia, boardId, on } = await scene({ title: 'Workshop', open: true, lobby: true })
  const ben = await w.guest(mia, boardId, 'Ben')
  const away = await on('DELETE /api/sessions/[sessionId]/participants/[personId]', mia, undefined, {
    personId: ben.id,
  })
  expect(away.body.inviteRevoked).toBeNull()
  expect((await w.join({ token: ben.invite.token }, ben.cookie)).status).toBe(403)
  expect((await w.join({ token: ben.invite.token, name: 'Eva' })).body.status).toBe('waiting')
})

test('one session is open on a board at a time, and an ended one stays ended', async () => {
  const { mia, on } = await scene()
  const second = await on('POST /api/boards/[boardId]/sessions', mia, { title: 'Second', open: true })
  expect(second.status).toBe(409)
  await on('PATCH /api/sessions/[sessionId]', mia, { status: 'ended' })
  expect((await on('PATCH /api/sessions/[sessionId]', mia, { status: 'open' })).status).toBe(409)
  expect((await on('POST /api/boards/[boardId]/sessions', mia, { title: 'Second', open: true })).status).toBe(201)
})

test('with a lobby people wait until a facilitator lets them in', async () => {
  const { mia, boardId, on } = await scene({ title: 'Workshop', open: true, lobby: true })
  const [ben, eva] = [await w.guest(mia, boardId, 'Ben'), await w.guest(mia, boardId, 'Eva')]
  expect(await w.roleOn(boardId, ben)).toBe('waiting')
  expect((await w.api('GET /api/boards/[boardId]', { boardId }, { cookie: ben.cookie })).status).toBe(404)
  await on('POST /api/sessions/[sessionId]/admit', mia, { personIds: [ben.id] })
  expect(await w.roleOn(boardId, ben)).toBe('contributor')
  expect(await w.roleOn(boardId, eva)).toBe('waiting')
  expect((await on('POST /api/sessions/[sessionId]/admit', mia, {})).body.admitted).toBe(1)
  expect(await w.roleOn(boardId, eva)).toBe('contributor')
})

test('a changed role counts at once', async () => {
  const { mia, boardId, on } = await scene()
  const ben = await w.guest(mia, boardId, 'Ben')
  const change = (who: Who, personId: string, role: string) =>
    on('PATCH /api/sessions/[sessionId]/participants/[personId]', who, { role }, { personId })
  expect((await change(ben, ben.id, 'facilitator')).status).toBe(403)
  await change(mia, ben.id, 'observer')
  expect(await w.roleOn(boardId, ben)).toBe('observer')
})

test('who is removed is out everywhere at once, and no way they came by leads back', async () => {
  const { mia, boardId, sessionId, on } = await scene()
  const ben = await w.guest(mia, boardId, 'Ben')
  const code = async () => String((await on('GET /api/sessions/[sessionId]', mia)).body.session.shortCode)
  const codeBefore = await code()
  const tabs = [1, 2].map(() => connect(w.server.url, boardId, { cookie: ben.cookie ?? '' }))
  await until(() => tabs.every(tab => tab.provider.synced), 'both tabs are in')
  const removed = await on('DELETE /api/sessions/[sessionId]/participants/[personId]', mia, undefined, {
    personId: ben.id,
  })
  expect(removed.body.inviteRevoked).toBe(ben.invite.id)
  await until(
    () => tabs.every(tab => !tab.provider.wsconnected && !tab.provider.shouldConnect),
    'both tabs are out for good',
  )
  for (const tab of tabs) tab.destroy()

  expect(await w.roleOn(boardId, ben)).toBe(404)
  expect((await w.join({ token: ben.invite.token }, ben.cookie)).status).toBe(403)
  expect((await w.join({ token: ben.invite.token, name: 'Not Ben' })).status).toBe(410)
  expect((await w.join({ code: codeBefore, name: 'Not Ben' })).status).toBe(404)
  expect((await w.join({ code: await code(), name: 'Eva' })).status).toBe(200)
  expect((await w.server.store.sessions.participant(sessionId, ben.id))?.status).toBe('removed')
})

test('a member of the workspace without an invite gets a seat with their role, and is never put out', async () => {
  const { mia, boardId, on } = await scene()
  const tom = await w.server.person('Tom')
  await w.server.store.workspaces.setMember({ workspaceId: mia.workspaceId, personId: tom.id, role: 'facilitator' })
  const who = { personId: tom.id }
  expect(await w.roleOn(boardId, tom)).toBe('facilitator')
  await on('PATCH /api/sessions/[sessionId]/participants/[personId]', mia, { role: 'contributor' }, who)
  expect(await w.roleOn(boardId, tom)).toBe('contributor')
  const put = await on('DELETE /api/sessions/[sessionId]/participants/[personId]', mia, undefined, who)
  expect(put.status).toBe(409)
  expect(await w.roleOn(boardId, tom)).toBe('contributor')
})

test('the hand of who is removed goes down', async () => {
  const { mia, boardId, on } = await scene()
  const ben = await w.guest(mia, boardId, 'Ben')
  const tab = new OwnClient(w.server.url, boardId, ben.cookie)
  await until(() => tab.synced, 'the tab is in')
  await tab.request('hand.raise', { up: true })
  expect((await w.server.hub.read(boardId, stageOf)).hands).toEqual([ben.id])
  await on('DELETE /api/sessions/[sessionId]/participants/[personId]', mia, undefined, { personId: ben.id })
  expect((await w.server.hub.read(boardId, stageOf)).hands).toEqual([])
  tab.ws.close()
})

test('facilitation is handed over or shared, and somebody always has it', async () => {
  const { mia, boardId, on } = await scene()
  const [ben, eva] = [await w.guest(mia, boardId, 'Ben'), await w.guest(mia, boardId, 'Eva')]
  const self = await on(
    'PATCH /api/sessions/[sessionId]/participants/[personId]',
    mia,
    { role: 'observer' },
    {
      personId: mia.id,
    },
  )
  expect(self.status).toBe(409)
  await on('POST /api/sessions/[sessionId]/hand-over', mia, { to: ben.id, share: true })
  expect([await w.roleOn(boardId, mia), await w.roleOn(boardId, ben)]).toEqual(['facilitator', 'facilitator'])
  await on('POST /api/sessions/[sessionId]/hand-over', mia, { to: eva.id })
  expect([await w.roleOn(boardId, mia), await w.roleOn(boardId, eva)]).toEqual(['contributor', 'facilitator'])
})

test('a facilitator of the workspace takes over when no facilitator is connected, a guest never', async () => {
  const { mia, boardId, on } = await scene()
  const [ben, eva] = [await w.guest(mia, boardId, 'Ben'), await w.guest(mia, boardId, 'Eva')]
  await on('POST /api/sessions/[sessionId]/hand-over', mia, { to: ben.id })
  const tab = connect(w.server.url, boardId, { cookie: ben.cookie ?? '' })
  await until(() => tab.provider.synced, 'the tab is in')
  expect((await on('POST /api/sessions/[sessionId]/take-over', mia)).body.error.code).toBe('led')
  tab.destroy()
  await until(() => !w.server.hub.here(boardId).has(ben.id), 'the tab is gone')
  expect((await on('POST /api/sessions/[sessionId]/take-over', eva)).status).toBe(403)
  expect((await on('POST /api/sessions/[sessionId]/take-over', mia)).status).toBe(200)
  expect(await w.roleOn(boardId, mia)).toBe('facilitator')
})

test('the list of participants says who is here, and gives no addresses', async () => {
  const { mia, boardId, on } = await scene()
  const ben = await w.guest(mia, boardId, 'Ben')
  const { body } = await on('GET /api/sessions/[sessionId]/participants', ben)
  expect(body.participants).toContainEqual(
    expect.objectContaining({ personId: ben.id, name: 'Ben', guest: true, role: 'contributor', here: false }),
  )
  expect(JSON.stringify(body)).not.toContain('@')
})

test('a workspace keeps agendas by name, for those who facilitate in it', async () => {
  const { mia, boardId, on } = await scene()
  const ben = await w.guest(mia, boardId, 'Ben')
  const items = agendaOf('two-hours', newId) ?? []
  const save = (who: Who, body: object) => on('POST /api/boards/[boardId]/agendas', who, body)
  expect((await save(ben, { name: 'Ours', items })).status).toBe(403)
  expect((await save(mia, { name: 'Ours', items })).status).toBe(201)
  await save(mia, { name: 'ours', items: items.slice(1) })
  const list = async () => (await on('GET /api/boards/[boardId]/agendas', mia)).body.agendas
  expect(await list()).toMatchObject([{ name: 'ours', items: items.slice(1) }])
  const itemId = String((await list())[0].id)
  await on('DELETE /api/boards/[boardId]/agendas/[itemId]', mia, undefined, { itemId })
  expect(await list()).toEqual([])
})
