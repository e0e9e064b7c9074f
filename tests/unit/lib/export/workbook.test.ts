import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import type { BoardSnapshot } from '#lib/board/snapshot.ts'
import { xlsx } from '#lib/export/xlsx.ts'
import { about, templateBoards } from '#tests/drivers/exported.ts'
import { buildWall } from '#tests/drivers/wall.ts'

async function workbookOf(board: BoardSnapshot, more: object = {}) {
  const book = new ExcelJS.Workbook()
  const bytes = (await xlsx.write(board, { ...about, ...more })) as Uint8Array
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  return book
}
const coffee = () => {
  const found = templateBoards().find(({ name }) => name === 'coffee')
  if (!found) throw new Error('no coffee board')
  return found.board
}

test('every sheet is laid out to be read, filtered and printed', async () => {
  const book = await workbookOf(coffee())
  expect(book.worksheets.map(sheet => sheet.name)).toEqual([
    'Notes',
    'Steps',
    'Links',
    'Points of failure',
    'Actions',
    'Numbers',
    'About',
  ])
  for (const sheet of book.worksheets) {
    expect(sheet.views[0], sheet.name).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet.autoFilter, sheet.name).toBeTruthy()
    expect(sheet.pageSetup, sheet.name).toMatchObject({
      orientation: 'landscape',
      fitToPage: true,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    })
    const across = sheet.columns.reduce((sum, { width = 0 }) => sum + width, 0)
    expect(across / (sheet.pageSetup.fitToWidth ?? 0), `${sheet.name} is read on paper`).toBeLessThanOrEqual(260)
    expect(sheet.headerFooter.oddFooter).toBe('&RPage &P of &N')
    sheet.getRow(1).eachCell(cell => expect(cell.font.bold).toBe(true))
    sheet.eachRow((row, number) => {
      if (number === 1) return
      row.eachCell(cell => {
        const words = typeof cell.value === 'string' && sheet.getRow(1).getCell(cell.col).value !== 'Id'
        expect(cell.alignment.vertical).toBe('top')
        if (words) expect(cell.alignment.wrapText, `${sheet.name} ${cell.address}`).toBe(true)
        // A text of several lines has a column in which it is read, not one of twelve characters.
        if (words && String(cell.value).length > 40) expect(sheet.getColumn(cell.col).width).toBeGreaterThanOrEqual(30)
      })
    })
  }
})

test('a row is as high as its longest text, so that no program writes one row over the next', async () => {
  const { board } = buildWall({ notes: { a: [null, { text: 'Two\nlines' }], b: [null, { text: 'word '.repeat(30) }] } })
  const notes = (await workbookOf(board)).getWorksheet('Notes')
  expect([1, 2, 3].map(row => notes?.getRow(row).height)).toEqual([15, 30, 60])
})

test('numbers stand clear of the words beside them, and headings stand over their numbers', async () => {
  const steps = (await workbookOf(coffee())).getWorksheet('Steps')
  for (const row of [1, 2]) {
    expect(steps?.getRow(row).getCell(11).alignment).toMatchObject({ horizontal: 'right', indent: 1 })
    expect(steps?.getRow(row).getCell(1).alignment.horizontal).toBe('left')
  }
})

test('numbers are written as what they are: shares, minutes, amounts with their currency', async () => {
  const formatsOf = async (more: object) => {
    const book = await workbookOf(coffee(), more)
    const numbers = book.getWorksheet('Numbers')
    const found = new Map<string, string | undefined>()
    numbers?.eachRow(row => found.set(String(row.getCell(1).value), row.getCell(3).numFmt))
    const rate = book.getWorksheet('Steps')?.getRow(2).getCell(11)
    return { found, rate: [rate?.value, rate?.numFmt] }
  }
  const { found, rate } = await formatsOf({ currency: 'EUR' })
  expect(found.get('Gets through without a failure')).toBe('0.0%')
  expect(found.get('Points of failure')).toBe('#,##0')
  expect(found.get('Cost per case')).toBe('#,##0.00" EUR"')
  expect(rate).toEqual([0.98, '0.0%'])
  expect((await formatsOf({})).found.get('Cost per case')).toBe('#,##0.00')
})

test('a text that begins with a dash or an equals sign stands in its cell as it was written, and is no formula', async () => {
  const { board } = buildWall({ notes: { a: [null, { text: '- ask twice' }], b: [null, { text: '=1+1' }] } })
  const notes = (await workbookOf(board)).getWorksheet('Notes')
  const texts = [2, 3].map(row => notes?.getRow(row).getCell(3))
  expect(texts.map(cell => cell?.value)).toEqual(['- ask twice', '=1+1'])
  for (const cell of texts) expect([cell?.type, cell?.numFmt]).toEqual([ExcelJS.ValueType.String, '@'])
})

test('an ampersand or a digit in the title breaks no page header', async () => {
  const book = await workbookOf(coffee(), { title: '3 & 4' })
  expect(book.worksheets[0]?.headerFooter.oddHeader).toBe('&L 3 && 4&R&A')
})
