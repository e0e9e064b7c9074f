import { expect, test } from '@playwright/test'
import { inviteTo, joinAsGuest, openBoard, ownerWithBoard } from '#tests/drivers/board.ts'
import { alone, boxOf, press } from '#tests/drivers/habits.ts'
import { phone } from '#tests/drivers/leading.ts'
import { dotOn } from '#tests/drivers/rounds.ts'

test('a group is taken by its name, with all its notes', async ({ browser }) => {
  const { board, context } = await alone(browser)
  const { page, wall } = board
  await board.addNote('One', { x: 300, y: 160 })
  await board.addNote('Two', { x: 560, y: 160 })
  await press(board, 'Escape', 'Control+a', 'Control+g', 'F2')
  await page.keyboard.type('Trouble')
  await press(board, 'Enter', 'Escape')
  const name = wall.getByRole('button', { name: 'Group Trouble' })
  const [one, two, at] = [await boxOf(board, 'One'), await boxOf(board, 'Two'), await name.boundingBox()]
  if (!at) throw new Error('no name')
  await page.mouse.move(at.x + 20, at.y + 10)
  await page.mouse.down()
  await page.keyboard.down('Control')
  await page.mouse.move(at.x + 120, at.y + 150, { steps: 6 })
  await page.mouse.up()
  await page.keyboard.up('Control')
  for (const [text, before] of [
    ['One', one],
    ['Two', two],
  ] as const) {
    const now = await boxOf(board, text)
    expect([Math.round(now.x - before.x), Math.round(now.y - before.y)]).toEqual([100, 140])
  }
  await name.dblclick()
  await expect(wall.getByRole('textbox', { name: 'Name of the group' })).toHaveValue('Trouble')
  await context.close()
})

test('a message stands above what the wall has at its lower edge; names of lanes stand beside the tools', async ({
  browser,
}) => {
  const { board, context } = await alone(browser)
  const { page, wall } = board
  await board.addNote('Waits', { x: 400, y: 160 })
  await board.pick('Moment of Truth')
  await wall.click({ position: { x: 700, y: 160 } })
  await press(board, 'Escape', 'Delete', 'Control+z')
  await page.keyboard.press('Shift+T')
  const foot = page.getByRole('group', { name: 'View', exact: true })
  const message = page.getByRole('listitem').filter({ hasText: 'Set how long the timer runs first.' })
  await expect(async () => {
    const [over, under] = [await message.boundingBox(), await foot.boundingBox()]
    expect((over?.y ?? 0) + (over?.height ?? 0)).toBeLessThan(under?.y ?? 0)
  }).toPass()

  // Letters in a menu look for its items.
  await page.getByRole('button', { name: 'Board', exact: true }).press('Enter')
  await page.keyboard.press('i')
  await expect(page.getByRole('menuitem', { name: 'Import' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary')).toHaveCount(0)

  const tools = page.getByRole('navigation', { name: 'Tools and notes' })
  await expect(tools.getByRole('button')).toContainText(['Select', 'Hand', 'Link', 'Lane', 'Step', 'Decision'])
  const lane = wall.getByRole('button', { name: /^Lane Customer/ })
  const [name, column] = [await lane.boundingBox(), await tools.boundingBox()]
  expect(name?.x ?? 0).toBeGreaterThan((column?.x ?? 0) + (column?.width ?? 0))
  await context.close()
})

test('a phone lands at its pad, and hears by finger why a menu refuses', async ({ browser }) => {
  const desk = await browser.newContext()
  const boardId = await ownerWithBoard(desk)
  const context = await browser.newContext(phone)
  const page = await context.newPage()
  await page.goto(`/join/${await inviteTo(desk, boardId)}`)
  await page.getByLabel('Your name').fill('Grace')
  await page.getByRole('button', { name: 'Go to the wall' }).tap()
  await expect(page.getByRole('complementary', { name: 'Now' })).toBeVisible()
  await page.getByRole('button', { name: 'Board', exact: true }).tap()
  await page.getByRole('menuitem', { name: 'Report' }).tap({ force: true })
  await expect(page.getByRole('listitem').filter({ hasText: 'Only a facilitator can do this.' })).toBeVisible()
  await Promise.all([context.close(), desk.close()])
})

test('two windows of one person show the same dots', async ({ browser }) => {
  const { board, context, boardId } = await alone(browser)
  await board.addNote('Waits', { x: 400, y: 160 })
  const guest = await browser.newContext()
  await joinAsGuest(guest, await inviteTo(context, boardId), 'Ann')
  const first = await openBoard(await guest.newPage(), boardId)
  const second = await openBoard(await guest.newPage(), boardId)
  const panel = await board.openPanel('Dot voting')
  await panel.getByLabel('Dots each').fill('2')
  await panel.getByRole('button', { name: /^Open the vote on/ }).click()
  await dotOn(first, 'Waits').click()
  for (const { page } of [first, second]) await expect(page.locator('[data-left="1"]')).toBeVisible()
  await dotOn(second, 'Waits').click()
  for (const { page } of [first, second]) await expect(page.locator('[data-left="0"]')).toBeVisible()
  await Promise.all([guest.close(), context.close()])
})

test('a browser that scrolls the wall to what it looks for moves the look', async ({ browser }) => {
  const { board, context } = await alone(browser)
  await board.addNote('Waits', { x: 900, y: 160 })
  await press(board, 'Escape')
  await board.page.mouse.move(700, 400)
  await board.page.mouse.wheel(-500, 0)
  await expect.poll(async () => (await boxOf(board, 'Waits')).x).toBeGreaterThan(1300)
  const { x } = await boxOf(board, 'Waits')
  const scrolled = await board.wall.evaluate(wall => {
    wall.scrollLeft = 30
    return wall.scrollLeft
  })
  expect(scrolled).toBe(30)
  await expect.poll(() => board.wall.evaluate(wall => wall.scrollLeft)).toBe(0)
  expect((await boxOf(board, 'Waits')).x).toBe(x - 30)
  await context.close()
})

test('a board that somebody deletes while it is open says so, and is there again when that is taken back', async ({
  browser,
}) => {
  const { board, context, boardId } = await alone(browser)
  await board.addNote('Waits', { x: 400, y: 160 })
  await context.request.delete(`/api/boards/${boardId}`)
  await expect(board.page.getByRole('heading', { name: 'This board is gone' })).toBeVisible()
  await context.request.post(`/api/boards/${boardId}/undelete`)
  await board.page.getByRole('button', { name: 'Try again' }).click()
  await expect(board.noteByText('Waits')).toBeVisible()
  await context.close()
})
