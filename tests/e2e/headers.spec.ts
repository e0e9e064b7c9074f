import { expect, test } from '@playwright/test'
import { ownerWithBoard } from '#tests/drivers/board.ts'

test('answers run nothing, the library’s pictures keep their font, and nobody has us work on pictures', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const boardId = await ownerWithBoard(context)
  await context.request.post(`/api/boards/${boardId}/finish`, { data: {} })
  const policy = async (path: string) => (await context.request.get(path)).headers()['content-security-policy'] ?? ''
  for (const path of ['/api/me', '/api/nothing', `/api/boards/${boardId}/picture`, `/api/boards/${boardId}/export/svg`])
    expect(await policy(path), path).toMatch(/^default-src 'none'.*sandbox$/)
  expect(await policy(`/api/library/${boardId}/picture`)).toMatch(/^default-src 'none'.*font-src data:.*sandbox$/)
  expect(await policy(`/b/${boardId}/report`)).toMatch(/script-src 'self' 'nonce-/)
  expect((await context.request.get('/_next/image?url=%2Ficon.svg&w=64&q=75')).status()).toBe(404)
  await context.close()
})

test('who has to sign in first comes back to where they were going', async ({ browser }) => {
  const context = await browser.newContext()
  const boardId = await ownerWithBoard(context)
  await context.request.post('/api/sign-out', { data: {} })
  const page = await context.newPage()
  for (const path of [`/b/${boardId}`, `/b/${boardId}/replay`, `/b/${boardId}/report`, '/library?q=espresso']) {
    await page.goto(path)
    await page.waitForURL(url => url.pathname === '/sign-in')
    const to = new URL(page.url()).searchParams.get('to') ?? ''
    expect(path.startsWith(to) && to !== '/' && to !== '', `${path} → ${to}`).toBe(true)
  }
  await context.close()
})
