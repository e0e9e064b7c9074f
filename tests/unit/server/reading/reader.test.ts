import { expect, test } from 'vitest'
import { Uploads } from '#server/http/uploads.ts'
import { createReader } from '#server/reading/reader.ts'
import { openWorkshop } from '#tests/drivers/api.ts'

const w = openWorkshop()

test('a file that takes too long is given up, and holds up neither the next one nor a report', async () => {
  const mia = await w.owner()
  const boardId = await w.board(mia)
  const reader = createReader(w.server.store, { board: 60_000, file: 1 })
  const file = () =>
    reader.readFile(mia.id, {
      name: 'a.csv',
      bytes: new TextEncoder().encode('text\nOrders'),
      target: 'onto',
      by: null,
    })
  const report = reader.make(mia.id, 'report', boardId, { title: 'Coffee' })
  await expect(file()).rejects.toMatchObject({ code: 'too-long' })
  await expect(file()).rejects.toMatchObject({ code: 'too-long' })
  expect((await report).asIs).toContain('<svg')
  await reader.close()
})

const csv = { name: 'a.csv', bytes: new TextEncoder().encode('text\nOrders'), target: 'onto', by: null } as const

test('files of one person wait in turns with those of others, and too many of them are told to come again', async () => {
  const reader = createReader(w.server.store)
  let read = 0
  const flood = Array.from({ length: 30 }, () =>
    reader.readFile('mal', csv).then(
      () => {
        read += 1
      },
      error => error,
    ),
  )
  expect((await reader.readFile('mia', csv)).counts.notes).toBe(1)
  expect(read).toBeLessThan(3)
  const refused = (await Promise.all(flood)).filter(Boolean)
  expect(refused).toHaveLength(10)
  for (const error of refused) expect(error).toMatchObject({ code: 'busy', message: expect.stringContaining('Wait') })
  await reader.close()
})

test('files that arrive are bounded, by number for each person and by bytes for all', async () => {
  const uploads = new Uploads({ each: 2, bytes: 100 })
  let finish = () => {}
  const hold = (by: string, bytes: number) =>
    uploads.hold(by, async count => {
      count(bytes)
      await new Promise<void>(resolve => {
        const before = finish
        finish = () => {
          before()
          resolve()
        }
      })
    })
  const held = [hold('mal', 30), hold('mal', 30)]
  await expect(hold('mal', 1)).rejects.toMatchObject({ status: 429, message: expect.stringContaining('of yours') })
  await expect(hold('mia', 50)).rejects.toMatchObject({ status: 503, code: 'busy' })
  held.push(hold('mia', 40))
  finish()
  await Promise.all(held)
  await uploads.hold('mal', async count => count(100))
})

test('whoever sends many files at once is told so, and everybody else is not', async () => {
  const [mal, mia] = [await w.owner('Mal'), await w.owner('Mia')]
  const send = (who: typeof mal) =>
    w.api(
      'POST /api/boards/import',
      {},
      { cookie: who.cookie, query: { name: 'a.csv', look: '1' }, body: 'text\nOrders' },
    )
  const many = Promise.all(Array.from({ length: 12 }, () => send(mal)))
  expect((await send(mia)).status).toBe(200)
  const statuses = (await many).map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([200, 429]))
})
