import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { inviteTo, joinAsGuest, openBoard, ownerWithBoard } from '#tests/drivers/board.ts'
import { methodOn } from '#tests/drivers/method.ts'

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)

async function two(browser: Browser, template: string) {
  const [first, second] = [await browser.newContext(), await browser.newContext()]
  const boardId = await ownerWithBoard(first, 'Claims', template)
  await joinAsGuest(second, await inviteTo(first, boardId, 'facilitator'), 'Gustav Guest')
  const owner = await openBoard(await first.newPage(), boardId)
  const guest = await openBoard(await second.newPage(), boardId)
  const close = async () => {
    await first.close()
    await second.close()
  }
  return { owner, guest, o: methodOn(owner), g: methodOn(guest), close }
}

test('two people take a claims process from the promise to the actions', async ({ browser }) => {
  const { owner, guest, o, g, close } = await two(browser, 'claim')

  // The promise: one writes, words that measure nothing are noticed, the other sees it.
  const outcome = await o.open('Outcome')
  await outcome.getByLabel('The promise').fill('We settle your claim fast.')
  await expect(outcome.getByText('“fast” measures nothing')).toBeVisible()
  await outcome.getByLabel('The promise').fill('You cook in your kitchen again within 14 days of your call.')
  await expect(outcome.getByText('measures nothing')).toHaveCount(0)
  const theirs = await g.open('Outcome')
  await expect(theirs.getByLabel('The promise')).toHaveValue(/within 14 days/)

  // Points of failure: proposed by the map, confirmed one by one, dismissed with a reason.
  await expect(o.points('As it is')).toContainText('0 points of failure +13 proposed')
  const failures = await o.open('Points of failure')
  await o.pickPoint(/Calls: water/)
  await owner.page.keyboard.press('y')
  await expect(failures.getByRole('option', { name: /Moment of Truth 1 Calls/ })).toBeVisible()
  await owner.page.keyboard.press('x')
  await owner.page.getByRole('textbox', { name: 'Why is it none?' }).fill('The desk types it straight into the system.')
  await owner.page.keyboard.press('Enter')
  await expect(o.points('As it is')).toContainText('1 point of failure +11 proposed')
  await expect(g.points('As it is')).toContainText('1 point of failure +11 proposed')

  // Details and a verdict on a rule; nonsense is refused with the reason.
  await g.open('Points of failure')
  await g.pickPoint(/^Business Rule.*Above 2,500/)
  const details = await g.open('Details')
  await details.getByLabel('Waiting').fill('soon')
  await guest.page.keyboard.press('Tab')
  await expect(details.getByText('“soon” is no time')).toBeVisible()
  await details.getByLabel('Waiting').fill('2 days')
  await guest.page.keyboard.press('Tab')
  await expect(details.getByLabel('Waiting')).toHaveValue('2880')

  // The step behind it is judged by the other one.
  await o.open('Points of failure')
  await o.pickPoint(/^Business Rule.*Above 2,500/)
  const judged = await o.open('Details')
  await judged.getByRole('button', { name: /^Eliminate/ }).click()
  await judged.getByLabel('Why can it go?').fill('It has refused nothing for two years.')
  await judged.getByRole('button', { name: 'Cost down' }).click()
  await judged.getByRole('button', { name: 'Experience up' }).click()
  await judged.getByRole('button', { name: 'Small', exact: true }).click()
  await judged.getByLabel('Owner').last().fill('Olga Owner')
  await owner.page.keyboard.press('Tab')

  // As it will be: the rule is gone, the gap is shown and closed in one gesture.
  await o.see('As it will be')
  await expect(owner.page.getByText('Elimination breaks the path at 1 place.')).toBeVisible()
  await owner.page.getByRole('button', { name: /^Close the gap/ }).click()
  await expect(owner.page.getByText(/Elimination breaks/)).toHaveCount(0)
  await expect(o.points('As it is')).toContainText('1 point of failure +11 proposed')
  await expect(g.points('As it will be')).not.toContainText('+11 proposed')

  // Numbers of both views, and the action with its owner, done by the other person.
  const numbers = await g.open('Numbers')
  await expect(numbers.getByRole('row', { name: /^Points of failure .* 12/ })).toBeVisible()
  await expect(numbers.getByText('of cases get through without a failure')).toBeVisible()
  const actions = await g.open('Verdicts and actions')
  await expect(actions.getByLabel('Owner')).toHaveValue('Olga Owner')
  await expect(
    actions.getByRole('button', { name: /Eliminate: Above 2,500\?. Impact \+2, small effort/ }),
  ).toBeVisible()
  await actions.getByLabel(/^Done:/).check()
  const mine = await o.open('Verdicts and actions')
  await expect(mine.getByText('1 of 1 done.')).toBeVisible()
  await close()
})

test('forty rows of a spreadsheet are shown, then pasted as linked steps; nonsense writes nothing', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const board = await openBoard(await context.newPage(), await ownerWithBoard(context, 'Table', 'blank'))
  const method = methodOn(board)
  const { page } = board
  const row = (i: number, wait = `${i} h`) =>
    `Step ${i}\t${i % 2 ? 'Front stage' : 'Customer'}\t${i}\t${wait}\t9${i % 10}%`
  const heading = 'Activity\tWho\tPT (min)\tWait\tFTR'
  const forty = Array.from({ length: 40 }, (_, i) => row(i + 1))
  const grid = await method.openTable()

  await method.paste([heading, ...forty.slice(0, 2), row(3, 'soon'), ...forty.slice(3)].join('\n'))
  const review = page.getByRole('region', { name: 'What the paste would do' })
  await expect(review).toContainText('40 new steps, 1 cell not understood. Nothing has been written yet.')
  await expect(review).toContainText('Row 3, Waiting: “soon” is no time.')
  await review.getByRole('button', { name: 'Write nothing' }).click()
  await expect(grid.getByRole('gridcell', { name: 'Step 1', exact: true })).toHaveCount(0)

  await grid.getByRole('gridcell').first().click()
  await method.paste([heading, ...forty].join('\n'))
  await expect(review).toContainText('40 new steps.')
  await review.getByRole('button', { name: 'Paste' }).click()
  await expect(grid).toHaveAttribute('aria-rowcount', '42')
  await expect(grid.getByRole('gridcell', { name: 'Step 1', exact: true })).toBeVisible()

  // The keys of a spreadsheet: type over a cell, Enter goes down; copy gives it back.
  await grid.getByRole('gridcell', { name: 'Step 1', exact: true }).click()
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight')
  await page.keyboard.type('1.5 h')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => method.copied()).toBe('90')
  await page.keyboard.type('-5')
  await page.keyboard.press('Enter')
  await expect(grid.getByRole('alert')).toContainText('Less than no minutes')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(grid).toHaveCount(0)

  const numbers = await method.open('Numbers')
  await expect(numbers.getByText('40 steps', { exact: false }).first()).toBeVisible()
  await expect(method.points('As it is')).toContainText('+39 proposed')
  await context.close()
})

test('as it is and as it will be are one board seen in two ways, by button and key', async ({ browser }) => {
  const context = await browser.newContext()
  const board = await openBoard(await context.newPage(), await ownerWithBoard(context, 'Coffee', 'coffee'))
  const method = methodOn(board)
  const { page } = board
  await expect(method.points('As it is')).toContainText('5 points of failure')
  await expect(method.points('As it will be')).toContainText('2 points of failure')
  await expect(board.noteByText('Collects the cup')).toBeVisible()

  await method.see('As it will be')
  await expect(board.noteByText('Collects the cup')).toHaveCount(0)
  await expect(board.noteByText('Orders a double espresso at the bar')).toBeVisible()

  // What is put up while looking at the to-be belongs to it.
  await board.addNote('Smiles', { x: 560, y: 150 })
  await page.keyboard.press('Escape')
  await page.keyboard.press('b')
  await expect(method.points('As it is')).toHaveAttribute('aria-pressed', 'true')
  await expect(board.noteByText('Collects the cup')).toBeVisible()
  await expect(board.noteByText('Smiles')).toHaveCount(0)

  await expect(page.getByRole('img', { name: /^Emotion curve: .*M1 −1, M2 −2/ })).toBeVisible()
  await page.keyboard.press('e')
  await expect(page.getByRole('img', { name: /^Emotion curve/ })).toHaveCount(0)
  await page.keyboard.press('e')

  // What a person adds up on the printed wall, see lib/method/METHOD.md.
  const numbers = await method.open('Numbers')
  for (const row of [
    /^Points of failure .* 5 2/,
    /^Gets through without a failure .* 50\.1% 86\.6%/,
    /^Lead time .* 22 min 14 min/,
    /^Work on a case .* 11 min 8\.5 min/,
    /^Cost per case .* 2\.5 1\.2/,
  ])
    await expect(numbers.getByRole('row', { name: row })).toBeVisible()

  for (const label of ['Numbers', 'Verdicts and actions', 'Points of failure', 'Details', 'Outcome']) {
    await method.open(label)
    expect(await violations(page), label).toEqual([])
  }
  await context.close()
})
