import { expect, test } from '@playwright/test'
import { startProduct } from '#tests/drivers/product.ts'
import { openProvider } from '#tests/drivers/provider.ts'

/** A server of this test's own that sends people to a real provider. */
async function productWithProvider() {
  let provider: Awaited<ReturnType<typeof openProvider>> | null = null
  const product = await startProduct(async url => {
    const client = { id: 'brownpaper', secret: 'known to these two alone', redirect: `${url}/api/auth/callback/oidc` }
    provider = await openProvider(client)
    return {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: client.id,
      OIDC_CLIENT_SECRET: client.secret,
      OIDC_NAME: 'the office',
    }
  })
  const close = async () => {
    await product.close()
    await provider?.close()
  }
  return { ...product, close }
}

test('one signs in at the organisation’s own provider, and is the same person the next time', async ({ browser }) => {
  const { url, close } = await productWithProvider()
  try {
    const signIn = async () => {
      const page = await (await browser.newContext({ baseURL: url })).newPage()
      await page.goto('/sign-in')
      await page.getByRole('button', { name: 'Continue with the office' }).click()
      await page.getByPlaceholder('Enter any login').fill('mina')
      await page.getByPlaceholder('and password').fill('asked there, not here')
      await page.getByRole('button', { name: 'Sign-in' }).click()
      await page.getByRole('button', { name: 'Continue' }).click()
      await expect(page.getByRole('heading', { name: 'Boards', exact: true })).toBeVisible()
      const { person } = await (await page.request.get('/api/me')).json()
      await page.context().close()
      return person
    }
    const first = await signIn()
    expect(first).toMatchObject({ name: 'mina from the provider', email: 'mina@provider.example' })
    expect((await signIn()).id).toBe(first.id)
  } finally {
    await close()
  }
})
