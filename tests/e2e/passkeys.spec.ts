import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { newAccount } from '#tests/drivers/accounts.ts'

const isIn = (page: Page) => expect(page.getByRole('heading', { name: 'Boards', exact: true })).toBeVisible()
const isSound = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}
/** A phone or laptop that keeps passkeys, as Chromium plays it. */
const authenticator = {
  protocol: 'ctap2',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const

test('a passkey is made at the account, signs in by itself, and is worth nothing once it is removed', async ({
  browser,
  context,
  page,
}) => {
  const ann = await newAccount(context)
  await page.goto('/account')
  const session = await context.newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', { options: authenticator })
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a passkey' })
  await dialog.getByLabel('Your password').fill(ann.password)
  await dialog.getByRole('button', { name: 'Go on' }).click()
  const item = page.getByRole('listitem').filter({ hasText: 'Not used yet' })
  await expect(item).toBeVisible()
  await isSound(page)
  await page.screenshot({ path: 'tests/.output/passkeys-laptop.png', fullPage: true })

  // Another browser that has the same passkey, as a phone's owner has on all of theirs.
  const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId })
  expect(credentials).toHaveLength(1)
  const other = await browser.newContext()
  const elsewhere = await other.newPage()
  const there = await other.newCDPSession(elsewhere)
  await there.send('WebAuthn.enable')
  const second = await there.send('WebAuthn.addVirtualAuthenticator', { options: authenticator })
  const [credential] = credentials
  if (!credential) throw new Error('there is no passkey')
  await there.send('WebAuthn.addCredential', { authenticatorId: second.authenticatorId, credential })
  await elsewhere.goto('/sign-in')
  await elsewhere.getByRole('button', { name: 'Use a passkey' }).click()
  await isIn(elsewhere)
  expect((await (await other.request.get('/api/me')).json()).person.email).toBe(ann.email)

  await page.reload()
  await page.getByRole('button', { name: /^Remove: / }).click()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(page.getByRole('button', { name: /^Remove: / })).toHaveCount(0)
  await other.clearCookies()
  await elsewhere.goto('/sign-in')
  await elsewhere.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(elsewhere.getByText(/This passkey is not known here/)).toBeVisible()
})
