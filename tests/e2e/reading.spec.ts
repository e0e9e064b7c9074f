import { expect, test } from '@playwright/test'
import { type BoardPage, openBoard, ownerWithBoard } from '#tests/drivers/board.ts'
import { alone, press } from '#tests/drivers/habits.ts'

const zoomOf = ({ wall }: BoardPage) =>
  wall.locator('.world').evaluate(world => new DOMMatrix(getComputedStyle(world).transform).a)

test('stamps keep 16 px and their code from afar, and say what they mean', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  const board = await openBoard(await context.newPage(), await ownerWithBoard(context, 'Claims', 'claim'))
  const { page, wall } = board
  await press(board, 'Control+0')
  await expect.poll(() => zoomOf(board)).toBe(1)
  for (const least of [0.7, 0.52]) {
    while ((await zoomOf(board)) > least) {
      const before = await zoomOf(board)
      await press(board, 'Control+-')
      await expect.poll(() => zoomOf(board)).toBeCloseTo(before / 1.25, 4)
    }
    const stamp = wall.locator('.mark-stamp[title^="Moment of Truth"]').first()
    await expect.poll(async () => (await stamp.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(16)
    await page.screenshot({ path: `tests/.output/stamps-${Math.round(least * 100)}.png` })
  }
  for (let step = 0; step < 3; step++) await press(board, 'Control+-')
  await expect.poll(() => zoomOf(board)).toBeLessThan(0.33)
  await page.screenshot({ path: 'tests/.output/stamps-far.png' })
  await context.close()
})

test('Show everything shows empty lanes and the emotion curve, and lanes are made as low as they can be', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  const board = await openBoard(await context.newPage(), await ownerWithBoard(context, 'Coffee', 'coffee'))
  const { page, wall } = board
  await press(board, 'Shift+1')
  await expect(wall.locator('.emotion-strip rect')).toBeInViewport({ ratio: 0.95 })
  await page.screenshot({ path: 'tests/.output/everything.png' })
  await context.close()

  const { board: empty, context: other } = await alone(browser)
  await empty.page.setViewportSize({ width: 1280, height: 720 })
  await empty.addNote('Asks', { x: 400, y: 140 })
  await press(empty, 'Escape', 'Shift+1')
  const last = empty.wall.getByRole('button', { name: /^Lane Back stage/ })
  await expect(last).toBeInViewport({ ratio: 1 })
  await empty.wall.click({ button: 'right', position: { x: 900, y: 200 } })
  await empty.page.getByRole('menuitem', { name: 'All lanes as tall as their notes need' }).click()
  await press(empty, 'Shift+1')
  await expect.poll(() => zoomOf(empty)).toBeGreaterThanOrEqual(0.9)
  await other.close()
})

test('a lane grows with a note that is dragged to its lower edge, and one step takes both back', async ({
  browser,
}) => {
  const { board, context } = await alone(browser)
  await board.addNote('Asks', { x: 400, y: 140 })
  await press(board, 'Escape')
  const name = board.wall.getByRole('button', { name: /^Lane Front stage/ })
  const before = (await name.boundingBox())?.y ?? 0
  await board.drag('Asks', { x: 0, y: 100 })
  await expect(board.noteByText('Asks')).toHaveAccessibleName(/lane Customer/)
  await expect.poll(async () => (await name.boundingBox())?.y ?? 0).toBeGreaterThan(before + 20)
  await press(board, 'Control+z')
  await expect.poll(async () => (await name.boundingBox())?.y ?? 0).toBe(before)
  await context.close()
})

test('a number stays with its point when another is dismissed, until the facilitator numbers anew', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const board = await openBoard(await context.newPage(), await ownerWithBoard(context, 'Claims', 'claim'))
  const { page } = board
  const points = await board.openPanel('Points of failure')
  const moment = (number: number) => points.getByRole('option', { name: new RegExp(`^Moment of Truth ${number}\\b`) })
  await expect(moment(1)).toHaveCount(1)
  const second = await moment(2).textContent()
  await moment(1).click()
  await page.keyboard.press('x')
  await page.getByRole('textbox', { name: 'Why is it none?' }).fill('Nobody meets anybody there.')
  await page.keyboard.press('Enter')
  await expect(moment(1)).toHaveCount(0)
  await expect(moment(2)).toHaveText(second ?? '')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Number the points of failure anew')
  await page.keyboard.press('Enter')
  await expect(moment(1)).toHaveCount(1)
  await context.close()
})

test('a screen reader finds lanes and notes by name, place and what is selected', async ({ browser }) => {
  const { board, context } = await alone(browser)
  await board.addNote('Asks', { x: 300, y: 140 })
  await press(board, 'Tab')
  await board.page.keyboard.type('Waits')
  await press(board, 'Escape')
  await expect(board.wall).toMatchAriaSnapshot(`
    - region "Wall":
      - listbox "Notes on the wall":
        - option "Step, Asks, lane Customer"
        - option "Step, Waits, lane Customer" [selected]
      - button "Lane Customer, Customer"
      - button "Lane Front stage, Front stage"
      - button "Lane Back stage, Back stage"
  `)
  await context.close()
})

test('nothing moves by itself for who prefers that', async ({ browser }) => {
  const { board, context } = await alone(browser, { reducedMotion: 'reduce' })
  await board.addNote('Asks', { x: 300, y: 140 })
  await press(board, 'Tab')
  await board.page.keyboard.type('Waits')
  const moving = () => board.wall.evaluate(wall => wall.getAnimations({ subtree: true }).length)
  expect(await moving()).toBe(0)
  await press(board, 'Escape', 'Delete')
  expect(await moving()).toBe(0)
  await press(board, 'Control+-')
  expect(await zoomOf(board)).toBeCloseTo(0.8, 4)
  await context.close()
})
