import { noteKind } from '../notes/kinds/index.ts'
import { type ExportFormat, inReadingOrder } from './format.ts'

const csvColumns = [
  'id',
  'kind',
  'text',
  'lane',
  'x',
  'y',
  'colour',
  'mark',
  'verdict',
  'votes',
  'author',
  'created',
] as const

/** A cell that a spreadsheet would run as a formula is made harmless by a leading apostrophe (OWASP, CSV injection). */
export const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** One RFC 4180 record, without its line end. */
const csvRecord = (cells: readonly (string | number | null)[]): string =>
  cells
    .map(cell => {
      const text = typeof cell === 'number' ? String(cell) : harmless(cell ?? '')
      return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
    })
    .join(',')

/** RFC 4180, UTF-8 with a byte order mark so that spreadsheets read accents right. */
export const csv: ExportFormat = {
  id: 'csv',
  label: 'CSV',
  describes: 'The notes as rows for a spreadsheet.',
  extension: 'csv',
  mime: 'text/csv;charset=utf-8',
  write(board, about) {
    const lanes = new Map(board.lanes.map(lane => [lane.id, lane.name]))
    const rows = inReadingOrder(board, board.notes.values()).map(note =>
      csvRecord([
        note.id,
        note.kind,
        note.text,
        note.lane === null ? '' : (lanes.get(note.lane) ?? ''),
        Math.round(note.x),
        Math.round(note.y),
        note.colour ?? noteKind(note.kind).paper,
        note.mark ? `${note.mark.kind} ${note.mark.state}` : '',
        note.verdict,
        Object.values(note.votes).at(-1) ?? null,
        about.authorName(note.made),
        null,
      ]),
    )
    return `\uFEFF${[csvRecord([...csvColumns]), ...rows].join('\r\n')}\r\n`
  },
}
