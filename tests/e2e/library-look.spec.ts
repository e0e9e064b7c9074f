import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test'
import { ownerWithBoard } from '#tests/drivers/board.ts'

const isSound = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations.map(each => each.id)).toEqual([])

async function finishedCoffee(context: BrowserContext): Promise<string> {
  const boardId = await ownerWithBoard(context, 'A double espresso', 'coffee')
  expect((await context.request.post(`/api/boards/${boardId}/finish`, { data: {} })).ok()).toBe(true)
  return boardId
}

/** How light something is on the screen, 0 to 255. */
async function lightness(of: Locator): Promise<number> {
  const picture = (await of.screenshot()).toString('base64')
  return of.page().evaluate(async data => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const to = canvas.getContext('2d')
    to?.drawImage(image, 0, 0)
    const pixels = to?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray()
    let sum = 0
    for (let i = 0; i < pixels.length; i += 4)
      sum += 0.2126 * (pixels[i] ?? 0) + 0.7152 * (pixels[i + 1] ?? 0) + 0.0722 * (pixels[i + 2] ?? 0)
    return (sum * 4) / pixels.length
  }, picture)
}

test('by night pictures of walls are toned down, on cards and in the choice of a new board', async ({ browser }) => {
  const context = await browser.newContext()
  await finishedCoffee(context)
  const page = await context.newPage()
  const inLibrary = () => page.getByRole('listitem').filter({ hasText: 'A double espresso' }).locator('.toned')
  const choice = () => page.getByRole('dialog').locator('.toned').first()
  const seen = async (scheme: 'light' | 'dark') => {
    await page.emulateMedia({ colorScheme: scheme })
    const light: number[] = []
    for (const path of ['/library', '/']) {
      await page.goto(path, { waitUntil: 'networkidle' })
      light.push(await lightness(inLibrary()))
    }
    await page.getByRole('button', { name: 'New board' }).click()
    await expect(choice()).toBeVisible()
    light.push(await lightness(choice()))
    return light
  }
  const day = await seen('light')
  const night = await seen('dark')
  for (const [i, light] of day.entries()) {
    expect(light, 'by day').toBeGreaterThan(150)
    expect((night[i] ?? 0) / light, 'by night').toBeLessThan(0.7)
    expect((night[i] ?? 0) / light, 'it still shows the wall').toBeGreaterThan(0.4)
  }
  await context.close()
})

test('a finished wall fills the whole width of its frame, in the colours of the theme', async ({ browser }) => {
  const context = await browser.newContext({ colorScheme: 'dark' })
  const page = await context.newPage()
  await page.goto(`/library/${await finishedCoffee(context)}`)
  const frame = page.getByRole('region', { name: /as it is: arrows move it/ })
  const [box, sheet] = [await frame.boundingBox(), await frame.locator('path.c').boundingBox()]
  expect(sheet?.x).toBeLessThanOrEqual(box?.x ?? 0)
  expect((sheet?.x ?? 0) + (sheet?.width ?? 0)).toBeGreaterThanOrEqual((box?.x ?? 0) + (box?.width ?? 0))
  expect(await lightness(frame), 'the wall by night').toBeLessThan(110)
  await isSound(page)
  await context.close()
})

test('a search that finds nothing says what was looked for and leads back, at any width', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  await finishedCoffee(context)
  const page = await context.newPage()
  await page.goto('/library?actions=open&q=zebra')
  await expect(page.getByRole('heading', { name: 'Nothing found for “zebra”' })).toBeVisible()
  await isSound(page)
  const filters = page.getByRole('button', { name: 'Filters, 1 set' })
  await expect(page.getByLabel('Actions')).toBeHidden()
  await filters.click()
  await expect(page.getByLabel('Actions')).toBeVisible()
  await expect(page.getByLabel('Customer'), 'no board says one').toHaveCount(0)
  await isSound(page)
  await page.getByRole('link', { name: 'Without these words' }).click()
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await expect(page.getByRole('heading', { name: 'A double espresso' })).toBeVisible()
  await page.getByRole('searchbox').fill('zebra')
  await page.getByRole('link', { name: 'Show all boards' }).click()
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await expect(page.getByRole('button', { name: 'Filters', exact: true })).toBeVisible()
  await expect(page.getByRole('listitem')).toHaveCount(1)
  await context.close()
})
