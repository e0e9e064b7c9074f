import { expect, test } from '@playwright/test'
import { openBoard, ownerWithBoard } from '#tests/drivers/board.ts'

test('Escape keeps what was typed and leaves the field, on the wall and in its panels, and undo takes it back', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const board = await openBoard(await context.newPage(), await ownerWithBoard(context, 'Coffee', 'coffee'))
  const { page, wall } = board
  const { keyboard } = page

  await test.step('the name of a lane', async () => {
    await wall.getByRole('button', { name: /^Lane Barista/ }).dblclick()
    await wall.getByRole('textbox', { name: 'Name of the lane' }).fill('The bar')
    await keyboard.press('Escape')
    await expect(wall.getByRole('button', { name: /^Lane The bar/ })).toBeVisible()
    await keyboard.press('Control+z')
    await expect(wall.getByRole('button', { name: /^Lane Barista/ })).toBeVisible()
  })

  await test.step('who owns what is decided, and why', async () => {
    await board.noteByText('What is a “double”?').click()
    await keyboard.press('i')
    const details = page.getByRole('complementary', { name: 'Details' })
    const eliminate = details.getByRole('button', { name: /^Eliminate/ })
    if ((await eliminate.getAttribute('aria-pressed')) !== 'true') await eliminate.click()
    const owner = details.getByLabel('Owner').last()
    await owner.fill('Berta Barista')
    await keyboard.press('Escape')
    await expect(owner).not.toBeFocused()
    await expect(owner).toHaveValue('Berta Barista')
    await expect(details).toBeVisible()
    await expect.poll(() => details.evaluate(it => it.contains(document.activeElement))).toBe(true)
    // Gone away and come back, it is still there.
    await board.noteByText('Orders a double espresso').click()
    await board.noteByText('What is a “double”?').click()
    await expect(owner).toHaveValue('Berta Barista')
    await details.evaluate(panel => panel.focus())
    await keyboard.press('Control+z')
    await expect(owner).not.toHaveValue('Berta Barista')
  })

  await test.step('an answer of the outcome', async () => {
    const outcome = await board.openPanel('Outcome')
    const promise = outcome.getByRole('textbox', { name: /promise/i }).first()
    const before = await promise.inputValue()
    await promise.press('Control+End')
    await keyboard.type(' Every time.')
    await keyboard.press('Escape')
    await expect(promise).not.toBeFocused()
    await expect(promise).toHaveValue(`${before} Every time.`)
    await keyboard.press('Control+z')
    await expect(promise).toHaveValue(before)
  })

  await test.step('a cell of the table', async () => {
    await wall.focus()
    await keyboard.press('t')
    const grid = page.getByRole('grid')
    await grid
      .getByRole('gridcell', { name: /Makes|Orders a double/ })
      .first()
      .click()
    for (let i = 0; i < 4; i++) await keyboard.press('ArrowRight')
    await keyboard.type('7')
    await keyboard.press('Escape')
    await expect(grid).toBeVisible()
    await expect(grid.getByRole('gridcell', { name: '7', exact: true }).first()).toBeVisible()
  })
  await context.close()
})
