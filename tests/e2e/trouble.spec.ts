import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { joinAsGuest, onBoard, openBoard, ownerWithBoard } from '#tests/drivers/board.ts'
import { ServerProcess } from '#tests/drivers/server-process.ts'

/** A server of this file's own, whose disk can be filled and which can be stopped. */
const dataDir = mkdtempSync(join(tmpdir(), 'brownpaper-trouble-'))
const server = new ServerProcess(dataDir, { pages: true })
test.beforeAll(() => server.start())
test.afterAll(async () => {
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
})

test('a full disk is said where one works, nothing is lost, and all goes on when there is room', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: server.url })
  const boardId = await ownerWithBoard(context)
  const board = await openBoard(await context.newPage(), boardId)
  await board.addNote('Before', { x: 300, y: 200 })
  await board.says('Saved')

  server.fillDisk()
  await board.addNote('While there is no room', { x: 600, y: 200 })
  await board.says(/not saved yet/)
  const made = await context.request.post('/api/boards', { data: { title: 'Another' } })
  expect([made.status(), await made.json()]).toMatchObject([507, { error: { code: 'storage-full' } }])
  const late = await context.newPage()
  await late.goto(`/b/${boardId}`)
  await expect(onBoard(late).noteByText('Before')).toBeVisible()

  server.fillDisk()
  await board.says('Saved')
  await expect(onBoard(late).noteByText('While there is no room')).toBeVisible()
  await context.close()
})

test('a restart of the server is waited for, and what was written meanwhile arrives', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: server.url })
  const boardId = await ownerWithBoard(context)
  const board = await openBoard(await context.newPage(), boardId)
  await board.addNote('Before', { x: 300, y: 200 })
  await board.says('Saved')
  await server.stop()
  await board.says(/Reconnecting|Offline/)
  await board.addNote('Meanwhile', { x: 600, y: 200 })
  await board.says(/1 change waiting/)
  await server.start()
  await board.says('Saved')
  const again = await openBoard(await context.newPage(), boardId)
  await expect(again.noteByText('Before')).toBeVisible()
  await expect(again.noteByText('Meanwhile')).toBeVisible()
  await context.close()
})

test('an invite that no longer works, and a board that does not exist, say so in words', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: server.url })
  const boardId = await ownerWithBoard(context)
  const invite = async (data: object) =>
    (await (await context.request.post(`/api/boards/${boardId}/invites`, { data })).json()).invite
  const [revoked, usedUp, expired] = [
    await invite({}),
    await invite({ maxUses: 1 }),
    await invite({ expiresInHours: 1e-6 }),
  ]
  await context.request.delete(`/api/invites/${revoked.id}`)
  const guest = await browser.newContext({ baseURL: server.url })
  await joinAsGuest(guest, usedUp.token, 'First')

  const stranger = await (await browser.newContext({ baseURL: server.url })).newPage()
  for (const [token, sentence] of [
    [revoked.token, 'This link was closed.'],
    [usedUp.token, 'This link was used as often as it may be.'],
    [expired.token, 'This link has expired.'],
    ['x'.repeat(32), 'This link leads nowhere.'],
  ]) {
    await stranger.goto(`/join/${token}`)
    await expect(stranger.getByText(sentence)).toBeVisible()
  }
  const page = await context.newPage()
  const answer = await page.goto('/b/no-such-board')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading')).toBeVisible()

  const long = await invite({})
  await stranger.goto(`/join/${long.token}`)
  const name = stranger.getByLabel('Your name')
  await name.click()
  await stranger.keyboard.insertText('x'.repeat(500))
  await expect(name).toHaveValue('x'.repeat(120))
  const byScript = await context.request.post('/api/join', { data: { token: long.token, name: 'x'.repeat(500) } })
  expect((await byScript.json()).error?.message).toBe('The name is too long: at most 120 characters.')

  const much = await context.request.post('/api/boards', { data: { title: 'x'.repeat(200_000) } })
  expect([much.status(), (await much.json()).error.message]).toEqual([
    413,
    'That is too much at once: at most 128 kB are accepted.',
  ])
})
