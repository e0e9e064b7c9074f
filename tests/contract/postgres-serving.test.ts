import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { addEntity } from '#lib/board/commands/writer.ts'
import { rootOf } from '#lib/board/schema.ts'
import { createLog } from '#server/base/log.ts'
import { loadDocument } from '#server/collab/document.ts'
import { openPostgres } from '#server/store/postgres/index.ts'
import { OwnClient } from '#tests/drivers/own-client.ts'
import { ThrowAwayPostgres } from '#tests/drivers/postgres.ts'
import { runScript } from '#tests/drivers/script.ts'
import { people, startServer, testSecret } from '#tests/drivers/server.ts'
import { ServerProcess } from '#tests/drivers/server-process.ts'
import { until } from '#tests/drivers/until.ts'

/** The product on PostgreSQL: what was shown as saved is there, whatever is killed. */

let cluster: ThrowAwayPostgres
let address: string
let dataDir: string
let cleanup: (() => unknown)[] = []
beforeAll(async () => {
  cluster = await ThrowAwayPostgres.start()
})
afterAll(() => cluster.remove())
beforeEach(async () => {
  address = await cluster.database()
  dataDir = await mkdtemp(join(tmpdir(), 'brownpaper-serving-'))
})
afterEach(async () => {
  await cluster.start()
  for (const clean of cleanup.reverse()) await clean()
  cleanup = []
  await rm(dataDir, { recursive: true, force: true })
})

/** A board of Ann's, in the database. */
async function board() {
  const store = await openPostgres(address)
  const make = people({ authSecret: testSecret, publicUrl: 'http://127.0.0.1' }, store)
  const ann = await make.person('Ann')
  const { boardId } = await make.board(ann)
  await store.close()
  return { ann, boardId }
}
async function enter(url: string, boardId: string, cookie: string): Promise<OwnClient> {
  const client = new OwnClient(url, boardId, cookie)
  cleanup.push(() => client.close())
  await until(() => client.synced, 'in step')
  return client
}
const add = ({ doc }: OwnClient, id: string) =>
  addEntity({ doc, newId: () => id }, 'notes', id, { kind: 'step', pos: [0, 0], z: 'a0', text: id })
/** Notes on a board as a fresh load finds them. */
async function stored(boardId: string): Promise<Set<string>> {
  const store = await openPostgres(address)
  const { doc } = await loadDocument(store.log, boardId, createLog('silent'))
  await store.close()
  return new Set(rootOf(doc, 'notes').keys())
}

test('a server that is killed with -9 has lost nothing that it called saved, and goes on', async () => {
  const { ann, boardId } = await board()
  const server = new ServerProcess(dataDir, { settings: { DATABASE_URL: address } })
  cleanup.push(() => server.kill())
  await server.start()
  const ids: string[] = []
  for (const round of [1, 2]) {
    const client = await enter(server.url, boardId, ann.cookie)
    // What the client sends first are answers: its notes come after those.
    const first = client.sent
    const mine = Array.from({ length: 60 }, (_, i) => `${round}-${i}`)
    for (const id of mine) add(client, id)
    await until(() => client.saved >= first + 20, 'some are saved')
    await server.kill()
    ids.push(...mine.slice(0, client.saved - first))
    const found = await stored(boardId)
    expect(ids.filter(id => !found.has(id))).toEqual([])
    await server.start()
  }
  const again = await enter(server.url, boardId, ann.cookie)
  expect(ids.every(id => rootOf(again.doc, 'notes').has(id))).toBe(true)
})

test('while PostgreSQL is away people work on, see that nothing is saved yet, and all is saved when it is back', async () => {
  const server = await startServer({ dataDir, settings: { DATABASE_URL: address } })
  cleanup.push(() => server.close())
  const ann = await server.person('Ann')
  const { boardId } = await server.board(ann)
  const [a, b] = [await enter(server.url, boardId, ann.cookie), await enter(server.url, boardId, ann.cookie)]
  add(a, 'before')
  await until(() => a.saved === a.sent && rootOf(b.doc, 'notes').has('before'), 'saved and seen')

  await cluster.stop('at once')
  const saved = a.saved
  add(a, 'at-once')
  await until(() => a.notices.some(notice => notice.kind === 'storage-away'), 'told that nothing is stored')
  add(a, 'later')
  add(b, 'of-another')
  const ready = await fetch(`${server.url}/readyz`)
  expect([ready.status, await ready.text()]).toEqual([503, 'the store does not answer\n'])
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  expect(a.saved).toBe(saved)
  expect([a.closed, b.closed]).toEqual([null, null])
  expect([...rootOf(b.doc, 'notes').keys()].sort()).toEqual(['before', 'of-another'])
  const write = server.hub.write(boardId, 'test', null, () => {})
  await expect(write).rejects.toMatchObject({ code: 'storage' })

  await cluster.start()
  await until(() => a.notices.some(notice => notice.kind === 'storage-ok'), 'told that it is back', 20_000)
  const all = ['at-once', 'before', 'later', 'of-another']
  await until(() => a.saved === a.sent && b.saved === b.sent, 'everything is saved')
  for (const { doc } of [a, b]) await until(() => all.every(id => rootOf(doc, 'notes').has(id)), 'both have everything')
  await until(async () => (await fetch(`${server.url}/readyz`)).status === 200, 'ready again')
  const { doc } = await loadDocument(server.store.log, boardId, createLog('silent'))
  expect([...rootOf(doc, 'notes').keys()].sort()).toEqual(all)
})

test('a second server on the same database, and a database that is not there, are sentences without the password', async () => {
  const store = await openPostgres(address)
  cleanup.push(() => store.close())
  const second = startServer({ settings: { DATABASE_URL: address } })
  await expect(second).rejects.toThrow(/in use by another Brownpaper that is running.*DATABASE_URL/)
  await expect(second).rejects.not.toThrow(/secret/)
  const nowhere = startServer({ settings: { DATABASE_URL: `${address}-of-nobody` } })
  await expect(nowhere).rejects.toThrow(
    /^PostgreSQL at 127.0.0.1:\d+\/test\d+-of-nobody cannot be used \(.*does not exist\)/,
  )
  await expect(nowhere).rejects.not.toThrow(/secret/)
})

test('backup and restore say what to use instead', async () => {
  for (const name of ['backup', 'restore'])
    expect(await runScript(name, [], { DATA_DIR: dataDir, DATABASE_URL: address })).toMatchObject({
      code: 1,
      says: expect.stringContaining('back it up with pg_dump'),
    })
  const store = await openPostgres(address)
  cleanup.push(() => store.close())
  await expect(store.backup(join(dataDir, 'copy'))).rejects.toThrow(/pg_dump/)
})
