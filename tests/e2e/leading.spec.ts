import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { choose, clockOf, clockOff, ledSession, personIn, phone, putCardAway, stageOf } from '#tests/drivers/leading.ts'

const minute = 60_000

async function expectAccessible(page: Page, what: string) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(each => `${what}: ${each.id} ${each.nodes[0]?.html}`)).toEqual([])
}

test('the agenda moves on for everybody, and all see the same second, with clocks ten minutes off', async ({
  browser,
}) => {
  const { lead, guest, close } = await ledSession(browser)
  const ben = await guest('Ben', {}, clockOff(10 * minute))
  const mai = await guest('Mai', phone, clockOff(-10 * minute))
  await expect(stageOf(ben.page)).toContainText('Welcome')
  await expect(ben.page.getByRole('region', { name: 'Instruction: Welcome' })).toBeVisible()
  await lead.page.getByRole('button', { name: 'Next: Agree the outcome' }).click()
  for (const { page } of [lead, ben, mai]) await expect(stageOf(page)).toContainText('Agree the outcome')

  await lead.page.getByRole('button', { name: 'Start the timer' }).click()
  await expect(clockOf(lead.page)).toHaveAttribute('data-timer', 'running')
  const eva = await guest('Eva')
  await expect(stageOf(eva.page)).toContainText('Agree the outcome')
  const seen = async () => Promise.all([lead, ben, mai, eva].map(({ page }) => clockOf(page).textContent()))
  await expect.poll(async () => new Set(await seen()).size).toBe(1)
  expect((await seen())[0]).toMatch(/^14:\d\d$/)

  await lead.page.keyboard.press('Shift+M')
  await expect(clockOf(ben.page)).toHaveText(/^15:\d\d$/)
  await lead.page.getByRole('button', { name: 'Pause the timer' }).click()
  await expect(clockOf(mai.page)).toHaveAttribute('data-timer', 'paused')
  expect(new Set(await seen()).size).toBe(1)
  await close()
})

test('a freeze says why nothing can be written, by the facilitator and by the end of the time', async ({ browser }) => {
  const { lead, guest, close } = await ledSession(browser)
  const ben = await guest('Ben')
  await lead.page.getByRole('button', { name: 'Agenda', exact: true }).first().click()
  await lead.page.getByRole('menuitemcheckbox', { name: 'What we do' }).click()
  await putCardAway(ben)
  await ben.addNote('Takes the order', { x: 300, y: 380 })
  const frozen = ben.page.getByRole('status').filter({ hasText: 'frozen' })
  await expect(frozen).toHaveCount(0)

  await lead.page.keyboard.press('Shift+F')
  await expect(frozen).toContainText('The facilitator has frozen the wall for a moment.')
  await expect(ben.page.getByRole('button', { name: 'Step', exact: true })).toBeDisabled()
  await lead.page.keyboard.press('Shift+F')
  await expect(frozen).toHaveCount(0)

  const agenda = await lead.openPanel('Agenda')
  await agenda.getByRole('button', { name: /^4 What we do/ }).click()
  await agenda.getByRole('switch', { name: 'Freeze the wall when the time is up' }).click()
  await clockOf(lead.page).click()
  await lead.page.getByRole('spinbutton', { name: 'Minutes of your own choice' }).fill('0.1')
  await lead.page.keyboard.press('Enter')
  await expect(clockOf(ben.page)).toHaveAttribute('data-timer', 'over')
  await expect(frozen).toBeVisible()
  await lead.page.getByRole('button', { name: 'Let everybody write again' }).click()
  await expect(frozen).toHaveCount(0)
  await close()
})

test('everybody is brought along and may go back; light, hands in order, ready and reactions are seen', async ({
  browser,
}) => {
  const { lead, guest, close } = await ledSession(browser)
  const ben = await guest('Ben')
  const mai = await guest('Mai', phone)
  await putCardAway(lead)
  await lead.addNote('Here', { x: 700, y: 380 })
  const place = async () => Math.round((await ben.noteByText('Here').boundingBox())?.x ?? -1)
  await expect(ben.noteByText('Here')).toBeVisible()
  const before = await place()
  await lead.page.getByRole('button', { name: 'Zoom in' }).click()
  await lead.page.getByRole('button', { name: 'Zoom in' }).click()
  await lead.page.keyboard.press('Shift+G')
  await expect(ben.page.getByText('Olga Owner brought you here.').first()).toBeVisible()
  await expect.poll(place).not.toBe(before)
  await ben.page.getByRole('button', { name: 'Return' }).click()
  await expect.poll(place).toBe(before)

  await lead.noteByText('Here').click()
  await lead.page.keyboard.press('Shift+S')
  await expect(stageOf(mai.page)).toContainText('Olga Owner points at “Here”')
  await lead.page.keyboard.press('Shift+S')
  await expect(mai.page.locator('[data-spotlight]')).toHaveCount(0)

  await stageOf(mai.page).getByRole('button').click()
  await mai.page.getByRole('button', { name: 'Raise hand' }).click()
  await expect(mai.page.getByRole('button', { name: 'Hand up, number 1' })).toBeVisible()
  await ben.page.getByRole('button', { name: 'Raise your hand' }).click()
  const people = await lead.openPanel('People')
  const hands = people.getByRole('region', { name: 'Hands' }).getByRole('listitem')
  await expect(hands).toHaveText([/1.*Mai/, /2.*Ben/])
  await mai.page.getByRole('button', { name: 'I’m ready' }).click()
  await expect(personIn(lead.page, 'Mai')).toContainText('Ready')
  await expect(personIn(lead.page, 'Mai').getByRole('img', { name: 'on a phone' })).toBeVisible()
  await mai.page.getByRole('button', { name: 'Applause' }).click()
  await expect(lead.page.locator('[data-reaction=applause]')).toContainText('Mai')
  await people.getByRole('button', { name: 'Take down the hand of Mai' }).click()
  await expect(hands).toHaveText([/1.*Ben/])
  await close()
})

test('roles change at once, and who is removed is out at once and stays out', async ({ browser }) => {
  const { lead, guest, close } = await ledSession(browser)
  const [ben, eva] = [await guest('Ben'), await guest('Eva')]
  const back = ben.page.url()
  await lead.openPanel('People')
  await choose(lead.page, 'Ben', 'Observer')
  await expect(personIn(lead.page, 'Ben')).toContainText('Observer')
  await expect(ben.page.getByRole('status').filter({ hasText: 'bservers' })).toBeVisible()
  await choose(lead.page, 'Eva', 'Facilitator')
  await expect(stageOf(eva.page).getByRole('button', { name: /^Next: / })).toBeVisible()
  await choose(lead.page, 'Ben', 'Remove from the session')
  await expect(ben.page.getByRole('heading', { name: 'You are no longer in this session' })).toBeVisible()
  await ben.page.goto(back)
  await expect(ben.page.locator('[data-slot=wall]')).toHaveCount(0)
  await expect(lead.page.getByRole('region', { name: 'Removed' })).toContainText('Ben')
  await close()
})

test('with the code shown large, a phone is in within ten seconds; a held lobby waits for a hand', async ({
  browser,
}) => {
  const { lead, code, boardId, stranger, close } = await ledSession(browser)
  const people = await lead.openPanel('People')
  await people.getByRole('button', { name: /^Code to join/ }).click()
  await expect(lead.page.locator('[data-code]')).toHaveText(`${code.slice(0, 3)} ${code.slice(3)}`)
  await expectAccessible(lead.page, 'code')
  await lead.page.keyboard.press('Escape')

  const mai = await stranger(phone)
  await mai.goto('/join')
  const began = Date.now()
  await mai.getByLabel('Code of a running workshop').pressSequentially(code.toLowerCase())
  await mai.getByLabel('Your name').fill('Mai')
  await mai.keyboard.press('Enter')
  await expect(mai.locator('[data-connection=Saved]')).toBeVisible()
  expect(Date.now() - began).toBeLessThan(10_000)
  await mai.reload()
  await expect(mai.locator('[data-connection=Saved]')).toBeVisible()
  const second = await mai.context().newPage()
  await second.goto(mai.url())
  await expect(second.locator('[data-connection=Saved]')).toBeVisible()
  await expect(personIn(lead.page, 'Mai')).toHaveCount(1)
  await expect(people.getByRole('region', { name: 'Here' })).toContainText('2 people')

  await people.getByRole('switch', { name: 'Hold newcomers in the lobby' }).click()
  await expect(people.getByRole('switch', { name: 'Hold newcomers in the lobby' })).toBeChecked()
  const [ann, tom] = [await stranger(phone), await stranger()]
  // The message goes by itself: it is looked for from the beginning.
  const told = lead.page.getByText('Ann waits in the lobby.').first().waitFor()
  for (const [page, name] of [
    [ann, 'Ann'],
    [tom, 'Tom'],
  ] as const) {
    await page.goto(`/join?code=${code}`)
    await page.getByLabel('Your name').fill(name)
    await page.keyboard.press('Enter')
    await expect(page.getByText('You are in the lobby.')).toBeVisible()
  }
  await expectAccessible(ann, 'lobby')
  await told
  await people.getByRole('button', { name: 'Let in Ann' }).click()
  await expect(ann).toHaveURL(new RegExp(boardId))
  await expect(ann.locator('[data-connection=Saved]')).toBeVisible()
  await people.getByRole('button', { name: 'Turn away Tom' }).click()
  await expect(people.getByRole('button', { name: 'Turn away Tom' })).toHaveCount(0)
  await expect(people.getByRole('region', { name: 'Removed' })).toContainText('Tom')
  await close()
})

test('when who facilitates is gone, the time runs on and a facilitator of the workspace takes over', async ({
  browser,
}) => {
  const { lead, guest, close } = await ledSession(browser)
  const ben = await guest('Ben')
  await lead.openPanel('People')
  await choose(lead.page, 'Ben', 'Hand the session over')
  await expect(stageOf(ben.page).getByRole('button', { name: /^Next: / })).toBeVisible()
  await ben.page.getByRole('button', { name: 'Start the timer' }).click()
  await expect(clockOf(lead.page)).toHaveAttribute('data-timer', 'running')
  await ben.page.close()
  await lead.page.getByRole('button', { name: 'Take over' }).click()
  await expect(stageOf(lead.page).getByRole('button', { name: /^Next: / })).toBeVisible()
  await expect(clockOf(lead.page)).toHaveAttribute('data-timer', 'running')
  await close()
})

test('the agenda is changed during the session, by keys too, and what it allows holds at once', async ({ browser }) => {
  const { lead, guest, close } = await ledSession(browser)
  const ben = await guest('Ben')
  await putCardAway(ben)
  const tools = ben.page.getByRole('navigation', { name: 'Tools and notes' })
  const step = tools.getByRole('button', { name: 'Step', exact: true })
  // What the activity does not allow is not there.
  await expect(step).toHaveCount(0)
  const agenda = await lead.openPanel('Agenda')
  const rows = agenda.getByRole('list', { name: 'Agenda' }).getByRole('listitem')
  await expect(rows).toHaveCount(8)
  await agenda.getByRole('button', { name: /^Move Dot voting/ }).press('ArrowUp')
  await expect(rows.nth(4)).toContainText('Dot voting')
  await agenda.getByRole('button', { name: 'Add an activity' }).click()
  await lead.page.getByRole('menuitem', { name: 'Ideas, on your own' }).click()
  await expect(rows.nth(7)).toContainText('Ideas, on your own')

  await agenda.getByRole('button', { name: /^1 Welcome/ }).click()
  await agenda.getByRole('textbox', { name: 'Name' }).fill('Hello')
  await agenda.getByRole('textbox', { name: 'Name' }).press('Enter')
  await expect(stageOf(ben.page)).toContainText('Hello')
  await agenda.getByRole('group', { name: 'Notes they may put up' }).getByRole('button', { name: 'Step' }).click()
  await expect(step).toBeEnabled()
  await expectAccessible(lead.page, 'agenda')

  // Dragged upwards while another one is open, it goes where it is let go.
  const grip = agenda.getByRole('button', { name: /^Move Actions and close/ })
  await grip.scrollIntoViewIfNeeded()
  const at = await grip.boundingBox()
  if (!at) throw new Error('There is no grip.')
  await lead.page.mouse.move(at.x + 10, at.y + 20)
  await lead.page.mouse.down()
  await lead.page.mouse.move(at.x + 10, at.y - 10, { steps: 4 })
  await lead.page.mouse.move(at.x + 10, at.y - 30, { steps: 4 })
  await lead.page.mouse.up()
  await expect(rows.nth(7)).toContainText('Actions and close')

  await agenda.getByRole('button', { name: 'Keep for later' }).click()
  await lead.page.getByLabel('Name of the agenda').fill('Our own')
  await lead.page.getByRole('button', { name: 'Keep', exact: true }).click()
  await agenda.getByRole('button', { name: 'Use a ready agenda' }).click()
  await expect(lead.page.getByRole('button', { name: /^Our own/ })).toBeVisible()
  await close()
})

test('saved views are walked through with the arrow keys, everybody coming along; the panels are accessible', async ({
  browser,
}) => {
  const { lead, guest, close } = await ledSession(browser)
  const mai = await guest('Mai', phone)
  await putCardAway(lead)
  const views = await lead.openPanel('Views')
  await views.getByRole('button', { name: 'Save this view' }).click()
  await lead.page.getByRole('button', { name: 'Zoom in' }).click()
  await views.getByRole('button', { name: 'Save this view' }).click()
  await expect(views.getByRole('list', { name: 'Views' }).getByRole('listitem')).toHaveCount(2)
  await expectAccessible(lead.page, 'views')
  await views.getByRole('button', { name: 'Present' }).click()
  const bar = lead.page.getByRole('region', { name: 'Presenting' })
  await expect(bar).toContainText('1/2')
  await bar.getByRole('button', { name: 'Take everybody along' }).click()
  await expect(mai.page.getByText('Olga Owner brought you here.').first()).toBeVisible()
  await lead.page.keyboard.press('ArrowRight')
  await expect(bar).toContainText('2/2')
  await lead.page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)

  await lead.openPanel('People')
  await expectAccessible(lead.page, 'people')
  await stageOf(mai.page).getByRole('button').click()
  await expect(mai.page.getByRole('dialog')).toBeVisible()
  await expectAccessible(mai.page, 'stage on a phone')
  await close()
})

test('the stage says what now in two lines, its card folds at the first deed, and Next waits without a connection', async ({
  browser,
}) => {
  const { lead, guest, close } = await ledSession(browser)
  const ben = await guest('Ben')
  const card = ben.page.getByRole('region', { name: 'Instruction: Welcome' })
  await expect(card).toBeVisible()
  await ben.wall.click({ position: { x: 500, y: 400 } })
  await expect(card).toHaveCount(0)
  await stageOf(ben.page)
    .getByRole('button', { name: /^1\/8 ?Welcome/ })
    .click()
  await expect(card).toBeVisible()
  await ben.page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  await stageOf(ben.page).getByRole('button', { name: 'I’m ready' }).click()
  await expect(stageOf(lead.page)).toContainText('1/1 ready')

  // Whoever leads loses the connection: their Next rests with a reason.
  await lead.page.context().setOffline(true)
  await expect(stageOf(lead.page)).toContainText('Offline')
  const next = stageOf(lead.page).getByRole('button', { name: /^Next: / })
  await expect(next).toHaveAttribute('aria-disabled', 'true')
  await expect(next).toHaveAttribute('title', 'The connection is away: this waits until it is back.')
  await lead.page.context().setOffline(false)
  await expect(next).toBeEnabled()

  // An activity that is set so starts its clock; the last one ends with the board.
  const agenda = await lead.openPanel('Agenda')
  await agenda.getByRole('button', { name: /^2 Agree the outcome/ }).click()
  await agenda.getByRole('switch', { name: 'Start the clock when we come here' }).click()
  await lead.says('Saved')
  await next.click()
  await expect(clockOf(ben.page)).toHaveAttribute('data-timer', 'running')
  await stageOf(lead.page).getByRole('button', { name: 'Agenda', exact: true }).click()
  await lead.page.getByRole('menuitemcheckbox', { name: 'Actions and close' }).click()
  await stageOf(lead.page).getByRole('button', { name: 'Finish' }).click()
  await expect(lead.page.getByRole('dialog')).toBeVisible()

  // Everybody else is told when nobody leads any more.
  await lead.page.close()
  await expect(stageOf(ben.page)).toContainText('Olga Owner has lost the connection.')
  await close()
})

test('Share gives a code, a link and its picture at once; help knows the keys and what one can do now', async ({
  browser,
}) => {
  const { lead, code, stranger, close } = await ledSession(browser)
  const { page } = lead
  await page.getByRole('banner').getByRole('button', { name: 'Share' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share this board' })
  await expect(dialog.locator('[data-share-code]')).toHaveAttribute('data-share-code', code)
  await expect(dialog.getByRole('img', { name: 'QR code of the link' })).toBeVisible()
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue()
  const mai = await stranger()
  await mai.goto(link)
  await mai.getByLabel('Your name').fill('Mai')
  await mai.keyboard.press('Enter')
  await expect(mai.locator('[data-connection=Saved]')).toBeVisible()
  await dialog.getByLabel('They come as').selectOption({ label: 'Observer: watches' })
  await expect(dialog.getByText('This link is shown only here')).toBeVisible()
  await expectAccessible(page, 'share')
  await dialog.getByText(/^More: a link with a limit/).click()
  await dialog.getByRole('button', { name: 'Revoke the link for Observer' }).click()
  await expect(dialog.getByText('Revoked')).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Help' }).click()
  const help = page.getByRole('dialog', { name: 'Help' })
  await expect(help).toContainText('Arrive, say hello')
  await help.getByRole('tab', { name: 'The method' }).click()
  await expect(help.getByRole('listitem')).toHaveCount(6)
  await expectAccessible(page, 'help')
  await help.getByRole('tab', { name: 'Keys' }).click()
  await help.getByRole('searchbox', { name: 'Find a key' }).fill('freeze')
  await expect(help.getByRole('listitem')).toHaveCount(1)
  await close()
})
