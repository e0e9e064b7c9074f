import { expect, test } from '@playwright/test'
import { openBoard, ownerWithBoard } from '#tests/drivers/board.ts'
import { ledSession, phone, putCardAway } from '#tests/drivers/leading.ts'
import { goTo } from '#tests/drivers/rounds.ts'

test('points are decided one by one on a card: choice, what it becomes, who, by when, next; by keys, too', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const board = await openBoard(await context.newPage(), await ownerWithBoard(context, 'Claims', 'claim'))
  const { page } = board
  const verdicts = await board.openPanel('Verdicts and actions')
  await verdicts.getByRole('button', { name: 'Decide the next one' }).click()
  const card = page.getByRole('complementary', { name: 'Now', exact: true })
  const judged = card.getByRole('region', { name: /^Verdict on / })
  const first = await judged.getAttribute('aria-label')
  await judged.getByRole('button', { name: /^Improve/ }).click()
  await judged.getByLabel('What it becomes').fill('One call, one answer')
  await page.keyboard.press('Escape')
  await judged.getByLabel('Owner').fill('Somebody from claims')
  await page.keyboard.press('Control+Enter')
  await expect(judged).not.toHaveAttribute('aria-label', first ?? '')
  await expect(card.getByText(/^1 of \d+ decided$/)).toBeVisible()

  // What was typed is kept, and one finds back to it.
  await card.getByRole('button', { name: 'Back' }).click()
  await expect(judged).toHaveAttribute('aria-label', first ?? '')
  await expect(judged.getByLabel('What it becomes')).toHaveValue('One call, one answer')
  await expect(judged.getByLabel('Owner')).toHaveValue('Somebody from claims')
  await judged.getByRole('group', { name: 'Who is here' }).getByRole('button').first().click()
  await expect(judged.getByLabel('Owner')).not.toHaveValue('Somebody from claims')

  // By keys: on to the next, eliminated.
  await card.getByRole('button', { name: /^Next/ }).click()
  await expect(judged).not.toHaveAttribute('aria-label', first ?? '')
  await page.keyboard.press('1')
  await expect(judged.getByRole('button', { name: /^Eliminate/ })).toHaveAttribute('aria-pressed', 'true')
  await expect(card.getByText(/^2 of \d+ decided$/)).toBeVisible()
  await context.close()
})

test('on a phone Now is the page of each activity, and never empty', async ({ browser }) => {
  test.setTimeout(180_000)
  const { lead, guest, close } = await ledSession(browser)
  const ben = await guest('Ben', phone)
  await putCardAway(ben)
  const now = ben.page.getByRole('complementary').first()
  const seen = {
    'Agree the outcome': /promise/i,
    'The customer’s process': 'Put on the wall',
    'What we do': 'Put on the wall',
    'Find the points of failure': /points of failure/i,
    'Dot voting': 'The facilitator opens one',
    Verdicts: /points of failure|Next/i,
    'Actions and close': 'Actions',
  }
  const pages = ben.page.getByRole('navigation', { name: 'Pages' })
  await pages.getByRole('button', { name: /^Now/ }).click()
  await expect(now).toContainText('What we promise')
  for (const [activity, words] of Object.entries(seen)) {
    await goTo(lead, [lead, ben], activity)
    await pages.getByRole('button', { name: /^Now/ }).click()
    await expect(now.getByRole('region', { name: 'Now' })).toContainText(activity)
    await expect(now).toContainText(words)
  }
  await close()
})

test('feelings are rated moment by moment, by thumb on a phone and by arrow keys, and the wall draws the curve', async ({
  browser,
}) => {
  const { lead, guest, close } = await ledSession(browser, { template: 'claim' })
  const ben = await guest('Ben', phone)
  await putCardAway(ben)
  const agenda = await lead.openPanel('Agenda')
  await agenda.getByRole('button', { name: 'Add an activity' }).click()
  await lead.page.getByRole('menuitem', { name: 'Emotion and effect' }).click()
  await lead.page.getByRole('button', { name: 'Close panel' }).click()
  await goTo(lead, [lead, ben], 'Emotion and effect')

  const rows = (page: typeof lead.page) => page.getByRole('list', { name: 'Moments of Truth' }).getByRole('listitem')
  await rows(ben.page).first().getByRole('radio', { name: /^−2/ }).click()
  await expect(rows(lead.page).first().getByRole('radio', { name: /^−2/ })).toBeChecked()
  await expect(lead.page.getByRole('img', { name: /^Emotion curve/ })).toBeVisible()
  await rows(lead.page).first().getByRole('radio', { name: /^−2/ }).press('ArrowRight')
  await expect(rows(ben.page).first().getByRole('radio', { name: /^−1/ })).toBeChecked()
  await rows(ben.page).first().getByLabel('What causes it').fill('Nobody calls back')
  await ben.page.keyboard.press('Tab')
  await expect(rows(lead.page).first().getByLabel('What causes it')).toHaveValue('Nobody calls back')
  await close()
})
