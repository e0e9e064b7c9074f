import type { NewNote } from '../board/commands/notes.ts'
import { defaultSize, limits } from '../board/fields.ts'
import type { NoteKindId } from '../notes/kinds/index.ts'

/** What one paste may bring, told to the person when it is too much. */
export const pasteLimits = {
  /** Characters. */
  length: 1_000_000,
  notes: 1_000,
} as const

/** `columns`: of cells; 1 is a list. */
export type Pasted = { ok: true; notes: NewNote[]; columns: number } | { ok: false; message: string }

/** px between notes of a paste. */
const gap = 24
/** Notes beside each other before a pasted list starts a new row. */
const perRow = 8

/**
 * Notes from the text of a clipboard, the first with its top-left corner at `at` (px). Cells of a spreadsheet keep
 * their rows and columns; lines of text, or one column of cells, run from left to right as a process does. A paste is
 * taken whole or refused whole.
 */
export function notesFromText(text: string, kind: NoteKindId, at: { x: number; y: number }): Pasted {
  const read = readPaste(text)
  if (!read.ok) return read
  const [w, h] = defaultSize
  const asList = read.rows.every(row => row.length === 1)
  const cells = read.rows.flatMap((row, r) => row.map((cell, c) => ({ cell, r, c }))).filter(({ cell }) => cell !== '')
  return {
    ok: true,
    columns: read.rows.reduce((most, row) => Math.max(most, row.length), 0),
    notes: cells.map(({ cell, r, c }, index) => {
      const [column, line] = asList ? [index % perRow, Math.floor(index / perRow)] : [c, r]
      return { kind, text: cell, x: at.x + column * (w + gap), y: at.y + line * (h + gap) }
    }),
  }
}

/** The cells of a clipboard's text, unless they are too many or too long for one paste. */
export function readPaste(text: string): { ok: true; rows: string[][] } | { ok: false; message: string } {
  if (text.length > pasteLimits.length)
    return no(
      `This is ${millions(text.length)} million characters; up to ${millions(pasteLimits.length)} million can be pasted at once.`,
    )
  const rows = readCells(text)
  const cells = rows.flat().filter(cell => cell !== '')
  if (cells.length === 0) return no('There is no text on the clipboard to make notes of.')
  if (cells.length > pasteLimits.notes)
    return no(
      `This would make ${cells.length.toLocaleString('en')} notes; up to ${pasteLimits.notes.toLocaleString('en')} can be pasted at once.`,
    )
  const longest = cells.reduce((max, cell) => Math.max(max, cell.length), 0)
  if (longest > limits.text)
    return no(
      `One piece of it has ${longest.toLocaleString('en')} characters; a note holds up to ${limits.text.toLocaleString('en')}.`,
    )
  return { ok: true, rows }
}

const no = (reason: string) => ({ ok: false, message: `${reason} Nothing was added.` }) as const
const millions = (count: number) => (count / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })

/**
 * Rows of cells as spreadsheets put them on the clipboard: tab between cells, a line end between rows, quotes around a
 * cell that holds a tab, a line end or a quote. Text that merely begins with a quote stays as it is. Bullets and
 * numbers before the lines of a list are taken off.
 */
export const readCells = (text: string): string[][] =>
  cellsOf(text, withoutBullet).filter(cells => cells.some(cell => cell !== ''))

/** The same for a table: every row counts, empty ones between others too, and a cell says what it says. */
export function readCellRows(text: string): string[][] {
  const rows = cellsOf(text, cell => cell)
  while (rows.at(-1)?.every(cell => cell === '')) rows.pop()
  return rows
}

function cellsOf(text: string, plain: (cell: string) => string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    const quoted = text[at] === '"' ? readQuoted(text, at) : null
    const end = quoted?.end ?? nextBreak(text, at)
    row.push(tidy(quoted?.value ?? plain(text.slice(at, end))))
    if (text[end] !== '\t') {
      rows.push(row)
      row = []
    }
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)
  }
  return rows
}

function nextBreak(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== '\t' && text[at] !== '\n' && text[at] !== '\r') at += 1
  return at
}

/** A quoted cell from its opening quote; null where it is no such thing. */
function readQuoted(text: string, from: number): { value: string; end: number } | null {
  let close = from + 1
  for (; close < text.length; close += 1) {
    if (text[close] !== '"') continue
    if (text[close + 1] !== '"') break
    close += 1
  }
  const end = close + 1
  const ends = end >= text.length || text[end] === '\t' || text[end] === '\n' || text[end] === '\r'
  const inner = text.slice(from + 1, close)
  return close < text.length && ends && /[\t\r\n"]/.test(inner) ? { value: inner.replaceAll('""', '"'), end } : null
}

const withoutBullet = (line: string): string =>
  line.replace(/^\s*(?:[-*•–][ \u00a0]+(?:\[[ xX]\][ \u00a0]+)?|\d{1,3}[.)][ \u00a0]+)/, '')

/** Line ends as one, no blanks around, and the mark off that `textFromRows` put before formulas. */
const tidy = (cell: string): string =>
  cell
    .replace(/\r\n?/g, '\n')
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
