import { closeSync, openSync, writeSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { addEntity } from '#lib/board/commands/writer.ts'
import { rootOf } from '#lib/board/schema.ts'
import { closeCodes } from '#lib/protocol/close-codes.ts'
import { createLog } from '#server/base/log.ts'
import { loadDocument } from '#server/collab/document.ts'
import { DATABASE, openStore } from '#server/store/sqlite/index.ts'
import { StoreError } from '#server/store/store.ts'
import { OwnClient } from '#tests/drivers/own-client.ts'
import { poorDisk } from '#tests/drivers/poor-disk.ts'
import { openApi } from '#tests/drivers/routes.ts'
import { connect, people, startServer, testSecret } from '#tests/drivers/server.ts'
import { ServerProcess } from '#tests/drivers/server-process.ts'
import { until } from '#tests/drivers/until.ts'

let cleanup: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanup.reverse()) await clean()
  cleanup = []
})
async function start(options: Parameters<typeof startServer>[0] = {}) {
  const server = await startServer(options)
  cleanup.push(() => server.close())
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(server.url + path, { headers })
    return [response.status, await response.text()]
  }
  return { server, ask }
}

describe('what a monitor asks', () => {
  test('alive, and ready while the store answers and there is room on the disk', async () => {
    const disk = poorDisk()
    const { server, ask } = await start({ store: disk.open })
    expect(await ask('/healthz')).toEqual([200, 'ok\n'])
    expect(await ask('/readyz')).toEqual([200, 'ready\n'])
    const ann = await server.person('Ann')
    const { boardId } = await server.board(ann)
    disk.full = true
    const write = server.hub.write(boardId, 'test', null, doc =>
      addEntity({ doc, newId: () => 'n' }, 'notes', 'n', { kind: 'step', pos: [0, 0], z: 'a0' }),
    )
    await expect(write).rejects.toMatchObject({ code: 'storage-full', status: 507 })
    expect(await ask('/readyz')).toEqual([503, 'the disk is full\n'])
    expect(await ask('/healthz')).toEqual([200, 'ok\n'])
    disk.full = false
    await until(async () => (await ask('/readyz'))[0] === 200, 'ready again')
  })

  test.each([
    ['fails', () => Promise.reject(new StoreError('broken', 'gone'))],
    ['never answers', () => new Promise<void>(() => {})],
  ])('not ready when the store %s', async (_, ping) => {
    const { ask } = await start({ store: async dataDir => ({ ...(await openStore(dataDir)), ping }) })
    expect(await ask('/readyz')).toEqual([503, 'the store does not answer\n'])
  })

  test('not ready once damage was met, on whichever page, and people are told the truth', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'brownpaper-damaged-'))
    cleanup.push(() => rm(dataDir, { recursive: true, force: true }))
    const store = await openStore(dataDir)
    const make = people({ authSecret: testSecret, publicUrl: 'http://127.0.0.1' }, store)
    const ann = await make.person('Ann')
    const { boardId } = await make.board(ann)
    await store.close()
    damageTable(join(dataDir, DATABASE), 'invites')

    const { server, ask } = await start({ dataDir })
    expect(await ask('/readyz')).toEqual([200, 'ready\n'])
    const api = await openApi()
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {})
    const invited = await api('POST /api/boards/[boardId]/invites', { boardId }, { cookie: ann.cookie, body: {} })
    errors.mockRestore()
    expect(invited).toMatchObject({
      status: 500,
      body: { error: { code: 'storage-damaged', message: expect.stringContaining('a backup brings it back') } },
    })
    expect(await ask('/readyz')).toEqual([503, 'what is stored is damaged: restore the newest backup\n'])
    expect(await ask('/healthz')).toEqual([200, 'ok\n'])
    await expect(server.store.ping()).rejects.toMatchObject({ kind: 'damaged' })
  })

  test('a look through all that is stored finds damage before anybody meets it', async () => {
    const { server, ask } = await start()
    await server.store.check()
    damageTable(join(server.dataDir, DATABASE), 'ballots')
    await expect(server.store.check()).rejects.toMatchObject({ kind: 'damaged' })
    expect((await ask('/readyz'))[0]).toBe(503)
  })

  test('numbers are for whoever has the token, and for nobody when there is none', async () => {
    const token = 'a token that is long enough'
    const { server, ask } = await start({ settings: { METRICS_TOKEN: token } })
    expect(await ask('/metrics')).toEqual([401, 'a bearer token is needed\n'])
    expect((await ask('/metrics', { authorization: `Bearer ${token}!` }))[0]).toBe(401)
    const ann = await server.person('Ann')
    const client = connect(server.url, (await server.board(ann)).boardId, ann)
    await until(() => client.provider.synced, 'in step')
    const [status, text] = await ask('/metrics', { authorization: `Bearer ${token}` })
    expect(status).toBe(200)
    expect(text).toMatch(/^brownpaper_connections 1$/m)
    expect(text).toMatch(/^brownpaper_storage_full 0$/m)
    client.destroy()
    expect((await (await start()).ask('/metrics', { authorization: `Bearer ${token}` }))[0]).toBe(404)
  })
})

/** Writes over the first page of a table, as a broken disk would. */
function damageTable(file: string, table: string): void {
  const db = new DatabaseSync(file)
  db.exec('pragma wal_checkpoint(truncate)')
  const page = Number(db.prepare('select rootpage from sqlite_schema where name = ?').get(table)?.rootpage)
  db.close()
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, (page - 1) * 4096)
  closeSync(handle)
}

/** A server in its own process, on a slow disk, with a board of Ann's. */
async function alone() {
  const dataDir = await mkdtemp(join(tmpdir(), 'brownpaper-operation-'))
  cleanup.push(() => rm(dataDir, { recursive: true, force: true }))
  const store = await openStore(dataDir)
  const make = people({ authSecret: testSecret, publicUrl: 'http://127.0.0.1' }, store)
  const ann = await make.person('Ann')
  const { boardId } = await make.board(ann)
  await store.close()
  const server = new ServerProcess(dataDir)
  cleanup.push(() => server.kill())
  await server.start()
  return { server, dataDir, boardId, ann }
}

test('SIGTERM writes out what has come in, tells clients that it restarts, and leaves a keyframe', async () => {
  const { server, dataDir, boardId, ann } = await alone()
  const client = new OwnClient(server.url, boardId, ann.cookie)
  await until(() => client.synced, 'in step')
  for (let i = 0; i < 40; i += 1) {
    const { doc } = client
    addEntity({ doc, newId: () => '' }, 'notes', `n${i}`, { kind: 'step', pos: [i, 0], z: 'a0', text: 'in time' })
  }
  // Its answer says that everything before it has been read; the disk is not that quick.
  await client.request('signal', { signal: 'reaction', data: 'agree' })
  expect(client.saved).toBeLessThan(40)
  await server.stop()
  await until(() => client.closed, 'told')
  expect(client.closed?.code).toBe(closeCodes.restarting.code)
  expect(client.saved).toBe(client.sent)

  const store = await openStore(dataDir)
  const { doc, seq } = await loadDocument(store.log, boardId, createLog('silent'))
  expect(rootOf(doc, 'notes').size).toBe(40)
  expect((await store.log.keyframe(boardId))?.seq).toBe(seq)
  await store.close()
})

test('clients that are connected come back after a restart, with what each did meanwhile', async () => {
  const { server, boardId, ann } = await alone()
  const [a, b] = [connect(server.url, boardId, ann), connect(server.url, boardId, ann)]
  cleanup.push(a.destroy, b.destroy)
  await until(() => a.provider.synced && b.provider.synced, 'in step')
  const add = ({ doc }: typeof a, id: string) =>
    addEntity({ doc, newId: () => id }, 'notes', id, { kind: 'step', pos: [0, 0], z: 'a0', text: id })
  add(a, 'before')
  await until(() => rootOf(b.doc, 'notes').has('before'), 'seen')
  await server.stop()
  await until(() => !a.provider.wsconnected && !b.provider.wsconnected, 'away')
  add(a, 'meanwhile-a')
  add(b, 'meanwhile-b')
  await server.start()
  const all = ({ doc }: typeof a) => ['before', 'meanwhile-a', 'meanwhile-b'].every(id => rootOf(doc, 'notes').has(id))
  await until(() => all(a) && all(b), 'both have everything')
})
