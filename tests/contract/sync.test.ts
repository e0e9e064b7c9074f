import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { addEntity, textOf } from '#lib/board/commands/writer.ts'
import { closeCodes } from '#lib/protocol/close-codes.ts'
import { connect, startServer, type TestClient, type TestServer } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'

let cleanup: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanup.reverse()) await clean()
  cleanup = []
})

async function start(options: Parameters<typeof startServer>[0] = {}): Promise<TestServer> {
  const server = await startServer(options)
  cleanup.push(() => server.close())
  return server
}
function open(...args: Parameters<typeof connect>): TestClient {
  const client = connect(...args)
  cleanup.push(() => client.destroy())
  return client
}
let made = 0
function addNote({ doc }: TestClient, text: string): string {
  made += 1
  const id = `n${made}`
  doc.transact(() => addEntity({ doc, newId: () => id }, 'notes', id, { kind: 'step', pos: [0, 0], z: 'a0', text }))
  return id
}
const text = ({ doc }: TestClient, id: string) => textOf(doc, 'notes', id)?.toString()

describe('two people with y-websocket’s own provider', () => {
  test('see each other’s notes, and whoever comes later sees them too', async () => {
    const server = await start()
    const ann = await server.person('Ann')
    const bob = await server.person('Bob')
    const { boardId, sessionId } = await server.board(ann)
    await server.seat(sessionId, bob, 'contributor')

    const a = open(server.url, boardId, ann)
    const b = open(server.url, boardId, bob)
    await until(() => a.provider.synced && b.provider.synced, 'both are in step')
    const one = addNote(a, 'The customer orders')
    const two = addNote(b, 'The waiter comes')
    await until(() => text(b, one) === 'The customer orders', 'Bob sees Ann’s note')
    await until(() => text(a, two) === 'The waiter comes', 'Ann sees Bob’s note')

    const c = open(server.url, boardId, bob)
    await until(() => c.provider.synced, 'the late one is in step')
    expect(text(c, one)).toBe('The customer orders')
    expect(text(c, two)).toBe('The waiter comes')
  })

  test('see each other’s cursors, and that somebody left', async () => {
    const server = await start()
    const ann = await server.person('Ann')
    const { boardId } = await server.board(ann)
    const a = open(server.url, boardId, ann)
    const b = open(server.url, boardId, ann)
    a.provider.awareness.setLocalState({ cursor: [1, 2] })
    const of = (client: number) => b.provider.awareness.getStates().get(client)
    await until(() => of(a.doc.clientID)?.cursor?.[1] === 2, 'the cursor arrives')
    a.destroy()
    await until(() => of(a.doc.clientID) === undefined, 'the cursor goes')
  })

  test('write as an observer in vain: nothing lands, nobody sees it, and they still see the others’ work', async () => {
    const server = await start()
    const ann = await server.person('Ann')
    const otto = await server.person('Otto')
    const { boardId, sessionId } = await server.board(ann)
    await server.seat(sessionId, otto, 'observer')
    const a = open(server.url, boardId, ann)
    const first = addNote(a, 'By Ann')
    const o = open(server.url, boardId, otto)
    await until(() => text(o, first) === 'By Ann', 'Otto watches')

    const forbidden = addNote(o, 'By Otto')
    textOf(o.doc, 'notes', first)?.insert(0, 'Not ')
    o.provider.awareness.setLocalState({ cursor: [1, 2] })
    await until(() => a.provider.awareness.getStates().has(o.doc.clientID), 'his cursor is seen')
    const second = addNote(a, 'Ann goes on')
    await until(() => text(o, second) === 'Ann goes on', 'Otto still watches')
    // Once more from the beginning, with all that he has.
    o.provider.disconnect()
    o.provider.connect()
    await until(() => o.provider.synced, 'in step again')
    const late = open(server.url, boardId, ann)
    await until(() => late.provider.synced, 'in step')
    for (const client of [a, late]) {
      expect(text(client, forbidden)).toBeUndefined()
      expect(text(client, first)).toBe('By Ann')
    }
    expect(await server.store.log.head(boardId)).toBe(2)
  })

  test('find the board again after the server was restarted', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'brownpaper-test-'))
    cleanup.push(() => rm(dataDir, { recursive: true }))
    const server = await startServer({ dataDir })
    const ann = await server.person('Ann')
    const { boardId } = await server.board(ann)
    const a = open(server.url, boardId, ann)
    await until(() => a.provider.synced, 'in step')
    const id = addNote(a, 'kept')
    await until(async () => (await server.store.log.head(boardId)) > 0, 'stored')
    await server.close()
    const again = await start({ dataDir })
    const b = open(again.url, boardId, ann)
    await until(() => b.provider.synced, 'in step')
    expect(text(b, id)).toBe('kept')
  })
})

describe('who is not let in learns why by the close code', () => {
  const closedWith = (client: TestClient) =>
    new Promise<number>(resolve => client.provider.on('closed', ({ code }) => resolve(code)))

  test('no cookie: sign in', async () => {
    const server = await start()
    const ann = await server.person('Ann')
    const { boardId } = await server.board(ann)
    expect(await closedWith(open(server.url, boardId, null))).toBe(closeCodes.signIn.code)
  })

  test('an unknown board and somebody else’s board look the same', async () => {
    const server = await start()
    const ann = await server.person('Ann')
    const eve = await server.person('Eve')
    const { boardId } = await server.board(ann)
    expect(await closedWith(open(server.url, 'nowhere', ann))).toBe(closeCodes.notFound.code)
    expect(await closedWith(open(server.url, boardId, eve))).toBe(closeCodes.notFound.code)
  })
})
