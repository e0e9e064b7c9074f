/**
 * Rows of cells for the clipboard, as spreadsheets take them. What a spreadsheet would run as a formula is made
 * harmless with an apostrophe; a number, signed or not, stays one.
 */
export const textFromRows = (rows: readonly (readonly string[])[]): string =>
  rows.map(row => row.map(cellText).join('\t')).join('\n')

function cellText(text: string): string {
  const plain = /^[=+\-@\t]/.test(text) && !/^[+-]?[\d.,]+%?$/.test(text) ? `'${text}` : text
  return /[\t\r\n"]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
