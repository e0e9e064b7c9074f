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
  await expect(selected).toBeInViewport({ ratio: 1 })

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
