import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { openBoard, ownerWithBoard } from '#tests/drivers/board.ts'

test('clusters are named and renamed, notes tagged and found by it, and what does not belong now is parked', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const boardId = await ownerWithBoard(context)
  const board = await openBoard(await context.newPage(), boardId)
  const { page, wall } = board
  await board.addNote('A second till', { x: 250, y: 160 })
  await board.addNote('Pay while waiting', { x: 480, y: 200 })
  await board.addNote('The loyalty card', { x: 850, y: 160 })
  await page.keyboard.press('Escape')

  // A group asks for its name; F2 and a double press write it again.
  await board.noteByText('A second till').click()
  await board.noteByText('Pay while waiting').click({ modifiers: ['Shift'] })
  await page.keyboard.press('Control+g')
  const field = wall.getByRole('textbox', { name: 'Name of the group' })
  await field.fill('Till')
  await field.press('Enter')
  await expect(wall.getByRole('button', { name: 'Group Till' })).toBeVisible()
  await page.keyboard.press('F2')
  await field.fill('At the till')
  await field.press('Enter')
  await wall.getByRole('button', { name: 'Group At the till' }).dblclick()
  await field.press('Escape')
  await board.says('Saved')
  await page.reload()
  await expect(wall.getByRole('button', { name: 'Group At the till' })).toBeVisible()

  // Tags: on one note in its details, on several from the menu; and what carries one is selected.
  await page.keyboard.press('Escape')
  await board.noteByText('The loyalty card').click()
  const details = await board.openPanel('Details')
  await details.getByRole('combobox', { name: 'New tag' }).fill('later, money')
  await details.getByRole('button', { name: 'Tag it' }).click()
  await expect(board.noteByText('The loyalty card')).toHaveAccessibleName(/tagged later and money$/)
  await details.getByRole('button', { name: 'Take the tag money off' }).click()
  await wall.getByRole('button', { name: 'Group At the till' }).click()
  await board.noteByText('A second till').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Tags' }).click()
  await page.getByRole('menuitem', { name: 'later' }).click()
  await expect(wall.getByRole('option', { name: /tagged later$/ })).toHaveCount(3)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(each => `${each.id}: ${each.nodes[0]?.html}`)).toEqual([])
  await details
    .getByRole('button', { name: 'Close panel' })
    .or(page.getByRole('button', { name: 'Close panel' }))
    .first()
    .click()
  await wall.click({ button: 'right', position: { x: 700, y: 500 } })
  await page.getByRole('menuitem', { name: 'Select by tag' }).click()
  await page.getByRole('menuitem', { name: 'later, 3' }).click()
  await expect(wall.locator('[role=option][aria-selected=true]')).toHaveCount(3)

  // The parking lot.
  await page.keyboard.press('Escape')
  await board.noteByText('The loyalty card').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Into the parking lot' }).click()
  await expect(board.noteByText('The loyalty card')).toHaveCount(0)
  const parking = await board.openPanel('Parking lot')
  await expect(parking.getByRole('listitem')).toHaveText(/The loyalty card/)
  await parking.getByRole('button', { name: 'Back onto the wall: The loyalty card' }).click()
  await expect(board.noteByText('The loyalty card')).toBeVisible()
  await expect(parking).toContainText('Nothing is parked')
  await context.close()
})
