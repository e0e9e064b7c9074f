import { setTimeout as sleep } from 'node:timers/promises'
import * as encoding from 'lib0/encoding'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { setFields } from '#lib/board/commands/writer.ts'
import { rootOf } from '#lib/board/schema.ts'
import { closeCodes } from '#lib/protocol/close-codes.ts'
import { messageLimits, messageType } from '#lib/protocol/messages.ts'
import { setStage, stageOf } from '#server/base/stage.ts'
import { admit } from '#server/collab/admit.ts'
import { roomLimits } from '#server/collab/limits.ts'
import { any, bytesOf, forge, uint } from '#tests/drivers/forge.ts'
import { OwnClient } from '#tests/drivers/own-client.ts'
import { phaseOn, Scene, setScene } from '#tests/drivers/scene.ts'
import { startServer, type TestPerson, type TestServer } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'

/** What an attacker can do over a socket besides sending updates, and by sending many that are allowed. */

let server: TestServer
let fay: TestPerson
let mal: TestPerson
let boardId: string
let leases: Map<number, string>
let clients: OwnClient[] = []

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  fay = await server.person('Fay')
  mal = await server.person('Mal')
  let sessionId: string
  ;({ boardId, sessionId } = await server.board(fay))
  await server.seat(sessionId, mal, 'contributor')
  const scene = setScene({ fay: fay.id, vic: fay.id, mal: mal.id, obs: fay.id, man: fay.id })
  leases = scene.leases
  await server.store.log.append(
    [{ docId: boardId, seq: 1, at: 0, actor: null, update: Y.encodeStateAsUpdate(scene.doc) }],
    [...leases].map(([client, personId]) => ({ docId: boardId, client, personId })),
  )
})
afterEach(async () => {
  for (const client of clients) await client.close()
  clients = []
})

async function join(person: TestPerson): Promise<OwnClient> {
  const client = new OwnClient(server.url, boardId, person.cookie)
  clients.push(client)
  await until(() => client.synced || client.closed, 'in step, or turned away')
  return client
}
const sceneOf = (client: OwnClient) =>
  new Scene(client.doc, leases, { fay: fay.id, vic: '', mal: mal.id, obs: '', man: '' }, 'contributor')
const closedBy = (client: OwnClient, reason: keyof typeof closeCodes) =>
  until(() => client.closed?.code === closeCodes[reason].code, `closed: ${reason}, not ${client.closed?.code}`)

/** An awareness message; each record with any bytes as its state. */
function awareness(...records: readonly { client: number; clock?: number; state: string | Uint8Array }[]): Uint8Array {
  const body = encoding.createEncoder()
  encoding.writeVarUint(body, records.length)
  for (const { client, clock = 1, state } of records) {
    encoding.writeVarUint(body, client)
    encoding.writeVarUint(body, clock)
    encoding.writeVarUint8Array(body, typeof state === 'string' ? Buffer.from(state) : state)
  }
  const message = encoding.createEncoder()
  encoding.writeVarUint(message, messageType.awareness)
  encoding.writeVarUint8Array(message, encoding.toUint8Array(body))
  return encoding.toUint8Array(message)
}

describe('a client id is nobody’s to take', () => {
  const asClient = (scene: Scene, client: number) => forge([{ ...scene.next(0, client), parts: [scene.move()] }])

  test.each([
    ['that wrote what is on the board and belongs to nobody known', Scene.orphan, 'lease.server'],
    ['that is kept for the server', 2 ** 32 - 1, 'lease.server'],
    ['that is another’s', Scene.victim, 'lease.other'],
  ])('%s, not even by showing a cursor under it', async (_, client, rule) => {
    const attacker = await join(mal)
    const watcher = await join(fay)
    attacker.send(awareness({ client, state: '{"cursor":[1,1]}' }))
    attacker.sendUpdate(asClient(sceneOf(attacker), client))
    await until(() => attacker.refused.length > 0, 'refused')
    expect(attacker.refused[0]?.rule).toBe(rule)
    expect((await server.store.log.leases(boardId)).find(lease => lease.client === client)?.personId).not.toBe(mal.id)
    expect(watcher.order).not.toContain(messageType.awareness)
  })
})

test.each([
  ['no JSON', 'nope'],
  ['half a JSON', '{"cursor":[1,'],
  ['a bare number', '7777'],
  ['no UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
  ['more than a cursor needs', JSON.stringify('x'.repeat(messageLimits.awareness))],
])('a cursor that is %s, which would break everybody’s reading, ends its sender’s connection', async (_, state) => {
  const attacker = await join(mal)
  const watcher = await join(fay)
  attacker.send(awareness({ client: 4321, state }))
  await closedBy(attacker, 'badMessage')
  expect(watcher.order).not.toContain(messageType.awareness)
})

test('who facilitates and answers no ping is away for everybody before one has waited long', async () => {
  const lead = await join(fay)
  const watcher = await join(mal)
  lead.ws.pause()
  await until(
    () => watcher.roster.some(({ people }) => people?.some(person => person.id === fay.id && !person.here)),
    'everybody is told',
    30_000,
  )
  lead.ws.resume()
})

describe('a wall that freezes', () => {
  const freezeIn = (ms: number) =>
    server.hub.write(boardId, 'test', null, doc => {
      const [item] = stageOf(doc).agenda
      if (!item) throw new Error('no agenda')
      setStage(doc, {
        agenda: [{ ...item, freezeAtEnd: true }],
        timer: { endsAt: Date.now() + ms, leftMs: null, totalMs: ms },
      })
    })
  const move = ({ doc }: OwnClient, x: number) => setFields({ doc, newId: () => 'x' }, 'notes', 'mine', { pos: [x, x] })

  test('at the end of a timer stays so for whoever writes first long after', async () => {
    const attacker = await join(mal)
    await freezeIn(100)
    await sleep(100 + roomLimits.grace + 100)
    move(attacker, 1)
    await until(() => attacker.refused.length > 0, 'refused')
    expect(attacker.refused[0]?.rule).toBe('policy.board.write')
  })

  test('takes what was on its way, whatever else happens on the stage meanwhile', async () => {
    const honest = await join(mal)
    await server.hub.write(boardId, 'test', null, doc => setStage(doc, { frozen: true }))
    await server.hub.write(boardId, 'test', null, doc => setStage(doc, { hands: [fay.id] }))
    move(honest, 2)
    await until(() => honest.saved === honest.sent, 'saved')
    expect(honest.refused).toEqual([])
  })
})

test('who asks a hundred times what everybody shows is told once', async () => {
  const attacker = await join(mal)
  const watcher = await join(fay)
  watcher.send(awareness({ client: 4321, state: '{"cursor":[1,1]}' }))
  await until(() => attacker.order.includes(messageType.awareness), 'seen')
  const told = () => attacker.order.filter(type => type === messageType.awareness).length
  const before = told()
  for (let i = 0; i < 100; i += 1) attacker.send(bytesOf(uint(messageType.queryAwareness)))
  await until(() => told() > before, 'told')
  await attacker.request('fly', null)
  expect(told() - before).toBeLessThan(5)
})

test('reactions without end are refused with a sentence, and any other signal at once', async () => {
  const attacker = await join(mal)
  const watcher = await join(fay)
  const react = () => attacker.request('signal', { signal: 'reaction', data: 'agree' })
  const answers = await Promise.all(Array.from({ length: roomLimits.signals.burst * 2 }, react))
  expect(answers.filter(({ ok }) => ok).length).toBeLessThan(roomLimits.signals.burst * 1.5)
  expect(answers.at(-1)).toMatchObject({ ok: false, code: 'too-many' })
  for (const signal of [
    { signal: 'clap', data: null },
    { signal: 'reaction', data: 'x'.repeat(1000) },
    { signal: 'reaction', data: 'agree', more: 1 },
  ])
    expect(await attacker.request('signal', signal)).toMatchObject({ ok: false, code: 'bad-request' })
  await until(() => watcher.notices.length > 0, 'seen')
  expect(watcher.notices.length).toBeLessThan(roomLimits.signals.burst * 1.5)
})

describe('too much', () => {
  test('of an answer that nobody asked for', async () => {
    const attacker = await join(mal)
    const body = new Uint8Array(messageLimits.liveUpdate + 1)
    attacker.send(bytesOf(uint(messageType.sync), uint(1), uint(body.length), e => encoding.writeUint8Array(e, body)))
    await closedBy(attacker, 'tooLarge')
  })

  test('of a state to compare with', async () => {
    const attacker = await join(mal)
    const body = new Uint8Array(messageLimits.liveUpdate + 1)
    attacker.send(bytesOf(uint(messageType.sync), uint(0), uint(body.length), e => encoding.writeUint8Array(e, body)))
    await closedBy(attacker, 'tooLarge')
  })

  test('raising and lowering of a hand does not fill the log', async () => {
    const attacker = await join(mal)
    for (let i = 0; i < 1000; i += 1) void attacker.request('hand.raise', { up: i % 2 === 0 })
    await closedBy(attacker, 'tooFast')
    expect(await server.store.log.head(boardId)).toBeLessThan(roomLimits.requests.burst + 30)
  })

  test('many windows of one person', async () => {
    for (let i = 0; i < roomLimits.sockets; i += 1) expect((await join(mal)).closed).toBeNull()
    await closedBy(await join(mal), 'tooMany')
    expect((await join(fay)).closed).toBeNull()
  })

  test('many new client ids, on one connection and on ever new ones', async () => {
    const fresh = (scene: Scene, from: number, count: number) =>
      forge(
        Array.from({ length: count }, (_, i) => ({
          client: from + i,
          clock: 0,
          parts: [any(scene.field('notes', 'mine', 'colour'), 'pink')],
        })),
      )
    let taken = 0
    let last: OwnClient | null = null
    while (!last?.refused.length && taken < roomLimits.leases.burst * 2) {
      last = await join(mal)
      const { sent } = last
      last.sendUpdate(fresh(sceneOf(last), 100_000 + taken, roomLimits.newClients))
      await until(() => last?.refused.length || (last?.saved ?? 0) > sent, 'an answer')
      taken += roomLimits.newClients
    }
    expect(last?.refused[0]?.rule).toBe('lease.many')
    expect(taken).toBeLessThanOrEqual(roomLimits.leases.burst + roomLimits.newClients)
    expect((await join(fay)).closed).toBeNull()
  })

  test('allowed changes, again and again', async () => {
    const attacker = await join(mal)
    for (let i = 0; i < 24 && !attacker.closed; i += 1) {
      const scene = sceneOf(attacker)
      const first = scene.field('notes', 'mine', 'colour')
      const parts = Array.from({ length: 9_000 }, (_, n) => any(n === 0 ? first : { left: scene.next(n - 1) }, 'pink'))
      const update = scene.update(parts)
      attacker.sendUpdate(update)
      await until(() => attacker.closed || attacker.refused.length > 0 || attacker.saved === attacker.sent, 'an answer')
      Y.applyUpdate(attacker.doc, update, attacker)
    }
    await closedBy(attacker, 'tooFast')
  })

  test('for one board: it grows no further, but what takes away is taken', () => {
    const { doc } = setScene({ fay: 'fay', vic: 'vic', mal: 'mal', obs: 'obs', man: 'man' })
    const scene = new Scene(doc, leases, { fay: 'fay', vic: 'vic', mal: 'mal', obs: 'obs', man: 'man' }, 'contributor')
    const send = (update: Uint8Array) =>
      admit(
        {
          doc,
          leases: new Map([[4000, 'mal']]),
          phases: [phaseOn(doc, {})],
          sender: { personId: 'mal', role: 'contributor', newClients: 1 },
          draft: false,
          left: { growing: 5, takingOff: 500 },
        },
        update,
      )
    expect(send(scene.update([scene.type('more')]))).toMatchObject({ ok: false, refused: { rule: 'size.board' } })
    expect(send(scene.update([], [scene.erase(scene.char('notes', 'mine', 'text', 0), 4)]))).toMatchObject({ ok: true })
    const note = scene.field('notes', 'mine', 'deleted')
    expect(send(scene.update([any(note, true)]))).toMatchObject({ ok: true, takesOff: true })
    expect(send(scene.update([any(note, true), scene.move()]))).toMatchObject({ ok: false })
    expect(send(Uint8Array.of(0, 0))).toMatchObject({ ok: true })
    expect(rootOf(doc, 'notes').size).toBeGreaterThan(0)
  })
})
