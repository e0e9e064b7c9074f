import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { openBoard, ownerWithBoard } from '#tests/drivers/board.ts'

const file = (name: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: readFileSync(join(import.meta.dirname, '..', 'fixtures', 'import', name)),
})

async function openImport(page: Page) {
  await page.getByRole('button', { name: 'Board', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Import' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import onto this board' })
  const notes = dialog.getByRole('region', { name: 'The first notes as they will be' })
  return { dialog, notes, choose: (name: string) => dialog.getByLabel('File to import').setInputFiles(file(name)) }
}

test('a table of somebody else is shown as it will be, told what its columns are, and put on the wall', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const board = await openBoard(await context.newPage(), await ownerWithBoard(context))
  const { page } = board
  const { dialog, notes, choose } = await openImport(page)

  await choose('table-excel-de-ansi.csv')
  await expect(dialog.getByRole('combobox', { name: 'Schritt' })).toHaveValue('text')
  await expect(dialog.getByRole('combobox', { name: 'Bahn' })).toHaveValue('lane')
  await expect(dialog.getByRole('combobox', { name: 'Dauer (min)' })).toHaveValue('processing')
  await expect(notes).toContainText('Auftrag prüfen')
  await expect(notes).toContainText('Lane Büro')
  await expect(dialog.getByRole('status')).toContainText('3 lanes, 3 notes')
  await dialog.getByRole('button', { name: 'Another file' }).click()

  // A workbook with a title above its table, and one with a second sheet.
  await choose('table-title-row.xlsx')
  await expect(dialog.getByRole('combobox', { name: 'Names of the columns' })).toHaveValue('3')
  await expect(notes).toContainText('Kunde ruft an')
  await dialog.getByRole('button', { name: 'Another file' }).click()
  await choose('table-openpyxl.xlsx')
  await dialog.getByRole('combobox', { name: 'Sheet' }).selectOption({ label: 'Notizen' })
  await expect(dialog.getByRole('status')).toContainText('1 note')
  await dialog.getByRole('combobox', { name: 'Sheet' }).selectOption({ label: 'Prozess' })
  await expect(dialog.getByRole('status')).toContainText('3 notes')

  // By keys alone: the lane is what the second column says, until it is the kind of note.
  const lane = dialog.getByRole('combobox', { name: 'Lane', exact: true })
  await lane.focus()
  await page.keyboard.press('Home')
  await expect(lane).toHaveValue('')
  await expect(dialog.getByRole('status')).not.toContainText('lane')
  await expect(lane).toBeFocused()
  await lane.selectOption('lane')
  await expect(dialog.getByRole('status')).toContainText('2 lanes')
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations.map(each => each.id)).toEqual(
    [],
  )

  await dialog.getByRole('button', { name: 'Put it on the board' }).click()
  await expect(dialog).toHaveCount(0)
  await page.locator('[data-slot=wall]').press('Shift+1')
  await expect(board.noteByText('Kunde ruft an')).toBeVisible()
  await expect(board.noteByText('42')).toBeVisible()
  await context.close()
})

test('on a phone, letters, separator and header of a list are chosen with its texts in sight', async ({ browser }) => {
  const context = await browser.newContext()
  const board = await openBoard(await context.newPage(), await ownerWithBoard(context))
  const { page } = board
  const { dialog, notes, choose } = await openImport(page)
  await page.setViewportSize({ width: 390, height: 844 })

  await choose('csv-windows-1250.csv')
  await expect(notes).toContainText('Wyjaśnienie w ciągu tygodnia')
  const letters = dialog.getByRole('combobox', { name: 'Letters' })
  await letters.selectOption('windows-1252')
  await expect(notes).toContainText('Zg³oszenie klienta')
  await letters.selectOption('windows-1250')
  await expect(notes).toContainText('Zgłoszenie klienta')

  // One column without any text leaves nothing: said in a sentence, and taken back where it was chosen.
  await dialog.getByRole('combobox', { name: 'text' }).selectOption('')
  await expect(dialog.getByRole('alert')).toContainText('There is nothing in this file to put on a wall.')
  await expect(dialog.getByRole('button', { name: 'Put it on the board' })).toBeDisabled()
  await dialog.getByRole('combobox', { name: 'text' }).selectOption('text')
  await expect(dialog.getByRole('alert')).toHaveCount(0)

  await dialog.getByRole('combobox', { name: 'Between the columns' }).selectOption('none')
  await dialog.getByRole('combobox', { name: 'Names of the columns' }).selectOption('')
  await expect(notes).toContainText('Zgłoszenie klienta,Obsługa')
  await expect(dialog.getByRole('status')).toContainText('3 notes')
  const wide = await dialog.evaluate(element => element.scrollWidth > element.clientWidth)
  expect(wide).toBe(false)
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations.map(each => each.id)).toEqual(
    [],
  )
  await context.close()
})
