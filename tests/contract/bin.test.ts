import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addComment } from '#lib/board/commands/comments.ts'
import { addEntity } from '#lib/board/commands/writer.ts'
import { draftId } from '#lib/facilitation/drafts.ts'
import { newId } from '#server/base/ids.ts'
import { running } from '#server/base/runtime.ts'
import { eraseExpired } from '#server/use-cases/bin.ts'
import { openApi } from '#tests/drivers/routes.ts'
import { startServer, type TestPerson, type TestServer } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'
import { implementations, type Place } from './stores.ts'

const marker = 'zanzibarquokka'
const day = 24 * 3_600_000

describe.each(implementations)('the bin on $name', implementation => {
  beforeAll(implementation.start)
  afterAll(implementation.stop)
  let place: Place
  let server: TestServer
  let api: Awaited<ReturnType<typeof openApi>>
  let mia: TestPerson
  beforeEach(async () => {
    place = await implementation.place()
    server = await startServer({ store: () => place.open() })
    api = await openApi()
    mia = await server.person('Mia')
  })
  afterEach(async () => {
    await server.close()
    await place.remove()
  })

  /** A finished board that has the marker wherever something of a board is kept. */
  async function markedBoard() {
    const { store, hub, recordings } = running()
    const { boardId, sessionId, workspaceId } = await server.board(mia, `The ${marker}`)
    const guest = await server.person('Guest')
    await server.seat(sessionId, guest, 'contributor')
    const write = (docId: string) =>
      hub.write(docId, 'test', mia.id, doc => {
        const writer = { doc, newId }
        const on = newId()
        addEntity(writer, 'notes', on, { kind: 'step', pos: [0, 0], z: 'a0', text: `${marker} on the wall` })
        addComment(writer, { on, parent: null, text: `${marker} says`, mentions: [], at: 1 })
      })
    await write(boardId)
    await write(draftId(boardId, 'item0.0', guest.id))
    await store.history.keepName({ boardId, personId: guest.id, since: 1, name: marker })
    await store.sessions.update(sessionId, { title: `${marker} workshop` })
    await store.library.put({
      boardId,
      workspaceId,
      finishedAt: 1,
      pointsBefore: 0,
      pointsAfter: 0,
      actionsOpen: 0,
      actionsDone: 0,
      nextDue: null,
      summary: JSON.stringify({ promise: marker }),
      picture: `<svg><text>${marker}</text></svg>`,
      text: { title: marker, outcome: '', notes: `${marker} and kestrels`, comments: '' },
    })
    await recordings.upToDate(boardId)
    return { boardId, workspaceId }
  }
  const remove = (boardId: string) => api('DELETE /api/boards/[boardId]', { boardId }, { cookie: mia.cookie })

  test('thirty days after it was deleted nothing of a board is left in any byte, nor in backups made from then on', async () => {
    const { boardId, workspaceId } = await markedBoard()
    await server.store.library.put({
      ...(await otherBoard(workspaceId)),
      text: { title: 'Birds', outcome: '', notes: 'kestrels', comments: '' },
    })
    await remove(boardId)
    expect(await place.holds(marker)).toBe(true)
    expect(await eraseExpired(running(), Date.now() + 29 * day)).toBe(0)
    expect(await place.holds(marker)).toBe(true)
    expect(await server.store.boards.get(boardId)).not.toBeNull()

    expect(await eraseExpired(running(), Date.now() + 31 * day)).toBe(1)
    await until(async () => !(await place.holds(marker)), 'no byte of it is left')
    const { store } = server
    expect(await store.boards.get(boardId)).toBeNull()
    expect(await store.sessions.ofBoard(boardId)).toEqual([])
    expect(await store.log.docs(boardId)).toEqual([])
    expect(await store.log.keyframe(boardId)).toBeNull()
    expect(await store.log.leases(boardId)).toEqual([])
    expect(await store.history.recording(boardId)).toBeNull()
    // A word that another board has too is still found.
    const found = await store.library.search({
      workspaceId,
      words: 'estrels',
      today: '2026-01-01',
      sort: 'best',
      limit: 5,
      offset: 0,
    })
    expect(found.total).toBe(1)
    if (implementation.backsUp) {
      await store.backup(place.path('backup'))
      expect((await readFile(place.path('backup'))).includes(marker)).toBe(false)
    }
    expect(await eraseExpired(running(), Date.now() + 31 * day)).toBe(0)
  })

  async function otherBoard(workspaceId: string) {
    const boardId = newId()
    const board = await server.store.boards.get((await server.board(mia)).boardId)
    if (!board) throw new Error('the board is gone')
    await server.store.boards.create({ ...board, id: boardId, workspaceId, finishedAt: 1 })
    const numbers = { pointsBefore: 0, pointsAfter: 0, actionsOpen: 0, actionsDone: 0 }
    return { boardId, workspaceId, finishedAt: 1, ...numbers, nextDue: null, summary: '{}', picture: '' }
  }

  test('the bin tells who deleted what, and until when; what is restored is as it was', async () => {
    const { boardId, workspaceId } = await server.board(mia, 'Coffee')
    await remove(boardId)
    const bin = async () =>
      (await api('GET /api/workspaces/[workspaceId]/bin', { workspaceId }, { cookie: mia.cookie })).body.boards
    const [binned] = await bin()
    expect(binned).toMatchObject({ id: boardId, title: 'Coffee', deletedBy: 'Mia' })
    expect(binned.erasedAt - binned.deletedAt).toBe(30 * day)
    expect((await api('POST /api/boards/[boardId]/undelete', { boardId }, { cookie: mia.cookie })).status).toBe(200)
    expect(await bin()).toEqual([])
    expect(await eraseExpired(running(), Date.now() + 31 * day)).toBe(0)
  })

  test('only what is in the bin is erased by hand, and then it is gone at once', async () => {
    const { boardId } = await server.board(mia, `The ${marker}`)
    const erase = () => api('DELETE /api/boards/[boardId]/for-good', { boardId }, { cookie: mia.cookie })
    expect((await erase()).status).toBe(409)
    await remove(boardId)
    expect((await erase()).status).toBe(200)
    expect((await erase()).status).toBe(404)
    await until(async () => !(await place.holds(marker)), 'no byte of it is left')
  })
})
