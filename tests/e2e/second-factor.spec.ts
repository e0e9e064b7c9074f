import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { newAccount } from '#tests/drivers/accounts.ts'
import { codeOf } from '#tests/drivers/authenticator.ts'

async function typePassword(page: Page, { email, password }: { email: string; password: string }) {
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
const isIn = (page: Page) => expect(page.getByRole('heading', { name: 'Boards', exact: true })).toBeVisible()
const isSound = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

test('a second factor is set up with the keyboard, asked for at the next sign-in, and a recovery code stands in once', async ({
  browser,
  context,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const ann = await newAccount(context)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Set it up' }).click()
  const dialog = page.getByRole('dialog', { name: 'Set up a second factor' })
  const password = dialog.getByLabel('Your password')
  await password.fill('not it')
  await page.keyboard.press('Enter')
  await expect(password).toHaveAccessibleDescription('This is not your password.')
  await password.fill(ann.password)
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('img', { name: /QR code/ })).toBeVisible()
  const secret = (await dialog.locator('[data-secret]').textContent()) ?? ''
  await isSound(page)
  await page.screenshot({ path: 'tests/.output/second-factor-phone.png' })
  const code = dialog.getByLabel('Code', { exact: true })
  await expect(code).toBeFocused()
  await code.fill('abc')
  await page.keyboard.press('Enter')
  await expect(code).toHaveAccessibleDescription(/This code is not right/)
  await code.fill(codeOf(secret))
  await page.keyboard.press('Enter')
  const told = dialog.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await expect(told).toHaveCount(10)
  const codes = await told.allTextContents()
  await isSound(page)
  await page.keyboard.press('Escape')
  await expect(page.getByText('10 recovery codes are left.')).toBeVisible()

  const elsewhere = await (await browser.newContext()).newPage()
  await typePassword(elsewhere, ann)
  const asked = elsewhere.getByLabel('Code', { exact: true })
  await expect(asked).toBeFocused()
  await isSound(elsewhere)
  await asked.fill('123 45')
  await elsewhere.keyboard.press('Enter')
  await expect(asked).toHaveAccessibleDescription(/This code is not right/)
  await asked.fill(codeOf(secret, 1))
  await elsewhere.keyboard.press('Enter')
  await isIn(elsewhere)

  const third = await (await browser.newContext()).newPage()
  await typePassword(third, ann)
  await third.getByLabel('Code', { exact: true }).fill(codes[0] ?? '')
  await third.keyboard.press('Enter')
  await isIn(third)
  await page.reload()
  await expect(page.getByText('9 recovery codes are left.')).toBeVisible()

  await page.getByRole('button', { name: 'Turn it off' }).click()
  const turnOff = page.getByRole('dialog', { name: 'Turn the second factor off?' })
  await turnOff.getByLabel('Your password').fill(ann.password)
  await turnOff.getByRole('button', { name: 'Turn it off' }).click()
  await expect(page.getByRole('button', { name: 'Set it up' })).toBeVisible()
  const fourth = await (await browser.newContext()).newPage()
  await typePassword(fourth, ann)
  await isIn(fourth)
})
