import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { openBoard, ownerWithBoard } from '#tests/drivers/board.ts'
import { methodOn } from '#tests/drivers/method.ts'

test('where several differ, a field is cleared for all of them at once, in one step to undo', async ({ browser }) => {
  const context = await browser.newContext()
  const board = await openBoard(await context.newPage(), await ownerWithBoard(context, 'Coffee', 'coffee'))
  const { page } = board
  const at = { x: 40, y: 12 }
  await board.noteByText('Takes the order').click({ position: at })
  const details = await methodOn(board).open('Details')
  await details.getByLabel('System').fill('Till')
  await page.keyboard.press('Tab')
  await details.getByRole('button', { name: /^VA/ }).click()
  await board.noteByText('What is a “double”?').click({ position: at, modifiers: ['Shift'] })
  await expect(details.getByText('2 selected')).toBeVisible()

  // A text: the field is empty for both, and where one goes on writing.
  const system = details.getByLabel('System')
  await expect(system).toHaveAttribute('placeholder', 'They differ')
  await details.getByRole('button', { name: 'Clear System for all' }).click()
  await expect(system).toBeFocused()
  await expect(system).not.toHaveAttribute('placeholder')
  await expect(details.getByRole('button', { name: 'Clear System for all' })).toHaveCount(0)
  // A choice, by the keyboard.
  const worth = details.getByRole('button', { name: /^VA/ })
  await expect(worth).toHaveAttribute('aria-pressed', 'mixed')
  await details.getByRole('button', { name: 'Clear Value for all' }).focus()
  expect((await new AxeBuilder({ page }).include('aside').analyze()).violations.map(each => each.id)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(worth).toHaveAttribute('aria-pressed', 'false')
  await expect(details.getByRole('button', { name: /^VA/ })).toBeFocused()

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(worth).toHaveAttribute('aria-pressed', 'mixed')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(system).toHaveAttribute('placeholder', 'They differ')
  await board.noteByText('Takes the order').click({ position: at })
  await expect(details.getByLabel('System')).toHaveValue('Till')
  await context.close()
})
