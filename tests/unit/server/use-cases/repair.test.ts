import { expect, test } from 'vitest'
import { addLink } from '#lib/board/commands/links.ts'
import { addNotes, deleteNotes, moveNotes } from '#lib/board/commands/notes.ts'
import { textOf, type Writer } from '#lib/board/commands/writer.ts'
import { readBoard } from '#lib/board/model.ts'
import type { BoardSnapshot } from '#lib/board/snapshot.ts'
import { newId } from '#server/base/ids.ts'
import { openWorkshop } from '#tests/drivers/api.ts'
import { OwnClient } from '#tests/drivers/own-client.ts'
import { until } from '#tests/drivers/until.ts'

const w = openWorkshop()

/** A facilitator with a board, and what people do on it as themselves. */
async function scene() {
  const mia = await w.owner()
  const boardId = await w.board(mia)
  const read = () => w.server.hub.read(boardId, readBoard)
  return {
    mia,
    boardId,
    read,
    texts: async () => [...(await read()).notes.values()].map(note => note.text).sort(),
    note: async (text: string) => [...(await read()).notes.values()].find(note => note.text === text)?.id ?? '',
    act: (personId: string, body: (writer: Writer, board: BoardSnapshot) => void) =>
      w.server.hub.write(boardId, 'test', personId, doc => body({ doc, newId }, readBoard(doc))),
    head: () => w.server.store.log.head(boardId),
    repair: (body: object, who: { cookie: string | null } = mia) =>
      w.api('POST /api/boards/[boardId]/replay/repair', { boardId }, { cookie: who.cookie, body }),
  }
}
const put = (text: string) => (writer: Writer, board: BoardSnapshot) => {
  addNotes(writer, board, [{ kind: 'step', text, x: 0, y: 0 }])
}

test('the wall goes back to a moment as a step forward, and that is taken back in the same way', async () => {
  const { mia, act, read, texts, note, head, repair } = await scene()
  await act(mia.id, put('Order'))
  await act(mia.id, put('Pay'))
  const [order, pay] = [await note('Order'), await note('Pay')]
  await act(mia.id, (writer, board) => void addLink(writer, board, order, pay))
  const [then, moment] = [await read(), await head()]
  await act(mia.id, (writer, board) => {
    moveNotes(writer, board, new Map([[order, { x: 500, y: 300 }]]))
    deleteNotes(writer, board, new Set([pay]))
    textOf(writer.doc, 'notes', order)?.insert(0, 'Never ')
  })
  await act(mia.id, put('Later'))
  const before = await texts()
  expect(before).toEqual(['Later', 'Never Order'])

  const { body } = await repair({ to: moment })
  expect(await texts()).toEqual(['Order', 'Pay'])
  const now = await read()
  expect(now.notes.get(order)).toEqual(then.notes.get(order))
  expect([...now.links.keys()]).toEqual([...then.links.keys()])
  expect(await head()).toBeGreaterThan(body.before)

  await repair({ to: body.before })
  expect(await texts()).toEqual(before)
  expect((await repair({ to: await head() })).status).toBe(400)
})

test('what somebody did last is undone, and nothing that others did since is lost with it', async () => {
  const { mia, act, read, texts, note, head, repair } = await scene()
  const guest = 'gus'
  await act(mia.id, put('Mia’s'))
  const ours = await note('Mia’s')
  const since = (await head()) + 1
  await act(guest, put('Gus’s'))
  await act(guest, put('Gus’s, gone on with'))
  await act(guest, (writer, board) => moveNotes(writer, board, new Map([[ours, { x: 900, y: 10 }]])))
  await act(guest, writer => textOf(writer.doc, 'notes', ours)?.insert(0, 'Not '))
  const shared = await note('Gus’s, gone on with')
  await act(mia.id, writer => textOf(writer.doc, 'notes', shared)?.insert(0, 'Yes: '))

  await repair({ undo: guest })
  expect(await texts()).toEqual(['Gus’s', 'Mia’s', 'Yes: Gus’s, gone on with'])
  expect((await read()).notes.get(ours)?.x).toBe(900)
  await repair({ undo: guest, since })
  expect(await texts()).toEqual(['Mia’s', 'Yes: Gus’s, gone on with'])
  expect((await read()).notes.get(ours)?.x).toBe(0)
})

test('anything that was taken off comes back, and only facilitators repair, over the socket too', async () => {
  const { mia, boardId, act, texts, note, repair } = await scene()
  await act(mia.id, put('Here'))
  const id = await note('Here')
  await act(mia.id, (writer, board) => deleteNotes(writer, board, new Set([id])))
  const guest = await w.guest(mia, boardId)
  expect((await repair({ root: 'notes', id }, guest)).status).toBe(403)
  const client = new OwnClient(w.server.url, boardId, guest.cookie)
  await until(() => client.synced, 'the board is there')
  expect(await client.request('repair.bring-back', { root: 'notes', id })).toMatchObject({ ok: false })
  await client.close()
  expect(await texts()).toEqual([])

  const facilitator = new OwnClient(w.server.url, boardId, mia.cookie)
  await until(() => facilitator.synced, 'the board is there')
  expect(await facilitator.request('repair.bring-back', { root: 'notes', id })).toMatchObject({ ok: true })
  await facilitator.close()
  expect(await texts()).toEqual(['Here'])
  expect((await repair({ root: 'notes', id })).status).toBe(400)
})

test('a moment becomes a board of its own, each note still its author’s', async () => {
  const { mia, boardId, act, head } = await scene()
  await act(mia.id, put('Then'))
  const seq = await head()
  await act(mia.id, put('Later'))
  const options = { cookie: mia.cookie, body: { seq, title: 'As it was' } }
  const { body } = await w.api('POST /api/boards/[boardId]/replay/copy', { boardId }, options)
  const copy = await w.server.hub.read(body.board.id, readBoard)
  expect([...copy.notes.values()].map(note => note.text)).toEqual(['Then'])
  const guest = await w.guest(mia, boardId)
  const refused = await w.api(
    'POST /api/boards/[boardId]/replay/copy',
    { boardId },
    { ...options, cookie: guest.cookie },
  )
  expect(refused.status).toBe(403)
})
