import { zipSync } from 'fflate'
import { csv } from './csv.ts'
import { ImportError, type Imported } from './format.ts'
import { unzipWithin } from './unzip.ts'

/** Cells that are read: a list of notes is never larger, and a sheet may claim to be. */
const most = { rows: 6_000, columns: 60 }
/** Bytes that a workbook may come to: several times the cells that are read. */
const unpacked = 64 * 1024 * 1024

/** Whether a zip is a workbook: its parts are in a folder of that name. */
export const isWorkbook = (bytes: Uint8Array): boolean => {
  const name = 'xl/workbook.xml'
  const codes = [...name].map(character => character.charCodeAt(0))
  for (let at = bytes.indexOf(0x78); at >= 0; at = bytes.indexOf(0x78, at + 1))
    if (codes.every((code, i) => bytes[at + i] === code)) return true
  return false
}

/** The first sheet of an Excel workbook, as the list of notes that a CSV file would be; our own workbooks come back so. */
export async function readWorkbook(bytes: Uint8Array): Promise<Imported> {
  const { Workbook } = (await import('exceljs')).default
  const book = new Workbook()
  try {
    // exceljs inflates whatever a zip holds: it gets one that is known to be what it says.
    const parts = unzipWithin(bytes, unpacked)
    await book.xlsx.load(new Uint8Array(zipSync(parts, { level: 0 })).buffer)
  } catch {
    throw new ImportError(
      'This workbook cannot be opened: it is cut off, damaged, too large inside, or protected by a password.',
    )
  }
  const [sheet, ...others] = book.worksheets
  if (!sheet || sheet.actualRowCount === 0) throw new ImportError('The first sheet of this workbook is empty.')
  if (sheet.rowCount > most.rows || sheet.columnCount > most.columns)
    throw new ImportError(
      `The first sheet has ${sheet.rowCount} rows and ${sheet.columnCount} columns; up to ${most.rows} and ${most.columns} can be imported.`,
    )
  const rows: string[] = []
  sheet.eachRow({ includeEmpty: true }, row => {
    const cells = Array.from({ length: sheet.columnCount }, (_, i) => row.getCell(i + 1).text)
    rows.push(cells.map(text => `"${String(text ?? '').replaceAll('"', '""')}"`).join(','))
  })
  const read = await csv.read(rows.join('\n'))
  const left = others.filter(other => other.actualRowCount > 0).map(other => other.name)
  if (left.length === 0) return read
  return { ...read, losses: [...read.losses, `Only the first sheet is read; left out: ${left.join(', ')}.`] }
}
