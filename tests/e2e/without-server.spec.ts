import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openBoard, ownerWithBoard } from '#tests/drivers/board.ts'
import { ServerProcess } from '#tests/drivers/server-process.ts'

/** A server of this file's own, which can be stopped. */
const dataDir = mkdtempSync(join(tmpdir(), 'brownpaper-without-server-'))
const server = new ServerProcess(dataDir, { pages: true })
test.beforeAll(() => server.start())
test.afterAll(async () => {
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
})

test('a board is fetched anew without the server: its notes are there, one goes on writing, and it is saved later', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: server.url, serviceWorkers: 'allow' })
  const boardId = await ownerWithBoard(context)
  const page = await context.newPage()
  const board = await openBoard(page, boardId)
  await board.addNote('Before', { x: 300, y: 200 })
  await board.says('Saved')
  const kept = () =>
    page.evaluate(
      async path => (await caches.match(path)) !== undefined && navigator.serviceWorker.controller !== null,
      `/b/${boardId}`,
    )
  await expect.poll(kept).toBe(true)

  await server.stop()
  await page.reload()
  await expect(board.noteByText('Before')).toBeVisible()
  await expect(page.getByText('This is the board as this browser kept it')).toBeVisible()
  await board.says('Offline')
  await board.addNote('Without the server', { x: 600, y: 200 })
  await board.says('Offline, 1 change waiting')

  await server.start()
  await board.says('Saved')
  const other = await browser.newContext({ baseURL: server.url, storageState: await context.storageState() })
  const again = await openBoard(await other.newPage(), boardId)
  await expect(again.noteByText('Without the server')).toBeVisible()

  const names = await page.evaluate(async () =>
    (await (await caches.open('brownpaper-shell')).keys()).map(({ url }) => new URL(url).pathname),
  )
  expect(names.filter(name => name !== `/b/${boardId}` && !name.startsWith('/_next/static/'))).toEqual([])
  await page.goto('/')
  await page.getByRole('button', { name: /account and display/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(0)
  await other.close()
  await context.close()
})
