import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { inviteTo, joinAsGuest, onBoard, openBoard, ownerWithBoard } from '#tests/drivers/board.ts'

const about = async (page: Page) => {
  await page.getByRole('button', { name: 'Board', exact: true }).click()
  await page.getByRole('menuitem', { name: 'About this board' }).click()
  const dialog = page.getByRole('dialog', { name: 'About this board' })
  await expect(dialog.getByRole('textbox', { name: 'Title' })).not.toHaveValue('')
  return dialog
}

test('“About this board” lists the boards of its process, and leads to them', async ({ browser }) => {
  const context = await browser.newContext()
  const first = await ownerWithBoard(context, 'A double espresso', 'coffee')
  const page = await context.newPage()
  await openBoard(page, first)
  // One board is no series.
  await expect((await about(page)).getByRole('heading', { name: 'Boards of this process' })).toHaveCount(0)

  expect((await context.request.post(`/api/boards/${first}/finish`, { data: {} })).ok()).toBe(true)
  const answer = await context.request.post(`/api/boards/${first}/continue`, { data: {} })
  await openBoard(page, (await answer.json()).board.id)
  const dialog = await about(page)
  await expect(dialog.getByRole('heading', { name: 'Boards of this process' })).toBeVisible()
  const boards = dialog.getByRole('listitem')
  await expect(boards).toHaveText([
    /^A double espresso\s*finished today/,
    /^A double espresso \(2\)\s*in work, since today/,
  ])
  // The one that is open leads nowhere.
  await expect(dialog.getByRole('link')).toHaveCount(1)
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations.map(each => each.id)).toEqual(
    [],
  )
  await boards.getByRole('link', { name: 'A double espresso' }).click()
  await expect(page).toHaveURL(`/library/${first}`)
  await expect(page.getByRole('heading', { name: 'Boards of this process' })).toBeVisible()
  await context.close()
})
test('on a finished board a guest is told how to go on, and members, who find it in the library, are not', async ({
  browser,
}) => {
  const owners = await browser.newContext()
  const boardId = await ownerWithBoard(owners, 'A double espresso', 'coffee')
  const guests = await browser.newContext({ viewport: { width: 390, height: 844 } })
  await joinAsGuest(guests, await inviteTo(owners, boardId), 'Gustav Guest')
  const guest = await openBoard(await guests.newPage(), boardId)
  const slip = (page: Page) => page.getByText('This board is finished. To join a next session, use its new invite.')
  await expect(slip(guest.page)).toHaveCount(0)

  expect((await owners.request.post(`/api/boards/${boardId}/finish`, { data: {} })).ok()).toBe(true)
  await expect(slip(guest.page), 'at once, for whoever is there').toBeVisible()
  const sealed = guest.page.getByText('Sealed', { exact: true })
  const [above, below] = [await slip(guest.page).boundingBox(), await sealed.boundingBox()]
  expect((above?.y ?? 0) + (above?.height ?? 0), 'nothing lies over the sentence').toBeLessThanOrEqual(below?.y ?? 0)
  expect(above?.x ?? -1).toBeGreaterThanOrEqual(0)
  expect((above?.x ?? 0) + (above?.width ?? 0)).toBeLessThanOrEqual(390)

  const owner = onBoard(await owners.newPage())
  await owner.page.goto(`/b/${boardId}`)
  await expect(owner.page.getByText('Sealed', { exact: true })).toBeVisible()
  await expect(slip(owner.page)).toHaveCount(0)
  await guests.close()
  await owners.close()
})
