import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addEntity, setFields } from '#lib/board/commands/writer.ts'
import { createLog } from '#server/base/log.ts'
import { loadDocument } from '#server/collab/document.ts'
import { roomLimits } from '#server/collab/limits.ts'
import { OwnClient } from '#tests/drivers/own-client.ts'
import { startServer, type TestPerson, type TestServer } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'

/** Somebody who comes back is given what they lack, whatever the size of the board and whatever happens meanwhile. */

let server: TestServer
let fay: TestPerson
beforeAll(async () => {
  server = await startServer()
  fay = await server.person('Fay')
})
afterAll(() => server.close())

/** Comes with what somebody has already. */
function comeBack(boardId: string, has: Y.Doc): OwnClient {
  const client = new OwnClient(server.url, boardId, fay.cookie)
  Y.applyUpdate(client.doc, Y.encodeStateAsUpdate(has))
  return client
}
const alike = (a: Y.Doc, b: Y.Doc) =>
  Buffer.from(Y.encodeStateAsUpdate(a)).equals(Buffer.from(Y.encodeStateAsUpdate(b)))

test.each([
  ['small', 20],
  ['large', 1500],
])('a %s board, while keyframes are made and others write', async (_, notes) => {
  const { boardId } = await server.board(fay)
  const writer = new OwnClient(server.url, boardId, fay.cookie)
  await until(() => writer.synced, 'in step')
  const at = { doc: writer.doc, newId: () => '' }
  for (let i = 0; i < notes; i += 1)
    addEntity(at, 'notes', `n${i}`, {
      kind: 'step',
      pos: [i, i],
      text: `Note ${i}, which says something of some length`,
    })
  await until(() => writer.saved === writer.sent, 'saved', 60_000)
  expect(Y.encodeStateAsUpdate(writer.doc).length > roomLimits.answerAtOnce).toBe(notes > 1000)

  const before = new Y.Doc()
  for (let round = 0; round < 12; round += 1) {
    Y.applyUpdate(before, Y.encodeStateAsUpdate(writer.doc))
    for (let i = 0; i < 30; i += 1) setFields(at, 'notes', `n${i % 20}`, { pos: [round, i] })
    const back = [comeBack(boardId, before), comeBack(boardId, before), comeBack(boardId, new Y.Doc())]
    for (let i = 0; i < 10; i += 1) setFields(at, 'notes', `n${i}`, { pos: [i, round] })
    await until(() => back.every(({ synced }) => synced), 'all are in step', 60_000)
    await until(() => back.every(({ doc }) => alike(doc, writer.doc)), 'all have the same', 60_000)
    await Promise.all(back.map(client => client.close()))
  }
  await until(() => writer.saved === writer.sent, 'saved', 60_000)
  const { doc } = await loadDocument(server.store.log, boardId, createLog('silent'))
  expect(alike(doc, writer.doc)).toBe(true)
  await writer.close()
})
