/**
 * Rows of cells as tab-separated text for the clipboard. An apostrophe disarms what a spreadsheet would run as a
 * formula; signed and unsigned numbers stay numbers.
 */
export const textFromRows = (rows: readonly (readonly string[])[]): string =>
  rows.map(row => row.map(cellText).join('\t')).join('\n')

function cellText(text: string): string {
  const plain = /^[=+\-@\t]/.test(text) && !/^[+-]?[\d.,]+%?$/.test(text) ? `'${text}` : text
  return /[\t\r\n"]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
