import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { onBoard, ownerWithBoard } from '#tests/drivers/board.ts'

/** The pieces of code that a page asks for only when it is walked to are gone, as after an upgrade; until told otherwise. */
async function oldTab(context: BrowserContext): Promise<{ page: Page; loads: () => number; mend: () => void }> {
  await ownerWithBoard(context, 'An espresso')
  const page = await context.newPage()
  await page.goto('/', { waitUntil: 'networkidle' })
  let gone = true
  let loads = 0
  page.on('domcontentloaded', () => {
    loads += 1
  })
  await page.route('**/_next/static/chunks/*.js*', route => (gone ? route.fulfill({ status: 404 }) : route.continue()))
  return {
    page,
    loads: () => loads,
    mend: () => {
      gone = false
    },
  }
}
const newer = (page: Page) => page.getByRole('heading', { name: 'There is a newer version' })

test('a tab from before an upgrade says so, waits until the server is there, and fetches itself anew', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const { page, loads, mend } = await oldTab(context)
  let away = true
  await page.route('**/healthz', route => (away ? route.abort() : route.continue()))
  await page.getByRole('link', { name: 'An espresso' }).click()
  await expect(newer(page)).toBeVisible()
  expect(loads()).toBe(0)
  mend()
  away = false
  await onBoard(page).says('Saved')
  expect(loads()).toBe(1)
  await context.close()
})

test('what is still missing after that is not fetched again and again', async ({ browser }) => {
  const context = await browser.newContext()
  const { page, mend } = await oldTab(context)
  // A tab that did so just now.
  await page.evaluate(() => sessionStorage.setItem('bp-fetched-anew', String(Date.now())))
  await page.getByRole('link', { name: 'An espresso' }).click()
  await expect(page.getByRole('heading', { name: 'A part of this page is missing' })).toBeVisible()
  mend()
  await page.getByRole('button', { name: 'Fetch it now' }).click()
  await onBoard(page).says('Saved')
  await context.close()
})

test('while changes of a board are not sent, the person decides', async ({ browser }) => {
  const context = await browser.newContext()
  const { page, loads, mend } = await oldTab(context)
  await page.evaluate(() => localStorage.setItem('brownpaper/p/b/waiting', '["n1"]'))
  await page.getByRole('link', { name: 'An espresso' }).click()
  await expect(newer(page)).toBeVisible()
  await expect(page.getByText(/kept in this browser/)).toBeVisible()
  expect(loads()).toBe(0)
  mend()
  await page.getByRole('button', { name: 'Fetch it now' }).click()
  await onBoard(page).says('Saved')
  await context.close()
})
