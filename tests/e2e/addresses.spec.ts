import { expect, test } from '@playwright/test'
import { ownerWithBoard } from '#tests/drivers/board.ts'

test('an address that leads nowhere says so with the right number, under the same protection as every page', async ({
  browser,
}) => {
  const [context, other] = [await browser.newContext(), await browser.newContext()]
  await ownerWithBoard(context)
  await ownerWithBoard(other)
  const { workspaces } = await (await other.request.get('/api/me')).json()
  const foreign = `/library?workspace=${workspaces[0].id}`
  for (const path of ['/join/%E0%A4%A', '/%', '/sync/nothing', '/metrics', '/metrics/more', foreign]) {
    const answer = await context.request.get(path)
    expect(answer.status(), path).toBe(404)
    expect(answer.headers()['content-security-policy'], path).toMatch(/script-src 'self' 'nonce-/)
    expect(answer.headers()['x-content-type-options'], path).toBe('nosniff')
  }
  expect((await other.request.get(foreign)).status()).toBe(200)
  expect((await other.request.get('/healthz')).status()).toBe(200)
  await context.close()
  await other.close()
})
