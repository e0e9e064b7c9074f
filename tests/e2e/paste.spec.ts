import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { alone } from '#tests/drivers/habits.ts'
import { chooseAgenda, goTo, privateNotes, workshop } from '#tests/drivers/rounds.ts'

const carried = (name: string) => readFileSync(join(import.meta.dirname, '..', 'fixtures', 'import', name), 'utf8')

test('cells and drawings of other programs become private notes as they would become notes of the wall', async ({
  browser,
}) => {
  const { owner, bob, everybody, close } = await workshop(browser)
  await chooseAgenda(owner, 'Full day')
  await goTo(owner, everybody, 'Ideas, on your own')
  const bobs = privateNotes(bob)
  const paste = (text: string) =>
    bobs.pad.getByRole('textbox', { name: /^New private note/ }).evaluate((field, text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, text)
  await paste(carried('clipboard-from-excel.txt'))
  await expect(bobs.note(1)).toHaveValue('Caller waits\nand hangs up')
  await expect(bobs.note(2)).toHaveValue('Front')
  await expect(bobs.note(3)).toHaveValue('Clerk calls back')
  await expect(bobs.note(4)).toHaveValue('Back')
  await expect(bobs.note(5)).toHaveCount(0)
  await paste(carried('excalidraw-clipboard.txt'))
  await expect(bobs.note(5)).toHaveValue('Take the order')
  await paste(`One\n${'x'.repeat(4_200)}`)
  await expect(bob.page.getByText('a note holds up to 4,000. Nothing was added.').first()).toBeVisible()
  await expect(bobs.note(6)).toHaveCount(0)
  await close()
})

test('a text longer than a note is pasted as far as it goes, with a sentence; cells dropped on the wall lie where they fell', async ({
  browser,
}) => {
  const { board, context } = await alone(browser)
  const { page } = board
  await board.addNote('Starts', { x: 300, y: 300 })
  const field = await board.write('Starts')
  await page.evaluate(text => navigator.clipboard.writeText(text), 'y'.repeat(4_200))
  await page.keyboard.press('Control+V')
  await expect(page.getByText('A text holds up to 4,000 characters; the rest was left out.').first()).toBeVisible()
  expect((await field.inputValue()).length).toBe(4_000)
  await page.keyboard.press('Escape')

  await board.wall.evaluate(wall => {
    const dataTransfer = new DataTransfer()
    dataTransfer.setData('text/plain', 'Pack\tShip')
    for (const type of ['dragover', 'drop'])
      wall.dispatchEvent(
        new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, clientX: 700, clientY: 500 }),
      )
  })
  await expect(board.noteByText('Pack')).toBeVisible()
  await expect(board.noteByText('Ship')).toBeVisible()
  const box = await board.noteByText('Pack').boundingBox()
  expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) / 2 - 700)).toBeLessThan(20)
  await context.close()
})
