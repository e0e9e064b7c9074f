import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openProvider } from '#tests/drivers/provider.ts'

const root = join(import.meta.dirname, '..', '..')

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(address)))
    })
  })

/** A server of this test's own that sends people to a real provider. */
async function productWithProvider() {
  const url = `http://localhost:${await freePort()}`
  const client = { id: 'brownpaper', secret: 'known to these two alone', redirect: `${url}/api/auth/callback/oidc` }
  const provider = await openProvider(client)
  const child = spawn(join(root, 'node_modules', '.bin', 'node'), ['server/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: new URL(url).port,
      PUBLIC_URL: url,
      DATA_DIR: await mkdtemp(join(tmpdir(), 'brownpaper-provider-')),
      LOG_LEVEL: 'warn',
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: client.id,
      OIDC_CLIENT_SECRET: client.secret,
      OIDC_NAME: 'the office',
    },
  })
  await expect
    .poll(
      () =>
        fetch(`${url}/healthz`).then(
          answer => answer.status,
          () => 0,
        ),
      { timeout: 30_000 },
    )
    .toBe(200)
  const close = async () => {
    child.kill('SIGTERM')
    await once(child, 'exit')
    await provider.close()
  }
  return { url, close }
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
