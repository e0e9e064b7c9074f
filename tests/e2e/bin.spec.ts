import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { openBoard, ownerWithBoard } from '#tests/drivers/board.ts'

test('a deleted board waits in the bin: it is brought back as it was, or erased for good', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
  const boardId = await ownerWithBoard(context, 'Ordering coffee')
  const page = await context.newPage()
  const board = await openBoard(page, boardId)
  await board.addNote('The guest orders', { x: 150, y: 200 })
  await board.says('Saved')
  const remove = async () => {
    await page.goto('/')
    await page.getByRole('button', { name: 'More for Ordering coffee' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Delete' }).press('Enter')
    await expect(page.getByText('“Ordering coffee” is deleted.', { exact: true })).toBeVisible()
    await page.goto('/workspace/bin')
    await expect(page.getByRole('list', { name: 'Deleted boards' })).toContainText('by Olga Owner')
  }
  await remove()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await page.screenshot({ path: 'tests/.output/bin-dark.png' })

  await page.getByRole('button', { name: 'Restore Ordering coffee' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'The bin is empty' })).toBeVisible()
  const again = await openBoard(page, boardId)
  await expect(again.noteByText('The guest orders')).toBeVisible()

  await remove()
  await page.getByRole('button', { name: 'Erase Ordering coffee for good' }).press('Enter')
  const asked = page.getByRole('dialog', { name: 'Erase “Ordering coffee” for good?' })
  await asked.getByRole('button', { name: 'Erase for good' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'The bin is empty' })).toBeVisible()
  await page.goto(`/b/${boardId}`)
  await expect(page.getByRole('heading', { name: /not/i }).first()).toBeVisible()
  await context.close()
})
