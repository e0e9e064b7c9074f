import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addEntity } from '#lib/board/commands/writer.ts'
import { newId } from '#server/base/ids.ts'
import { openWorkshop } from '#tests/drivers/api.ts'
import { OwnClient } from '#tests/drivers/own-client.ts'
import { until } from '#tests/drivers/until.ts'

const w = openWorkshop()

/** Names of the files in the data directory that hold one of the words, in any byte. */
async function filesWith(...words: string[]): Promise<string[]> {
  const found: string[] = []
  for (const name of await readdir(w.server.dataDir)) {
    const bytes = await readFile(join(w.server.dataDir, name))
    if (words.some(word => bytes.includes(word))) found.push(name)
  }
  return found
}

test('a name that was erased is in no byte of the files, wherever pages kept copies of it', async () => {
  const [name, earlier] = ['Zacharias Quintanilla', 'Zacki Quintanilla']
  const { server } = w
  const mia = await w.owner()
  const boardId = await w.board(mia)
  const guest = await w.guest(mia, boardId, earlier)
  const client = new OwnClient(server.url, boardId, guest.cookie)
  await until(() => client.synced, 'in step')
  addEntity({ doc: client.doc, newId }, 'notes', 'his', { kind: 'step', pos: [0, 0], z: 'a0' })
  await until(() => client.saved === client.sent, 'saved')
  await client.close()
  await w.api('PATCH /api/me', {}, { cookie: guest.cookie, body: { name } })
  const again = new OwnClient(server.url, boardId, guest.cookie)
  await until(() => again.synced, 'in step again')
  await until(async () => (await server.store.history.names(boardId)).some(each => each.name === name), 'kept')
  await again.close()
  // Pages are split and rows move: what moved leaves copies behind.
  for (let i = 0; i < 120; i += 1) {
    const other = await server.person(`Somebody ${i} ${'with a long name '.repeat(i % 5)}`)
    await server.store.history.keepName({ boardId, personId: other.id, since: i, name: other.name })
  }
  await w.api('POST /api/boards/[boardId]/finish', { boardId }, { cookie: mia.cookie, body: {} })
  expect((await filesWith(name, earlier)).length).toBeGreaterThan(0)

  const route = 'DELETE /api/boards/[boardId]/people/[personId]/name'
  expect((await w.api(route, { boardId, personId: guest.id }, { cookie: mia.cookie })).status).toBe(200)
  await until(async () => (await filesWith(name, name.toLowerCase(), earlier, 'Quintanilla')).length === 0, 'erased')
})
