import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { setFields } from '#lib/board/commands/writer.ts'
import { rootOf } from '#lib/board/schema.ts'
import { createLog } from '#server/base/log.ts'
import { loadDocument } from '#server/collab/document.ts'
import type { OwnClient } from '#tests/drivers/own-client.ts'
import { done, noteOn, notesOn, saved, TestRoom, write } from '#tests/drivers/room.ts'
import { startServer, type TestPerson, type TestServer } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'

/** What was taken off is removed for good: everybody ends alike, and the history still has it. */

let server: TestServer
let room: TestRoom
let fay: TestPerson
let facilitator: OwnClient
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  fay = await server.person('Fay')
  room = new TestRoom(server, await server.board(fay))
  facilitator = await room.join(fay)
})
afterEach(() => room.close())

const takeOff = ({ doc }: OwnClient, ...ids: string[]) =>
  doc.transact(() => {
    for (const id of ids) setFields({ doc, newId: () => '' }, 'notes', id, { deleted: true })
  })
const alike = (a: Y.Doc, b: Y.Doc) =>
  Buffer.from(Y.encodeStateAsUpdate(a)).equals(Buffer.from(Y.encodeStateAsUpdate(b)))

test('the board becomes smaller for everybody, whoever was away included, and stays so when it is loaded again', async () => {
  const ann = await room.guest('Ann')
  const ids = Array.from({ length: 300 }, (_, i) =>
    write(ann.board, `Says something of some length, number ${i}`, 'step'),
  )
  await saved(ann.board)
  await until(() => notesOn(facilitator).length === 300, 'the facilitator sees them')
  const away = new Y.Doc()
  Y.applyUpdate(away, Y.encodeStateAsUpdate(ann.board.doc))
  await ann.board.close()

  takeOff(facilitator, ...ids.slice(1))
  await saved(facilitator)
  const before = Y.encodeStateAsUpdate(facilitator.doc).length
  const answer = await done(facilitator, 'board.clear')
  expect(answer).toMatchObject({ removed: 299 })
  await until(() => rootOf(facilitator.doc, 'notes').size === 1, 'gone here')
  expect(Y.encodeStateAsUpdate(facilitator.doc).length).toBeLessThan(before / 4)
  expect((answer as { freed: number }).freed).toBeGreaterThan(before / 2)

  // Who was away wrote on one of them, on the one that is left, and a new one.
  const back = await room.join(ann.person)
  Y.applyUpdate(back.doc, Y.encodeStateAsUpdate(away))
  await until(() => rootOf(back.doc, 'notes').size === 1, 'gone there')
  write(back, 'After it all')
  await saved(back)
  await until(() => noteOn(facilitator, 'After it all'), 'work goes on')
  expect(back.refused).toEqual([])
  await until(() => alike(back.doc, facilitator.doc), 'alike')
  const { doc } = await loadDocument(server.store.log, room.boardId, createLog('silent'))
  expect(alike(doc, facilitator.doc)).toBe(true)
})

test('changes to what was removed meanwhile, made offline, break nothing: they land nowhere', async () => {
  const ann = await room.guest('Ann')
  const [gone = '', kept = ''] = ['Goes', 'Stays'].map(text => write(ann.board, text, 'step'))
  await saved(ann.board)
  const away = new Y.Doc()
  Y.applyUpdate(away, Y.encodeStateAsUpdate(ann.board.doc))
  takeOff(ann.board, gone)
  await saved(ann.board)
  await done(facilitator, 'board.clear')

  const typed = (id: string) => rootOf(away, 'notes').get(id)?.get('text')
  for (const id of [gone, kept]) (typed(id) as Y.Text).insert(0, 'Still ')
  const back = await room.join(ann.person)
  back.sendUpdate(Y.encodeStateAsUpdate(away))
  await saved(back)
  expect(back.refused).toEqual([])
  await until(() => noteOn(facilitator, 'Still Stays'), 'what stays is written')
  expect(rootOf(facilitator.doc, 'notes').has(gone)).toBe(false)
})

test('going back to an earlier moment brings removed notes back, each its author’s, and so does its history', async () => {
  const ann = await room.guest('Ann')
  const [one = '', two = ''] = ['One', 'Two'].map(text => write(ann.board, text, 'step'))
  await saved(ann.board)
  const seq = await server.store.log.head(room.boardId)
  takeOff(ann.board, one, two)
  await saved(ann.board)
  await done(facilitator, 'board.clear')
  await until(() => rootOf(facilitator.doc, 'notes').size === 0, 'gone')

  await done(facilitator, 'repair.bring-back', { root: 'notes', id: two })
  await until(() => noteOn(facilitator, 'Two'), 'one is back')
  await done(facilitator, 'repair.back', { to: seq })
  await until(() => notesOn(facilitator).length === 2, 'both are back')
  expect(noteOn(facilitator, 'One')).toMatchObject({ id: one, kind: 'step' })
  expect(rootOf(facilitator.doc, 'notes').get(one)?.get('by')).toBe(ann.person.id)

  // They are hers to change, as they were.
  await until(() => notesOn(ann.board).length === 2, 'Ann sees them')
  setFields({ doc: ann.board.doc, newId: () => '' }, 'notes', one, { pos: [5, 5] })
  await saved(ann.board)
  expect(ann.board.refused).toEqual([])
})

test('only who leads may, and nothing is removed where nothing was taken off', async () => {
  const ann = await room.guest('Ann')
  const id = write(ann.board, 'Here', 'step')
  await saved(ann.board)
  expect(await ann.board.request('board.clear', {})).toMatchObject({ ok: false, code: 'forbidden' })
  expect(await done(facilitator, 'board.clear')).toEqual({ removed: 0, freed: 0 })
  expect(rootOf(facilitator.doc, 'notes').has(id)).toBe(true)
})
