import { expect, test } from '@playwright/test'
import { openBoard, ownerWithBoard } from '#tests/drivers/board.ts'

for (const { width, height } of [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
])
  test(`at ${width}×${height} a board opens with notes one can read, and without a map until one asks for it`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ viewport: { width, height } })
    const { page, noteByText } = await openBoard(await context.newPage(), await ownerWithBoard(context, 'C', 'coffee'))
    await expect(noteByText('Orders a double espresso')).toBeInViewport({ ratio: 0.99 })
    const size = await noteByText('Orders a double espresso')
      .locator('.note-text')
      .evaluate(
        text =>
          Number.parseFloat(getComputedStyle(text).fontSize) *
          (text.getBoundingClientRect().width / (text as HTMLElement).offsetWidth),
      )
    expect(size).toBeGreaterThanOrEqual(11)
    await expect(page.getByRole('img', { name: 'Minimap' }).filter({ visible: true })).toHaveCount(0)
    // Beneath the palette is no place for the beginning.
    const [note, palette] = [
      await noteByText('Orders a double espresso').boundingBox(),
      await page.locator('nav[aria-label="Tools and notes"]').boundingBox(),
    ]
    expect(note?.x).toBeGreaterThan((palette?.x ?? 0) + (palette?.width ?? 0))
    await context.close()
  })

test('on an empty board the hint stands in the customer’s lane, beside no name', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const { page, wall } = await openBoard(await context.newPage(), await ownerWithBoard(context))
  const hint = await page.getByText('Begin with the customer.').locator('..').boundingBox()
  const name = async (lane: string) => wall.getByRole('button', { name: `Lane ${lane}` }).boundingBox()
  const [customer, front] = [await name('Customer'), await name('Front stage')]
  expect(hint?.y).toBeGreaterThan((customer?.y ?? 0) + (customer?.height ?? 0))
  expect((hint?.y ?? 0) + (hint?.height ?? 0)).toBeLessThan(front?.y ?? 0)
  await context.close()
})
