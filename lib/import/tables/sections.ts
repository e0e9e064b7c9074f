import { filled, type Table, type TableRow } from './table.ts'

/**
 * A board as Miro exports it to CSV: its title, then per frame the frame's name, and each of its texts in quotes on a
 * line of its own, with an empty line between frames. Becomes a table of text and frame; any other table stays as it is.
 */
export function withSections(table: Table, text: string): Table {
  const { rows } = table
  const [title, ...rest] = rows
  const lines = text.split(/\r\n|\r|\n/)
  const quoted = (row: TableRow) => lines[row.line - 1]?.trimStart().startsWith('"') ?? false
  const heads = (row: TableRow) => !quoted(row) && row.line > 1 && !filled(lines[row.line - 2])
  const single = rows.every(row => row.cells.filter(filled).length === 1)
  if (
    !title ||
    quoted(title) ||
    !single ||
    !rest[0] ||
    !heads(rest[0]) ||
    !rest.every(row => quoted(row) || heads(row))
  )
    return table
  let frame = ''
  const listed: TableRow[] = [title, { line: title.line + 1, cells: ['text', 'frame'] }]
  for (const row of rest) {
    if (heads(row)) frame = row.cells[0] ?? ''
    else listed.push({ line: row.line, cells: [row.cells[0] ?? '', frame] })
  }
  return listed.length > 2 ? { ...table, rows: listed } : table
}
