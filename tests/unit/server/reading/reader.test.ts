import { expect, test } from 'vitest'
import { createReader } from '#server/reading/reader.ts'
import { openWorkshop } from '#tests/drivers/api.ts'

const w = openWorkshop()

test('a file that takes too long is given up, and holds up neither the next one nor a report', async () => {
  const mia = await w.owner()
  const boardId = await w.board(mia)
  const reader = createReader(w.server.store, { board: 60_000, file: 1 })
  const file = () =>
    reader.readFile({ name: 'a.csv', bytes: new TextEncoder().encode('text\nOrders'), target: 'onto', by: null })
  const report = reader.make('report', boardId, { title: 'Coffee' })
  await expect(file()).rejects.toMatchObject({ code: 'too-long' })
  await expect(file()).rejects.toMatchObject({ code: 'too-long' })
  expect((await report).asIs).toContain('<svg')
  await reader.close()
})
