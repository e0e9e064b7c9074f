import { expect, test } from '@playwright/test'
import { onBoard, openBoard, ownerWithBoard } from '#tests/drivers/board.ts'
import { wireOf } from '#tests/drivers/wire.ts'

test('a browser whose store is full says that the page must stay open, and keeps again when there is room', async ({
  context,
}) => {
  const wire = await wireOf(context)
  const boardId = await ownerWithBoard(context)
  const page = await context.newPage()
  const board = await openBoard(page, boardId)
  await board.addNote('Before', { x: 300, y: 200 })
  await board.says('Saved')
  await page.evaluate(() => {
    const add = IDBObjectStore.prototype.add
    const full = { now: true }
    Object.assign(window, { full })
    // As a browser does whose store is full: the transaction is taken back.
    IDBObjectStore.prototype.add = function (...values) {
      const request = add.apply(this, values)
      if (full.now) this.transaction.abort()
      return request
    }
  })
  wire.cut()
  await board.addNote('Only on this page', { x: 600, y: 200 })
  await board.says('Offline, 1 change waiting: leave this page open')
  await page.evaluate(() => Object.assign((window as unknown as { full: object }).full, { now: false }))
  await board.says('Offline, 1 change waiting')
  await page.reload()
  await expect(onBoard(page).noteByText('Only on this page')).toBeVisible()
  wire.mend()
  await board.says('Saved')
})
