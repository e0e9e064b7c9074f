import { expect, test } from '@playwright/test'

test('a newcomer signs up, makes the coffee board and sees it by its name', async ({ page, baseURL }) => {
  await page.goto('/')
  const ask = (path: string, data: unknown) =>
    page.request.post(path, { data, headers: { origin: baseURL ?? '' } }).then(answer => answer.json())
  await ask('/api/sign-up', { email: `ann${Date.now()}@example.org`, password: 'correct horse 9', name: 'Ann' })
  const { board } = await ask('/api/boards', { title: 'Coffee for a guest', template: 'coffee' })
  await page.goto(`/b/${board.id}`)
  await expect(page).toHaveTitle(/Coffee for a guest/)
  await page.screenshot({ path: 'tests/.output/board.png' })
})
