/**
 * Texts in the form in which they are compared, so that a search finds other spellings: without capitals, accents,
 * widths and ligatures; ß is ss, æ is ae. A letter that may also be written with two (ö as oe, å as aa, ø as oe) has
 * both forms: one text, two foldings.
 */
const asTwo: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }
const asWritten: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
}

/** Accents over letters and signs that only guide the line; never the vowels of Thai or Hindi, which are letters. */
const accents = /[\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0670\u00ad\u200b-\u200f\u2060\ufeff]/g

const plainly = (text: string): string =>
  text
    .replace(/[ßæœøđðþłıς]/g, letter => asWritten[letter] ?? letter)
    .normalize('NFD')
    .replace(accents, '')
    .normalize('NFC')

/** Returns the foldings of a text: one, or two where a letter can be written with two. Line breaks are kept. */
export function foldings(text: string): [string] | [string, string] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII, which needs no more.
  if (/^[\u0000-\u007f]*$/.test(text)) return [text.toLowerCase()]
  const lower = text.normalize('NFKC').toLowerCase()
  const simple = plainly(lower)
  if (!/[äöüåø]/.test(lower)) return [simple]
  return [simple, plainly(lower.replace(/[äöüåø]/g, letter => asTwo[letter] ?? letter))]
}
