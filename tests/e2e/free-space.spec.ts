import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { openBoard, ownerWithBoard } from '#tests/drivers/board.ts'

test('what was taken off is removed for good, after it was said what goes; the wall stays', async ({ browser }) => {
  const context = await browser.newContext()
  const boardId = await ownerWithBoard(context)
  const board = await openBoard(await context.newPage(), boardId)
  const { page } = board
  await board.addNote('Guest waits', { x: 300, y: 160 })
  await board.addNote('Guest pays', { x: 700, y: 160 })
  await board.noteByText('Guest waits').click()
  await page.keyboard.press('Delete')
  await expect(board.noteByText('Guest waits')).toHaveCount(0)
  await board.says('Saved')

  const panel = await board.openPanel('Taken off')
  await expect(panel.getByText('Guest waits')).toBeVisible()
  await panel.getByRole('button', { name: 'Remove all of it for good' }).click()
  const dialog = page.getByRole('dialog', { name: 'Remove for good what was taken off' })
  await expect(dialog.getByText('1 note', { exact: true })).toBeVisible()
  await dialog.getByRole('button', { name: 'Keep it' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(panel.getByText('Guest waits')).toBeVisible()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('free space')
  await page.getByRole('option', { name: 'Free space' }).click()
  await expect(dialog).toBeVisible()
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations.map(({ id }) => id)).toEqual([])
  await dialog.getByRole('button', { name: 'Remove for good' }).click()
  await expect(page.getByText('One thing was removed for good.').first()).toBeVisible()
  await expect(dialog).toHaveCount(0)
  await expect(panel.getByText('Nothing was taken off')).toBeVisible()
  await expect(board.noteByText('Guest pays')).toBeVisible()

  // It is no longer in reach of undo; and going on works, here and after a reload.
  await page.keyboard.press('Control+z')
  await expect(board.noteByText('Guest waits')).toHaveCount(0)
  await board.addNote('Guest leaves', { x: 300, y: 320 })
  await board.says('Saved')
  await page.reload()
  await expect(board.noteByText('Guest leaves')).toBeVisible()
  await expect(board.noteByText('Guest waits')).toHaveCount(0)
  await context.close()
})
