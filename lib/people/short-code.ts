/** Formats a short code for reading aloud: capitals, in two groups of three. Also for incomplete input. */
export const spellCode = (code: string): string =>
  code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, 6)
    .replace(/^(.{3})(.+)/, '$1 $2')
