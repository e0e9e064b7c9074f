import { ImportError } from '../format.ts'
import { type SeparatorId, separators } from './fields.ts'
import { fieldNamed } from './names.ts'
import type { TableRow } from './table.ts'

/** Rows of text that are read to tell the separator, and characters. */
const tried = { rows: 60, characters: 64_000 }
/** Excel's own first line: which separator follows. */
const said = /^\uFEFF?"?sep=(.)"?(?:\r\n|\r|\n|$)/i

/**
 * RFC 4180 with any of the separators and any line ends; quotes that are not around a whole cell are text. Throws
 * ImportError with the line of a quote that is never closed.
 */
export function readSeparated(file: string, chosen?: SeparatorId): { rows: TableRow[]; separator: SeparatorId } {
  const first = said.exec(file)
  const text = first ? file.slice(first[0].length) : file.replace(/^\uFEFF/, '')
  const named = (Object.keys(separators) as SeparatorId[]).find(id => separators[id].mark === first?.[1])
  const separator = chosen ?? named ?? separatorOf(text)
  const rows = rowsOf(text, separators[separator].mark, first ? 2 : 1)
  return { rows: separator === 'bar' ? rows.filter(row => !isRule(row)).map(unpadded) : rows, separator }
}

const unpadded = ({ line, cells }: TableRow): TableRow => ({ line, cells: cells.map(cell => cell.trim()) })

/** The line under the heading of a table in Markdown. */
const isRule = ({ cells }: TableRow): boolean =>
  cells.some(cell => cell.includes('-')) && cells.every(cell => /^(:?-+:?)?$/.test(cell.trim()))

function rowsOf(text: string, separator: string | null, firstLine = 1, cutOff = false): TableRow[] {
  const rows: TableRow[] = []
  let cells: string[] = []
  let line = firstLine
  let from = firstLine
  let at = 0
  const ends = (index: number) => index >= text.length || text[index] === '\n' || text[index] === '\r'
  const after = (index: number) => ends(index) || text[index] === separator
  while (at <= text.length) {
    let end: number
    const quoted = text[at] === '"' ? closingQuote(text, at) : null
    if (quoted === -1 && cutOff) return rows
    if (quoted === -1) throw new ImportError('A quotation mark is opened here and never closed.', line)
    if (quoted !== null && after(quoted + 1)) {
      end = quoted + 1
      const value = text.slice(at + 1, quoted).replaceAll('""', '"')
      line += lineEnds(value)
      cells.push(value)
    } else {
      end = at
      while (!after(end)) end += 1
      cells.push(text.slice(at, end))
    }
    if (ends(end)) {
      rows.push({ line: from, cells })
      cells = []
      line += 1
      from = line
    }
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)
  }
  return rows
}

/** Where a quote that opens a cell is closed; -1: nowhere. */
function closingQuote(text: string, from: number): number {
  let close = text.indexOf('"', from + 1)
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  return close
}

const lineEnds = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0

/** The separator that gives most rows equally many cells, and more than one; `none` where no separator does. */
function separatorOf(text: string): SeparatorId {
  const end = Math.max(...['\n', '\r'].map(mark => text.lastIndexOf(mark, tried.characters)))
  const begin = text.slice(0, text.length <= tried.characters || end < 0 ? tried.characters : end)
  let best: { id: SeparatorId; score: number } = { id: 'none', score: 0 }
  for (const id of ['comma', 'semicolon', 'tab', 'bar'] as const) {
    const score = scoreOf(begin, separators[id].mark)
    if (score > best.score) best = { id, score }
  }
  return best.id
}

function scoreOf(text: string, separator: string): number {
  const rows = tryRows(text, separator)
  const [first] = rows
  if (!first) return 0
  // A header of one known name: what follows is one column, commas and all.
  if (first.length === 1 && fieldNamed(first[0] ?? '') !== null) return 0
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [width = 1, many = 0] = [...counts].sort(([a, n], [b, m]) => m - n || b - a)[0] ?? []
  if (width < 2) return rows.length === 1 || !first[1] || !first.some(cell => fieldNamed(cell)) ? 0 : 0.1
  // Commas of sentences have a blank behind them; those of a table as a rule have none.
  const prose = rows.every(cells => cells.slice(1).every(cell => cell === '' || cell.startsWith(' ')))
  if (prose && separator === ',' && !first.some(cell => fieldNamed(cell))) return 0
  return (many / rows.length) ** 2 * Math.min(width, 12)
}

const tryRows = (text: string, separator: string): (readonly string[])[] =>
  rowsOf(text, separator, 1, true)
    .map(({ cells }) => cells)
    .filter(cells => cells.some(cell => cell.trim() !== ''))
    .slice(0, tried.rows)
