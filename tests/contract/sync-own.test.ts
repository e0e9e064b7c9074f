import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addEntity, textOf } from '#lib/board/commands/writer.ts'
import { rootOf } from '#lib/board/schema.ts'
import { closeCodes } from '#lib/protocol/close-codes.ts'
import { messageLimits, messageType } from '#lib/protocol/messages.ts'
import { stateHash } from '#server/collab/document.ts'
import { OwnClient } from '#tests/drivers/own-client.ts'
import { poorDisk } from '#tests/drivers/poor-disk.ts'
import { startServer, type TestPerson, type TestServer } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'

const disk = poorDisk()
let server: TestServer
let ann: TestPerson
let boardId: string
let sessionId: string
let clients: OwnClient[] = []

beforeAll(async () => {
  server = await startServer({ store: disk.open })
})
afterAll(() => server.close())
beforeEach(async () => {
  disk.full = false
  ann = await server.person('Ann')
  ;({ boardId, sessionId } = await server.board(ann))
})
afterEach(async () => {
  for (const client of clients) await client.close()
  clients = []
})

async function join(person: TestPerson | null = ann, docId = boardId): Promise<OwnClient> {
  const client = new OwnClient(server.url, docId, person?.cookie ?? null)
  clients.push(client)
  await until(() => client.synced || client.closed, 'in step, or turned away')
  return client
}
function addNote({ doc }: OwnClient, id: string, text = ''): void {
  doc.transact(() => addEntity({ doc, newId: () => id }, 'notes', id, { kind: 'step', pos: [0, 0], z: 'a0', text }))
}
const has = ({ doc }: OwnClient, id: string) => rootOf(doc, 'notes').has(id)
const allSaved = (client: OwnClient) =>
  until(() => client.sent > 0 && client.saved === client.sent, 'everything is saved')

describe('our own messages', () => {
  test('the welcome comes first and says who is here and in which role', async () => {
    const bob = await server.person('Bob')
    await server.seat(sessionId, bob, 'observer')
    const a = await join()
    const b = await join(bob)
    expect(a.order[0]).toBe(messageType.welcome)
    expect(b.welcome?.you).toEqual({ personId: bob.id, role: 'observer', member: null })
    expect(b.welcome?.board.title).toBe('Coffee')
    expect(b.welcome?.people.find(person => person.id === ann.id)).toMatchObject({ name: 'Ann', here: true })
    await until(() => a.roster.some(change => change.people?.some(p => p.id === bob.id && p.here)), 'Ann hears of Bob')
    await b.close()
    await until(() => a.roster.some(change => change.people?.some(p => p.id === bob.id && !p.here)), 'and that he left')
  })

  test('a client id that writes is told to everybody as its person’s', async () => {
    const a = await join()
    const b = await join()
    addNote(a, 'n1')
    const told = () => b.roster.flatMap(change => change.clients ?? []).find(([client]) => client === a.doc.clientID)
    await until(told, 'the lease is told')
    expect(told()?.[1]).toBe(ann.id)
    await allSaved(a)
    expect(await server.store.log.leases(boardId)).toContainEqual({
      docId: boardId,
      client: a.doc.clientID,
      personId: ann.id,
    })
  })

  test('saved is said when every change so far is on the disk', async () => {
    const a = await join()
    for (let i = 0; i < 20; i += 1) addNote(a, `n${i}`)
    await allSaved(a)
    expect(await server.store.log.head(boardId)).toBe(20)
  })

  test('a signal reaches the others, and an unknown command is answered with a sentence', async () => {
    const a = await join()
    const b = await join()
    expect(await a.request('signal', { signal: 'reaction', data: 'applause' })).toMatchObject({ ok: true })
    await until(() => b.notices.length > 0, 'the signal arrives')
    expect(b.notices[0]).toMatchObject({ kind: 'signal', from: ann.id, signal: 'reaction', data: 'applause' })
    expect(await a.request('fly', null)).toMatchObject({ ok: false, code: 'bad-request' })
  })
})

describe('what must not come in', () => {
  test('nobody makes a signal up that a command decides: bringing everybody along, the lobby', async () => {
    const bob = await server.person('Bob')
    await server.seat(sessionId, bob, 'contributor')
    const a = await join()
    const b = await join(bob)
    for (const signal of ['gather', 'lobby'])
      expect(await b.request('signal', { signal, data: { rect: [0, 0, 9, 9] } })).toMatchObject({ ok: false })
    expect(await b.request('stage.gather', { rect: [0, 0, 9, 9] })).toMatchObject({ ok: false, code: 'forbidden' })
    expect(await b.request('signal', { signal: 'reaction', data: 'agree' })).toMatchObject({ ok: true })
    await until(() => a.notices.length > 0, 'the reaction arrives')
    expect(a.notices).toHaveLength(1)
  })

  test('an observer’s change is refused with the reason, and nobody sees it', async () => {
    const bob = await server.person('Bob')
    await server.seat(sessionId, bob, 'observer')
    const a = await join()
    const b = await join(bob)
    addNote(b, 'n1')
    await until(() => b.refused.length > 0, 'refused')
    expect(b.refused[0]?.message).toContain('observers change nothing')
    addNote(a, 'n2')
    await allSaved(a)
    expect(has(a, 'n1')).toBe(false)
  })

  test('a message that cannot be read closes with the code that says so', async () => {
    for (const bytes of [[], [0], [0, 9], [0, 2, 200], [77], [1, 5, 3], [100, 2, 123, 125]]) {
      const a = await join()
      a.send(Uint8Array.from(bytes))
      await until(() => a.closed, `closed after ${bytes}`)
      expect(a.closed?.code).toBe(closeCodes.badMessage.code)
    }
  })

  test('a change that is too large closes with the code that says so, at every size', async () => {
    for (const size of [messageLimits.liveUpdate + 1, messageLimits.firstSync + 10_000]) {
      const a = await join()
      a.sendUpdate(new Uint8Array(size))
      await until(() => a.closed, `closed after ${size} bytes`)
      expect(a.closed).toEqual({ code: closeCodes.tooLarge.code, reason: closeCodes.tooLarge.says })
    }
  })

  test('a page of another site is not even let to the door', async () => {
    const { WebSocket } = await import('ws')
    const ws = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${boardId}`, {
      headers: { cookie: ann.cookie, origin: 'https://evil.example' },
    })
    const message = await new Promise<string>(resolve => ws.on('error', error => resolve(error.message)))
    expect(message).toContain('403')
  })

  test('a flood closes with the code that says so', async () => {
    const a = await join()
    for (let i = 0; i < 5000; i += 1) a.send(Uint8Array.of(3))
    await until(() => a.closed, 'closed')
    expect(a.closed?.code).toBe(closeCodes.tooFast.code)
  })
})

describe('roles and boards change while people are there', () => {
  test('a new role sends the person’s sockets round to the door again', async () => {
    const bob = await server.person('Bob')
    await server.seat(sessionId, bob, 'observer')
    const b = await join(bob)
    await server.seat(sessionId, bob, 'contributor')
    await server.hub.reauthorise(boardId, bob.id)
    await until(() => b.closed, 'closed')
    expect(b.closed?.code).toBe(closeCodes.reauthorise.code)
    expect((await join(bob)).welcome?.you.role).toBe('contributor')
  })

  test('whoever is removed is out at once', async () => {
    const bob = await server.person('Bob')
    await server.seat(sessionId, bob, 'contributor')
    const b = await join(bob)
    const seat = await server.store.sessions.participant(sessionId, bob.id)
    if (seat) await server.store.sessions.setParticipant({ ...seat, status: 'removed' })
    await server.hub.reauthorise(boardId, bob.id)
    await until(() => b.closed, 'closed')
    expect(b.closed?.code).toBe(closeCodes.removed.code)
  })

  test('a new title is told', async () => {
    const a = await join()
    await server.store.boards.update(boardId, { title: 'Tea' })
    await server.hub.boardChanged(boardId)
    await until(() => a.roster.some(change => change.board?.title === 'Tea'), 'told')
  })
})

describe('the server’s own writes', () => {
  const write = (id: string) =>
    server.hub.write(boardId, 'test', ann.id, doc =>
      addEntity({ doc, newId: () => id }, 'notes', id, { kind: 'step', pos: [0, 0], z: 'a0', text: 'by the server' }),
    )

  test('are durable when they return, and reach everybody', async () => {
    const a = await join()
    await write('n1')
    expect(await server.store.log.head(boardId)).toBe(1)
    await until(() => has(a, 'n1'), 'seen')
    expect(await server.hub.read(boardId, doc => textOf(doc, 'notes', 'n1')?.toString())).toBe('by the server')
  })

  test('leave no trace when they fail half-way', async () => {
    const a = await join()
    await write('n1')
    const failing = server.hub.write(boardId, 'test', null, doc => {
      rootOf(doc, 'notes').delete('n1')
      throw new Error('half-way')
    })
    await expect(failing).rejects.toThrow('half-way')
    addNote(a, 'n2')
    await allSaved(a)
    const b = await join()
    expect(has(b, 'n1') && has(b, 'n2')).toBe(true)
    expect(await server.store.log.head(boardId)).toBe(2)
  })
})

describe('a full disk', () => {
  test('stops writing with a notice, reading goes on, and everything is saved when there is room', async () => {
    const a = await join()
    const b = await join()
    addNote(a, 'before')
    await until(() => has(b, 'before'), 'seen')
    disk.full = true
    addNote(a, 'while-full')
    await until(() => a.notices.some(notice => notice.kind === 'storage-full'), 'told that the disk is full')
    addNote(a, 'still-full')
    const late = await join()
    expect(has(late, 'before')).toBe(true)
    expect(has(late, 'while-full') || has(b, 'while-full')).toBe(false)
    expect(late.notices[0]?.kind).toBe('storage-full')
    await expect(
      server.hub.write(boardId, 'test', null, doc => rootOf(doc, 'notes').delete('before')),
    ).rejects.toMatchObject({ code: 'storage-full' })
    expect(a.saved).toBeLessThan(a.sent)

    disk.full = false
    await until(() => a.notices.some(notice => notice.kind === 'storage-ok'), 'told that there is room')
    await until(() => has(b, 'while-full') && has(b, 'still-full'), 'the others see what waited')
    await until(() => a.saved === a.sent, 'and it is saved')
    addNote(b, 'after')
    await until(() => has(a, 'after') && has(late, 'after'), 'work goes on')
  })
})

describe('damaged storage', () => {
  /** What a restart finds: another server on the same store. */
  async function restarted(): Promise<OwnClient> {
    const again = await startServer({ dataDir: server.dataDir, store: async () => server.store })
    const client = new OwnClient(again.url, boardId, ann.cookie)
    await until(() => client.synced || client.closed, 'in step, or turned away')
    await client.close()
    await again.hub.close()
    return client
  }

  test('a damaged keyframe is rebuilt from the log', async () => {
    const a = await join()
    for (let i = 0; i < 120; i += 1) addNote(a, `n${i}`)
    await allSaved(a)
    const { log } = server.store
    await until(() => log.keyframe(boardId), 'a keyframe')
    const keyframe = await log.keyframe(boardId)
    if (!keyframe) throw new Error('no keyframe')
    await log.putKeyframe({ ...keyframe, state: keyframe.state.slice(0, -1) })
    const b = await restarted()
    expect(rootOf(b.doc, 'notes').size).toBe(120)
    const rebuilt = await log.keyframe(boardId)
    expect(rebuilt?.sha256).toBe(rebuilt && stateHash(rebuilt.state))
  })

  test('a board whose log cannot be applied is never shown as empty', async () => {
    await server.store.log.append([{ docId: boardId, seq: 1, at: 0, actor: null, update: Uint8Array.of(9, 9, 9) }], [])
    const b = await restarted()
    expect(b.closed?.code).toBe(closeCodes.damaged.code)
    expect(b.synced).toBe(false)
  })
})
