import { expect, test } from '@playwright/test'
import { alone } from '#tests/drivers/habits.ts'

test('on a phone Back closes the open panel, then leaves the board; a panel closed otherwise leaves nothing behind', async ({
  browser,
}) => {
  const phone = await alone(browser, { viewport: { width: 390, height: 844 } })
  const { page } = phone.board
  const address = page.url()
  const open = async (label: string) => {
    if (label === 'People') await page.getByRole('button', { name: 'People', exact: true }).click()
    else {
      await page.getByRole('button', { name: 'More', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: label, exact: true }).click()
    }
    return page.getByRole('complementary', { name: label })
  }
  const before = await page.evaluate(() => history.length)
  // Closed by its own button: the entry goes with it.
  await expect(await open('Outline')).toBeVisible()
  await page.getByRole('button', { name: 'Close panel' }).click()
  await expect(page.getByRole('complementary')).toHaveCount(0)
  // One panel after the other is one entry; Back closes it and stays.
  await expect(await open('Outline')).toBeVisible()
  await expect(await open('People')).toBeVisible()
  expect(await page.evaluate(() => history.length)).toBe(before + 1)
  await page.goBack()
  await expect(page.getByRole('complementary')).toHaveCount(0)
  expect(page.url()).toBe(address)
  await expect(phone.board.wall).toBeVisible()
  await page.goBack()
  await expect.poll(() => page.url()).not.toBe(address)
  await phone.context.close()
})

test('beside the wall a panel adds nothing to go back through', async ({ browser }) => {
  const { board, context } = await alone(browser)
  const { page } = board
  const before = await page.evaluate(() => history.length)
  await expect(await board.openPanel('Outline')).toBeVisible()
  expect(await page.evaluate(() => history.length)).toBe(before)
  await context.close()
})

test('a note chosen with its key is seen at once where Enter puts it; Escape takes it away', async ({ browser }) => {
  const { board, context } = await alone(browser)
  const { page, wall } = board
  const ghost = wall.locator('.ghost')
  const inTheMiddle = async (box: { x: number; width: number } | null, x: number) =>
    expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) / 2 - x)).toBeLessThan(3)
  await page.keyboard.press('n')
  await expect(ghost).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(ghost).toHaveCount(0)
  // Under the pointer, which does not move.
  await page.mouse.move(500, 600)
  await page.keyboard.press('n')
  await inTheMiddle(await ghost.boundingBox(), 500)
  await page.keyboard.press('Enter')
  await page.keyboard.type('Orders')
  await page.keyboard.press('Escape')
  await expect(ghost).toHaveCount(0)
  await inTheMiddle(await board.noteByText('Orders').boundingBox(), 500)
  await context.close()
})

test('where colours are the reader’s, the emotion strip has them too, and the stamps keep an edge', async ({
  browser,
}) => {
  const { board, boardId, context } = await alone(browser, { forcedColors: 'active' })
  const { page } = board
  await page.request.post('/api/boards', { data: { title: 'Coffee', template: 'coffee' } }).then(async answer => {
    const made = await answer.json()
    expect(made.board.id).not.toBe(boardId)
    await page.goto(`/b/${made.board.id}`)
  })
  const strip = page.locator('.emotion-strip')
  await expect(strip).toBeVisible()
  const colours = await strip.evaluate(element => {
    const probe = document.createElement('div')
    probe.style.cssText = 'background: Canvas; color: CanvasText'
    document.body.append(probe)
    const { backgroundColor: canvas, color: text } = getComputedStyle(probe)
    const styleOf = (part: string) => getComputedStyle(element.querySelector(part) ?? element)
    return { canvas, text, paper: styleOf('rect').fill, curve: styleOf('path').stroke, words: styleOf('text').fill }
  })
  expect(colours).toMatchObject({ paper: colours.canvas, curve: colours.text, words: colours.text })
  const stamp = page.locator('.mark-stamp').first()
  await expect(stamp).toBeVisible()
  await expect(stamp).toHaveCSS('border-top-style', /solid|dashed/)
  await page.screenshot({ path: 'tests/.output/forced.png' })
  await context.close()
})
