import { expect, type Locator, type Page, test } from '@playwright/test'
import { onBoard, ownerWithBoard } from '#tests/drivers/board.ts'

/** What has the focus, in words; fails when nothing has it, or nobody could see that it has. */
async function focus(page: Page): Promise<string> {
  const seen = await page.evaluate(() => {
    const at = document.activeElement
    if (!at || at === document.body) return null
    const { outlineStyle, boxShadow } = getComputedStyle(at)
    const name = at.getAttribute('aria-label') ?? at.textContent?.trim().slice(0, 40) ?? ''
    return { name, shown: at.matches('textarea') || outlineStyle !== 'none' || boxShadow !== 'none' }
  })
  expect(seen, 'something has the focus').not.toBeNull()
  expect(seen?.shown, `${seen?.name}: the focus is to be seen`).toBe(true)
  return seen?.name ?? ''
}

/** Waits until a panel has the focus, or something in it. */
async function focusIn(page: Page, label: string): Promise<Locator> {
  const panel = page.getByRole('complementary', { name: label })
  await expect.poll(() => panel.evaluate(it => it.contains(document.activeElement))).toBe(true)
  return panel
}

test('a process is written, linked, judged and counted by keys alone, and the focus is never lost', async ({
  browser,
}) => {
  const context = await browser.newContext()
  await ownerWithBoard(context)
  const page = await context.newPage()
  await page.goto('/')
  const { keyboard } = page
  const board = onBoard(page)

  // A board, with its title typed over.
  while ((await page.evaluate(() => document.activeElement?.textContent?.trim())) !== 'New board')
    await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused()
  await keyboard.type('By keys')
  await keyboard.press('Enter')
  await board.says('Saved')
  await expect(page.getByRole('heading', { name: 'By keys' })).toBeVisible()

  // A tool is picked on its button, and put up without going back to the wall by hand; then steps grow from steps.
  await keyboard.press('F6')
  await keyboard.press('F6')
  while ((await focus(page)) !== 'Step') await keyboard.press('Tab')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.type('Takes the order')
  await keyboard.press('Escape')
  await keyboard.press('Control+ArrowRight')
  await keyboard.type('Hands it over')
  await keyboard.press('Escape')
  await keyboard.press('PageUp')
  await expect(board.noteByText('Hands it over')).toHaveAccessibleName(/lane Customer/)
  await expect(board.noteByText('Hands it over')).toBeFocused()

  // Its point of failure is dismissed with a reason, asked again and confirmed, all in the panel.
  await keyboard.press('f')
  const failures = page.getByRole('complementary', { name: 'Points of failure' })
  await keyboard.press(']')
  await keyboard.press('x')
  await failures.getByRole('textbox', { name: 'Why is it none?' }).press('Enter')
  await expect(failures.getByRole('listbox')).toBeFocused()
  await focus(page)
  await keyboard.press('Control+z')
  await expect(failures).toContainText('1 proposed')
  await keyboard.press('Home')
  await keyboard.press('y')
  await expect(failures).toContainText('Nothing is waiting')

  // Its verdict: the panel turns into another, and the focus stays in it.
  await keyboard.press('j')
  await focusIn(page, 'Verdicts and actions')
  while (!(await focus(page)).startsWith('Decide the next')) await keyboard.press('Tab')
  await keyboard.press('Enter')
  const card = await focusIn(page, 'Now')
  while (!(await focus(page)).startsWith('Eliminate')) await keyboard.press('Tab')
  await keyboard.press('Space')
  await expect(card.getByRole('button', { name: /^Eliminate/ })).toHaveAttribute('aria-pressed', 'true')

  // The numbers, and out: closed, the panel gives the focus back to the wall.
  await keyboard.press('m')
  const numbers = await focusIn(page, 'Numbers')
  while ((await focus(page)) !== 'Close panel') await keyboard.press('Shift+Tab')
  await keyboard.press('Enter')
  await expect(numbers).toHaveCount(0)
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-slot=wall]') !== null)).toBe(true)
  await context.close()
})
