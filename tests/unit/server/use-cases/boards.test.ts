import { expect, test } from 'vitest'
import { addNotes } from '#lib/board/commands/notes.ts'
import { readBoard } from '#lib/board/model.ts'
import type { RouteName } from '#lib/protocol/routes/index.ts'
import { newId } from '#server/base/ids.ts'
import { openWorkshop } from '#tests/drivers/api.ts'
import { connect } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'

const w = openWorkshop()
const titles = async (who: { cookie: string | null }) =>
  ((await w.api('GET /api/boards', {}, { cookie: who.cookie })).body.boards as { title: string }[]).map(b => b.title)

test('a new board begins with the customer’s lane on top and one outcome', async () => {
  const boardId = await w.board(await w.owner())
  const board = await w.server.hub.read(boardId, readBoard)
  expect(board.lanes.map(lane => lane.actor)).toEqual(['customer', 'front-stage', 'back-stage'])
  expect(board.outcomes.map(outcome => outcome.id)).toEqual(['main'])
})

test('a board can begin from a template', async () => {
  const mia = await w.owner()
  const make = (template: string) =>
    w.api('POST /api/boards', {}, { cookie: mia.cookie, body: { title: 'Espresso', template } })
  const { body } = await make('coffee')
  expect((await w.server.hub.read(body.board.id, readBoard)).notes.size).toBeGreaterThan(6)
  expect((await make('nonsense')).status).toBe(400)
})

test('boards are listed to those who are on them and to nobody else', async () => {
  const [mia, other] = [await w.owner(), await w.owner()]
  const boardId = await w.board(mia, 'Only Mia’s')
  expect(await titles(mia)).toEqual(['Only Mia’s'])
  expect(await titles(other)).toEqual([])
  const guest = await w.guest(mia, boardId)
  expect(await titles(guest)).toEqual(['Only Mia’s'])
})

test('a foreign board and one that never was are the same answer', async () => {
  const [mia, other] = [await w.owner(), await w.owner()]
  const boardId = await w.board(mia)
  const see = (id: string) => w.api('GET /api/boards/[boardId]', { boardId: id }, { cookie: other.cookie })
  const foreign = await see(boardId)
  expect(foreign.status).toBe(404)
  expect(await see('never-was')).toEqual(foreign)
})

test('a board is renamed and described by its facilitators', async () => {
  const mia = await w.owner()
  const boardId = await w.board(mia)
  const guest = await w.guest(mia, boardId)
  const change = (who: { cookie: string | null }, body: object) =>
    w.api('PATCH /api/boards/[boardId]', { boardId }, { cookie: who.cookie, body })
  const changed = await change(mia, { title: 'Tea', customer: 'Guest', tags: ['hot'] })
  expect(changed.body.board).toMatchObject({ title: 'Tea', customer: 'Guest', tags: ['hot'] })
  expect((await change(guest, { title: 'Mine' })).status).toBe(403)
  expect(await titles(mia)).toEqual(['Tea'])
})

test('a deleted board is gone for everybody until it is taken back', async () => {
  const mia = await w.owner()
  const boardId = await w.board(mia)
  const guest = await w.guest(mia, boardId, 'Guest', { role: 'facilitator' })
  const ask = (name: RouteName, who: { cookie: string | null }) => w.api(name, { boardId }, { cookie: who.cookie })
  expect((await ask('DELETE /api/boards/[boardId]', guest)).status).toBe(403)
  expect((await ask('DELETE /api/boards/[boardId]', mia)).status).toBe(200)
  expect(await titles(mia)).toEqual([])
  expect(await w.roleOn(boardId, guest)).toBe(404)
  expect((await ask('POST /api/boards/[boardId]/undelete', guest)).status).toBe(403)
  expect((await ask('POST /api/boards/[boardId]/undelete', mia)).status).toBe(200)
  expect(await titles(mia)).toEqual(['Coffee'])
  expect(await w.roleOn(boardId, guest)).toBe('facilitator')
})

test('a copy has the wall as it is, each note its author’s, and neither session nor people', async () => {
  const mia = await w.owner()
  const boardId = await w.board(mia)
  const guest = await w.guest(mia, boardId, 'Ben')
  const client = connect(w.server.url, boardId, { cookie: guest.cookie ?? '' })
  await until(() => client.provider.synced, 'the client is in step')
  const board = readBoard(client.doc)
  const [noteId = ''] = addNotes({ doc: client.doc, newId }, board, [
    { kind: 'step', text: 'Order a double espresso', x: 300, y: 50 },
  ])
  await until(async () => (await w.server.hub.read(boardId, readBoard)).notes.has(noteId), 'the note arrives')
  client.destroy()

  const copied = await w.api('POST /api/boards/[boardId]/duplicate', { boardId }, { cookie: mia.cookie, body: {} })
  expect(copied).toMatchObject({ status: 201, body: { board: { title: 'Coffee (copy)', seriesId: boardId } } })
  const copyId = String(copied.body.board.id)
  const copy = await w.server.hub.read(copyId, readBoard)
  expect(copy.notes.get(noteId)).toMatchObject({
    text: 'Order a double espresso',
    x: 300,
    y: 50,
    made: { by: guest.id },
  })
  expect(copy.lanes).toEqual((await w.server.hub.read(boardId, readBoard)).lanes)
  expect(await w.roleOn(copyId, guest)).toBe(404)
})

test('a board’s small picture shows the wall to those who may see it', async () => {
  const [mia, other] = [await w.owner(), await w.owner()]
  const { body } = await w.api(
    'POST /api/boards',
    {},
    { cookie: mia.cookie, body: { title: 'Espresso', template: 'coffee' } },
  )
  const picture = (who: { cookie: string }) =>
    w.api('GET /api/boards/[boardId]/picture', { boardId: body.board.id }, { cookie: who.cookie })
  const drawn = await picture(mia)
  expect(drawn.status).toBe(200)
  expect(Buffer.from(drawn.body).toString()).toMatch(/^<svg.*<\/svg>$/s)
  expect((await picture(other)).status).toBe(404)
})
