import { expect, type Page, test } from '@playwright/test'
import { openBoard, ownerWithBoard } from '#tests/drivers/board.ts'

/** Boards that this browser keeps, whoever's they are. */
const keptBoards = (page: Page): Promise<string[]> =>
  page.evaluate(async () =>
    (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('brownpaper/') ? [name] : [])),
  )

const signOut = async (page: Page) => {
  await page.getByRole('button', { name: /account and display/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
}

test('a shared computer keeps no board of whoever signed out, not even one that is open in another tab', async ({
  context,
}) => {
  const boardId = await ownerWithBoard(context)
  const board = await openBoard(await context.newPage(), boardId)
  await board.addNote('For my eyes', { x: 300, y: 200 })
  await board.says('Saved')
  const home = await context.newPage()
  await home.goto('/')
  await expect.poll(() => keptBoards(home)).toHaveLength(1)

  const answer = home.waitForResponse('**/api/sign-out')
  await signOut(home)
  expect((await (await answer).allHeaders())['clear-site-data']).toBe('"cache"')
  await expect(home.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
  await expect(board.page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
  await expect.poll(() => keptBoards(home)).toEqual([])
})

test('who has changes that are not sent yet is asked before signing out, and may stay', async ({ context }) => {
  const boardId = await ownerWithBoard(context)
  const page = await context.newPage()
  const board = await openBoard(page, boardId)
  await board.addNote('Before', { x: 300, y: 200 })
  await board.says('Saved')
  const home = await context.newPage()
  await home.goto('/')
  await context.setOffline(true)
  await board.addNote('Only here', { x: 600, y: 200 })
  await board.says(/1 change waiting/)
  await page.close({ runBeforeUnload: false })
  await context.setOffline(false)

  await signOut(home)
  const asked = home.getByRole('dialog', { name: 'Some changes are not sent yet' })
  await asked.getByRole('button', { name: 'Stay signed in' }).click()
  await expect(asked).toBeHidden()
  const again = await openBoard(await context.newPage(), boardId)
  await again.says('Saved')
  await expect(again.noteByText('Only here')).toBeVisible()
})

test('who signs out all the same loses what was not sent, and is told so before', async ({ context }) => {
  const boardId = await ownerWithBoard(context)
  const page = await context.newPage()
  const board = await openBoard(page, boardId)
  const home = await context.newPage()
  await home.goto('/')
  await context.setOffline(true)
  await board.addNote('Only here', { x: 600, y: 200 })
  await board.says(/1 change waiting/)
  await page.close({ runBeforeUnload: false })
  await context.setOffline(false)

  await signOut(home)
  const asked = home.getByRole('dialog', { name: 'Some changes are not sent yet' })
  await expect(asked).toContainText('If you sign out now, they are gone')
  await asked.getByRole('button', { name: 'Sign out and lose them' }).click()
  await expect(home.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
  await expect.poll(() => keptBoards(home)).toEqual([])
})
