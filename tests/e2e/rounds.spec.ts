import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { chooseAgenda, dotOn, goTo, privateNotes, workshop } from '#tests/drivers/rounds.ts'

const violations = async (page: Page, label: string) =>
  (await new AxeBuilder({ page }).include(`[aria-label="${label}"]`).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html}`,
  )

test('a private round, its reveal, a vote that ties and a second round, one on a phone and all of them interrupted', async ({
  browser,
}) => {
  const { owner, ann, bob, everybody, close } = await workshop(browser)
  await chooseAgenda(owner, 'Full day')
  await goTo(owner, everybody, 'Ideas, on your own')

  // Everybody writes; Ann loads the page again in the middle, Bob loses the connection.
  const [anns, bobs, owners] = [privateNotes(ann), privateNotes(bob), privateNotes(owner)]
  await anns.write('Open a second till')
  await anns.says('Saved')
  await bobs.write('Name the double on the card')
  await bobs.says('Saved')
  await ann.page.reload()
  await expect(anns.note(1)).toHaveValue('Open a second till')
  await bob.context.setOffline(true)
  await bobs.write('Warm the cups')
  await expect(bobs.note(2)).toHaveValue('Warm the cups')
  await bob.context.setOffline(false)
  await bobs.says('Saved')
  await anns.write('Pay while waiting')
  await anns.says('Saved')
  await expect(owners.pad.getByText('4 notes by 2 people so far.')).toBeVisible()
  expect(await violations(bob.page, 'Private notes')).toEqual([])

  // Until then not a byte of another's note has reached anybody.
  for (const secret of ['second till', 'while waiting']) {
    expect(await bob.received(secret)).toBe(false)
    expect(await owner.received(secret)).toBe(false)
  }
  for (const secret of ['double on the card', 'Warm the'])
    for (const other of [ann, owner]) expect(await other.received(secret)).toBe(false)

  // Ann leaves; hers are revealed with the rest.
  await ann.page.goto('/')
  await owners.pad.getByRole('button', { name: 'Reveal all together' }).click()
  const ideas = ['Open a second till', 'Pay while waiting', 'Name the double on the card', 'Warm the cups']
  await ann.page.goBack()
  for (const person of [owner, bob]) for (const idea of ideas) await expect(person.noteByText(idea)).toBeVisible()
  expect(await bob.received('second till')).toBe(true)
  await expect(bobs.pad).toContainText('Your private notes')

  // The vote: by list on the phone, by key and on the note at the desk.
  await goTo(owner, everybody, 'Dot voting')
  const panel = await owner.openPanel('Dot voting')
  await panel.getByLabel('The question').fill('What would help most?')
  await panel.getByLabel('Dots each').fill('2')
  expect(await violations(owner.page, 'Dot voting')).toEqual([])
  await panel.getByRole('button', { name: 'Open the vote on 4 notes' }).click()
  const list = ann.page.getByRole('complementary', { name: 'Dot voting' })
  await list.getByRole('button', { name: 'Place a dot on Open a second till' }).click()
  await list.getByRole('button', { name: 'Place a dot on Warm the cups' }).click()
  await expect(list.getByText('All your dots are placed')).toBeVisible()
  await expect(list.locator('[data-ballot=saved]')).toBeVisible()
  await ann.page.reload()
  await expect(ann.page.locator('[data-left="0"]')).toBeVisible()

  await bob.noteByText('Warm the cups').click()
  await bob.page.keyboard.press('.')
  await bob.page.keyboard.press('.')
  await expect(bob.page.getByText('All your dots are placed')).toBeVisible()
  await bob.page.keyboard.press(',')
  await dotOn(bob, 'Open a second till').click()
  await expect(owner.page.locator('[data-voted="2"]').first()).toBeVisible()
  await expect(bob.page.locator('[data-ballot=saved]')).toBeVisible()

  // A tie; only the facilitator sees it until everybody is shown.
  await panel.getByRole('button', { name: 'Close the vote' }).click()
  const ranking = panel.getByRole('list', { name: 'Ranking' })
  await expect(ranking.locator('[data-rank="1"]')).toHaveCount(2)
  await expect(bob.page.getByText('The results come when the facilitator shows them.')).toBeVisible()
  await panel.getByRole('button', { name: 'Show everybody' }).click()
  for (const { page } of [ann, bob])
    await expect(page.getByText('2 notes share the first place with 2 dots each.')).toBeVisible()
  await expect(bob.noteByText('Warm the cups').getByRole('img', { name: '2 dots, place 1, shared by 2' })).toBeVisible()

  await panel.getByRole('button', { name: 'Second round on 2' }).click()
  await dotOn(bob, 'Warm the cups').click()
  await expect(bob.page.locator('[data-ballot=saved][data-left="0"]')).toBeVisible()
  await panel.getByRole('button', { name: 'Close the vote' }).click()
  await panel.getByRole('button', { name: 'Show everybody' }).click()
  await expect(ann.page.getByText('Most dots, 1: “Warm the cups”')).toBeVisible()
  await panel.getByRole('button', { name: 'Done with this vote' }).click()
  await expect(panel.getByText('What would help most?, round 2')).toBeVisible()
  await close()
})

test('private notes that everybody has moved on from are kept and told of', async ({ browser }) => {
  const { owner, bob, everybody, close } = await workshop(browser)
  await chooseAgenda(owner, 'Retrospective of a process')
  await goTo(owner, everybody, 'What nobody says')
  const bobs = privateNotes(bob)
  await expect(bobs.pad).toContainText('Without names, for good')
  await bobs.write('We never ask the guest')
  await bobs.says('Saved')
  await goTo(owner, everybody, 'Cluster')
  const waiting = owner.page.getByRole('region', { name: 'Private notes that wait' })
  await expect(waiting).toContainText('1 private note of 1 person wait')
  await expect(bobs.pad).toBeHidden()
  await waiting.getByRole('button', { name: 'Reveal' }).click()
  await expect(bob.noteByText('We never ask the guest')).toBeVisible()
  await expect(waiting).toBeHidden()
  await close()
})

test('a private note that reaches the server after the reveal is kept for the next round', async ({ browser }) => {
  const { owner, ann, bob, everybody, close } = await workshop(browser)
  await chooseAgenda(owner, 'Full day')
  await goTo(owner, everybody, 'Ideas, on your own')
  const [anns, bobs, owners] = [privateNotes(ann), privateNotes(bob), privateNotes(owner)]
  await anns.write('In time')
  await anns.says('Saved')
  await bob.context.setOffline(true)
  await bobs.write('Too late for the reveal')
  await expect(owners.pad.getByText('1 note by 1 person so far.')).toBeVisible()
  await owners.pad.getByRole('button', { name: 'Reveal all together' }).click()
  await expect(ann.noteByText('In time')).toBeAttached()
  await bob.context.setOffline(false)
  await expect(
    bob.page.getByText('What came after the reveal is in your private notes of the next round.').first(),
  ).toBeVisible()
  await bobs.pad.getByRole('button', { name: 'Open your private notes' }).click()
  await expect(bobs.note(1)).toHaveValue('Too late for the reveal')
  await bobs.says('Saved')
  await close()
})
