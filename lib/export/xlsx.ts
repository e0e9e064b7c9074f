import type { Cell as ExcelCell, Worksheet } from 'exceljs'
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
  heading.eachCell(cell => {
    cell.style = {
      font: dressed.heading,
      fill: dressed.fill,
      border: { bottom: dressed.line },
      alignment: { vertical: 'middle', wrapText: true },
    }
  })
  for (const row of rows) {
    const added = to.addRow(row.map((cell, i) => written(cell, columns[i])))
    added.eachCell({ includeEmpty: true }, (cell, i) => dress(cell, row[i - 1] ?? null, columns[i - 1], named))
  }
  to.autoFilter = { from: { row: 1, column: 1 }, to: { row: Math.max(1, rows.length + 1), column: columns.length } }
  setUpPrint(to, title)
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
  const words = unit === 'text' || unit === 'id' || unit === undefined
  cell.style = {
    font: dressed.font,
    numFmt: named[unit ?? 'text'],
    alignment: { vertical: 'top', wrapText: words, horizontal: words || unit === 'date' ? 'left' : 'right' },
  }
}

/** Print settings: landscape, fitted to the page width, the heading and the page number on every page. */
function setUpPrint(to: Worksheet, title: string): void {
  to.pageSetup = {
    ...to.pageSetup,
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '1:1',
    margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
  }
  // An ampersand begins a code in a header (ECMA-376, 18.3.1.46); a digit after it would be read as a size.
  const plain = writable(title).replaceAll('&', '&&')
  to.headerFooter.oddHeader = `&L${/^\d/.test(plain) ? ` ${plain}` : plain}&R&A`
  to.headerFooter.oddFooter = '&RPage &P of &N'
}
