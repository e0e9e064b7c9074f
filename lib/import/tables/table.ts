import { ImportError } from '../format.ts'

/** Rows of texts, as a CSV file or a sheet of a workbook has them; rows without any text are left out. */
export interface Table {
  /** The sheet's name; empty for a file of text. */
  name: string
  rows: readonly TableRow[]
  /** What stands in the first of the cells that are one with this; undefined where it stands alone. */
  joined(line: number, column: number): string | undefined
  /** What could not be read, in words. */
  losses: readonly string[]
}
/** Cells that are one: rows by their numbers, columns from 0, both ends included. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}
export interface TableRow {
  /** The line of the file, or the number that the spreadsheet gives the row. */
  line: number
  cells: readonly string[]
}

/** Rows and columns that are read: no list for a wall is larger. Characters of all cells, which a zip can multiply. */
export const most = { rows: 50_000, columns: 300, characters: 20_000_000 } as const

export const filled = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== ''

/** The rows that say something, within bounds; throws ImportError beyond them. */
export function tableOf(
  name: string,
  rows: readonly TableRow[],
  merges: readonly Merge[] = [],
  losses: readonly string[] = [],
): Table {
  const said = rows.filter(({ cells }) => cells.some(filled))
  if (said.length > most.rows)
    throw new ImportError(
      `There are ${said.length.toLocaleString('en')} rows in it; up to ${most.rows.toLocaleString('en')} can be imported.`,
    )
  let characters = 0
  let beyond = 0
  for (const { cells } of said) {
    for (const cell of cells) characters += cell.length
    if (cells.slice(most.columns).some(filled)) beyond += 1
  }
  if (characters > most.characters)
    throw new ImportError(
      `There are ${Math.ceil(characters / 1e6)} million characters in it; up to ${most.characters / 1e6} million can be imported.`,
    )
  return {
    name,
    rows: said.map(({ line, cells }) => ({ line, cells: cells.slice(0, most.columns) })),
    joined: joinedBy(said, merges),
    losses: [...losses, ...(beyond > 0 ? [`Only the first ${most.columns} columns are read.`] : [])],
  }
}

/** How many columns have a text in any row. */
export const widthOf = ({ rows }: Table): number =>
  rows.reduce((width, { cells }) => Math.max(width, cells.findLastIndex(filled) + 1), 0)

/** What a cell says: of cells that are one, what stands in the first of them. */
export function cellAt(table: Table, row: TableRow, column: number): string {
  const own = row.cells[column] ?? ''
  return filled(own) ? own : (table.joined(row.line, column) ?? own)
}

/** Merged cells never overlap: of those in a column, the last that begins above a row is the one it may be in. */
function joinedBy(rows: readonly TableRow[], merges: readonly Merge[]): Table['joined'] {
  if (merges.length === 0) return () => undefined
  const byLine = new Map(rows.map(row => [row.line, row]))
  const byColumn = new Map<number, Merge[]>()
  for (const merge of merges.toSorted((a, b) => a.top - b.top))
    for (let column = merge.left; column <= Math.min(merge.right, most.columns); column++) {
      const known = byColumn.get(column)
      if (known) known.push(merge)
      else byColumn.set(column, [merge])
    }
  return (line, column) => {
    const inColumn = byColumn.get(column) ?? []
    let [low, high] = [0, inColumn.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((inColumn[middle]?.top ?? 0) <= line) low = middle + 1
      else high = middle
    }
    const merge = inColumn[low - 1]
    return merge && line <= merge.bottom ? byLine.get(merge.top)?.cells[merge.left] : undefined
  }
}
