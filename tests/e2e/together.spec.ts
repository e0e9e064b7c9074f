import AxeBuilder from '@axe-core/playwright'
import { type Browser, devices, expect, test } from '@playwright/test'
import { inviteTo, joinAsGuest, onBoard, openBoard, ownerWithBoard } from '#tests/drivers/board.ts'

/** An owner and a guest by invite, each in a browser of their own, on one new board. */
async function two(browser: Browser) {
  const [first, second] = [await browser.newContext(), await browser.newContext()]
  const boardId = await ownerWithBoard(first)
  await joinAsGuest(second, await inviteTo(first, boardId), 'Gustav Guest')
  const owner = await openBoard(await first.newPage(), boardId)
  const guest = await openBoard(await second.newPage(), boardId)
  const close = async () => {
    await first.close()
    await second.close()
  }
  return { boardId, owner, guest, first, second, close }
}

test('two people build the coffee board from empty, each seeing the other’s work', async ({ browser }) => {
  const { owner, guest, close } = await two(browser)
  await owner.renameLane('Front stage', 'Waiter')
  await guest.renameLane('Back stage', 'Barista')
  await expect(guest.wall.getByRole('button', { name: 'Lane Waiter' })).toBeVisible()
  await expect(owner.wall.getByRole('button', { name: 'Lane Barista' })).toBeVisible()

  await owner.addNote('Orders a double espresso', { x: 200, y: 140 })
  await guest.addNote('Takes the order', { x: 200, y: 380 })
  await guest.addNote('Hands it to the barista', { x: 430, y: 380 })
  await guest.addNote('Makes it', { x: 430, y: 620 })
  await owner.addNote('Collects it', { x: 660, y: 380 })
  await owner.addNote('Serves it', { x: 890, y: 380 })
  await owner.addNote('Enjoys it, or not', { x: 890, y: 140 })
  for (const text of ['Takes the order', 'Hands it to the barista', 'Makes it'])
    await expect(owner.noteByText(text)).toBeVisible()
  for (const text of ['Orders a double espresso', 'Collects it', 'Serves it', 'Enjoys it, or not'])
    await expect(guest.noteByText(text)).toBeVisible()

  await owner.link('Orders a double espresso', 'Takes the order')
  await guest.link('Takes the order', 'Hands it to the barista')
  await guest.link('Hands it to the barista', 'Makes it')
  await guest.link('Makes it', 'Collects it')
  await owner.link('Collects it', 'Serves it')
  await owner.link('Serves it', 'Enjoys it, or not')
  for (const board of [owner, guest]) {
    const outline = await board.openPanel('Outline')
    await expect(outline.getByRole('row', { name: /^Leads to/ })).toHaveCount(6)
    await expect(outline.getByRole('row', { name: 'Lane Waiter, 4 notes' })).toBeVisible()
    await expect(outline.getByRole('row', { name: 'Lane Barista, 1 note' })).toBeVisible()
  }
  await close()
})

test('a drag is seen while it happens, and who is here is shown with names', async ({ browser }) => {
  const { owner, guest, close } = await two(browser)
  await owner.addNote('Waits', { x: 400, y: 140 })
  await expect(guest.noteByText('Waits')).toBeVisible()
  await expect(guest.page.getByRole('button', { name: 'Olga Owner: follow' })).toBeVisible()
  await expect(owner.page.getByRole('button', { name: 'Gustav Guest: follow' })).toBeVisible()

  const before = await guest.noteByText('Waits').boundingBox()
  const from = await owner.noteByText('Waits').boundingBox()
  if (!before || !from) throw new Error('the note cannot be seen')
  await owner.page.mouse.move(from.x + 40, from.y + 40)
  await owner.page.mouse.down()
  await owner.page.mouse.move(from.x + 240, from.y + 60, { steps: 6 })
  await expect
    .poll(async () => Math.round(((await guest.noteByText('Waits').boundingBox())?.x ?? 0) - before.x))
    .toBeGreaterThan(150)
  await expect(guest.wall.locator('[data-cursor]')).toContainText('Olga Owner')
  await owner.page.mouse.up()
  await expect(guest.noteByText('Waits')).toContainText('Olga Owner')
  await close()
})

test('typing of two people in one note merges', async ({ browser }) => {
  const { owner, guest, close } = await two(browser)
  await owner.addNote('Coffee', { x: 400, y: 140 })
  await expect(guest.noteByText('Coffee')).toBeVisible()
  const mine = await owner.write('Coffee')
  const theirs = await guest.write('Coffee')
  await guest.page.keyboard.press('Control+Home')
  await expect(owner.noteByText('Gustav Guest is writing')).toBeVisible()
  await Promise.all([
    owner.page.keyboard.type(' to enjoy', { delay: 15 }),
    guest.page.keyboard.type('A good ', { delay: 15 }),
  ])
  await expect(mine).toHaveValue('A good Coffee to enjoy')
  await expect(theirs).toHaveValue('A good Coffee to enjoy')
  await close()
})

test('undo takes back only one’s own', async ({ browser }) => {
  const { owner, guest, close } = await two(browser)
  await owner.addNote('Mine', { x: 300, y: 140 })
  await expect(guest.noteByText('Mine')).toBeVisible()
  await guest.addNote('Theirs', { x: 600, y: 140 })
  await expect(owner.noteByText('Theirs')).toBeVisible()
  const undo = owner.page.getByRole('button', { name: 'Undo' })
  while (await undo.isEnabled()) await undo.click()
  await expect(owner.noteByText('Mine')).toHaveCount(0)
  await expect(guest.noteByText('Mine')).toHaveCount(0)
  await expect(owner.noteByText('Theirs')).toBeVisible()
  await close()
})

test('work done offline is counted, survives a reload and arrives later', async ({ browser }) => {
  const { owner, guest, first, close } = await two(browser)
  await owner.addNote('Before', { x: 300, y: 140 })
  await owner.says('Saved')
  // The server is out of reach for the socket; pages still load, as from a service nearby.
  let reachable = false
  await first.routeWebSocket(/\/sync\//, socket => {
    if (reachable) socket.connectToServer()
    else void socket.close({ code: 1013 })
  })
  await owner.page.reload()
  await owner.says('Offline')
  await owner.addNote('While away', { x: 600, y: 140 })
  await owner.says('Offline, 1 change waiting')
  await owner.page.reload()
  await expect(owner.noteByText('While away')).toBeVisible()
  await owner.says('Offline, 1 change waiting')
  await expect(guest.noteByText('Before')).toBeVisible()
  await expect(guest.noteByText('While away')).toHaveCount(0)
  reachable = true
  await owner.says('Saved')
  await expect(guest.noteByText('While away')).toBeVisible()
  await close()
})

test('a guest on a phone comes in by the link, reads the wall and writes a note', async ({ browser }) => {
  const first = await browser.newContext()
  const boardId = await ownerWithBoard(first)
  const token = await inviteTo(first, boardId)
  const owner = await openBoard(await first.newPage(), boardId)
  await owner.addNote('Orders', { x: 300, y: 140 })
  const phone = await browser.newContext({ ...devices['iPhone 13'], defaultBrowserType: 'chromium' } as object)
  await joinAsGuest(phone, token, 'Nguyễn Thị Minh-Khai (extern)')
  const guest = onBoard(await phone.newPage())
  await guest.page.goto(`/b/${boardId}`)
  await guest.says('Saved')
  await guest.page.getByRole('button', { name: 'More', exact: true }).tap()
  await guest.page.getByRole('dialog').getByRole('button', { name: 'Outline' }).tap()
  const outline = guest.page.getByRole('complementary', { name: 'Outline' })
  await outline.getByRole('row', { name: 'Orders' }).getByText('Orders').tap()
  await expect(outline.getByRole('textbox', { name: 'Text of the note' })).toBeFocused()
  await guest.page.keyboard.press('Enter')
  await guest.page.keyboard.type('Waits')
  await expect(owner.noteByText('Waits')).toBeVisible()
  const wide = await guest.page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  expect(wide, 'nothing sticks out sideways').toBe(false)
  await phone.close()
  await first.close()
})

test('one follows a person by their face, and leaves by moving', async ({ browser }) => {
  const { owner, guest, close } = await two(browser)
  await owner.addNote('Far away', { x: 400, y: 140 })
  await expect(guest.noteByText('Far away')).toBeVisible()
  await guest.page.getByRole('button', { name: 'Olga Owner: follow' }).click()
  const box = await owner.wall.boundingBox()
  await owner.page.mouse.move((box?.x ?? 0) + 700, (box?.y ?? 0) + 500)
  await owner.page.mouse.wheel(300, 200)
  await expect
    .poll(async () => {
      const [mine, theirs] = [
        await owner.noteByText('Far away').boundingBox(),
        await guest.noteByText('Far away').boundingBox(),
      ]
      return Math.abs((mine?.x ?? 0) - (theirs?.x ?? 999)) + Math.abs((mine?.y ?? 0) - (theirs?.y ?? 999))
    })
    .toBeLessThan(4)
  await expect(guest.page.getByText(/^Following/).first()).toBeVisible()
  await guest.page.mouse.move((box?.x ?? 0) + 700, (box?.y ?? 0) + 600)
  await guest.page.mouse.wheel(-50, 0)
  await expect(guest.page.getByRole('button', { name: 'Olga Owner: follow' })).toHaveAttribute('aria-pressed', 'false')
  await close()
})

test('the board page has nothing that axe objects to: wall, outline, palette, keys, invite', async ({ browser }) => {
  const { owner, close } = await two(browser)
  const { page } = owner
  await owner.addNote('Orders', { x: 300, y: 140 })
  const violations = async () =>
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  expect(await violations()).toEqual([])
  await owner.openPanel('Outline')
  expect(await violations()).toEqual([])
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  expect(await violations()).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible()
  await page.getByText(/^More: a link with a limit/).click()
  await page.getByRole('button', { name: 'Make a link' }).click()
  await expect(page.getByRole('img', { name: 'QR code of the invite link' })).toBeVisible()
  expect(await violations()).toEqual([])
  await close()
})
