import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, devices, expect, test } from '@playwright/test'
import {
  type BoardPage,
  inviteTo,
  joinAsGuest,
  onBoard,
  openBoard,
  ownerWithBoard,
  type Point,
} from '#tests/drivers/board.ts'
import { fingersOn } from '#tests/drivers/touch.ts'

async function alone(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext({ ...options, permissions: ['clipboard-read', 'clipboard-write'] })
  const boardId = await ownerWithBoard(context)
  return { context, boardId, board: await openBoard(await context.newPage(), boardId) }
}

const at = (x: number, y: number): Point => ({ x, y })
const boxOf = async (board: BoardPage, text: string) => {
  const box = await board.noteByText(text).boundingBox()
  if (!box) throw new Error(`The note "${text}" cannot be seen.`)
  return box
}
const middleOf = async (board: BoardPage, text: string): Promise<Point> => {
  const { x, y, width, height } = await boxOf(board, text)
  return { x: x + width / 2, y: y + height / 2 }
}
const press = (board: BoardPage, ...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => board.page.keyboard.press(key)), Promise.resolve())
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
  expect([Math.round(x / 10), Math.round(y / 10)], 'where the pointer is').toEqual([50, 25])
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

test('the wheel moves and zooms the wall, the middle button and Space drag it', async ({ browser }) => {
  const { board, context } = await alone(browser)
  const { page } = board
  await board.addNote('Here', { x: 500, y: 140 })
  await press(board, 'Escape')
  const at = async () => {
    const { x, y, width } = await boxOf(board, 'Here')
    return [x, y, width].map(Math.round)
  }
  const [x = 0, y = 0, w = 0] = await at()
  await page.mouse.move(700, 400)
  await page.mouse.wheel(60, 40)
  await expect.poll(at).toEqual([x - 60, y - 40, w])
  await page.mouse.down({ button: 'middle' })
  await page.mouse.move(760, 440, { steps: 4 })
  await page.mouse.up({ button: 'middle' })
  await expect.poll(at).toEqual([x, y, w])
  await page.keyboard.down('Space')
  await page.mouse.down()
  await page.mouse.move(800, 460, { steps: 4 })
  await page.mouse.up()
  await page.keyboard.up('Space')
  await expect.poll(at).toEqual([x + 40, y + 20, w])
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -60)
  await page.keyboard.up('Control')
  await expect.poll(async () => (await at())[2]).toBeGreaterThan(w * 1.3)
  await press(board, 'Control+0')
  await expect.poll(async () => (await at())[2]).toBe(168)
  await context.close()
})

test('on a phone: pinch, two fingers, tap, double tap, drag and a long press', async ({ browser }) => {
  const { board: desk, context, boardId } = await alone(browser)
  await desk.addNote('Waits', { x: 300, y: 140 })
  const phone = await browser.newContext({ ...devices['iPhone 13'], defaultBrowserType: 'chromium' } as object)
  await joinAsGuest(phone, await inviteTo(context, boardId), 'Gustav Guest')
  const board = onBoard(await phone.newPage())
  const { page } = board
  await page.goto(`/b/${boardId}`)
  await board.says('Saved')
  const fingers = await fingersOn(page)
  const bar = page.getByRole('toolbar', { name: 'Selection' })
  await expect(board.noteByText('Waits')).toBeVisible()

  const wide = (await boxOf(board, 'Waits')).width
  await fingers.stroke([at(150, 400), at(175, 400)], [at(240, 400), at(215, 400)])
  await expect(page.getByTitle('Back to 100 %')).not.toHaveText('100 %')
  await fingers.stroke([at(175, 400), at(140, 400)], [at(215, 400), at(280, 400)])
  await expect.poll(async () => (await boxOf(board, 'Waits')).width).toBeGreaterThan(wide * 1.3)

  const before = await middleOf(board, 'Waits')
  await fingers.stroke(
    [
      { x: 100, y: 500 },
      { x: 100, y: 560 },
    ],
    [
      { x: 200, y: 500 },
      { x: 200, y: 560 },
    ],
  )
  await expect.poll(async () => Math.round((await middleOf(board, 'Waits')).y - before.y)).toBe(60)

  await fingers.tap(await middleOf(board, 'Waits'))
  await expect(bar).toBeVisible()
  const barBox = await bar.boundingBox()
  expect((barBox?.x ?? -1) >= 0 && (barBox?.x ?? 0) + (barBox?.width ?? 999) <= 390, 'the bar fits').toBe(true)
  const from = await middleOf(board, 'Waits')
  await fingers.stroke([from, { x: from.x + 20, y: from.y + 80 }])
  await expect.poll(async () => Math.round((await middleOf(board, 'Waits')).y - from.y)).toBeGreaterThan(60)

  await fingers.doubleTap(await middleOf(board, 'Waits'))
  await expect(board.wall.locator('textarea')).toBeFocused()
  await page.keyboard.press('Escape')
  const lift = await fingers.press(await middleOf(board, 'Waits'))
  await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible()
  await lift()
  await page.getByRole('menuitem', { name: 'Colour' }).tap()
  await expect(page.getByRole('menuitem', { name: 'Mint' })).toBeInViewport({ ratio: 1 })
  await page.getByRole('menuitem', { name: 'Duplicate' }).tap()
  await expect(board.noteByText('Waits')).toHaveCount(2)
  await phone.close()
  await context.close()
})
