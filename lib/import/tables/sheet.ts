import { ImportError } from '../format.ts'
import { type CellFormat, shownNumber, unescaped } from './cell-values.ts'
import { most, type Table, type TableRow, tableOf } from './table.ts'
import { readXmlPart } from './xml-parts.ts'

export interface BookParts {
  strings: readonly string[]
  formats: readonly CellFormat[]
  since1904: boolean
}

/** Rows and columns of a spreadsheet (ECMA-376): what lies beyond says nothing. */
const edge = { row: 1_048_576, column: 16_384 }
/** Merged cells that are kept: more are a picture of a table. */
const mostMerges = 5_000

/** A column from 0 and a row from 1 of an address like `AB12`; null for none. */
function cellAddress(address: string | undefined): { column: number; row: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(address ?? '')
  if (!match) return null
  const column =
    [...(match[1] ?? '').toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { column, row: Number(match[2]) }
}

/** The cells of one sheet that say something, as they are shown; formats, filters and pictures are passed over. */
export function readSheet(name: string, bytes: Uint8Array, parts: BookParts): Table {
  const rows: TableRow[] = []
  const merges: { top: number; left: number; bottom: number; right: number }[] = []
  let row = { line: 0, cells: [] as string[] }
  let cell = { column: -1, type: '', style: 0, value: '' }
  let listens = false
  let phonetic = 0
  let errors = 0
  const endCell = () => {
    const { column, type, style, value } = cell
    if (type === 'e') errors += 1
    const text = shown(type, value, parts.formats[style] ?? 'plain', parts)
    if (text === '' || column < 0 || column >= edge.column) return
    // Sparse rows: one cell far to the right is no thousand of empty ones.
    while (row.cells.length < Math.min(column, most.columns)) row.cells.push('')
    row.cells[Math.min(column, most.columns)] = text
  }
  readXmlPart(bytes, {
    open(element, attribute) {
      if (element === 'row') {
        const line = Number(attribute('r') ?? row.line + 1)
        row = { line: Number.isInteger(line) && line > 0 && line <= edge.row ? line : row.line + 1, cells: [] }
        cell = { column: -1, type: '', style: 0, value: '' }
      } else if (element === 'c') {
        const column = cellAddress(attribute('r'))?.column ?? cell.column + 1
        cell = { column, type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0), value: '' }
      } else if (element === 'rPh') phonetic += 1
      else if (element === 'v' || element === 't') listens = phonetic === 0
      else if (element === 'mergeCell' && merges.length < mostMerges) {
        const [from, to] = (attribute('ref') ?? '').split(':').map(cellAddress)
        if (from && to) merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column })
      }
    },
    text(text) {
      if (listens) cell.value += text
    },
    close(element) {
      if (element === 'rPh') phonetic -= 1
      else if (element === 'v' || element === 't') listens = false
      else if (element === 'c') endCell()
      else if (element === 'row' && row.cells.length > 0) {
        rows.push(row)
        if (rows.length > most.rows + 1)
          throw new ImportError(
            `The sheet “${name}” has more than ${most.rows.toLocaleString('en')} rows; that is the most that can be imported.`,
          )
      }
    },
  })
  const lost = `${errors === 1 ? 'A cell shows' : `${errors} cells show`} an error like #REF! instead of a value; read as empty.`
  return tableOf(name, rows, merges, errors > 0 ? [lost] : [])
}

function shown(type: string, value: string, format: CellFormat, parts: BookParts): string {
  if (type === 's') return parts.strings[Number(value)] ?? ''
  if (type === 'inlineStr' || type === 'str') return unescaped(value)
  if (type === 'b') return value.trim() === '1' ? 'TRUE' : value.trim() === '' ? '' : 'FALSE'
  if (type === 'd') return value.trim().replace(/T00:00(:00(\.0+)?)?Z?$/, '')
  return type === 'e' ? '' : shownNumber(value, format, parts.since1904)
}
