import type { Alignment, Cell as ExcelCell, Worksheet } from 'exceljs'
import { wrap } from '../geometry/text-fit.ts'
import type { Unit } from '../report/figures.ts'
import type { ExportFormat } from './format.ts'
import { type BoardSheet, sheetsOf, type WorkbookCell, type WorkbookColumn } from './sheets.ts'
import { writable } from './xml.ts'

/** Number formats as workbooks write them (ECMA-376, 18.8.30). */
const formats = (currency: string | null): Readonly<Record<Unit | WorkbookColumn['is'], string>> => ({
  count: '#,##0',
  share: '0.0%',
  minutes: '#,##0.0#',
  money: currency === null ? '#,##0.00' : `#,##0.00" ${currency}"`,
  feeling: '+0.0;−0.0;0',
  date: 'yyyy-mm-dd',
  text: '@',
  id: '@',
})

const dressed = {
  font: { name: 'Calibri', size: 11 },
  heading: { name: 'Calibri', size: 11, bold: true, color: { argb: 'FF3B2F1E' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEADBC1' } },
  line: { style: 'thin', color: { argb: 'FFB9A684' } },
} as const

/** An Excel workbook, written by exceljs, which is loaded only at the first export. */
export const xlsx: ExportFormat = {
  id: 'xlsx',
  label: 'Excel',
  describes: 'Sheets of notes, steps, links, points of failure, actions and numbers.',
  extension: 'xlsx',
  mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  async write(board, about) {
    const { Workbook } = (await import('exceljs')).default
    const book = new Workbook()
    book.title = writable(about.title)
    book.creator = 'Brownpaper'
    book.created = new Date(about.at)
    for (const sheet of sheetsOf(board, about)) addSheet(book.addWorksheet(sheet.name), sheet, about)
    return new Uint8Array(await book.xlsx.writeBuffer())
  },
}

function addSheet(
  to: Worksheet,
  { columns, rows }: BoardSheet,
  { title, currency = null }: { title: string; currency?: string | null },
): void {
  const named = formats(currency)
  to.views = [{ state: 'frozen', ySplit: 1 }]
  to.columns = columns.map(({ width, is }) => ({ width, style: { font: dressed.font, numFmt: named[is] } }))
  const heading = to.addRow(columns.map(({ header }) => header))
  heading.eachCell((cell, i) => {
    cell.style = {
      font: dressed.heading,
      fill: dressed.fill,
      border: { bottom: dressed.line },
      alignment: { ...standing(columns[i - 1]?.is), vertical: 'middle', wrapText: true },
    }
  })
  heading.height = heightOf(
    columns.map(({ header }) => header),
    columns,
  )
  for (const row of rows) {
    const added = to.addRow(row.map((cell, i) => written(cell, columns[i])))
    added.eachCell({ includeEmpty: true }, (cell, i) => dress(cell, row[i - 1] ?? null, columns[i - 1], named))
    added.height = heightOf(row, columns)
  }
  to.autoFilter = { from: { row: 1, column: 1 }, to: { row: Math.max(1, rows.length + 1), column: columns.length } }
  setUpPrint(to, columns, title)
}

/** Texts stay texts: a workbook's cell states itself whether it is a formula, so no apostrophe is needed. */
function written(cell: WorkbookCell, column: WorkbookColumn | undefined): string | number | Date | null {
  if (cell === null || typeof cell === 'number') return cell
  if (typeof cell === 'object') return cell.value
  if (column?.is === 'date') return new Date(`${cell}T00:00:00Z`)
  return cell === '' ? null : writable(cell)
}

function dress(
  cell: ExcelCell,
  said: WorkbookCell,
  column: WorkbookColumn | undefined,
  named: ReturnType<typeof formats>,
): void {
  const unit = said !== null && typeof said === 'object' ? said.unit : column?.is
  cell.style = {
    font: dressed.font,
    numFmt: named[unit ?? 'text'],
    alignment: { ...standing(unit), vertical: 'top', wrapText: isWords(unit) },
  }
}

const isWords = (unit: Unit | WorkbookColumn['is'] | undefined) => unit === 'text' || unit === undefined

/** Numbers stand at the right, clear of the words in the next column. */
const standing = (unit: Unit | WorkbookColumn['is'] | undefined): Partial<Alignment> =>
  isWords(unit) || unit === 'date' || unit === 'id' ? { horizontal: 'left' } : { horizontal: 'right', indent: 1 }

/** pt of a line of the common type, and the most that a row may be high (ECMA-376 has no limit, Excel has). */
const line = 15
const highest = 409
/** Characters that take the room of two. */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u
const charactersIn = (word: string): number => [...word].reduce((sum, char) => sum + (wide.test(char) ? 2 : 1), 0)

/** pt of a row that shows all its words: not every program makes room for broken lines by itself. */
function heightOf(row: readonly WorkbookCell[], columns: readonly WorkbookColumn[]): number {
  const lines = row.map((cell, i) => {
    const column = columns[i]
    if (typeof cell !== 'string' || !column || column.is === 'id') return 1
    return wrap(cell, column.width, 1, charactersIn).length
  })
  return Math.min(highest, Math.max(1, ...lines) * line)
}

/** Characters side by side on a page across that are still read with ease. */
const readable = 260

/**
 * Print settings: landscape, the heading and the page number on every page. A sheet too wide to be read on one page
 * continues on the next, which repeats its first two columns.
 */
function setUpPrint(to: Worksheet, columns: readonly WorkbookColumn[], title: string): void {
  const pages = Math.ceil(columns.reduce((sum, { width }) => sum + width, 0) / readable)
  to.pageSetup = {
    ...to.pageSetup,
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: pages,
    fitToHeight: 0,
    printTitlesRow: '1:1',
    ...(pages > 1 ? { printTitlesColumn: 'A:B' } : {}),
    margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
  }
  // An ampersand begins a code in a header (ECMA-376, 18.3.1.46); a digit after it would be read as a size.
  const plain = writable(title).replaceAll('&', '&&')
  to.headerFooter.oddHeader = `&L${/^\d/.test(plain) ? ` ${plain}` : plain}&R&A`
  to.headerFooter.oddFooter = '&RPage &P of &N'
}
