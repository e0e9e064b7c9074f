import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { newAccount } from '#tests/drivers/accounts.ts'
import { openBoard, ownerWithBoard } from '#tests/drivers/board.ts'

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'

async function signIn(browser: Browser, { email, password }: { email: string; password: string }, userAgent?: string) {
  const page = await (await browser.newContext(userAgent ? { userAgent } : {})).newPage()
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  return page
}
const isIn = (page: Page) => expect(page.getByRole('heading', { name: 'Boards', exact: true })).toBeVisible()

/** A toast; it is read out too. */
const says = (page: Page, text: string) => expect(page.getByText(text, { exact: true })).toBeVisible()

async function openAccount(page: Page) {
  await page.goto('/')
  await page.getByRole('button', { name: /account and display/ }).click()
  await page.getByRole('menuitem', { name: 'Account' }).click()
  await expect(page.getByRole('heading', { name: 'Account', exact: true })).toBeVisible()
}

test('one changes the password with the keyboard, is told what is wrong in its place, and is out everywhere else', async ({
  browser,
  context,
  page,
}) => {
  const ann = await newAccount(context)
  const elsewhere = await signIn(browser, ann, windows)
  await isIn(elsewhere)
  await openAccount(page)

  const [now, next] = [page.getByLabel('Password now'), page.getByLabel('New password')]
  await now.focus()
  await page.keyboard.type('not it')
  await page.keyboard.press('Tab')
  await page.keyboard.type('short')
  await page.keyboard.press('Enter')
  await expect(next).toHaveAccessibleDescription(/Use at least 8 characters/)
  await expect(next).toBeFocused()
  await next.fill('battery staple')
  await page.keyboard.press('Enter')
  await expect(now).toHaveAccessibleDescription('This is not your password.')
  await now.fill(ann.password)
  await next.fill('password1')
  await page.keyboard.press('Enter')
  await expect(next).toHaveAccessibleDescription(/too easy to guess/)
  await next.fill('battery staple')
  await page.keyboard.press('Enter')
  await says(page, 'Your password is changed, and you are signed out everywhere else.')
  await expect(now).toHaveValue('')

  await elsewhere.reload()
  await expect(elsewhere.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
  const again = await signIn(browser, ann)
  await expect(again.getByText('do not belong together')).toBeVisible()
  await isIn(await signIn(browser, { ...ann, password: 'battery staple' }))
})

test('a common password is refused at sign-up, in its place', async ({ page }) => {
  await page.goto('/sign-up')
  await page.getByLabel('Your name').fill('Ann')
  await page.getByLabel('Email').fill(`ann-${Date.now()}@example.org`)
  const password = page.getByLabel('Password')
  await password.fill('qwertyuiop')
  await page.getByRole('button', { name: 'Create the account' }).click()
  await expect(password).toHaveAccessibleDescription(/too easy to guess/)
})

test('one sees where one is signed in and ends it there, also for a board that is open', async ({
  browser,
  context,
  page,
}) => {
  const boardId = await ownerWithBoard(context)
  const { email } = (await (await context.request.get('/api/me')).json()).person
  const elsewhere = await signIn(browser, { email, password: 'a long enough passphrase' }, windows)
  await isIn(elsewhere)
  const board = await openBoard(elsewhere, boardId)
  await board.says('Saved')
  const third = await signIn(browser, { email, password: 'a long enough passphrase' })
  await isIn(third)

  await openAccount(page)
  const items = page.getByRole('listitem').filter({ hasText: / on / })
  await expect(items).toHaveCount(3)
  await expect(items.filter({ hasText: 'This browser' })).toHaveCount(1)
  await page.getByRole('button', { name: 'Sign out: Firefox on Windows' }).click()
  await expect(items).toHaveCount(2)
  await expect(board.page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
  await page.getByRole('button', { name: /^Sign out: / }).click()
  await expect(items).toHaveCount(1)
  await third.reload()
  await expect(third.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
})

test('a name is changed for all to see', async ({ context, page }) => {
  await newAccount(context)
  await openAccount(page)
  await page.getByLabel('Your name').fill('Ünal 👩‍🔬 بن يوسف')
  await page.getByRole('button', { name: 'Change the name' }).click()
  await says(page, 'Others see you as Ünal 👩‍🔬 بن يوسف from now on.')
  await expect(page.getByRole('button', { name: /Ünal .*account and display/ })).toBeVisible()
})

for (const [screen, viewport] of Object.entries({
  laptop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
}))
  for (const colorScheme of ['light', 'dark'] as const)
    test(`the account is sound on a ${screen}, ${colorScheme}`, async ({ browser }) => {
      const context = await browser.newContext({ viewport, colorScheme })
      await newAccount(context)
      const page = await context.newPage()
      await page.goto('/account')
      await expect(page.getByRole('listitem').filter({ hasText: 'This browser' })).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      await page.screenshot({ path: `tests/.output/account-${screen}-${colorScheme}.png`, fullPage: true })
    })
