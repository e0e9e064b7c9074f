import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { inviteTo, ownerWithBoard } from '#tests/drivers/board.ts'

test('the owner reads what was done, narrows it and saves it as a file', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
  const boardId = await ownerWithBoard(context, 'Ordering coffee')
  await inviteTo(context, boardId, 'observer')
  await context.request.get(`/api/boards/${boardId}/export/markdown`)
  const page = await context.newPage()
  await page.goto('/workspace')
  await page.getByRole('link', { name: 'Record' }).press('Enter')
  const lines = page.getByRole('list', { name: 'What was done' }).getByRole('listitem')
  await expect(lines).toHaveCount(2)
  await expect(lines.first()).toContainText('Olga Owner exported a board, Ordering coffee (markdown)')
  await page.getByLabel('What', { exact: true }).selectOption('made an invite to a session')
  await page.getByLabel('To', { exact: true }).press('Enter')
  await expect(lines).toHaveCount(1)
  await expect(lines).toContainText('(observer)')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await page.screenshot({ path: 'tests/.output/record-dark.png' })

  const saved = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download as CSV' }).click()
  const file = await saved
  expect(file.suggestedFilename()).toMatch(/^record \d{4}-\d{2}-\d{2}\.csv$/)
  const rows = (await readFile(await file.path(), 'utf8')).trim().split('\r\n')
  expect(rows).toHaveLength(2)
  expect(rows[1]).toContain('Olga Owner')
  await context.close()
})
