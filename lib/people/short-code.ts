/** A short code as it is read aloud and shown: capitals, in two threes. Works on what is typed so far, too. */
export const spellCode = (code: string): string =>
  code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, 6)
    .replace(/^(.{3})(.+)/, '$1 $2')
