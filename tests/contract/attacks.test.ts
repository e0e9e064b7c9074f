import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { setFields } from '#lib/board/commands/writer.ts'
import { rootNames, rootOf } from '#lib/board/schema.ts'
import { closeCodes } from '#lib/protocol/close-codes.ts'
import { messageLimits } from '#lib/protocol/messages.ts'
import { OwnClient } from '#tests/drivers/own-client.ts'
import { type Cast, type Circumstances, Scene, setScene } from '#tests/drivers/scene.ts'
import { startServer, type TestPerson, type TestServer } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'
import type { Attack } from '#tests/unit/lib/gate/attacks/attack.ts'
import { attacks } from '#tests/unit/lib/gate/attacks/index.ts'

/** A board as in the scene, with its people at the table. */
interface Table {
  boardId: string
  cast: Cast
  people: Record<keyof Cast, TestPerson>
  leases: Map<number, string>
  /** Whoever may still write while the attack is made, and somebody who watches. */
  honest: OwnClient
  watcher: OwnClient
}

let server: TestServer
const tables = new Map<string, Promise<Table>>()

beforeAll(async () => {
  server = await startServer()
})
afterAll(async () => {
  for (const table of tables.values())
    for (const key of ['honest', 'watcher'] as const) await (await table)[key].close()
  await server.close()
})

async function join(boardId: string, person: TestPerson): Promise<OwnClient> {
  const client = new OwnClient(server.url, boardId, person.cookie)
  await until(() => client.synced || client.closed, 'in step')
  return client
}

/** One table for all attacks under the same circumstances: an attack that is refused leaves it as it was. */
function tableFor(when: Circumstances): Promise<Table> {
  const key = JSON.stringify(when)
  const table = tables.get(key) ?? lay(when)
  tables.set(key, table)
  return table
}

async function lay(when: Circumstances): Promise<Table> {
  const { store } = server
  const fay = await server.person('Fay')
  const { boardId, sessionId, workspaceId } = await server.board(fay)
  const people = { fay, vic: fay, mal: fay, obs: fay, man: fay }
  for (const name of ['vic', 'mal', 'obs'] as const) {
    people[name] = await server.person(name)
    await server.seat(sessionId, people[name], name === 'obs' ? 'observer' : 'contributor')
  }
  people.man = await server.person('man')
  await server.member(workspaceId, people.man, 'manager')
  const cast = Object.fromEntries(Object.entries(people).map(([name, { id }]) => [name, id])) as unknown as Cast
  const { doc, leases } = setScene(cast, when)
  const update = Y.encodeStateAsUpdate(doc)
  await store.log.append(
    [{ docId: boardId, seq: 1, at: 0, actor: null, update }],
    [...leases].map(([client, personId]) => ({ docId: boardId, client, personId })),
  )
  if (when.session && when.session !== 'none') await store.sessions.update(sessionId, { status: when.session })
  if (when.board === 'finished') await store.boards.update(boardId, { finishedAt: 1, finishedBy: fay.id })
  return { boardId, cast, people, leases, honest: await join(boardId, fay), watcher: await join(boardId, people.vic) }
}

const picture = (doc: Y.Doc) => JSON.stringify(rootNames.map(name => rootOf(doc, name).toJSON()))

describe('over a real socket the server refuses', () => {
  for (const [kind, list] of Object.entries(attacks))
    for (const attack of list) test(`${attack.tries} (${kind})`, () => strike(attack))
})

async function strike(attack: Attack): Promise<void> {
  const when = attack.when ?? {}
  const { boardId, cast, people, leases, honest, watcher } = await tableFor(when)
  const as = attack.as ?? 'contributor'
  const who = { facilitator: people.fay, contributor: people.mal, observer: people.obs, manager: people.man }[as]
  const attacker = await join(boardId, who)
  const scene = new Scene(attacker.doc, leases, cast, as)
  const before = { head: await server.store.log.head(boardId), picture: picture(watcher.doc), asked: attacker.asked }
  const bytes = attack.bytes(scene)
  attacker.sendUpdate(bytes)
  await until(
    () => attacker.refused.length > 0 || attacker.asked > before.asked || attacker.closed,
    `an answer to ${attack.tries}`,
  )

  const outOfStep = attack.rule.startsWith('structure.') || attack.rule === 'schema.ends'
  if (bytes.length > messageLimits.liveUpdate) expect(attacker.closed?.code).toBe(closeCodes.tooLarge.code)
  else if (!(outOfStep && attacker.asked > before.asked)) expect(attacker.refused[0]?.rule).toBe(attack.rule)

  if (when.board !== 'finished') await goesOn(honest, watcher)
  expect(await server.store.log.head(boardId)).toBe(before.head + (when.board === 'finished' ? 0 : 1))
  expect(picture(watcher.doc)).toBe(picture(honest.doc))
  expect(withoutMoves(picture(watcher.doc))).toBe(withoutMoves(before.picture))
  expect(await server.hub.read(boardId, doc => [doc.store.pendingStructs, doc.store.pendingDs])).toEqual([null, null])
  expect(await server.hub.read(boardId, doc => [...doc.share.keys()].filter(key => !isRoot(key)))).toEqual([])
  await attacker.close()
}

const isRoot = (key: string) => (rootNames as readonly string[]).includes(key)
const withoutMoves = (text: string) => text.replace(/"pos":\[(\d+,777|4,4)\]/, '')

/** An honest move reaches the others and is saved: one entry of the log. */
let moves = 0
async function goesOn(honest: OwnClient, watcher: OwnClient): Promise<void> {
  moves += 1
  const pos = [moves, 777]
  setFields({ doc: honest.doc, newId: () => 'x' }, 'notes', 'also-mine', { pos })
  const arrived = () =>
    JSON.stringify(rootOf(watcher.doc, 'notes').get('also-mine')?.get('pos')) === JSON.stringify(pos)
  await until(() => honest.saved === honest.sent && arrived(), 'honest work goes on')
}
