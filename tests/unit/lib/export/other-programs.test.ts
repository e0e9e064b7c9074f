import { describe, expect, test } from 'vitest'
import type { BoardSnapshot } from '#lib/board/snapshot.ts'
import { sheetsOf, type WorkbookCell } from '#lib/export/sheets.ts'
import { xlsx } from '#lib/export/xlsx.ts'
import { about, referenceBoard, templateBoards } from '#tests/drivers/exported.ts'
import { hasLibreOffice, hasOpenpyxl, readByOpenpyxl, shownByLibreOffice } from '#tests/drivers/other-programs.ts'
import { fixtures } from '#tests/drivers/shared.ts'
import { buildWall } from '#tests/drivers/wall.ts'

const said = { ...about, title: 'Coffee & 3', currency: 'EUR', at: Date.UTC(2026, 10, 30) }
const bytesOf = async (board: BoardSnapshot) => (await xlsx.write(board, said)) as Uint8Array
const plain = (cell: WorkbookCell) =>
  cell !== null && typeof cell === 'object' ? cell.value : cell === '' ? null : cell
const awkward = [
  '- ask twice',
  '=1+1',
  '+49 30',
  'a\nb',
  ' spaced ',
  '🙂 二重',
  'a\u0001b',
  '_x0041_',
  '001',
  '2026-11-30',
]

// apt-get install python3-openpyxl
describe.skipIf(!hasOpenpyxl)('openpyxl, where Debian’s python3-openpyxl is installed', () => {
  test('reads every cell of a board as it was written, sheet by sheet, and finds no formula', async () => {
    const boards = templateBoards().filter(({ name }) => name === 'coffee' || name === 'claim')
    if (fixtures) boards.push(await referenceBoard('C.1.0'))
    for (const { name, board } of boards) {
      const read = readByOpenpyxl(await bytesOf(board))
      const written = sheetsOf(board, said)
      expect(read.map(sheet => sheet.name)).toEqual(written.map(sheet => sheet.name))
      for (const [i, { name: sheet, columns, rows }] of written.entries()) {
        const cells = [columns.map(column => column.header), ...rows.map(row => row.map(plain))]
        expect(read[i]?.rows, `${name}, ${sheet}`).toEqual(cells)
        expect(read[i]).toMatchObject({ formulas: 0, frozen: 'A2', across: true })
        expect(read[i]?.filter, `${name}, ${sheet}`).toMatch(new RegExp(`^A1:[A-Z]+${rows.length + 1}$`))
      }
    }
  })

  test('reads texts that look like formulas, numbers, dates and escapes as the texts that they are', async () => {
    const { board } = buildWall({ notes: Object.fromEntries(awkward.map((text, i) => [`n${i}`, [null, { text }]])) })
    const [notes] = readByOpenpyxl(await bytesOf(board))
    const column = notes?.rows[0]?.indexOf('Text') ?? -1
    // What XML cannot hold stands there as the sign for it, as in every export.
    expect(notes?.rows.slice(1).map(row => row[column])).toEqual(awkward.map(text => text.replace('\u0001', '\uFFFD')))
  })
})

// apt-get install libreoffice-calc
describe.skipIf(!hasLibreOffice)('LibreOffice, where libreoffice-calc is installed', () => {
  test('opens the coffee board’s workbook and shows its numbers as people read them', async () => {
    const coffee = templateBoards().find(({ name }) => name === 'coffee')
    if (!coffee) throw new Error('no coffee board')
    const shown = shownByLibreOffice(await bytesOf(coffee.board))
    for (const row of [
      ['Points of failure', '', '5', '2'],
      ['Gets through without a failure', 'rolled throughput yield (RTY)', '50.1%', '86.6%'],
      ['Cost per case', '', '2.50 EUR', '1.20 EUR'],
    ])
      expect(shown.find(([first]) => first === row[0])?.slice(0, 4)).toEqual(row)
  })
})
