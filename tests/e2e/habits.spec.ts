import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, test } from '@playwright/test'
import { type BoardPage, inviteTo, joinAsGuest, openBoard, type Point } from '#tests/drivers/board.ts'
import { alone, boxOf, middleOf, press } from '#tests/drivers/habits.ts'

const selected = (board: BoardPage) => board.wall.locator('[role=option][aria-selected=true]')
const links = (board: BoardPage) => board.wall.locator('.links-layer .link')

test('a selection works as everywhere: press, Shift, marquee, group, align, duplicate, undo', async ({ browser }) => {
  const { board, context } = await alone(browser)
  const { page } = board
  await board.addNote('One', { x: 250, y: 140 })
  await board.addNote('Two', { x: 520, y: 200 })
  await board.addNote('Three', { x: 800, y: 130 })
  await press(board, 'Escape')
  await board.noteByText('One').click()
  await board.noteByText('Two').click({ modifiers: ['Shift'] })
  await expect(selected(board)).toHaveCount(2)
  await press(board, 'Control+g', 'Escape')
  await board.noteByText('One').click()
  await expect(selected(board), 'a group goes together').toHaveCount(2)

  const wall = await board.wall.boundingBox()
  if (!wall) throw new Error('no wall')
  await page.mouse.move(wall.x + 120, wall.y + 330)
  await page.mouse.down()
  await page.mouse.move(wall.x + 950, wall.y + 60, { steps: 6 })
  await page.mouse.up()
  await expect(selected(board)).toHaveCount(3)
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Align' }).click()
  await page.getByRole('menuitem', { name: 'Align top' }).click()
  await expect.poll(async () => new Set([(await boxOf(board, 'One')).y, (await boxOf(board, 'Three')).y]).size).toBe(1)
  await press(board, 'Control+z')
  await expect.poll(async () => new Set([(await boxOf(board, 'Two')).y, (await boxOf(board, 'Three')).y]).size).toBe(2)
  await press(board, 'Control+d')
  await expect(board.wall.getByRole('option')).toHaveCount(6)
  await press(board, 'Delete')
  await expect(board.wall.getByRole('option')).toHaveCount(3)
  await press(board, 'Control+z', 'Control+Shift+z')
  await expect(board.wall.getByRole('option')).toHaveCount(3)
  await context.close()
})

test('three linked steps are built, walked and led elsewhere by keys alone', async ({ browser }) => {
  const { board, context } = await alone(browser)
  const { page, wall } = board
  await press(board, 's', 'Enter')
  await page.keyboard.type('Orders')
  await press(board, 'Escape', 'Control+ArrowRight')
  await page.keyboard.type('Waits')
  await press(board, 'Escape', 'Control+ArrowRight')
  await page.keyboard.type('Drinks')
  await press(board, 'Escape')
  await expect(links(board)).toHaveCount(2)

  await press(board, 'Alt+ArrowLeft', 'Alt+ArrowLeft')
  await expect(board.noteByText('Orders')).toBeFocused()
  await expect(board.noteByText('Orders')).toHaveAttribute('aria-selected', 'true')
  // Let go, arrows walk; A, arrows and Enter link.
  await press(board, 'Escape', 'ArrowRight')
  await expect(board.noteByText('Waits')).toBeFocused()
  await expect(selected(board)).toHaveCount(0)
  await press(board, 'ArrowLeft', 'a', 'ArrowRight', 'ArrowRight', 'Enter')
  await expect(links(board)).toHaveCount(3)
  await expect(board.noteByText('Drinks')).toBeFocused()
  // What is selected moves with the arrows, within its lane and to another.
  const before = await boxOf(board, 'Drinks')
  await press(board, 'Shift+ArrowRight', 'PageDown')
  await expect.poll(async () => (await boxOf(board, 'Drinks')).y).toBeGreaterThan(before.y + 100)
  await expect(board.noteByText('Drinks')).toHaveAccessibleName('Step, Drinks, lane Back stage')
  // Tab goes on beside; Escape twice, and Tab leaves the wall.
  await press(board, 'Tab')
  await page.keyboard.type('Pays')
  await press(board, 'Escape')
  await expect(board.noteByText('Pays')).toBeVisible()
  await press(board, 'Escape', 'Tab')
  await expect(wall.getByRole('option').and(page.locator(':focus'))).toHaveCount(0)
  await context.close()
})

test('notes go from one board to another with their links, into the lanes of the same names', async ({ browser }) => {
  const { board, context } = await alone(browser)
  await board.addNote('Asks', { x: 300, y: 140 })
  await board.addNote('Answers', { x: 560, y: 380 })
  await board.link('Asks', 'Answers')
  await board.noteByText('Asks').click()
  await press(board, 'Control+a', 'Control+c')
  const other = await openBoard(await context.newPage(), await otherBoard(context))
  await press(other, 'Control+v')
  await expect(selected(other)).toHaveCount(2)
  await expect(links(other)).toHaveCount(1)
  await expect(other.noteByText('Asks')).toHaveAccessibleName(/lane Customer$/)
  await expect(other.noteByText('Answers')).toHaveAccessibleName(/lane Front stage$/)
  const cells = await other.page.evaluate(() => navigator.clipboard.readText())
  expect(cells).toBe('Asks\t\n\tAnswers')
  await press(other, 'Control+x')
  await expect(other.wall.getByRole('option')).toHaveCount(0)
  await press(other, 'Control+v')
  await expect(links(other)).toHaveCount(1)
  await context.close()
})

async function otherBoard(context: BrowserContext): Promise<string> {
  const answer = await context.request.post('/api/boards', { data: { title: 'Other' } })
  return ((await answer.json()) as { board: { id: string } }).board.id
}

test('lines and cells from elsewhere become notes, and 2 MB are refused with a sentence', async ({ browser }) => {
  const { board, context } = await alone(browser)
  const { page, wall } = board
  const copied = (text: string) => page.evaluate(one => navigator.clipboard.writeText(one), text)
  await copied('- Greets the guest\n- Brings the card')
  await page.mouse.move(500, 250)
  await press(board, 'Control+v')
  await expect(selected(board)).toHaveCount(2)
  await expect(board.noteByText('Greets the guest')).toBeVisible()
  const { x, y } = await middleOf(board, 'Greets the guest')
  expect(Math.round(x / 10), 'where the pointer is').toBe(50)
  expect(Math.abs(y - 250), 'and inside the lane there').toBeLessThan(20)
  await copied('Step\tTime\nOrders\t2\n')
  await page.mouse.move(500, 480)
  await press(board, 'Control+v')
  await expect(selected(board)).toHaveCount(4)
  await copied('x'.repeat(2_000_000))
  await press(board, 'Control+v')
  await expect(page.getByText(/This is 2 million characters; .* Nothing was added\./).first()).toBeVisible()
  await expect(wall.getByRole('option')).toHaveCount(6)
  await context.close()
})

test('a link is drawn from a note’s edge, led to another note by its end, and written on', async ({ browser }) => {
  const { board, context } = await alone(browser)
  const { page, wall } = board
  await board.addNote('From', { x: 250, y: 140 })
  await board.addNote('To', { x: 560, y: 140 })
  await board.addNote('Else', { x: 560, y: 420 })
  await press(board, 'Escape')
  await board.noteByText('From').click()
  const drag = async (from: Point, to: Point) => {
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 })
    await page.mouse.move(to.x, to.y, { steps: 3 })
    await page.mouse.up()
  }
  const from = await boxOf(board, 'From')
  await drag({ x: from.x + from.width + 16, y: from.y + from.height / 2 }, await middleOf(board, 'To'))
  await expect(links(board)).toHaveCount(1)
  const to = await boxOf(board, 'To')
  await drag({ x: to.x - 2, y: to.y + to.height / 2 }, await middleOf(board, 'Else'))
  await press(board, 'Enter')
  await page.keyboard.type('if it is late')
  await press(board, 'Enter')
  await expect(wall.getByText('if it is late')).toBeVisible()
  const outline = await board.openPanel('Outline')
  await expect(outline.getByRole('row', { name: /Leads to.*Else/ })).toHaveCount(1)
  await context.close()
})

test('the menu of a press with the right button: kind, lock, lane; for guests with the reason why not', async ({
  browser,
}) => {
  const { board, context, boardId } = await alone(browser)
  const { page, wall } = board
  await board.addNote('Waits', { x: 400, y: 140 })
  await press(board, 'Escape')
  const item = (name: string) => page.getByRole('menuitem', { name, exact: false })
  await board.noteByText('Waits').click({ button: 'right' })
  expect(await violations(board)).toEqual([])
  await item('Kind').click()
  await item('Pain').click()
  await expect(wall.getByRole('option', { name: /^Pain, Waits/ })).toBeVisible()
  await board.noteByText('Waits').click({ button: 'right' })
  await item('Lock').click()
  await expect(wall.getByRole('option', { name: /locked$/ })).toBeVisible()

  await wall.getByRole('button', { name: /^Lane Back stage/ }).hover()
  await wall.getByRole('button', { name: 'Back stage: what to do with the lane' }).click()
  await item('Lane further up').click()
  const tops = async (name: string) => (await wall.getByRole('button', { name: `Lane ${name}` }).boundingBox())?.y ?? 0
  await expect.poll(async () => (await tops('Back stage')) < (await tops('Front stage'))).toBe(true)

  const other = await browser.newContext()
  await joinAsGuest(other, await inviteTo(context, boardId), 'Gustav Guest')
  const guest = await openBoard(await other.newPage(), boardId)
  await guest.noteByText('Waits').click({ button: 'right' })
  const unlock = guest.page.getByRole('menuitem', { name: 'Unlock' })
  await expect(unlock).toHaveAttribute('aria-disabled', 'true')
  await expect(unlock).toHaveAttribute('title', /Only a facilitator/)
  await guest.page.keyboard.press('Escape')
  await guest.page.keyboard.press('Delete')
  await expect(guest.page.getByText('Locked notes stay as they are; unlock them first.').first()).toBeVisible()
  await other.close()
  await context.close()
})

const violations = async (board: BoardPage) =>
  (await new AxeBuilder({ page: board.page }).include('[role=menu]').analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html}`,
  )
