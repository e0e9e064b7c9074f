import { expect, test } from '@playwright/test'
import { openBoard, ownerWithBoard } from '#tests/drivers/board.ts'
import { methodOn } from '#tests/drivers/method.ts'

test('a row of the outline, pressed or come to by the arrows, is selected and in sight on the wall', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const board = await openBoard(await context.newPage(), await ownerWithBoard(context, 'Coffee', 'coffee'))
  const method = methodOn(board)
  const { page } = board
  const row = (name: string | RegExp) => page.getByRole('row', { name })
  const selected = board.wall.getByRole('option', { selected: true })

  // Far away to the left: the row brings the wall to its note.
  await page.mouse.move(500, 450)
  await page.mouse.wheel(-4_000, 0)
  await expect(board.noteByText('Collects the cup')).toHaveCount(0)
  await method.open('Outline')
  await row('Collects the cup').click()
  await expect(selected).toHaveText(/Collects the cup/)
  await expect(selected).toBeInViewport({ ratio: 0.999 })

  // Marks lead to their note, ways out to their link, and the arrows walk through all of them.
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowDown')
  await expect(row(/^Eliminate: /).and(page.locator('[tabindex="0"]'))).toBeFocused()
  await expect(selected).toHaveText(/Collects the cup/)
  await page.keyboard.press('ArrowDown')
  await expect(row('Leads to Serves it')).toBeFocused()
  await expect(selected).toHaveCount(0)
  await method.open('Details')
  await expect(method.panel('Details').getByText('Collects the cup → Serves it')).toBeVisible()

  // The outline shows what the wall shows.
  await method.open('Outline')
  await method.see('As it will be')
  await expect(row('Collects the cup')).toHaveCount(0)
  await row(/^Takes the order and says it back/).click()
  await expect(selected).toHaveText(/says it back/)
  await context.close()
})

test('several notes are described and judged together, each field by itself, in one step to undo', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const board = await openBoard(await context.newPage(), await ownerWithBoard(context, 'Coffee', 'coffee'))
  const method = methodOn(board)
  const { page } = board
  const only = async (text: string) => {
    await board.noteByText(text).click({ position: { x: 40, y: 12 } })
    return method.open('Details')
  }
  const both = async () => {
    const details = await only('Takes the order')
    await board.noteByText('What is a “double”?').click({ position: { x: 40, y: 12 }, modifiers: ['Shift'] })
    await expect(details.getByText('2 selected')).toBeVisible()
    return details
  }
  const details = await both()

  // What they share stands there; what differs says so, and left alone stays as each one has it.
  await expect(details.getByLabel('System')).toHaveAttribute('placeholder', 'They differ')
  const waiting = details.getByLabel('Waiting')
  await expect(waiting).toHaveAttribute('placeholder', 'They differ')
  await waiting.fill('2 h')
  await page.keyboard.press('Tab')
  await expect(waiting).toHaveValue('120')
  await details.getByRole('button', { name: /^NVA/ }).click()
  await expect(details.getByRole('button', { name: /^NVA/ })).toHaveAttribute('aria-pressed', 'true')
  await details.getByLabel('Owner', { exact: true }).fill('Berta Barista')
  await page.keyboard.press('Tab')

  // What is asked of a rule is asked of the rule alone.
  await expect(details.getByRole('heading', { name: 'Business Rule: 1 of 2' })).toBeVisible()
  await details.getByLabel('Since when').fill('2019')
  await page.keyboard.press('Tab')

  await only('Takes the order')
  await expect(details.getByLabel('Waiting')).toHaveValue('120')
  await expect(details.getByLabel('Owner')).toHaveValue('Berta Barista')
  await expect(details.getByLabel('Since when')).toHaveCount(0)
  await only('What is a “double”?')
  await expect(details.getByLabel('Waiting')).toHaveValue('120')
  await expect(details.getByLabel('Since when')).toHaveValue('2019')

  // One step takes both back.
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(details.getByLabel('Owner', { exact: true })).not.toHaveValue('Berta Barista')
  await only('Takes the order')
  await expect(details.getByLabel('Owner')).not.toHaveValue('Berta Barista')
  await context.close()
})
