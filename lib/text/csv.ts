type Cell = string | number | null

/** Puts an apostrophe before a cell that a spreadsheet would run as a formula (OWASP, CSV injection). */
export const harmless = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** Rows as a file after RFC 4180, UTF-8 with a byte order mark so that spreadsheets read accents correctly. */
export const csvFile = (rows: readonly (readonly Cell[])[], mark = ','): string =>
  `\uFEFF${rows.map(cells => `${record(cells, mark)}\r\n`).join('')}`

const record = (cells: readonly Cell[], mark: string): string =>
  cells
    .map(cell => {
      const text = typeof cell === 'number' ? String(cell) : harmless(cell ?? '')
      return /[",\r\n;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
    })
    .join(mark)
