import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { inviteTo, joinAsGuest, openBoard, ownerWithBoard } from '../drivers/board.ts'
import { openReplay } from '../drivers/replay.ts'

const clean = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(node => node.html.slice(0, 200)) }))).toEqual([])
}

test('a short workshop by two people is watched again, shared by a link, and mended', async ({ browser }) => {
  test.setTimeout(180_000)
  const [olgas, guests, strangers] = [
    await browser.newContext(),
    await browser.newContext(),
    await browser.newContext(),
  ]
  const boardId = await ownerWithBoard(olgas, 'Espresso')
  await joinAsGuest(guests, await inviteTo(olgas, boardId), 'Gus Guest')

  // The workshop: three notes by two people, one moved, one taken off.
  const olga = await openBoard(await olgas.newPage(), boardId)
  const gus = await openBoard(await guests.newPage(), boardId)
  await olga.addNote('Takes the order', { x: 420, y: 200 })
  await expect(gus.noteByText('Takes the order')).toBeVisible()
  await gus.addNote('Makes the espresso', { x: 720, y: 200 })
  await expect(olga.noteByText('Makes the espresso')).toBeVisible()
  await gus.drag('Makes the espresso', { x: 120, y: 160 })
  await olga.addNote('Waits in vain', { x: 420, y: 420 })
  await olga.noteByText('Waits in vain').click()
  await olga.page.keyboard.press('Delete')
  await expect(gus.noteByText('Waits in vain')).toHaveCount(0)
  await olga.says('Saved')

  // The contributor may not look, by page or by bytes.
  const refused = await gus.page.goto(`/b/${boardId}/replay`)
  expect(refused?.status()).toBe(404)
  expect((await guests.request.get(`/api/boards/${boardId}/replay`)).status()).toBe(403)

  // What was on the wall at three moments.
  const replay = await openReplay(olga.page, `/b/${boardId}/replay`)
  await replay.press('End')
  await replay.says('Olga Owner took off “Waits in vain”')
  await replay.shows(['Makes the espresso', 'Takes the order'])
  await replay.press('ArrowLeft')
  await replay.shows(['Makes the espresso', 'Takes the order', 'Waits in vain'])
  await replay.stepTo('ArrowLeft', /Gus Guest moved “Makes the espresso”/)
  const moved = await replay.wall.locator('.note', { hasText: 'Makes the espresso' }).boundingBox()
  await replay.press('ArrowLeft')
  await expect
    .poll(async () => (await replay.wall.locator('.note', { hasText: 'Makes the espresso' }).boundingBox())?.y)
    .toBeLessThan((moved?.y ?? 0) - 50)
  await replay.shows(['Makes the espresso', 'Takes the order'])
  await replay.stepTo('ArrowLeft', /Olga Owner (wrote|put up) “Takes the order”/)
  await replay.shows(['Takes the order'])

  // Played to the end, it ends where the board is.
  await olga.page.getByRole('combobox', { name: 'Speed' }).selectOption('64')
  await replay.press(' ')
  await expect(olga.page.getByRole('button', { name: 'Pause' })).toHaveCount(0)
  await replay.says('took off “Waits in vain”')

  // One note's history, newest first; pressing a line goes there.
  await replay.wall.locator('.note', { hasText: 'Makes the espresso' }).click()
  await expect(olga.page.getByText('Last touched by Gus Guest')).toBeVisible()
  await olga.page.getByRole('button', { name: 'History', exact: true }).first().click()
  const history = olga.page.getByRole('complementary', { name: 'History' })
  await expect(history.getByRole('listitem').first()).toContainText('moved “Makes the espresso”')
  await clean(olga.page)
  await history.getByRole('listitem').last().getByRole('button').click()
  await replay.says('Gus Guest put up')

  // Shared by a link, until it is closed.
  await olga.page.getByRole('button', { name: 'Share replay' }).click()
  await olga.page.getByRole('button', { name: 'Make a link' }).click()
  const link = await olga.page.getByLabel('The link, shown this once').inputValue()
  await clean(olga.page)
  const stranger = await openReplay(await strangers.newPage(), link)
  expect(stranger.page.url()).not.toContain(link.split('/').at(-1) ?? '')
  await stranger.press('End')
  await stranger.shows(['Makes the espresso', 'Takes the order'])
  await expect(stranger.page.getByRole('button', { name: 'Share replay' })).toHaveCount(0)
  await clean(stranger.page)
  await olga.page.getByRole('button', { name: 'Close this link' }).click()
  await expect(olga.page.getByRole('button', { name: 'Close this link' })).toHaveCount(0)
  await stranger.page.goto(link)
  await expect(stranger.page.getByRole('heading', { name: 'This link was closed' })).toBeVisible()
  await olga.page.keyboard.press('Escape')

  // Mended: what was taken off comes back, for everybody at once.
  await replay.press('End')
  await replay.says('took off “Waits in vain”')
  await history.getByRole('button', { name: 'Bring back what was taken off here' }).click()
  const again = await openBoard(await guests.newPage(), boardId)
  await expect(again.noteByText('Waits in vain')).toBeVisible()
  for (const context of [olgas, guests, strangers]) await context.close()
})
