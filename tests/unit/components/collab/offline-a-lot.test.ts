import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Collab } from '#components/collab/collab.ts'
import { newEntityId } from '#components/collab/new-id.ts'
import { addLink } from '#lib/board/commands/links.ts'
import { addNotes } from '#lib/board/commands/notes.ts'
import { setFields, textOf, transact } from '#lib/board/commands/writer.ts'
import { BoardModel } from '#lib/board/model.ts'
import { TypingOrigin } from '#lib/board/origin.ts'
import { rootNames, rootOf } from '#lib/board/schema.ts'
import { writeAgain } from '#lib/board/unsaved-diff.ts'
import { messageLimits } from '#lib/protocol/messages.ts'
import { socketWith, startServer, type TestPerson, type TestServer } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'

let server: TestServer
let ana: TestPerson
const open: Collab[] = []

beforeAll(async () => {
  server = await startServer()
  ana = await server.person('Ana')
})
afterAll(async () => {
  for (const collab of open) collab.destroy()
  await server.close()
})

/** A network that can be away, under a person's sockets. */
function network(person: TestPerson) {
  let away = false
  const sockets = new Set<WebSocket>()
  const Signed = socketWith(person.cookie)
  class Socket extends Signed {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(away ? 'ws://127.0.0.1:9/' : address, protocols)
      sockets.add(this)
    }
  }
  return {
    Socket,
    cut() {
      away = true
      for (const socket of sockets) socket.close()
      sockets.clear()
    },
    mend() {
      away = false
    },
  }
}

function browser(boardId: string, Socket = socketWith(ana.cookie)) {
  const collab = new Collab({
    boardId,
    personId: ana.id,
    address: `${server.url.replace('http', 'ws')}/sync`,
    Socket,
  })
  open.push(collab)
  const doc = () => {
    const session = collab.session.get()
    if (!session) throw new Error('no board')
    return session.doc
  }
  const live = () => until(() => collab.session.get() && collab.status.get().link === 'live', 'the board is live')
  return { collab, doc, live }
}

const text = 'Ένας πελάτης περιμένει τον λογαριασμό. '.repeat(9).slice(0, 300)

test('five megabytes of work done offline go up in pieces, and the board stays open', async () => {
  const { boardId } = await server.board(ana)
  const { Socket, cut, mend } = network(ana)
  const one = browser(boardId, Socket)
  await one.live()
  const add = (count: number) => {
    const model = new BoardModel(one.doc())
    const notes = Array.from({ length: count }, (_, at) => ({ kind: 'step' as const, text, x: at, y: 0 }))
    const ids = addNotes({ doc: one.doc(), newId: newEntityId }, model, notes)
    model.destroy()
    return ids
  }
  for (let had = 0; had < 1_000; had += 200) add(200)
  await until(() => one.collab.status.get().waiting === 0, 'all saved')
  const known = Y.encodeStateVector(one.doc())

  cut()
  await until(() => one.collab.status.get().link !== 'live', 'away')
  let ids: string[] = []
  for (let had = 0; had < 9_000; had += 1_000) ids = add(1_000)
  const model = new BoardModel(one.doc())
  addLink({ doc: one.doc(), newId: newEntityId }, model, ids[0] ?? '', ids.at(-1) ?? '')
  expect(Y.encodeStateAsUpdate(one.doc(), known).length).toBeGreaterThan(messageLimits.firstSync * 1.2)
  expect(one.collab.status.get().waiting).toBe(9_001)

  mend()
  one.collab.status.subscribe(() => expect(one.collab.unsaved.get()).toEqual([]))
  await until(() => one.collab.status.get().waiting === 0, 'everything is saved', 60_000)
  expect(one.collab.status.get().link).toBe('live')
  const two = browser(boardId)
  await two.live()
  expect(rootOf(two.doc(), 'notes').size).toBe(10_000)
  for (const name of rootNames) expect(rootOf(two.doc(), name).toJSON()).toEqual(rootOf(one.doc(), name).toJSON())
}, 90_000)

test('what cannot go up at all is offered as not saved, and the board opens', async () => {
  const { boardId } = await server.board(ana)
  const { Socket, cut, mend } = network(ana)
  const one = browser(boardId, Socket)
  await one.live()
  cut()
  await until(() => one.collab.status.get().link !== 'live', 'away')
  const model = new BoardModel(one.doc())
  addNotes({ doc: one.doc(), newId: newEntityId }, model, [{ kind: 'step', text: 'Mine to copy', x: 0, y: 0 }])
  one
    .doc()
    .getMap('notes')
    .set('no-note', new Uint8Array(messageLimits.firstSync + 1))
  mend()
  await until(() => one.collab.unsaved.get().length === 1, 'the refusal is told', 20_000)
  await one.live()
  expect(one.collab.unsaved.get()).toMatchObject([
    { why: 'That was too much for one change.', items: [{ what: 'added', fields: { text: 'Mine to copy' } }] },
  ])
  expect(rootOf(one.doc(), 'notes').size).toBe(0)
}, 30_000)

test('what was changed offline and removed for good meanwhile is offered again, and other work is kept', async () => {
  const { boardId } = await server.board(ana)
  const { Socket, cut, mend } = network(ana)
  const [away, leader] = [browser(boardId, Socket), browser(boardId)]
  await away.live()
  await leader.live()
  const model = new BoardModel(away.doc())
  const [gone = '', kept = ''] = addNotes({ doc: away.doc(), newId: newEntityId }, model, [
    { kind: 'step', text: 'Waits', x: 0, y: 0 },
    { kind: 'step', text: 'Pays', x: 300, y: 0 },
  ])
  model.destroy()
  await until(() => rootOf(leader.doc(), 'notes').size === 2, 'both are there')
  cut()
  for (const id of [gone, kept])
    away.doc().transact(() => textOf(away.doc(), 'notes', id)?.insert(0, 'Guest '), new TypingOrigin())
  const leading = { doc: leader.doc(), newId: newEntityId }
  transact(leading, 'note.delete', () => setFields(leading, 'notes', gone, { deleted: true }))
  await until(() => leader.collab.status.get().waiting === 0, 'taken off')
  expect(await leader.collab.request('board.clear', {})).toMatchObject({ removed: 1 })
  mend()
  await until(() => away.collab.status.get().link === 'live' && away.collab.waiting.length === 0, 'back', 30_000)
  const [batch] = away.collab.unsaved.get()
  expect(batch?.items.map(({ fields }) => fields.text)).toEqual(['Guest Waits'])
  await until(() => String(textOf(leader.doc(), 'notes', kept)) === 'Guest Pays', 'the other is saved')
  const [item] = batch?.items ?? []
  if (item) writeAgain({ doc: away.doc(), newId: newEntityId }, item)
  await until(() => rootOf(leader.doc(), 'notes').size === 2, 'it is there again')
})
