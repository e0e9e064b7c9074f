import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { workshop } from '#tests/drivers/rounds.ts'

const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Comments' })

test('a question on a note is asked of somebody by name, answered on a phone, accepted and resolved', async ({
  browser,
}) => {
  const { owner, ann, bob, close } = await workshop(browser)
  await owner.addNote('Takes the order twice', { x: 400, y: 140 })
  await owner.noteByText('Takes the order twice').click()
  await owner.page.keyboard.press('c')
  const asked = panelOf(owner.page).getByRole('textbox', { name: 'New comment on Takes the order twice' })
  await expect(asked).toBeFocused()
  await owner.page.keyboard.type('Why is that? @ann')
  await expect(owner.page.getByRole('option', { name: 'Ann Adler' })).toHaveAttribute('aria-selected', 'true')
  await owner.page.keyboard.press('Enter')
  await expect(asked).toHaveValue('Why is that? @Ann Adler ')
  await owner.page.keyboard.press('Control+Enter')

  // Ann, on a phone, is told, and answers.
  await ann.page.getByRole('button', { name: 'Show', exact: true }).click()
  const answer = panelOf(ann.page).getByRole('textbox', { name: 'Your answer' })
  await expect(panelOf(ann.page).getByText('New', { exact: true })).toBeVisible()
  await answer.fill('The printer jams')
  await panelOf(ann.page).getByRole('button', { name: 'Answer', exact: true }).click()

  // Bob sees on the note that there is something new, reads it, and it is new no more, after a reload too.
  const stamp = bob.noteByText('Takes the order twice').getByRole('img', { name: /comments/ })
  await expect(stamp).toHaveAccessibleName('2 comments, 2 new')
  await bob.openPanel('Comments')
  await expect(stamp).toHaveAccessibleName('2 comments')
  await bob.page.reload()
  await expect(stamp).toHaveAccessibleName('2 comments')

  // The owner accepts the answer and closes the thread.
  const thread = panelOf(owner.page).getByRole('article')
  await thread
    .locator('[data-comment]', { hasText: 'The printer jams' })
    .getByRole('button', { name: 'More about this comment' })
    .click()
  await owner.page.getByRole('menuitem', { name: 'Accept this answer' }).click()
  await expect(panelOf(ann.page).getByText('Accepted answer')).toBeVisible()
  const found = await new AxeBuilder({ page: owner.page }).include('[aria-label="Comments"]').analyze()
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  await thread.getByRole('button', { name: 'Resolve the thread' }).click()
  await expect(panelOf(owner.page).getByText('No open comments here.')).toBeVisible()
  await expect(stamp).toBeHidden()
  await panelOf(owner.page).getByRole('button', { name: 'Resolved' }).click()
  await expect(thread).toContainText('Resolved')
  await close()
})
