import { afterAll, beforeAll, expect, test } from 'vitest'
import { addEntity, setFields } from '#lib/board/commands/writer.ts'
import { done, noteOn, saved, stageOn, TestRoom, write } from '#tests/drivers/room.ts'
import { startServer, type TestServer } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

test('while there is an inbox, contributors’ notes reach the wall by the facilitator alone', async () => {
  const fay = await server.person('Fay')
  const room = new TestRoom(server, await server.board(fay))
  const facilitator = await room.join(fay)
  await done(facilitator, 'stage.inbox', { on: true })
  const ann = await room.guest('Ann')
  const bob = await room.guest('Bob')
  await until(() => stageOn(ann.board).inbox, 'told')
  // Until then a change may still be one that was on its way before.
  await new Promise(resolve => setTimeout(resolve, 2_100))

  const newId = () => 'asked'
  ann.board.doc.transact(() =>
    addEntity({ doc: ann.board.doc, newId }, 'notes', 'asked', {
      kind: 'idea',
      pos: [0, 0],
      z: 'a0',
      text: 'asks first',
      place: 'inbox',
    }),
  )
  await saved(ann.board)
  await until(() => noteOn(facilitator, 'asks first')?.place === 'inbox', 'in the inbox')
  write(bob.board, 'straight to the wall')
  await until(() => bob.board.refused.length > 0, 'not onto the wall')
  expect(bob.board.refused[0]?.rule).toBe('policy.note.add')
  setFields({ doc: ann.board.doc, newId }, 'notes', 'asked', { place: 'wall' })
  await until(() => ann.board.refused.length > 0, 'not let in by oneself')
  expect(ann.board.refused[0]?.rule).toBe('policy.note.place')
  setFields({ doc: facilitator.doc, newId }, 'notes', 'asked', { place: 'wall' })
  await until(() => facilitator.saved === facilitator.sent, 'let in')
  expect(facilitator.refused).toEqual([])
  await room.close()
})
