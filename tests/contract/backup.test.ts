import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addEntity } from '#lib/board/commands/writer.ts'
import { backUp, restore } from '#server/store/backup.ts'
import { DATABASE } from '#server/store/sqlite/index.ts'
import type { Store } from '#server/store/store.ts'
import { connect, startServer, type TestServer } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'

let dir: string
let server: TestServer | null = null
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'brownpaper-backup-'))
})
afterEach(async () => {
  await server?.close()
  server = null
  await rm(dir, { recursive: true, force: true })
})
const at = (name: string) => join(dir, name)

/** A server with a board of Ann's, and Ann on it. */
async function scene() {
  const started = await startServer({ dataDir: at('data') })
  server = started
  const ann = await started.person('Ann')
  const { boardId } = await started.board(ann)
  const client = connect(started.url, boardId, ann)
  await until(() => client.provider.synced, 'in step')
  const stored = () => started.store.log.head(boardId)
  const add = async (id: string) => {
    const before = await stored()
    addEntity({ doc: client.doc, newId: () => id }, 'notes', id, { kind: 'step', pos: [0, 0], z: 'a0', text: id })
    await until(async () => (await stored()) > before, 'stored')
  }
  const stop = async () => {
    client.destroy()
    await started.close()
    server = null
  }
  return { ann, boardId, add, stop, store: started.store }
}

const history = async (store: Store, boardId: string) => ({
  board: await store.boards.get(boardId),
  sessions: await store.sessions.ofBoard(boardId),
  log: await store.log.read(boardId, 0, 1000),
  leases: await store.log.leases(boardId),
})

test('what a running server had when it was backed up is back after a restore, boards, people and history', async () => {
  const { ann, boardId, add, stop, store } = await scene()
  await add('one')
  await add('two')
  backUp(at('data'), at('backup'))
  const then = await history(store, boardId)
  await add('later')
  await stop()

  expect(() => restore(at('backup'), at('data'), null)).toThrow(/holds boards already/)
  restore(at('backup'), at('data'), at('aside'))

  const again = await startServer({ dataDir: at('data') })
  server = again
  expect(await history(again.store, boardId)).toEqual(then)
  const client = connect(again.url, boardId, ann)
  await until(() => client.provider.synced, 'in step')
  const whole = new Y.Doc()
  for (const { update } of then.log) Y.applyUpdate(whole, update)
  expect(client.doc.getMap('notes').toJSON()).toEqual(whole.getMap('notes').toJSON())
  expect(Object.keys(client.doc.getMap('notes').toJSON()).sort()).toEqual(['one', 'two'])
  client.destroy()
  await again.close()
  server = null

  restore(at('aside'), at('data'), at('aside-again'))
  server = await startServer({ dataDir: at('data') })
  expect(await server.store.log.head(boardId)).toBe(then.log.length + 1)
})

test('a backup on another machine starts there, with the secret that makes guests themselves', async () => {
  const { add, boardId, stop } = await scene()
  await add('one')
  await writeFile(join(at('data'), 'auth-secret'), 'a secret made at the first start')
  backUp(at('data'), at('backup'))
  await stop()
  restore(at('backup'), at('elsewhere'), null)
  expect(await readFile(join(at('elsewhere'), 'auth-secret'), 'utf8')).toBe('a secret made at the first start')
  server = await startServer({ dataDir: at('elsewhere') })
  expect(await server.store.log.head(boardId)).toBe(1)
})

test('while a server has the data open nothing is restored over it', async () => {
  const { add, boardId, store } = await scene()
  await add('one')
  backUp(at('data'), at('backup'))
  expect(() => restore(at('backup'), at('data'), at('aside'))).toThrow(/in use by another Brownpaper/)
  expect(await readdir(dir)).not.toContain('aside')
  expect(await store.log.head(boardId)).toBe(1)
})

test('a damaged backup, and what is none, are refused before anything is touched', async () => {
  const { add, boardId, stop } = await scene()
  for (let i = 0; i < 30; i++) await add(`n${i}`)
  backUp(at('data'), at('backup'))
  await stop()
  const file = join(at('backup'), DATABASE)
  const bytes = await readFile(file)
  // In the middle of a text of the log: SQLite itself does not notice.
  const text = bytes.lastIndexOf('n17')
  await writeFile(file, bytes.with(text, 0x78))
  expect(() => restore(at('backup'), at('data'), at('aside'))).toThrow(/not a whole backup .*Entry \d+ .* is damaged/)
  await writeFile(file, 'nothing of ours')
  expect(() => restore(at('backup'), at('data'), at('aside'))).toThrow(/is not a whole backup/)
  expect(() => restore(at('nowhere'), at('data'), at('aside'))).toThrow(/does not exist/)
  server = await startServer({ dataDir: at('data') })
  expect(await server.store.log.head(boardId)).toBe(30)
})

test('a backup never goes over another one', async () => {
  const { stop } = await scene()
  backUp(at('data'), at('backup'))
  expect(() => backUp(at('data'), at('backup'))).toThrow(/exists already/)
  await stop()
})

/** Every file and folder under a path that somebody else may look into. */
async function openToOthers(path: string): Promise<string[]> {
  const found = (await stat(path)).mode & 0o077 ? [path] : []
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inside = join(path, entry.name)
    if (entry.isDirectory()) found.push(...(await openToOthers(inside)))
    else if ((await stat(inside)).mode & 0o077) found.push(inside)
  }
  return found
}

test('data, backups and what a restore puts aside are for their owner’s eyes only', async () => {
  const { add, stop } = await scene()
  await add('one')
  expect((await readdir(at('data'))).sort()).toEqual(
    expect.arrayContaining(['address', DATABASE, `${DATABASE}-shm`, `${DATABASE}-wal`]),
  )
  expect(await openToOthers(at('data'))).toEqual([])
  backUp(at('data'), at('backup'))
  await stop()
  restore(at('backup'), at('data'), join(at('data'), 'replaced', 'then'))
  for (const name of ['data', 'backup']) expect(await openToOthers(at(name)), name).toEqual([])
})

test('data that an earlier version left open is closed at the next start', async () => {
  const { add, stop } = await scene()
  await add('one')
  await stop()
  await chmod(at('data'), 0o755)
  await chmod(join(at('data'), DATABASE), 0o644)
  server = await startServer({ dataDir: at('data') })
  expect(await openToOthers(at('data'))).toEqual([])
})

test('a directory that others share keeps its rights, and what is ours in it is closed all the same', async () => {
  await mkdir(at('shared'))
  await writeFile(join(at('shared'), 'of-another-program'), '')
  await chmod(at('shared'), 0o755)
  server = await startServer({ dataDir: at('shared') })
  expect((await stat(at('shared'))).mode & 0o777).toBe(0o755)
  expect((await openToOthers(at('shared'))).sort()).toEqual([at('shared'), join(at('shared'), 'of-another-program')])
})
