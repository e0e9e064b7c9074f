import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { openBoard, ownerWithBoard } from '#tests/drivers/board.ts'

test('a person takes along what belongs to them, and deletes their account once they own nothing', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
  const boardId = await ownerWithBoard(context, 'Ordering coffee')
  const page = await context.newPage()
  const board = await openBoard(page, boardId)
  await board.addNote('The guest orders', { x: 150, y: 200 })
  await board.says('Saved')

  await page.goto('/account')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  const saved = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download my data' }).press('Enter')
  const files = unzipSync(await readFile(await (await saved).path()))
  expect(Object.keys(files).sort()).toEqual(['account.json', 'actions.csv', 'comments.csv', 'notes.csv'])
  expect(strFromU8(files['notes.csv'] ?? new Uint8Array())).toContain('Ordering coffee,step,The guest orders')

  const remove = async (password: string) => {
    await page.goto('/account')
    await page.getByRole('button', { name: 'Delete my account' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Delete your account?' })
    await dialog.getByLabel('Your password').fill(password)
    await dialog.getByLabel('Your password').press('Enter')
    return dialog
  }
  await expect((await remove('wrong')).getByText('This is not your password.')).toBeVisible()
  await expect((await remove('a long enough passphrase')).getByText(/You own “Olga Owner’s workspace”/)).toBeVisible()

  await page.goto('/workspace/settings')
  await page.getByRole('button', { name: 'Delete the workspace' }).press('Enter')
  await page.getByRole('button', { name: 'Delete everything' }).press('Enter')
  await expect(page).toHaveURL(/\/$/)
  await remove('a long enough passphrase')
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
  await page.goto(`/b/${boardId}`)
  await expect(page.getByText('The guest orders')).toHaveCount(0)
  await context.close()
})
