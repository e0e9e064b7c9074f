import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNotes, moveNotes } from '#lib/board/commands/notes.ts'
import { readBoard } from '#lib/board/model.ts'
import { draftId } from '#lib/facilitation/drafts.ts'
import { summary } from '#lib/report/summary.ts'
import { newId } from '#server/base/ids.ts'
import { openWorkshop } from '#tests/drivers/api.ts'
import { OwnClient } from '#tests/drivers/own-client.ts'
import { allRoutes } from '#tests/drivers/routes.ts'
import { connect } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'

const w = openWorkshop()
const coffee = async (owner: { cookie: string | null }) => {
  const body = { title: 'A double espresso', template: 'coffee' }
  return String((await w.api('POST /api/boards', {}, { cookie: owner.cookie, body })).body.board.id)
}
const finish = (boardId: string, who: { cookie: string | null }) =>
  w.api('POST /api/boards/[boardId]/finish', { boardId }, { cookie: who.cookie })

test('a finished board is in the library with its numbers, its picture and its words', async () => {
  const mia = await w.owner()
  const boardId = await coffee(mia)
  await w.guest(mia, boardId)
  expect((await finish(boardId, mia)).body.board.finishedAt).toBeGreaterThan(0)
  const entry = await w.server.store.library.get(boardId)
  const kept = summary.parse(JSON.parse(entry?.summary ?? ''))
  expect(kept.before.points).toEqual({ mot: 2, bp: 2, br: 1, total: 5 })
  expect(kept.after.points).toEqual({ mot: 2, bp: 0, br: 0, total: 2 })
  expect(entry).toMatchObject({ pointsBefore: 5, pointsAfter: 2 })
  expect(kept.promise).toMatch(/double espresso/)
  expect(await w.server.store.library.picture(boardId)).toContain('Takes the order')
  const { hits } = await w.server.store.library.search({
    workspaceId: mia.workspaceId,
    words: 'lukewarm',
    sort: 'best',
    today: '2026-01-01',
    limit: 5,
    offset: 0,
  })
  expect(hits.map(hit => hit.board.id)).toEqual([boardId])
  expect((await w.server.store.sessions.ofBoard(boardId)).map(session => session.status)).toEqual(['ended'])
})

test('after the seal not one byte of anybody changes the board: facilitator, contributor, offline work, old phase', async () => {
  const mia = await w.owner()
  const boardId = await coffee(mia)
  const ben = await w.guest(mia, boardId, 'Ben')
  const before = await w.server.hub.read(boardId, Y.encodeStateAsUpdate)
  await finish(boardId, mia)
  const sealed = await w.server.hub.read(boardId, Y.encodeStateVector)
  const head = await w.server.store.log.head(boardId)

  for (const who of [mia, ben]) {
    // An update made on the board as it was, sent as bytes over a bare socket.
    const doc = new Y.Doc()
    Y.applyUpdate(doc, before)
    const board = readBoard(doc)
    const made: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => made.push(update))
    const writer = { doc, newId }
    addNotes(writer, board, [{ kind: 'step', text: 'Too late', x: 0, y: 0 }])
    moveNotes(writer, board, new Map([['order', { x: 900, y: 90 }]]))
    const client = new OwnClient(w.server.url, boardId, who.cookie)
    await until(() => client.synced, 'the client is in step')
    for (const update of made) client.sendUpdate(update)
    await until(() => client.refused.length > 0, 'the update is refused')
    client.ws.terminate()
  }
  const client = connect(w.server.url, boardId, { cookie: mia.cookie ?? '' })
  await until(() => client.provider.synced, 'the client is in step')
  addNotes({ doc: client.doc, newId }, readBoard(client.doc), [{ kind: 'step', text: 'Late too', x: 0, y: 0 }])
  await new Promise(resolve => setTimeout(resolve, 100))
  client.destroy()
  expect(await w.server.hub.read(boardId, Y.encodeStateVector)).toEqual(sealed)
  expect(await w.server.store.log.head(boardId)).toBe(head)
  const rename = { cookie: mia.cookie, body: { title: 'Other' } }
  expect((await w.api('PATCH /api/boards/[boardId]', { boardId }, rename)).status).toBe(403)
  expect((await finish(boardId, mia)).status).toBe(403)
  expect(
    (await w.api('POST /api/boards/[boardId]/sessions', { boardId }, { cookie: mia.cookie, body: { title: 'x' } }))
      .status,
  ).toBe(403)
})

test('a contributor and a manager do not finish a board; while a vote is open or notes are private nobody does', async () => {
  const mia = await w.owner()
  const boardId = await coffee(mia)
  const ben = await w.guest(mia, boardId, 'Ben')
  const mara = await w.server.person('Mara')
  await w.server.member(mia.workspaceId, mara, 'manager')
  expect((await finish(boardId, ben)).status).toBe(403)
  expect((await finish(boardId, mara)).status).toBe(403)
  const client = new OwnClient(w.server.url, boardId, mia.cookie)
  await until(() => client.synced, 'the client is in step')
  expect(await client.request('vote.open', { dots: 3, targets: ['order'] })).toMatchObject({ ok: true })
  expect((await finish(boardId, mia)).status).toBe(409)
  expect(await client.request('vote.close', {})).toMatchObject({ ok: true })
  client.ws.terminate()
  // Of a round that everybody has moved on from: the stage counts it no more.
  await w.server.hub.write(draftId(boardId, 'ideas.0', ben.id), 'test', ben.id, doc =>
    addNotes({ doc, newId }, readBoard(doc), [{ kind: 'step', text: 'Nobody asks the guest', x: 0, y: 0 }]),
  )
  expect((await finish(boardId, mia)).body.error.message).toMatch(/^Private notes are not revealed yet/)
  expect((await w.server.store.boards.get(boardId))?.finishedAt).toBeNull()
})

test('a command that was on its way when the board was sealed writes nothing any more', async () => {
  const mia = await w.owner()
  const boardId = await coffee(mia)
  await finish(boardId, mia)
  const head = await w.server.store.log.head(boardId)
  const late = w.server.hub.write(boardId, 'repair.back', mia.id, doc =>
    addNotes({ doc, newId }, readBoard(doc), [{ kind: 'step', text: 'Too late', x: 0, y: 0 }]),
  )
  await expect(late).rejects.toMatchObject({ status: 403 })
  expect(await w.server.store.log.head(boardId)).toBe(head)
})

test('of two who finish a board at once one does, and the seal holds', async () => {
  const mia = await w.owner()
  const boardId = await coffee(mia)
  const answers = await Promise.all([finish(boardId, mia), finish(boardId, mia)])
  expect(answers.map(answer => answer.status).sort()).toEqual([200, 409])
  expect((await w.server.store.boards.get(boardId))?.finishedAt).not.toBeNull()
})

test('the library’s picture is for members of the workspace, with headers under which it can run nothing', async () => {
  const mia = await w.owner()
  const boardId = await coffee(mia)
  const ben = await w.guest(mia, boardId, 'Ben')
  await finish(boardId, mia)
  const route = (await allRoutes()).find(one => one.path === '/api/library/[boardId]/picture')
  const ask = async (cookie: string | null) => {
    const request = new Request('http://127.0.0.1/', { headers: { cookie: cookie ?? '' } })
    return (await route?.handler(request, { params: Promise.resolve({ boardId }) })) ?? Response.error()
  }
  const picture = await ask(mia.cookie)
  expect(picture.headers.get('content-type')).toBe('image/svg+xml')
  expect(picture.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*sandbox$/)
  expect(await picture.text()).toContain('font/woff2')
  expect((await ask(ben.cookie)).status).toBe(403)
  expect((await ask((await w.owner()).cookie)).status).toBe(404)
})

test('a new session on a copy is one request: open, of the same series, and free to change', async () => {
  const mia = await w.owner()
  const boardId = await coffee(mia)
  await finish(boardId, mia)
  const { status, body } = await w.api('POST /api/boards/[boardId]/continue', { boardId }, { cookie: mia.cookie })
  expect(status).toBe(201)
  expect(body.board).toMatchObject({ title: 'A double espresso (2)', seriesId: boardId, finishedAt: null })
  expect((await w.server.store.sessions.ofBoard(body.board.id)).map(session => session.status)).toEqual(['open'])
  const series = await w.server.store.boards.series(mia.workspaceId, boardId)
  expect(series.map(board => board.id)).toEqual([boardId, body.board.id])
})
