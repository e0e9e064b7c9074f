import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { openBoard, ownerWithBoard } from '#tests/drivers/board.ts'

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
