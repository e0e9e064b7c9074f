import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { newAccount } from '#tests/drivers/accounts.ts'
import { openMailbox } from '#tests/drivers/mailbox.ts'
import { startProduct } from '#tests/drivers/product.ts'
import { runScript } from '#tests/drivers/script.ts'

/** Chooses a new password by a link, and signs in with it. */
async function chooseBy(page: Page, link: string, email: string) {
  await page.goto(link)
  await expect(page.getByLabel('Email')).toHaveValue(email)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  const password = page.getByLabel('New password')
  await password.fill('password1')
  await page.keyboard.press('Enter')
  await expect(password).toHaveAccessibleDescription(/too easy to guess/)
  await password.fill('battery staple')
  await page.keyboard.press('Enter')
  await expect(page.getByText('you are signed out everywhere')).toBeVisible()
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill('battery staple')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Boards', exact: true })).toBeVisible()
  await page.goto('about:blank')
  await page.goto(link)
  await expect(page.getByText(/This link has been used/)).toBeVisible()
}
const newcomer = async (browser: Browser, baseURL: string) => (await browser.newContext({ baseURL })).newPage()

test('a forgotten password is mended by a letter, and every browser is signed out by it', async ({ browser }) => {
  const mailbox = await openMailbox()
  const product = await startProduct(async () => ({ SMTP_URL: mailbox.url, MAIL_FROM: 'boards@example.org' }))
  try {
    const owner = await newcomer(browser, product.url)
    const ann = await newAccount(owner.context())
    const page = await newcomer(browser, product.url)
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Forgotten your password?' }).click()
    // The page before has a field of this name too.
    await expect(page.getByRole('heading', { name: 'Forgotten your password?' })).toBeVisible()
    const email = page.getByLabel('Email')
    await email.fill('ann')
    await page.keyboard.press('Enter')
    await expect(email).toHaveAccessibleDescription(/Write an email address/)
    await email.fill(ann.email)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await expect(page.getByText('a letter is on its way')).toBeVisible()
    const [letter] = await mailbox.to(ann.email)
    const link = /http:\S+\/reset#\S+/.exec(letter?.text ?? '')?.[0] ?? ''
    await chooseBy(page, link, ann.email)
    await owner.goto('/')
    await expect(owner.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
  } finally {
    await product.close()
    await mailbox.close()
  }
})

test('without mail the page says whom to ask, and the operator makes the link while the server runs', async ({
  browser,
  context,
  page,
}) => {
  const ann = await newAccount(context)
  const forgetful = await (await browser.newContext()).newPage()
  await forgetful.goto('/sign-in')
  await forgetful.getByRole('link', { name: 'Forgotten your password?' }).click()
  await expect(forgetful.getByText(/Ask the owner of your workspace/)).toBeVisible()

  const settings = { DATA_DIR: process.env.E2E_DATA ?? '' }
  const { code, says } = await runScript('people', ['reset', ann.email], settings)
  expect({ code, says }).toMatchObject({ code: 0, says: expect.stringContaining(`Ann <${ann.email}> chooses`) })
  await chooseBy(forgetful, /http:\S+\/reset#\S+/.exec(says)?.[0] ?? '', ann.email)

  expect(await runScript('people', ['disable', ann.email], settings)).toMatchObject({ code: 0 })
  await forgetful.goto('/')
  await expect(forgetful.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(ann.email)
  await page.getByLabel('Password').fill('battery staple')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'switched off' })).toBeVisible()
  expect((await runScript('people', ['list'], settings)).says).toContain(`${ann.email}  Ann  (disabled)`)
  expect(await runScript('people', ['forget', ann.email], settings)).toMatchObject({
    code: 1,
    says: expect.stringContaining('npm run people -- reset ADDRESS'),
  })
})
