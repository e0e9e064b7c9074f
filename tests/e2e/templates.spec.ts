import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { onBoard, openBoard, ownerWithBoard } from '#tests/drivers/board.ts'

test('a board is kept as a template, begun from again, and the template deleted', async ({ browser }) => {
  const context = await browser.newContext()
  const boardId = await ownerWithBoard(context, 'Our usual wall')
  const board = await openBoard(await context.newPage(), boardId)
  const { page } = board
  await board.addNote('Greets the guest', { x: 400, y: 160 })
  await board.says('Saved')
  await page.getByRole('button', { name: 'Board', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Save as a template' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Our greeting')
  await page.getByRole('button', { name: 'Save the template' }).click()
  await expect(page.getByText('“Our greeting” is among the templates for new boards.').first()).toBeVisible()

  await page.goto('/')
  await page.getByRole('button', { name: 'New board' }).click()
  await page.getByText('Our greeting', { exact: true }).click()
  const picture = page.locator('label', { hasText: 'Our greeting' }).locator('img')
  await expect(picture).toHaveAttribute('src', /^\/api\/workspaces\//)
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  expect((await new AxeBuilder({ page }).analyze()).violations.map(each => each.id)).toEqual([])
  await page.getByRole('button', { name: 'Make the board' }).click()
  await page.waitForURL(/\/b\//)
  await expect(onBoard(page).noteByText('Greets the guest')).toBeVisible()

  await page.goto('/')
  await page.getByRole('button', { name: 'New board' }).click()
  const forget = page.getByRole('button', { name: 'Delete the template Our greeting' })
  await forget.click()
  await page.getByRole('button', { name: 'Delete the template', exact: true }).click()
  await expect(forget).toHaveCount(0)
  await context.close()
})
