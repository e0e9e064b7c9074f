import { expect, test } from '@playwright/test'
import { stageOf } from '#tests/drivers/leading.ts'
import { chooseAgenda, dotOn, gathering, goTo, type Participant, privateNotes } from '#tests/drivers/rounds.ts'

const away = async (person: Participant) => {
  await person.context.setOffline(true)
  await person.says(/Offline|Reconnecting|waiting/)
}
const back = async (person: Participant) => {
  await person.context.setOffline(false)
  await person.says('Saved')
}
const ballotOf = ({ page }: Participant) => page.locator('[data-ballot]').first()

test('a workshop of five from the welcome to the close, with somebody lost and back in every part of it', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const { everybody, close } = await gathering(browser, [
    { name: 'Ann Adler', onPhone: true },
    { name: 'Bob Brown' },
    { name: 'Cem Can' },
    { name: 'Dee Diaz' },
  ])
  const [owner, ann, bob, cem, dee] = everybody as [Participant, Participant, Participant, Participant, Participant]

  // The welcome: Bob loads the page again and is where everybody is.
  await chooseAgenda(owner, 'Full day')
  await goTo(owner, everybody, 'Welcome')
  for (const { page } of [ann, cem, dee]) await expect(stageOf(page)).toContainText('Welcome')
  await bob.page.reload()
  await bob.says('Saved')
  await expect(stageOf(bob.page)).toContainText('Welcome')

  // The private round: Ann loads the page again, Cem is cut off and goes on writing.
  await goTo(owner, everybody, 'Ideas, on your own')
  const [anns, bobs, cems, dees] = [ann, bob, cem, dee].map(privateNotes) as [Pad, Pad, Pad, Pad]
  await anns.write('Open a second till')
  await anns.says('Saved')
  await ann.page.reload()
  await expect(anns.note(1)).toHaveValue('Open a second till')
  await cem.context.setOffline(true)
  await cems.write('Warm the cups')
  await bobs.write('Pay while waiting')
  await dees.write('Print the grams')
  for (const pad of [bobs, dees]) await pad.says('Saved')
  await back(cem)
  await cems.says('Saved')
  await expect(privateNotes(owner).pad.getByText('4 notes by 4 people so far.')).toBeVisible()
  for (const other of [owner, ann, bob, dee]) expect(await other.received('Warm the cups')).toBe(false)

  // The reveal: Dee misses the moment, and not what it showed.
  await away(dee)
  await privateNotes(owner).pad.getByRole('button', { name: 'Reveal all together' }).click()
  const ideas = ['Open a second till', 'Pay while waiting', 'Warm the cups', 'Print the grams']
  await back(dee)
  for (const { page, noteByText } of [owner, bob, cem, dee]) {
    await page.locator('[data-slot=wall]').press('Shift+1')
    for (const idea of ideas) await expect(noteByText(idea)).toBeVisible()
  }

  // The cluster: Cem makes and names it while Bob is away.
  await goTo(owner, everybody, 'Cluster')
  await away(bob)
  await cem.noteByText('Open a second till').click()
  await cem.noteByText('Pay while waiting').click({ modifiers: ['Shift'] })
  await cem.page.keyboard.press('Control+G')
  await cem.page.getByRole('textbox', { name: 'Name of the group' }).fill('At the till')
  await cem.page.keyboard.press('Enter')
  await back(bob)
  for (const { page } of [owner, bob, cem, dee])
    await expect(page.getByRole('button', { name: 'Group At the till' })).toBeVisible()

  // The first vote: Ann loads the page again between her two dots; it ends in a tie.
  await goTo(owner, everybody, 'Dot voting')
  const panel = await owner.openPanel('Dot voting')
  await panel.getByLabel('The question').fill('What helps most?')
  await panel.getByLabel('Dots each').fill('2')
  await panel.getByRole('button', { name: 'Open the vote on 4 notes' }).click()
  await dotOn(ann, 'Open a second till').click()
  await expect(ballotOf(ann)).toHaveAttribute('data-left', '1')
  await expect(ballotOf(ann)).toHaveAttribute('data-ballot', 'saved')
  await ann.page.reload()
  await expect(ballotOf(ann)).toHaveAttribute('data-left', '1')
  await dotOn(ann, 'Warm the cups').click()
  for (const person of [bob, cem, dee]) {
    await dotOn(person, 'Open a second till').click()
    await dotOn(person, 'Warm the cups').click()
  }
  for (const person of [ann, bob, cem, dee]) {
    await expect(ballotOf(person)).toHaveAttribute('data-left', '0')
    await expect(ballotOf(person)).toHaveAttribute('data-ballot', 'saved')
  }
  await panel.getByRole('button', { name: 'Close the vote' }).click()
  await panel.getByRole('button', { name: 'Show everybody' }).click()
  for (const { page } of everybody)
    await expect(page.getByText('2 notes share the first place with 4 dots each.')).toBeVisible()

  // The second round, on the tied ones: Dee places her dot while she is away.
  await panel.getByRole('button', { name: 'Second round on 2' }).click()
  await expect(dotOn(dee, 'Print the grams')).toHaveCount(0)
  await expect(ballotOf(dee)).not.toHaveAttribute('data-left', '0')
  await expect(ballotOf(dee)).toHaveAttribute('data-ballot', 'saved')
  await away(dee)
  await dotOn(dee, 'Warm the cups').click()
  await dotOn(bob, 'Warm the cups').click()
  await dotOn(cem, 'Open a second till').click()
  await dotOn(ann, 'Warm the cups').click()
  await back(dee)
  await expect(ballotOf(dee)).toHaveAttribute('data-ballot', 'saved')
  await expect(panel.locator('[data-voted]')).toHaveAttribute('data-voted', '4')
  await panel.getByRole('button', { name: 'Close the vote' }).click()
  await panel.getByRole('button', { name: 'Show everybody' }).click()
  for (const { page } of everybody) await expect(page.getByText('Most dots, 3: “Warm the cups”')).toBeVisible()
  await panel.getByRole('button', { name: 'Done with this vote' }).click()

  await ann.page.getByRole('button', { name: 'Close panel' }).click()

  // The close: Cem is cut off when the session ends, and is told when he is back.
  await goTo(owner, everybody, 'Actions and close')
  await away(cem)
  const people = await owner.openPanel('People')
  await people.getByRole('button', { name: 'End the session' }).click()
  await owner.page.getByRole('dialog').getByRole('button', { name: 'End the session' }).click()
  await cem.context.setOffline(false)
  for (const { page } of [ann, bob, cem, dee])
    await expect(page.getByText('The session has ended; nothing can be changed.').first()).toBeVisible()
  await expect(owner.noteByText('Warm the cups')).toBeVisible()
  await close()
})

type Pad = ReturnType<typeof privateNotes>
