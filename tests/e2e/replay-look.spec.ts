import { stat } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { openBoard, ownerWithBoard } from '../drivers/board.ts'
import { methodOn } from '../drivers/method.ts'
import { onReplay, openReplay } from '../drivers/replay.ts'
import { fingersOn } from '../drivers/touch.ts'

/** A board on which three notes were put up, one after the other. */
async function boardWithHistory(page: Page): Promise<string> {
  const boardId = await ownerWithBoard(page.context(), 'Espresso')
  const board = await openBoard(page, boardId)
  for (const [at, text] of ['Takes the order', 'Makes the espresso', 'Serves'].entries())
    await board.addNote(text, { x: 320 + at * 240, y: 220 })
  await board.says('Saved')
  return boardId
}

test('the board’s menu leads to the replay, whose controls all fit a narrow window', async ({ page }) => {
  await boardWithHistory(page)
  await page.getByRole('button', { name: 'Board', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Replay this board' }).click()
  await page.waitForURL(/\/replay$/)
  const replay = onReplay(page)
  await expect(replay.wall).toBeVisible()
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    for (const button of await page.getByRole('region', { name: 'Player' }).getByRole('button').all())
      await expect(button).toBeInViewport({ ratio: 1 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
})

test('a far jump on a large wall is seen as a picture at once, and then as the wall itself', async ({ page }) => {
  const boardId = await ownerWithBoard(page.context(), 'Many notes')
  const board = await openBoard(page, boardId)
  await methodOn(board).paste(Array.from({ length: 300 }, (_, at) => `Step ${at + 1}`).join('\n'))
  await board.says('Saved')
  const replay = await openReplay(page, `/b/${boardId}/replay?row=-1`)
  const seen = () => page.evaluate(() => performance.getEntriesByName('replay.settled').length)
  expect(await seen()).toBe(0)
  await replay.press('End')
  await expect.poll(seen).toBe(1)
  await expect(page.locator('[data-glimpsed]')).toHaveCount(0)
  await expect(replay.wall.locator('.note').first()).toBeVisible()
  // A hand that does not rest sees pictures alone; the wall follows when it does.
  const track = await replay.timeline.boundingBox()
  if (!track) throw new Error('no timeline')
  await page.mouse.move(track.x + 1, track.y + 10)
  await page.mouse.down()
  await expect.poll(seen).toBe(2)
  await expect(replay.wall.locator('.note')).toHaveCount(0)
  await page.mouse.up()
})

test('a stretch is filmed and saved, while the wall behind stands still', async ({ page }) => {
  const boardId = await boardWithHistory(page)
  const replay = await openReplay(page, `/b/${boardId}/replay`)
  await replay.press('Home')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Record a clip' }).click()
  await page.getByLabel('Length of the film').selectOption('10')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  const film = await saved
  expect(film.suggestedFilename()).toMatch(/^Espresso .*\.webm$/)
  // A film without a picture is a header of some hundred bytes; how many pictures there are is up to the machine.
  expect((await stat(await film.path())).size).toBeGreaterThan(4_000)
  await page.keyboard.press('Escape')
  await replay.shows([])
})

test.describe('by touch', () => {
  test.use({ hasTouch: true })
  test('a finger on the timeline has the wall of that moment above it, until it lets go', async ({ page }) => {
    const boardId = await boardWithHistory(page)
    await page.setViewportSize({ width: 390, height: 844 })
    const replay = await openReplay(page, `/b/${boardId}/replay`)
    const track = await replay.timeline.boundingBox()
    if (!track) throw new Error('no timeline')
    const y = track.y + track.height / 2
    const fingers = await fingersOn(page)
    const letGo = await fingers.hold({ x: track.x + 20, y }, { x: track.x + track.width * 0.7, y })
    const small = page.locator('[data-slot=moment-picture]')
    await expect(small).toBeVisible()
    await expect(small.locator('canvas')).toHaveAttribute('data-painted', 'true')
    const box = await small.boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(track.y)
    await letGo()
    await expect(small).toHaveCount(0)
  })
})
