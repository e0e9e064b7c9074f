import { afterAll, beforeAll, expect, test } from 'vitest'
import { Collab } from '#components/collab/collab.ts'
import { newEntityId } from '#components/collab/new-id.ts'
import { addNotes, setNotes } from '#lib/board/commands/notes.ts'
import { BoardModel } from '#lib/board/model.ts'
import { socketWith, startServer, type TestPerson, type TestServer } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'

let server: TestServer
let ana: TestPerson
let bo: TestPerson
let board: Awaited<ReturnType<TestServer['board']>>
const open: Collab[] = []

beforeAll(async () => {
  server = await startServer()
  ana = await server.person('Ana')
  bo = await server.person('Bo')
  board = await server.board(ana)
  await server.seat(board.sessionId, bo, 'contributor')
})
afterAll(async () => {
  for (const collab of open) collab.destroy()
  await server.close()
})

/** A person's browser on the board, and the document it shows now. */
async function browser(person: TestPerson, boardId = board.boardId) {
  const collab = new Collab({
    boardId,
    personId: person.id,
    address: `${server.url.replace('http', 'ws')}/sync`,
    Socket: socketWith(person.cookie),
  })
  open.push(collab)
  await until(() => collab.session.get() && collab.status.get().link === 'live', 'the board is live')
  const now = () => {
    const { doc } = collab.session.get() ?? {}
    if (!doc) throw new Error('no board')
    return { doc, board: new BoardModel(doc), writer: { doc, newId: newEntityId } }
  }
  const write = (text: string) => {
    const { writer, board: model } = now()
    return addNotes(writer, model, [{ kind: 'step', text, x: 0, y: 0 }])[0] ?? ''
  }
  return { collab, now, write }
}

test('a change waits until the server has stored it, and reaches the others', async () => {
  const [one, two] = [await browser(ana), await browser(bo)]
  const id = one.write('Guest orders')
  expect(one.collab.status.get().waiting).toBe(1)
  await until(() => one.collab.status.get().waiting === 0, 'saved')
  await until(() => two.now().board.notes.get(id)?.text === 'Guest orders', 'Bo sees it')
})

test('who is here, and whose client is whose, comes from the server', async () => {
  const one = await browser(ana)
  const two = await browser(bo)
  const client = two.now().doc.clientID
  two.write('Waiter serves')
  await until(() => one.collab.roster.get().clients.get(client) === bo.id, 'the lease is told')
  expect(one.collab.roster.get().people.get(bo.id)).toMatchObject({ name: 'Bo', role: 'contributor', here: true })
  expect(one.collab.roster.get().you).toMatchObject({ personId: ana.id, role: 'facilitator' })
})

test('a refused change ends as unsaved, on a board like everybody’s, and work goes on', async () => {
  const watcher = await server.person('Wei')
  await server.seat(board.sessionId, watcher, 'observer')
  const one = await browser(ana)
  const kept = one.write('Barista makes it')
  await until(() => one.collab.status.get().waiting === 0, 'saved')
  const wei = await browser(watcher)
  await until(() => wei.now().board.notes.has(kept), 'Wei sees the board')
  const first = wei.collab.session.get()?.number
  const lost = wei.write('I may not write')
  await until(() => wei.collab.unsaved.get().length === 1, 'the refusal is told')
  expect(wei.collab.unsaved.get()[0]?.items).toMatchObject([
    { root: 'notes', id: lost, what: 'added', fields: { text: 'I may not write' } },
  ])
  expect(wei.collab.session.get()?.number).toBe((first ?? 0) + 1)
  expect(wei.now().board.notes.has(lost)).toBe(false)
  expect(wei.now().board.notes.has(kept)).toBe(true)
  const { writer } = one.now()
  setNotes(writer, 'note.colour', [kept], { colour: 'red' })
  await until(() => wei.now().board.notes.get(kept)?.colour === 'red', 'Wei is live again')
})

test('a role that changes is asked anew, without a reload', async () => {
  const guest = await server.person('Gus')
  await server.seat(board.sessionId, guest, 'observer')
  const { collab } = await browser(guest)
  expect(collab.roster.get().you?.role).toBe('observer')
  await server.seat(board.sessionId, guest, 'contributor')
  await server.hub.reauthorise(board.boardId, guest.id)
  await until(() => collab.roster.get().you?.role === 'contributor', 'the new role')
})

test('who is removed is told so, and does not come back', async () => {
  const guest = await server.person('Gil')
  await server.seat(board.sessionId, guest, 'contributor')
  const { collab } = await browser(guest)
  await server.store.sessions.setParticipant({
    sessionId: board.sessionId,
    personId: guest.id,
    role: 'contributor',
    status: 'removed',
    joinedAt: 0,
    inviteId: null,
  })
  await server.hub.reauthorise(board.boardId, guest.id)
  await until(() => ['removed', 'not-found'].includes(collab.status.get().link), 'told')
})

test('a command is answered, and one that the server refuses is refused in a sentence', async () => {
  const { collab } = await browser(ana)
  await expect(collab.request('signal', { signal: 'reaction', data: 'agree' })).resolves.not.toThrow()
  await expect(collab.request('vote.close', {})).rejects.toMatchObject({ message: 'No vote is open now.' })
})

test('what another document of the same person is opened with names no document', async () => {
  const { collab } = await browser(ana)
  expect(Object.keys(collab.identity).sort()).toEqual(['address', 'personId'])
})

test('a round of private notes that is over ends its connection for good, and only that', async () => {
  const { collab } = await browser(ana)
  const round = new Collab({
    ...collab.identity,
    boardId: `${board.boardId}.draft.gone.0`,
    Socket: socketWith(ana.cookie),
  })
  open.push(round)
  await until(() => round.status.get().link === 'over', 'over')
  expect(round.session.get()).toBeNull()
  expect(collab.status.get().link).toBe('live')
})
