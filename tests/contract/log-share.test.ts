import { afterAll, beforeAll, expect, test } from 'vitest'
import { addEntity, setFields } from '#lib/board/commands/writer.ts'
import { limits } from '#lib/board/fields.ts'
import { rootOf } from '#lib/board/schema.ts'
import { roomLimits } from '#server/collab/limits.ts'
import { OwnClient } from '#tests/drivers/own-client.ts'
import { startServer, type TestServer } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'

/** What one person may add to a board's log, and what becomes of what is over. */

const token = 'for-tests-only-and-long'
let server: TestServer
beforeAll(async () => {
  server = await startServer({ settings: { METRICS_TOKEN: token } })
})
afterAll(() => server.close())

const addNotes = ({ doc }: OwnClient, from: number, count: number) =>
  doc.transact(() => {
    for (let i = from; i < from + count; i += 1)
      addEntity({ doc, newId: () => '' }, 'notes', `n${i}`, {
        kind: 'step',
        pos: [i, i],
        text: 'x'.repeat(limits.text),
      })
  })

const heldBack = ({ notices }: OwnClient): boolean => notices.some(({ kind }) => kind === 'held-back')

async function metric(name: string): Promise<number> {
  const page = await (await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${token}` } })).text()
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(page)?.[1])
}

test('what is over waits, is said, and is saved when there is room again; others go on, and taking off is still taken', async () => {
  const [fay, cal, dan] = await Promise.all(['Fay', 'Cal', 'Dan'].map(name => server.person(name)))
  if (!fay || !cal || !dan) throw new Error('nobody')
  const { boardId, sessionId } = await server.board(fay)
  await server.seat(sessionId, cal, 'contributor')
  await server.seat(sessionId, dan, 'contributor')
  const join = async (person: typeof fay) => {
    const client = new OwnClient(server.url, boardId, person.cookie)
    await until(() => client.synced, 'in step', 120_000)
    return client
  }
  const [writer, colleague] = [await join(cal), await join(dan)]
  const held = () => heldBack(writer)
  let notes = 0
  const write = async (count: number) => {
    addNotes(writer, notes, count)
    notes += count
    await until(() => held() || writer.saved === writer.sent, 'an answer')
  }
  while (notes * limits.text < roomLimits.logged.burst * 0.94) await write(30)
  expect(held()).toBe(false)

  // A second window, where nothing waits.
  const other = await join(cal)
  while (!held()) await write(1)
  setFields({ doc: other.doc, newId: () => '' }, 'notes', 'n0', { deleted: true })
  await until(() => other.saved === other.sent, 'taken off')
  expect(heldBack(other)).toBe(false)

  addNotes(writer, notes, 2)
  expect(writer.saved).toBeLessThan(writer.sent)
  addEntity({ doc: colleague.doc, newId: () => '' }, 'notes', 'of-dan', { kind: 'step', pos: [0, 0], text: 'mine' })
  await until(() => colleague.saved === colleague.sent, 'a colleague’s note is saved')

  await until(() => writer.notices.some(({ kind }) => kind === 'taken-again'), 'taken again', 120_000)
  await until(() => writer.saved === writer.sent, 'saved', 120_000)
  expect(writer.refused).toEqual([])
  expect(writer.closed).toBeNull()
  await until(() => rootOf(colleague.doc, 'notes').size === notes + 3, 'the colleague sees all of it')
  expect(await metric('brownpaper_updates_held_back_total')).toBeGreaterThan(0)
  expect(await metric('brownpaper_log_bytes_total')).toBeGreaterThan(roomLimits.logged.burst)

  // Leaving and coming back makes nothing good.
  await writer.close()
  const back = await join(cal)
  addNotes(back, notes + 10, 20)
  await until(() => heldBack(back), 'held back again', 120_000)
  for (const client of [other, colleague, back]) await client.close()
}, 300_000)

test('a paste of a thousand notes, and a hundred people who all write, are held up by nothing', async () => {
  const [fay, cal] = await Promise.all(['Fay', 'Cal'].map(name => server.person(name)))
  if (!fay || !cal) throw new Error('nobody')
  const { boardId, sessionId } = await server.board(fay)
  await server.seat(sessionId, cal, 'contributor')
  const pasting = new OwnClient(server.url, boardId, cal.cookie)
  await until(() => pasting.synced, 'in step')
  for (let i = 0; i < 1000; i += 30) addNotes(pasting, i, 30)
  await until(() => pasting.saved === pasting.sent, 'pasted', 120_000)
  expect([heldBack(pasting), pasting.refused, pasting.closed]).toEqual([false, [], null])
  await pasting.close()

  const { boardId: other, sessionId: session } = await server.board(fay)
  const crowd = await Promise.all(
    Array.from({ length: 100 }, async (_, i) => {
      const person = await server.person(`Guest ${i}`)
      await server.seat(session, person, 'contributor')
      return new OwnClient(server.url, other, person.cookie)
    }),
  )
  await until(() => crowd.every(({ synced }) => synced), 'all are in step', 120_000)
  for (const [i, client] of crowd.entries())
    for (let n = 0; n < 3; n += 1)
      addEntity({ doc: client.doc, newId: () => '' }, 'notes', `of${i}-${n}`, {
        kind: 'step',
        pos: [i, n],
        text: 'Mine',
      })
  await until(() => crowd.every(client => client.saved === client.sent), 'all is saved', 120_000)
  await until(() => crowd.every(({ doc }) => rootOf(doc, 'notes').size === 300), 'all see all of it', 120_000)
  for (const client of crowd) {
    expect([heldBack(client), client.refused, client.closed]).toEqual([false, [], null])
    await client.close()
  }
}, 300_000)
