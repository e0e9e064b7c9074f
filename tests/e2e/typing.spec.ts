import { expect, test } from '@playwright/test'
import type { BoardPage } from '#tests/drivers/board.ts'
import { alone, boxOf } from '#tests/drivers/habits.ts'

const links = ({ wall }: BoardPage) => wall.locator('.links-layer .link')
const field = ({ wall }: BoardPage) => wall.getByRole('textbox', { name: /^Text of/ })
const zoomOf = ({ wall }: BoardPage) =>
  wall.locator('.world').evaluate(world => new DOMMatrix(getComputedStyle(world).transform).a)
const zoomOut = async (board: BoardPage, to: number) => {
  while ((await zoomOf(board)) > to) {
    const before = await zoomOf(board)
    await board.page.keyboard.press('Control+-')
    await expect.poll(() => zoomOf(board)).toBeCloseTo(before / 1.25, 4)
  }
}
const showAll = ({ page }: BoardPage) => page.keyboard.press('Shift+1')

test('a chain of twelve linked steps is typed without the mouse, one key more for each than its letters', async ({
  browser,
}) => {
  // Wide enough for all twelve at a size that can be read.
  const { board, context } = await alone(browser, { viewport: { width: 1920, height: 1000 } })
  const { page, wall } = board
  const names = 'Asks,Waits,Orders,Pays,Gets,Sits,Drinks,Reads,Asks again,Talks,Rises,Leaves'.split(',')
  let keys = 0
  const press = async (key: string) => {
    keys += 1
    await page.keyboard.press(key)
  }
  // S and Enter put the first step into the lane in the middle.
  await press('s')
  await press('Enter')
  for (const [at, name] of names.entries()) {
    if (at > 0) await press('Tab')
    await expect(field(board)).toBeFocused()
    await expect(field(board)).toHaveValue('')
    keys += name.length
    await page.keyboard.type(name)
  }
  await press('Escape')
  const letters = names.join('').length
  expect(keys - letters, 'S, Enter, eleven times Tab, Escape').toBe(14)
  const lanes = await Promise.all(names.slice(-4).map(name => board.noteByText(name).last().getAttribute('aria-label')))
  expect(new Set(lanes.map(label => label?.split(', lane ')[1])).size).toBe(1)

  // Back along the chain, a second line, and on again: no further step comes.
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+Tab')
  await expect(field(board)).toHaveValue('Rises')
  await page.keyboard.press('Enter')
  await page.keyboard.type('slowly')
  await page.keyboard.press('Tab')
  await expect(field(board)).toHaveValue('Leaves')
  await page.keyboard.press('Escape')
  await expect(board.noteByText('Rises')).toHaveText('Rises\nslowly')
  await showAll(board)
  await expect(wall.getByRole('option')).toHaveCount(12)
  await expect(links(board)).toHaveCount(11)

  // What was typed can be taken back.
  await page.keyboard.press('Control+Z')
  await expect(board.noteByText('Rises')).toHaveText('Rises')
  // A step that was begun and got no word is not left behind.
  await wall.getByRole('option', { name: /Leaves/ }).click()
  await page.keyboard.press('Tab')
  await expect(field(board)).toBeFocused()
  await page.keyboard.press('Escape')
  await showAll(board)
  await expect(wall.getByRole('option')).toHaveCount(12)
  await context.close()
})

test('a plus at the right and below grows a linked step, and a hint shows the next one until people know', async ({
  browser,
}) => {
  const { board, context } = await alone(browser)
  const { page, wall } = board
  const hint = page.getByText('Tab: the next, linked')
  await board.addNote('Orders', { x: 300, y: 380 })
  await expect(hint).toBeVisible()
  await page.screenshot({ path: 'tests/.output/next-step.png' })
  const right = await boxOf(board, 'Orders')
  await page.mouse.click(right.x + right.width + 16, right.y + right.height / 2)
  await page.keyboard.type('Pays')
  await page.keyboard.press('Escape')
  await board.noteByText('Pays').click()
  const { x, y, width, height } = await boxOf(board, 'Pays')
  await page.mouse.click(x + width / 2, y + height + 16)
  await page.keyboard.type('Complains')
  await page.keyboard.press('Escape')
  await expect(links(board)).toHaveCount(2)
  expect((await boxOf(board, 'Complains')).y).toBeGreaterThan(y + height)
  for (const name of ['one', 'two', 'three']) {
    await page.keyboard.press('Tab')
    await page.keyboard.type(name)
  }
  await page.keyboard.press('Escape')
  await expect(links(board)).toHaveCount(5)
  await expect(wall.getByRole('option', { name: /three/ })).toBeVisible()
  await expect(hint).toHaveCount(0)
  await context.close()
})

test('lines pasted into a lane become its steps in a row, linked by one press', async ({ browser }) => {
  const { board, context } = await alone(browser)
  const { page } = board
  const lane = await board.wall.getByRole('button', { name: /^Lane Front stage/ }).boundingBox()
  await page.mouse.move(400, (lane?.y ?? 0) + 60)
  await page.evaluate(text => navigator.clipboard.writeText(text), 'Calls\nIs asked\nIs told\nThanks')
  await page.keyboard.press('Control+V')
  for (const name of ['Calls', 'Is asked', 'Is told', 'Thanks'])
    await expect(board.noteByText(name)).toHaveAccessibleName(new RegExp(`^Step, ${name}, lane Front stage`))
  const [first, last] = [await boxOf(board, 'Calls'), await boxOf(board, 'Thanks')]
  expect(first.y).toBe(last.y)
  await expect(links(board)).toHaveCount(0)
  await page.getByRole('button', { name: 'Link them in order' }).click()
  await expect(links(board)).toHaveCount(3)
  await expect(page.getByRole('button', { name: 'Link them in order' })).toHaveCount(0)
  await context.close()
})

test('a note is written where it is: the wall does not move, and from far away the field is large enough to read', async ({
  browser,
}) => {
  const { board, context } = await alone(browser)
  const { page } = board
  await board.addNote('Orders', { x: 500, y: 380 })
  await page.keyboard.press('Escape')
  for (const percent of [0.6, 0.35]) {
    await zoomOut(board, percent)
    const zoom = await zoomOf(board)
    const transform = () => board.wall.locator('.world').evaluate(world => world.style.transform)
    const before = await transform()
    await page.keyboard.press('Enter')
    await expect(field(board)).toBeFocused()
    await page.keyboard.type('!')
    expect(await transform()).toBe(before)
    const box = await field(board).boundingBox()
    expect(box?.width).toBeCloseTo(zoom >= 0.4 ? 168 * zoom : 168, 0)
    await page.screenshot({ path: `tests/.output/writing-${Math.round(zoom * 100)}.png` })
    await page.keyboard.press('Escape')
    expect(await transform()).toBe(before)
  }
  await context.close()
})
