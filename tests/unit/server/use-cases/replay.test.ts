import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { addNotes, deleteNotes } from '#lib/board/commands/notes.ts'
import { readBoard } from '#lib/board/model.ts'
import { nameAt } from '#lib/replay/facts.ts'
import { BoardPlayer } from '#lib/replay/player.ts'
import { readRows } from '#lib/replay/row-reader.ts'
import { newId } from '#server/base/ids.ts'
import { running } from '#server/base/runtime.ts'
import { comeByProvider } from '#server/use-cases/provider.ts'
import { peopleOf } from '#server/use-cases/replay.ts'
import { openShare, sharedFacts } from '#server/use-cases/replay-shares.ts'
import { openWorkshop } from '#tests/drivers/api.ts'
import { OwnClient } from '#tests/drivers/own-client.ts'
import { providerSettings } from '#tests/drivers/provider.ts'
import { until } from '#tests/drivers/until.ts'

const w = openWorkshop()
const player = (rows: Uint8Array) => {
  const made = new BoardPlayer(readRows(gunzipSync(rows)))
  made.seek(made.cursor.rows.count - 1)
  return made
}
const texts = (board: BoardPlayer) => [...board.notes.values()].map(note => note.text).sort()
const put = (boardId: string, personId: string, text: string) =>
  w.server.hub.write(boardId, 'test', personId, doc => {
    addNotes({ doc, newId }, readBoard(doc), [{ kind: 'step', text, x: 0, y: 0 }])
  })
const rows = (boardId: string, who: { cookie: string | null }) =>
  w.api('GET /api/boards/[boardId]/replay', { boardId }, { cookie: who.cookie })
const share = async (boardId: string, who: { cookie: string | null }, body: object = {}) =>
  (await w.api('POST /api/boards/[boardId]/replay/shares', { boardId }, { cookie: who.cookie, body })).body.share
const shared = (token: string) => w.api('GET /api/replays/[door]', { door: token })

test('a facilitator of the workspace gets the rows of all that happened', async () => {
  const mia = await w.owner()
  const boardId = await w.board(mia)
  await put(boardId, mia.id, 'Order a double espresso')
  const { status, body } = await rows(boardId, mia)
  expect(status).toBe(200)
  expect(texts(player(body))).toEqual(['Order a double espresso'])
})

test('nobody else may replay, not even a guest who facilitates the session', async () => {
  const mia = await w.owner()
  const boardId = await w.board(mia)
  const roles = ['contributor', 'observer', 'facilitator']
  for (const role of roles) {
    const guest = await w.guest(mia, boardId, role, { role })
    expect((await rows(boardId, guest)).status, role).toBe(403)
    expect(await share(boardId, guest), role).toBeUndefined()
  }
  expect((await rows(boardId, await w.owner())).status).toBe(404)
})

test('a shared link shows its session alone, until it is closed or runs out', async () => {
  const mia = await w.owner()
  const boardId = await w.board(mia)
  await put(boardId, mia.id, 'There before')
  await put(boardId, mia.id, 'Gone before')
  await w.server.hub.write(boardId, 'test', mia.id, doc => {
    const board = readBoard(doc)
    const gone = [...board.notes.values()].find(note => note.text === 'Gone before')
    deleteNotes({ doc, newId }, board, new Set([gone?.id ?? '']))
  })
  const guest = await w.guest(mia, boardId, 'Gus')
  await put(boardId, guest.id, 'Said in the session')
  const { id, token, url } = await share(boardId, mia)
  expect(url).toContain(`/replay/${token}`)
  const { status, body } = await shared(token)
  expect(status).toBe(200)
  expect(texts(player(body))).toEqual(['Said in the session', 'There before'])
  expect(new TextDecoder().decode(gunzipSync(body))).not.toContain('Gone before')

  const opened = await openShare(running(), 'here', token)
  const facts = await sharedFacts(running(), opened, token)
  expect(facts.sessions.map(each => each.id)).toEqual([guest.invite.sessionId])
  expect(JSON.stringify(facts)).not.toContain(token)
  const listed = await w.api('GET /api/boards/[boardId]/replay/shares', { boardId }, { cookie: mia.cookie })
  expect(JSON.stringify(listed.body)).not.toContain(token)
  expect((await w.server.store.history.shares(boardId))[0]?.tokenHash).not.toContain(token)

  await w.server.store.sessions.update(guest.invite.sessionId, { status: 'ended', endedAt: Date.now() })
  await new Promise(resolve => setTimeout(resolve, 5))
  await put(boardId, mia.id, 'After the session')
  expect(texts(player((await shared(token)).body))).not.toContain('After the session')

  const close = { boardId, shareId: id }
  await w.api('DELETE /api/boards/[boardId]/replay/shares/[shareId]', close, { cookie: mia.cookie })
  expect((await shared(token)).body.error.code).toBe('replay-revoked')
  const short = await share(boardId, mia, { expiresInHours: 0.000001 })
  await new Promise(resolve => setTimeout(resolve, 10))
  expect((await shared(short.token)).body.error.code).toBe('replay-expired')
  expect((await shared('x'.repeat(32))).status).toBe(404)
})

test('a share of another board cannot be closed from one’s own', async () => {
  const [mia, other] = [await w.owner(), await w.owner()]
  const [boardId, elsewhere] = [await w.board(mia), await w.board(other)]
  const { id, token } = await share(boardId, mia)
  const path = { boardId: elsewhere, shareId: id }
  await w.api('DELETE /api/boards/[boardId]/replay/shares/[shareId]', path, { cookie: other.cookie })
  expect((await shared(token)).status).toBe(200)
})

test('people keep the name of the day, and lose it when it is erased', async () => {
  const mia = await w.owner()
  const boardId = await w.board(mia)
  const guest = await w.guest(mia, boardId, 'Gus of the day')
  const come = async () => {
    const client = new OwnClient(w.server.url, boardId, guest.cookie)
    await until(() => client.synced, 'the board is there')
    await client.close()
  }
  const board = async () => {
    const found = await w.server.store.boards.get(boardId)
    if (!found) throw new Error('no board')
    return found
  }
  const named = async () => (await peopleOf(running(), await board())).find(person => person.id === guest.id)
  await come()
  await until(async () => (await named())?.names[0]?.name === 'Gus of the day', 'the name is kept')
  const before = Date.now()
  await w.server.store.people.rename(guest.id, 'Gustav')
  await come()
  await until(async () => (await named())?.names.length === 2, 'the new name is kept')
  const both = await named()
  expect(both && [nameAt(both, before - 1), nameAt(both, Date.now())]).toEqual(['Gus of the day', 'Gustav'])

  const erase = (who: { cookie: string | null }, personId: string) =>
    w.api('DELETE /api/boards/[boardId]/people/[personId]/name', { boardId, personId }, { cookie: who.cookie })
  expect((await erase(guest, mia.id)).status).toBe(403)
  expect((await erase(mia, 'never-here')).status).toBe(404)
  expect((await erase(mia, mia.id)).status).toBe(409)
  expect((await erase(mia, guest.id)).body.pseudonym).toBe('Former participant 1')
  expect((await named())?.names).toEqual([{ since: 0, name: 'Former participant 1' }])

  const client = new OwnClient(w.server.url, boardId, guest.cookie)
  await until(() => client.welcome !== null, 'the roster is there')
  const sessionId = guest.invite.sessionId
  const people = await w.api('GET /api/sessions/[sessionId]/participants', { sessionId }, { cookie: mia.cookie })
  const everywhere = [await w.server.store.history.names(boardId), client.welcome, people.body]
  await client.close()
  expect(JSON.stringify(everywhere)).not.toContain('Gus')
})

test('erasing a name in one workspace takes it from nobody in another, nor from an account without an email', async () => {
  const [mia, other] = [await w.owner(), await w.owner('Other')]
  const [boardId, elsewhere] = [await w.board(mia), await w.board(other)]
  const guest = await w.guest(mia, boardId, 'Gus')
  await w.join({ token: (await w.invite(other, elsewhere)).token }, guest.cookie)
  const sam = await comeByProvider(running(), providerSettings(), 's', { name: 'Sam' }, null)
  await w.server.seat(guest.invite.sessionId, { ...sam, cookie: '' }, 'contributor')
  for (const { id, name } of [guest, sam]) {
    await w.server.store.history.keepName({ boardId, personId: id, since: 1, name })
    const erased = await w.api(
      'DELETE /api/boards/[boardId]/people/[personId]/name',
      { boardId, personId: id },
      { cookie: mia.cookie },
    )
    expect(erased.status).toBe(200)
    expect((await w.server.store.people.get(id))?.name).toBe(name)
  }
})
