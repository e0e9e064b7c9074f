import { expect, test } from '@playwright/test'
import { alone, boxOf, middleOf } from '#tests/drivers/habits.ts'

for (const width of [1280, 390])
  test(`at ${width} px a lane’s name makes room for notes, lets them be taken through it, and stays while its lane is in sight`, async ({
    browser,
  }) => {
    const { board, context } = await alone(browser, { viewport: { width, height: 800 } })
    const { page, wall } = board
    const name = (lane: string) => wall.getByRole('button', { name: `Lane ${lane},` })
    const nameBox = async (lane: string) => {
      const box = await name(lane).boundingBox()
      if (!box) throw new Error(`The lane "${lane}" has no name.`)
      return box
    }
    const usual = await nameBox('Front stage')
    const { x: left = 0, y: edge = 0 } = (await wall.boundingBox()) ?? {}
    // A note that begins where the name lies: the name makes room above the lane's edge.
    await board.addNote('Takes the order', { x: usual.x - left + 90, y: usual.y - edge + 13 + 62 })
    await expect
      .poll(async () => (await nameBox('Front stage')).y + usual.height - (await boxOf(board, 'Takes the order')).y)
      .toBeLessThanOrEqual(4)
    // Now it lies there, too: the name is seen through, and pressing it takes the note.
    await board.drag('Takes the order', { x: 0, y: -60 })
    await page.keyboard.press('Escape')
    await expect(name('Front stage').locator('../..')).toHaveAttribute('data-lies', 'faint')
    await page.mouse.click(usual.x + usual.width / 2, usual.y + usual.height / 2)
    await expect(board.noteByText('Takes the order')).toHaveAttribute('aria-selected', 'true')
    // With its edge out of sight the name stays at the wall's own; where a note comes, it goes.
    const { x, y } = await middleOf(board, 'Takes the order')
    await page.mouse.move(x, y + 200)
    await page.mouse.wheel(0, 100)
    await expect.poll(async () => (await nameBox('Customer')).y - edge).toBeGreaterThan(0)
    await expect(name('Customer').locator('../..')).toHaveAttribute('data-lies', 'across')
    await page.mouse.wheel(0, 190)
    await expect(name('Front stage').locator('../..')).toHaveAttribute('data-lies', 'away')
    await context.close()
  })
