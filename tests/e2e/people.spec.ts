import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { inviteTo, openBoard, ownerWithBoard } from '#tests/drivers/board.ts'

const phone = { width: 390, height: 844 }

/** Nothing that axe objects to, and nothing that sticks out sideways. */
async function isSound(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
}

let count = 0
/** Goes through a link for members as somebody who has no account yet: making one is joining. */
async function comeAs(context: BrowserContext, link: string, name: string): Promise<Page> {
  count += 1
  const page = await context.newPage()
  await page.goto(link)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Email').fill(`member-${process.pid}-${Date.now()}-${count}@example.org`)
  await page.getByLabel('Password').fill('a long enough passphrase')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Boards' })).toBeVisible()
  return page
}

/** Makes a link for members on the people page, by keyboard. */
async function invite(page: Page, role: string): Promise<string> {
  await page.goto('/workspace')
  await page.getByRole('button', { name: 'Invite people' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Invite people' })
  await dialog.getByLabel('They come as').selectOption(role)
  await dialog.getByLabel('For how many people').press('Enter')
  await expect(dialog.getByRole('img', { name: 'QR code of the invite link' })).toBeVisible()
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue()
  await page.keyboard.press('Escape')
  return link
}

const person = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })

test('a manager comes in by a link, reads and changes nothing, leads once made facilitator, and is out at once when removed', async ({
  browser,
}) => {
  const owner = await browser.newContext()
  const boardId = await ownerWithBoard(owner, 'Ordering coffee')
  const page = await owner.newPage()
  const guest = await browser.newContext()
  const theirs = await comeAs(guest, await invite(page, 'manager'), 'Mona Manager')

  // A manager reads.
  await expect(theirs.getByRole('link', { name: 'Ordering coffee' })).toBeVisible()
  await expect(theirs.getByRole('button', { name: 'New board' })).toBeHidden()
  await theirs.getByRole('link', { name: 'Library' }).click()
  await expect(theirs.getByRole('heading', { name: 'Library' })).toBeVisible()
  await theirs.goto(`/b/${boardId}`)
  await expect(theirs.getByText('Managers read boards').first()).toBeVisible()
  await theirs.goto('/workspace')
  await expect(person(theirs, 'Mona Manager')).toContainText('Manager')
  await expect(theirs.getByRole('button', { name: 'Invite people' })).toBeHidden()
  expect((await guest.request.patch(`/api/boards/${boardId}`, { data: { title: 'Mine' } })).status()).toBe(403)

  // A facilitator leads.
  await page.goto('/workspace')
  await page.getByLabel('Role of Mona Manager').selectOption('Facilitator')
  await expect(page.getByText('Mona Manager is facilitator now.', { exact: true })).toBeVisible()
  const board = await openBoard(theirs, boardId)
  await board.addNote('The guest orders', { x: 300, y: 200 })
  const session = await board.openPanel('People')
  await session
    .getByRole('button', { name: 'New session' })
    .or(session.getByRole('button', { name: 'Open' }))
    .click()
  await theirs.getByRole('button', { name: 'Open now' }).click()
  await expect(session.getByText('Open', { exact: true })).toBeVisible()

  // Who forgot their password gets a link for a new one.
  await page.getByRole('button', { name: 'More for Mona Manager' }).press('Enter')
  await page.getByRole('menuitem', { name: 'New password' }).press('Enter')
  await page.getByRole('button', { name: 'Make the link' }).press('Enter')
  await expect(page.getByRole('textbox', { name: 'Link' })).toHaveValue(/reset/)
  await page.keyboard.press('Escape')

  // Removed, by keyboard: out of the wall that they lead, of the library, of everything.
  const more = page.getByRole('button', { name: 'More for Mona Manager' })
  await more.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Remove from the workspace' }).press('Enter')
  const asked = page.getByRole('dialog', { name: 'Remove Mona Manager?' })
  await asked.getByRole('button', { name: 'Remove' }).press('Enter')
  await expect(person(page, 'Mona Manager')).toHaveCount(0)
  await expect(theirs.getByText(/removed/i).first()).toBeVisible()
  await theirs.goto(`/b/${boardId}`)
  await expect(theirs.getByText('The guest orders')).toHaveCount(0)
  expect((await guest.request.get(`/api/boards/${boardId}`)).status()).toBe(404)
  await theirs.goto('/')
  await expect(theirs.getByRole('link', { name: 'Ordering coffee' })).toHaveCount(0)
  await owner.close()
  await guest.close()
})

test('somebody in several workspaces switches between them, and a new board says in which', async ({ browser }) => {
  const owner = await browser.newContext()
  await ownerWithBoard(owner, 'Ordering coffee')
  const page = await owner.newPage()
  await page.goto('/workspace/settings')
  await page.getByLabel('Name', { exact: true }).fill('Coffee house')
  await page.getByRole('button', { name: 'Save the name' }).click()
  await expect(page.getByRole('heading', { name: 'Coffee house' })).toBeVisible()
  const other = await browser.newContext()
  const theirs = await comeAs(other, await invite(page, 'facilitator'), 'Fay')

  await expect(theirs.getByText('Coffee house')).toBeVisible()
  const switchTo = async (name: RegExp) => {
    await theirs.getByRole('button', { name: /account and display/ }).press('Enter')
    await theirs.getByRole('menuitemcheckbox', { name }).press('Enter')
  }
  await switchTo(/Fay’s workspace/)
  await expect(theirs.getByRole('heading', { name: 'No boards yet' })).toBeVisible()
  await theirs.getByRole('button', { name: 'New board' }).click()
  const dialog = theirs.getByRole('dialog', { name: 'New board' })
  await dialog.getByLabel('Title').fill('From afar')
  await dialog.getByLabel('In', { exact: true }).selectOption('Coffee house')
  await dialog.getByRole('button', { name: 'Make the board' }).click()
  await expect(theirs).toHaveURL(/\/b\//)
  await theirs.goto('/')
  await expect(theirs.getByRole('heading', { name: 'No boards yet' })).toBeVisible()
  await switchTo(/Coffee house/)
  await expect(theirs.getByRole('link', { name: 'From afar' })).toBeVisible()
  await expect(theirs.getByRole('link', { name: 'Ordering coffee' })).toBeVisible()

  // Who has had enough leaves.
  await theirs.goto('/workspace')
  await theirs.getByRole('button', { name: 'Leave the workspace' }).click()
  await theirs.getByRole('dialog').getByRole('button', { name: 'Leave' }).click()
  await expect(theirs.getByRole('heading', { name: 'No boards yet' })).toBeVisible()
  await owner.close()
  await other.close()
})

test('an open invite is listed until it is closed, and leads nowhere then', async ({ browser }) => {
  const owner = await browser.newContext()
  await ownerWithBoard(owner)
  const page = await owner.newPage()
  const link = await invite(page, 'manager')
  const list = page.getByRole('list', { name: 'Open invites' })
  await expect(list.getByRole('listitem')).toContainText('Manager, for one person')
  await list.getByRole('button', { name: /^Close/ }).press('Enter')
  await expect(list).toHaveCount(0)
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link was closed' })).toBeVisible()
  await owner.close()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the people of a workspace can be read and asked in on a phone, ${colorScheme}`, async ({ browser }) => {
    const owner = await browser.newContext({ viewport: phone, colorScheme, hasTouch: true })
    await ownerWithBoard(owner)
    const page = await owner.newPage()
    const link = await invite(page, 'facilitator')
    const other = await browser.newContext()
    await comeAs(other, link, 'Nguyễn Thị Minh-Khai (extern) دبل إسبريسو ☕ in one breath')
    await invite(page, 'manager')
    await expect(page.getByRole('list', { name: 'Open invites' })).toBeVisible()
    await isSound(page)
    await page.screenshot({ path: `tests/.output/people-${colorScheme}.png`, fullPage: true })
    await page.goto('/workspace/settings')
    await isSound(page)
    await page.goto(link)
    await isSound(page)
    await owner.close()
    await other.close()
  })

test('the logo of the workspace is at the door, on the report and on the printed wall', async ({ browser }) => {
  const owner = await browser.newContext()
  const boardId = await ownerWithBoard(owner, 'Ordering coffee', 'coffee')
  const page = await owner.newPage()
  await page.goto('/workspace/settings')
  const choose = page.getByLabel('Picture for the logo')
  await choose.setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') })
  await expect(page.getByText('A logo is a PNG or a JPEG picture.')).toBeVisible()
  const buffer = await sharp({ create: { width: 300, height: 90, channels: 3, background: '#a33' } })
    .png()
    .toBuffer()
  await choose.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer })
  const logo = (on: Page) => on.getByRole('img', { name: 'Olga Owner’s workspace' })
  await expect(logo(page)).toBeVisible()
  await isSound(page)
  await page.goto(`/b/${boardId}/report`)
  await expect(logo(page)).toBeVisible()
  await page.goto(`/b/${boardId}/report/wall`)
  await expect(page.locator('main svg image[href^="data:image/png"]')).toHaveCount(1)
  const guest = await browser.newContext({ viewport: phone })
  const door = await guest.newPage()
  await door.goto(`/join/${await inviteTo(owner, boardId)}`)
  await expect(logo(door)).toBeVisible()
  await isSound(door)
  await owner.close()
  await guest.close()
})
