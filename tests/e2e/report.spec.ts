import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { openBoard, ownerWithBoard } from '#tests/drivers/board.ts'
import { methodOn } from '#tests/drivers/method.ts'

test('the owner chooses a currency, and every amount is told in it, with what each number rests on', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const boardId = await ownerWithBoard(context, 'A double espresso', 'coffee')
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('button', { name: /account and display/ }).click()
  await page.getByRole('menuitem', { name: 'People and settings of the workspace' }).click()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByLabel('Currency').selectOption('EUR')
  await expect(page.getByText('Amounts are shown in EUR.', { exact: true })).toBeVisible()

  const board = await openBoard(page, boardId)
  const numbers = await methodOn(board).open('Numbers')
  const row = (name: RegExp) => numbers.getByRole('row', { name })
  await expect(row(/^Cost per case/)).toContainText('€2.50')
  await expect(row(/^Cost per case/)).toContainText('stated at 5 of 7 steps')
  await expect(row(/^Points of failure/)).toContainText('counted on the wall')
  await expect(row(/^Steps that serve the outcome/)).toContainText('63%')
  await expect(numbers.getByText('4 hand-offs state what a step beside them states already')).toBeVisible()

  await page.goto(`/b/${boardId}/report`)
  await expect(page.getByText('€2.50')).toBeVisible()
  await expect(page.getByText('−€1.80 a case as stated')).toBeVisible()
  await context.close()
})

test('the report is a document: contents lead to its parts, pages are counted, walls lie on their side', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const boardId = await ownerWithBoard(context, 'A double espresso', 'coffee')
  const page = await context.newPage()
  for (const [paper, upright] of [
    ['a4', [595, 842]],
    ['letter', [612, 792]],
  ] as const) {
    await page.goto(`/b/${boardId}/report`)
    await page.getByLabel('Paper').selectOption(paper)
    const contents = page.getByRole('navigation', { name: 'Contents' })
    await contents.getByRole('link', { name: 'Actions' }).click()
    await expect(page).toHaveURL(/#actions$/)
    await expect(page.getByRole('heading', { name: 'Actions' })).toBeInViewport()
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    const sizes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) => [
      Math.round(Number(w)),
      Math.round(Number(h)),
    ])
    const lying = sizes.filter(([w = 0, h = 0]) => w > h)
    expect(lying, `walls on ${paper}`).toEqual([upright.toReversed(), upright.toReversed()])
    for (const [w = 0, h = 0] of sizes.filter(([w = 0, h = 0]) => w < h)) {
      expect(Math.abs(w - upright[0])).toBeLessThanOrEqual(1)
      expect(Math.abs(h - upright[1])).toBeLessThanOrEqual(1)
    }
  }
  await context.close()
})

test('a paper chosen while the page still loads is the paper', async ({ browser }) => {
  const context = await browser.newContext()
  const boardId = await ownerWithBoard(context, 'A double espresso', 'coffee')
  const page = await context.newPage()
  const chosen = Promise.withResolvers<void>()
  await page.route(/\.js(\?|$)/, async route => {
    await chosen.promise
    await route.continue()
  })
  await page.goto(`/b/${boardId}/report/wall`, { waitUntil: 'commit' })
  await page.getByLabel('Paper').selectOption('a4')
  await expect(page.getByText('One sheet', { exact: true })).toBeVisible()
  chosen.resolve()
  await expect(page.getByText(/^\d+ sheets/)).toBeVisible()
  await expect(page.getByLabel('Paper')).toHaveValue('a4')
  await context.close()
})

test('what stands between the cells of a CSV is chosen in the export', async ({ browser }) => {
  const context = await browser.newContext()
  const boardId = await ownerWithBoard(context, '注文の流れ', 'coffee')
  const page = await context.newPage()
  await openBoard(page, boardId)
  await page.getByRole('button', { name: 'Board', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Export' }).click()
  await page.getByLabel('Between the cells of the CSV').selectOption('Semicolon')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as CSV' }).click()
  const download = await saved
  expect(download.suggestedFilename()).toBe('注文の流れ.csv')
  const [heading] = (await readFile(await download.path(), 'utf8')).split('\r\n')
  expect(heading).toMatch(/^\uFEFFid;kind;text;lane;/)
  await context.close()
})
