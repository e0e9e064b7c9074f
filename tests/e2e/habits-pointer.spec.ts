import { devices, expect, test } from '@playwright/test'
import { inviteTo, joinAsGuest, onBoard, type Point } from '#tests/drivers/board.ts'
import { alone, boxOf, middleOf, press } from '#tests/drivers/habits.ts'
import { fingersOn } from '#tests/drivers/touch.ts'

const at = (x: number, y: number): Point => ({ x, y })

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

  // One finger on empty paper moves the wall.
  const lay = await middleOf(board, 'Waits')
  await fingers.stroke([at(150, 520), at(170, 490)])
  await expect.poll(async () => Math.round((await middleOf(board, 'Waits')).y - lay.y)).toBe(-30)
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
