import { type Browser, expect, type Page, test } from '@playwright/test'
import { newAccount } from '#tests/drivers/accounts.ts'
import { startProduct } from '#tests/drivers/product.ts'
import { openProvider } from '#tests/drivers/provider.ts'

/** A server of this test's own that sends people to a real provider. */
async function productWithProvider(
  settings: Record<string, string> = {},
  claimsOf?: (id: string) => Record<string, unknown>,
) {
  let provider: Awaited<ReturnType<typeof openProvider>> | null = null
  const product = await startProduct(async url => {
    const client = {
      id: 'brownpaper',
      secret: 'known to these two alone',
      redirect: `${url}/api/auth/callback/oidc`,
      home: `${url}/`,
    }
    provider = await openProvider(client, claimsOf)
    return {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: client.id,
      OIDC_CLIENT_SECRET: client.secret,
      OIDC_NAME: 'the office',
      ...settings,
    }
  })
  const close = async () => {
    await product.close()
    await provider?.close()
  }
  return { ...product, close }
}

/** At the provider's own pages. */
async function passProvider(page: Page, login: string) {
  await page.getByPlaceholder('Enter any login').fill(login)
  await page.getByPlaceholder('and password').fill('asked there, not here')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

async function signIn(browser: Browser, url: string, login: string) {
  const page = await (await browser.newContext({ baseURL: url })).newPage()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Continue with the office' }).click()
  await passProvider(page, login)
  return page
}
const isIn = (page: Page) => expect(page.getByRole('heading', { name: 'Boards', exact: true })).toBeVisible()
const me = async (page: Page) => (await page.request.get('/api/me')).json()

test('one signs in at the organisation’s own provider, is the same person the next time, and signs out there too', async ({
  browser,
}) => {
  const { url, close } = await productWithProvider()
  try {
    const page = await signIn(browser, url, 'mina')
    await isIn(page)
    const { person } = await me(page)
    expect(person).toMatchObject({ name: 'mina from the provider', email: 'mina@provider.example' })

    await page.getByRole('button', { name: /account and display/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Yes, sign me out' }).click()
    await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
    // The provider asks again who it is.
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Continue with the office' }).click()
    await passProvider(page, 'mina')
    await isIn(page)
    expect((await me(page)).person.id).toBe(person.id)
  } finally {
    await close()
  }
})

test('colleagues come into one workspace by their claim, though the provider says nothing of their address', async ({
  browser,
}) => {
  const { url, close } = await productWithProvider(
    { OIDC_WORKSPACE: 'The coffee house', OIDC_ROLE: 'none', OIDC_ROLE_CLAIM: 'roles' },
    id => ({ email_verified: undefined, roles: { olga: ['facilitator'], max: ['manager'] }[id] ?? [] }),
  )
  try {
    const olga = await signIn(browser, url, 'olga')
    await isIn(olga)
    const max = await signIn(browser, url, 'max')
    await isIn(max)
    const { person, workspaces } = await me(max)
    expect(person).toMatchObject({ email: 'max@provider.example', guest: false })
    expect(workspaces.map(({ name, role }: { name: string; role: string }) => [name, role])).toEqual([
      ['The coffee house', 'manager'],
    ])
    const stranger = await signIn(browser, url, 'stranger')
    await expect(stranger.getByText('The provider gives you no role here.')).toBeVisible()
    expect((await me(stranger)).person).toBeNull()
  } finally {
    await close()
  }
})

test('an account by password and one by the provider, of one address, become one at the account’s own page', async ({
  browser,
}) => {
  const { url, close } = await productWithProvider({}, id => ({ email: id }))
  try {
    const context = await browser.newContext({ baseURL: url })
    const ann = await newAccount(context)
    const office = await signIn(browser, url, ann.email)
    await isIn(office)
    const { board } = await (await office.request.post('/api/boards', { data: { title: 'Made at the office' } })).json()
    const [before, other] = [await (await context.request.get('/api/me')).json(), await me(office)]
    expect(other.person.id).not.toBe(before.person.id)

    const page = await context.newPage()
    await page.goto('/account')
    await page.getByRole('button', { name: 'Connect the office' }).click()
    await passProvider(page, ann.email)
    await expect(page.getByText('You sign in with the office, and come here.')).toBeVisible()
    expect((await me(page)).person.id).toBe(before.person.id)
    await page.goto('/')
    await page.getByRole('button', { name: /account and display/ }).click()
    await page.getByRole('menuitemcheckbox', { name: /from the provider’s workspace/ }).click()
    await expect(page.getByText('Made at the office')).toBeVisible()
    expect((await page.request.get(`/api/boards/${board.id}`)).status()).toBe(200)

    await office.reload()
    await expect(office.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
    const again = await signIn(browser, url, ann.email)
    await isIn(again)
    expect((await me(again)).person.id).toBe(before.person.id)
  } finally {
    await close()
  }
})
