import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readBoard } from '#lib/board/model.ts'
import { createLog } from '#server/base/log.ts'
import { isPassword } from '#server/base/password.ts'
import { loadDocument } from '#server/collab/document.ts'
import { openStore } from '#server/store/sqlite/index.ts'
import { readWay, runScript } from '#tests/drivers/script.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'brownpaper-scripts-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))
const run = (name: string, ...args: string[]) => runScript(name, args, { DATA_DIR: join(dir, 'data') })

async function boardOf(boardId: string) {
  const store = await openStore(join(dir, 'data'))
  const { doc } = await loadDocument(store.log, boardId, createLog('silent'))
  const demo = await store.people.byEmail('demo@brownpaper.example')
  await store.close()
  return { board: readBoard(doc), demo }
}

test('the demo makes the coffee board and its account, once, while no server runs', async () => {
  const first = await run('demo')
  expect(first).toMatchObject({ code: 0, says: expect.stringContaining('Start the server with npm start') })
  const again = await run('demo')
  expect(again.says).toContain('is there already')
  const way = readWay(first.says)
  expect(readWay(again.says)).toEqual(way)
  const { board, demo } = await boardOf(way.boardId)
  expect([...board.notes.values()].map(note => note.text)).toContain('Orders a double espresso')
  expect(await isPassword(way.password, demo?.passwordHash ?? null, [])).toBe(true)
})

test('the seed makes a board of as many notes as asked, linked, in lanes and none over another', async () => {
  const { says } = await run('seed', '--notes', '500')
  const { board } = await boardOf(readWay(says).boardId)
  expect(board.notes.size).toBe(500)
  expect(board.links.size).toBeGreaterThan(450)
  expect(board.lanes.map(lane => lane.actor)).toEqual(expect.arrayContaining(['customer', 'front-stage', 'system']))
  expect(new Set([...board.notes.values()].map(note => `${note.x} ${note.y}`)).size).toBe(500)
  for (const note of board.notes.values()) {
    const lane = board.lanes.find(each => each.id === note.lane)
    expect(lane && note.y >= lane.top && note.y + note.h <= lane.top + lane.height).toBe(true)
  }
  expect(board.damaged).toBe(0)
})

test('what a script cannot do is one sentence', async () => {
  expect(await run('seed', '--notes', 'many')).toEqual({
    code: 1,
    says: '--notes is not usable: it should be a whole number from 1 to 50000.',
  })
  expect((await run('restore')).says).toBe('Say which backup: npm run restore -- DIRECTORY')
  expect((await run('backup')).says).toMatch(/^There is no data in .*: nothing to back up\.$/)
})

test('a backup comes back by one command, and over other data only when told so', async () => {
  const { boardId } = readWay((await run('demo')).says)
  const copy = join(dir, 'copy')
  expect(await run('backup', copy)).toMatchObject({ code: 0, says: expect.stringContaining(copy) })
  await run('seed', '--notes', '10')
  expect((await run('restore', copy)).says).toMatch(/holds boards already. Add --replace/)
  const done = await run('restore', copy, '--replace')
  expect(done).toMatchObject({ code: 0, says: expect.stringContaining('What was there is in') })
  const { board, demo } = await boardOf(boardId)
  expect(board.notes.size).toBeGreaterThan(5)
  const store = await openStore(join(dir, 'data'))
  expect(await store.boards.list({ workspaceIds: [], participantId: demo?.id ?? '', limit: 10, offset: 0 })).toEqual([])
  const [workspace] = await store.workspaces.ofPerson(demo?.id ?? '')
  const boards = await store.boards.list({ workspaceIds: [workspace?.id ?? ''], limit: 10, offset: 0 })
  await store.close()
  expect(boards.map(each => each.id)).toEqual([boardId])
})
