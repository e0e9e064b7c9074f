import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { inviteTo, joinAsGuest, openBoard } from '#tests/drivers/board.ts'
import { phone } from '#tests/drivers/leading.ts'
import { chooseAgenda, goTo, privateNotes, workshop } from '#tests/drivers/rounds.ts'

test('with one thumb: notes into a lane, one taken back, private notes on the same pad, and a vote', async ({
  browser,
}) => {
  const { boardId, owner, ann, bob, everybody, close } = await workshop(browser)
  await ann.page.goto(`/b/${boardId}?view=pad`)
  const pad = ann.page.getByRole('complementary', { name: 'Now' })
  const field = pad.getByRole('textbox', { name: /^New note, / })
  await field.fill('Orders at the counter')
  await pad.getByRole('button', { name: 'Put on the wall' }).click()
  await expect(bob.noteByText('Orders at the counter')).toBeVisible()
  await pad.getByRole('combobox', { name: 'Where' }).selectOption({ index: 1 })
  await expect(field).toHaveAccessibleName('New note, Step')
  await pad.getByRole('button', { name: 'Idea', exact: true }).click()
  await field.fill('Warm the cups')
  await field.press('Enter')
  await expect(pad.getByRole('textbox', { name: 'Your note 2, Idea' })).toHaveValue('Warm the cups')
  await owner.page.locator('[data-slot=wall]').press('Shift+1')
  await expect(owner.noteByText('Warm the cups')).toHaveAccessibleName(/^Idea, Warm the cups, lane (?!on)/)
  expect((await new AxeBuilder({ page: ann.page }).analyze()).violations.map(each => each.id)).toEqual([])

  await pad.getByRole('button', { name: 'Take this note off' }).last().click()
  await expect(bob.noteByText('Warm the cups')).toHaveCount(0)
  await ann.page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(pad.getByRole('textbox', { name: 'Your note 2, Idea' })).toHaveValue('Warm the cups')

  // While a round is private, the same page is that of the private notes.
  await pad.getByRole('button', { name: 'Close panel' }).click()
  await chooseAgenda(owner, 'Full day')
  await goTo(owner, everybody, 'Ideas, on your own')
  const anns = privateNotes(ann)
  await anns.write('Pay while waiting')
  await anns.says('Saved')
  await expect(pad.getByRole('textbox', { name: /^New note/ })).toHaveCount(0)
  await privateNotes(owner).pad.getByRole('button', { name: 'Reveal all together' }).click()

  await expect(pad.getByRole('region', { name: 'Revealed: these are yours' })).toBeVisible()

  // While a vote is on, there is the list to vote on.
  await goTo(owner, everybody, 'Dot voting')
  const list = ann.page.getByRole('complementary', { name: 'Dot voting' })
  await expect(list).toContainText('No vote is open.')
  const panel = await owner.openPanel('Dot voting')
  await panel.getByRole('button', { name: /^Open the vote on/ }).click()
  await list.getByRole('button', { name: 'Place a dot on Pay while waiting' }).click()
  await expect(list.locator('[data-ballot=saved]')).toBeVisible()
  await close()
})

test('who only watches is told on a phone why no note can be put up', async ({ browser }) => {
  const { boardId, owner, close } = await workshop(browser)
  const context = await browser.newContext(phone)
  await joinAsGuest(context, await inviteTo(owner.context, boardId, 'observer'), 'Otto Observer')
  const { page } = await openBoard(await context.newPage(), boardId)
  await expect(page.getByRole('region', { name: 'Stage' })).toContainText(
    'You are watching this session: observers change nothing.',
  )
  await page.getByRole('button', { name: 'More', exact: true }).tap()
  await expect(
    page.getByRole('dialog', { name: 'More' }).getByRole('button', { name: 'Note', exact: true }),
  ).toHaveCount(0)
  await context.close()
  await close()
})
