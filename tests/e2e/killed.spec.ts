import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { inviteTo, joinAsGuest, openBoard, ownerWithBoard } from '#tests/drivers/board.ts'
import { ServerProcess } from '#tests/drivers/server-process.ts'

/** A server of this file's own, which is killed. */
const dataDir = mkdtempSync(join(tmpdir(), 'brownpaper-killed-'))
const server = new ServerProcess(dataDir, { pages: true })
test.beforeAll(() => server.start())
test.afterAll(async () => {
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
})

test('killed while two people type: what was shown as saved is there, and what they wrote meanwhile comes together', async ({
  browser,
}) => {
  const owner = await browser.newContext({ baseURL: server.url })
  const guest = await browser.newContext({ baseURL: server.url })
  const boardId = await ownerWithBoard(owner)
  await joinAsGuest(guest, await inviteTo(owner, boardId), 'Gus')
  const [ann, gus] = [await openBoard(await owner.newPage(), boardId), await openBoard(await guest.newPage(), boardId)]
  await ann.addNote('Saved by Ann', { x: 300, y: 200 })
  await gus.addNote('Saved by Gus', { x: 700, y: 200 })
  for (const board of [ann, gus]) await board.says('Saved')

  // In the middle of a word.
  await ann.write('Saved by Ann')
  await gus.write('Saved by Gus')
  await Promise.all([ann.page.keyboard.type(', and on', { delay: 20 }), server.kill()])
  await gus.page.keyboard.type(', too')
  for (const board of [ann, gus]) {
    await board.page.keyboard.press('Escape')
    await board.says(/waiting|not saved yet/)
  }

  // A tab that is loaded anew while no server answers loses nothing of what it had. (The browser loads its own error
  // page again by itself as soon as somebody answers: that page is left alone.)
  await gus.addNote('Alone', { x: 700, y: 450 })
  await expect(gus.page.reload()).rejects.toThrow()
  await gus.page.close()

  await server.start()
  await ann.says('Saved')
  const again = await openBoard(await guest.newPage(), boardId)
  const fresh = await openBoard(await owner.newPage(), boardId)
  for (const board of [ann, again, fresh])
    for (const text of ['Saved by Ann, and on', 'Saved by Gus, too', 'Alone'])
      await expect(board.noteByText(text)).toHaveCount(1)
  await Promise.all([owner.close(), guest.close()])
})
