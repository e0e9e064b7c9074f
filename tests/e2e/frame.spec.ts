import { expect, test } from '@playwright/test'
import { expectRoom, floating, freeWall } from '#tests/drivers/frame.ts'
import { alone } from '#tests/drivers/habits.ts'
import { ledSession, phone, putCardAway } from '#tests/drivers/leading.ts'
import { goTo } from '#tests/drivers/rounds.ts'

test('five tabs by name hold the panels; a panel is as wide as it is pulled, by keys too, and what was in sight stays', async ({
  browser,
}) => {
  const { board, context } = await alone(browser)
  const { page } = board
  await board.addNote('At the right', { x: 1240, y: 300 })
  await board.addNote('At the left', { x: 200, y: 300 })
  const tabs = page.getByRole('navigation', { name: 'Panels' }).getByRole('button')
  await expect(tabs).toHaveText(['Now', 'Process', 'Details', 'Talk', 'Numbers'])
  const boxOf = async (text: string) => (await board.noteByText(text).boundingBox()) ?? { x: -1, y: -1, width: 0 }
  const before = await boxOf('At the right')
  await tabs.filter({ hasText: 'Process' }).click()
  const points = await board.openPanel('Points of failure')
  const edge = async () => (await points.boundingBox())?.x ?? 0
  await expect
    .poll(async () => {
      const [right, left] = [await boxOf('At the right'), await boxOf('At the left')]
      return right.x + right.width <= (await edge()) && left.x >= 64
    })
    .toBe(true)
  const was = await edge()
  await points.getByRole('separator', { name: 'Width of the panel' }).press('ArrowLeft')
  await expect.poll(edge).toBeLessThan(was)

  // The tab remembers its part; a press on it closes it, and the wall is as it was.
  await tabs.filter({ hasText: 'Process' }).click()
  await expect(points).toHaveCount(0)
  await expect.poll(async () => Math.round((await boxOf('At the right')).x - before.x)).toBe(0)
  await tabs.filter({ hasText: 'Process' }).click()
  await expect(points).toBeVisible()
  await page.reload()
  await expect(points).toBeVisible()
  await expect(page.getByRole('img', { name: 'Minimap' })).toHaveCount(0)
  await context.close()
})

test('an activity opens what it needs and takes it away again, and gives back what one had open oneself', async ({
  browser,
}) => {
  const { lead, guest, close } = await ledSession(browser)
  const ben = await guest('Ben')
  const panel = (name: string) => ben.page.getByRole('complementary', { name, exact: true })
  await ben.openPanel('Outline')
  await goTo(lead, [lead, ben], 'Find the points of failure')
  await expect(panel('Points of failure')).toBeVisible()
  await goTo(lead, [lead, ben], 'What we do')
  await expect(panel('Outline')).toBeVisible()
  await ben.page.getByRole('button', { name: 'Close panel' }).click()

  // Who comes late finds the same as everybody: the card, and the panel.
  await goTo(lead, [lead, ben], 'Verdicts')
  const late = await guest('Lata')
  await expect(late.page.getByRole('region', { name: 'Instruction: Verdicts' })).toBeVisible()
  await expect(late.page.getByRole('complementary', { name: 'Now' })).toBeVisible()
  expect(await freeWall(ben.page)).toBeGreaterThan(0.6)
  await close()
})

test('the tools stand with their names; what the activity asks for comes first, and a kind is dragged onto the wall', async ({
  browser,
}) => {
  const { lead, guest, close } = await ledSession(browser)
  const ben = await guest('Ben')
  const tools = ben.page.getByRole('navigation', { name: 'Tools and notes' })
  const names = () => tools.getByRole('button').allInnerTexts()
  await expect.poll(async () => (await names()).filter(Boolean)).toEqual(['Select', 'Hand'])
  await goTo(lead, [lead, ben], 'Find the points of failure')
  await expect
    .poll(async () => (await names()).slice(2, 5))
    .toEqual(['Moment of Truth', 'Break Point', 'Business Rule'])
  await goTo(lead, [lead, ben], 'What we do')
  const step = await tools.getByRole('button', { name: 'Step', exact: true }).boundingBox()
  if (!step) throw new Error('There is no step.')
  await ben.page.mouse.move(step.x + 20, step.y + 20)
  await ben.page.mouse.down()
  await ben.page.mouse.move(500, 420, { steps: 6 })
  await expect(ben.wall.locator('.ghost')).toBeVisible()
  await ben.page.mouse.up()
  await ben.page.keyboard.type('Dragged here')
  await ben.page.keyboard.press('Escape')
  await expect(ben.noteByText('Dragged here')).toBeVisible()
  await expect(lead.noteByText('Dragged here')).toBeVisible()
  await close()
})

test('at each activity enough of the wall is left, and one box at most floats over it', async ({ browser }) => {
  test.setTimeout(300_000)
  const { lead, guest, close } = await ledSession(browser)
  const ben = await guest('Ben')
  const agenda = await lead.openPanel('Agenda')
  await agenda.getByRole('button', { name: 'Add an activity' }).click()
  await lead.page.getByRole('menuitem', { name: 'Ideas, on your own' }).click()
  await lead.page.getByRole('button', { name: 'Close panel' }).click()
  await putCardAway(ben)
  await expectRoom(ben.page, 'Welcome, Ben')
  for (const activity of [
    'Agree the outcome',
    'The customer’s process',
    'What we do',
    'Find the points of failure',
    'Dot voting',
    'Verdicts',
    'Actions and close',
    'Ideas, on your own',
  ]) {
    await goTo(lead, [lead, ben], activity)
    await expectRoom(lead.page, `${activity}, who leads`)
    await expectRoom(ben.page, `${activity}, Ben`)
  }
  await close()
})

test('an empty wall has three cards to begin with, each done where it stands; Escape in a field keeps what was typed', async ({
  browser,
}) => {
  const { board, context } = await alone(browser)
  const { page } = board
  const cards = page.getByRole('list', { name: 'Before anybody comes' })
  await cards.getByRole('textbox', { name: 'The promise' }).fill('Seen within a week')
  await page.keyboard.press('Escape')
  const lane = cards.getByRole('textbox', { name: 'Name of lane Customer' })
  await lane.fill('Patient')
  await lane.press('Escape')
  await expect(board.wall.getByRole('button', { name: /^Lane Patient/ })).toBeVisible()
  await cards.getByRole('button', { name: 'Agenda' }).click()
  await page.getByRole('menuitem', { name: 'Two hours' }).click()
  await expect(cards.getByRole('img', { name: 'Done' })).toHaveCount(2)
  await cards.getByRole('button', { name: 'Share' }).click()
  await expect(page.locator('[data-share-code]')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(cards.getByRole('img', { name: 'Done' })).toHaveCount(3)
  const outcome = await board.openPanel('Outcome')
  await expect(outcome.getByLabel('The promise')).toHaveValue('Seen within a week')
  await board.addNote('Asks for an appointment', { x: 300, y: 120 })
  await expect(cards).toHaveCount(0)

  const details = await board.openPanel('Details')
  const first = details.getByRole('textbox').first()
  await first.fill('7')
  await first.press('Escape')
  await expect(first).not.toBeFocused()
  await expect(first).toHaveValue(/^7/)

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('option').first()).toContainText('Move everybody to the next activity')
  for (const [words, found] of [
    ['invite', 'Share'],
    ['sticky', 'Note: Step'],
    ['night', 'Switch between day and night'],
    ['account', 'Your account'],
    ['help', 'Help'],
  ] as const) {
    await page.getByRole('combobox').fill(words)
    await expect(page.getByRole('option').filter({ hasText: found }).first()).toBeVisible()
  }
  await context.close()
})

test('a phone has four pages; nothing else lies over its wall, and what waits in Now is marked', async ({
  browser,
}) => {
  const { lead, guest, close } = await ledSession(browser)
  const ann = await guest('Ann', phone)
  const pages = ann.page.getByRole('navigation', { name: 'Pages' })
  await expect(pages.getByRole('button')).toHaveText(['Now', 'Wall', 'People', 'More'])
  await expect(pages.getByRole('button', { name: 'Wall' })).toHaveAttribute('aria-pressed', 'true')
  await ann.page.getByRole('button', { name: 'Got it' }).click()
  expect(await floating(ann.page)).toEqual([])
  expect(await freeWall(ann.page)).toBeGreaterThan(0.75)
  await pages.getByRole('button', { name: 'People' }).click()
  await expect(ann.page.getByRole('complementary', { name: 'People' })).toBeVisible()
  await pages.getByRole('button', { name: 'Wall' }).click()
  await expect(ann.page.getByRole('complementary')).toHaveCount(0)

  await goTo(lead, [lead], 'Dot voting')
  await expect(ann.page.getByRole('complementary', { name: 'Dot voting' })).toBeVisible()
  await goTo(lead, [lead], 'What we do')
  await expect(pages.getByRole('button', { name: 'Wall' })).toHaveAttribute('aria-pressed', 'true')
  await pages.getByRole('button', { name: 'More' }).click()
  await ann.page.getByRole('dialog', { name: 'More' }).getByRole('button', { name: 'Step', exact: true }).click()
  await ann.wall.tap({ position: { x: 260, y: 150 } })
  await expect(ann.wall.locator('textarea')).toBeFocused()
  await ann.page.keyboard.type('From a phone')
  await expect(lead.noteByText('From a phone')).toBeVisible()
  await close()
})
