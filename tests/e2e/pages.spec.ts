import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { inviteTo, ownerWithBoard } from '#tests/drivers/board.ts'

/** Nothing that axe objects to, and nothing that sticks out sideways. */
async function isSound(page: Page, path: string, shows: string | RegExp) {
  await page.goto(path)
  await expect(page.getByRole('heading', { name: shows }).first()).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0)
}

for (const [screen, viewport] of Object.entries({
  laptop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
})) {
  test(`the pages around the wall are sound for everybody on a ${screen}`, async ({ browser }) => {
    const nobody = await (await browser.newContext({ viewport })).newPage()
    await isSound(nobody, '/', /./)
    await isSound(nobody, '/sign-in', /sign in/i)
    await isSound(nobody, '/sign-up', /./)
    await isSound(nobody, '/join', /./)
    await isSound(nobody, '/nowhere', /./)
    await isSound(nobody, '/b/nobodys-board', /./)

    const owner = await browser.newContext({ viewport })
    const boardId = await ownerWithBoard(owner, 'Nguyễn Thị Minh-Khai (extern) orders 2 × دبل إسبريسو ☕ in one breath')
    const page = await owner.newPage()
    await isSound(page, '/', 'Boards')
    await isSound(page, '/nowhere', /./)

    await isSound(nobody, `/join/${await inviteTo(owner, boardId)}`, /./)
    await owner.close()
    await nobody.context().close()
  })
}
