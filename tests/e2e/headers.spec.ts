import { expect, test } from '@playwright/test'
import { openBoard, ownerWithBoard } from '#tests/drivers/board.ts'

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

test('no page does what its own content policy forbids', async ({ browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const forbidden: string[] = []
  await page.exposeFunction('tellForbidden', (what: string) => forbidden.push(what))
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      const { tellForbidden } = window as unknown as { tellForbidden: (what: string) => void }
      tellForbidden(`${location.pathname}: ${violatedDirective} ${blockedURI} in ${sourceFile}`)
    }),
  )
  for (const path of ['/sign-in', '/join']) await page.goto(path)
  const boardId = await ownerWithBoard(context, 'Coffee', 'coffee')
  const board = await openBoard(page, boardId)
  await board.addNote('Pays', { x: 500, y: 200 })
  await board.says('Saved')
  await page.goto(`/b/${boardId}/replay`)
  await expect(page.locator('[data-moment]')).toBeVisible()
  for (const path of [`/b/${boardId}/report`, '/library', '/']) {
    await page.goto(path)
    await expect(page.getByRole('heading').first()).toBeVisible()
  }
  expect(forbidden).toEqual([])
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

test('whoever has opened seventy links still comes in by the next', async ({ browser, baseURL }) => {
  const owner = await browser.newContext()
  const boardId = await ownerWithBoard(owner)
  const { invite } = await (await owner.request.post(`/api/boards/${boardId}/invites`, { data: {} })).json()
  const guest = await browser.newContext()
  for (let i = 0; i < 70; i += 1) await guest.request.get(`/join/${String(i).padEnd(150, 'x')}`, { maxRedirects: 0 })
  const page = await guest.newPage()
  await page.goto(invite.url)
  await expect(page).toHaveURL(/\/join\/[0-9a-f]{16}$/)
  await page.getByLabel('Your name').fill('Ben')
  await page.getByRole('button', { name: 'Go to the wall' }).click()
  await page.waitForURL(`**/b/${boardId}**`)
  const cookies = (await guest.cookies()).map(({ name }) => name).sort()
  expect(cookies).toEqual(['brownpaper.doors', 'brownpaper.session'])
  const policy = (await guest.request.get('/')).headers()['content-security-policy']
  expect(policy).toContain(`connect-src 'self' ws://${new URL(baseURL ?? '').host};`)
  for (const context of [owner, guest]) await context.close()
})
