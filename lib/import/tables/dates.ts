/**
 * Days as people and programs write them: “2026-12-31”, “31.12.2026”, “12/31/2026”, “31/Dec/26”, “1. Dezember 2026”,
 * “2026年12月31日”, milliseconds since 1970. Whether the day or the month stands first between slashes is told by all the
 * dates of a table together; where none tells, one that may be either is not guessed.
 */
export type DateReader = (cell: string) => string | null

const locales = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'cs',
  'sv',
  'da',
  'fi',
  'hu',
  'ro',
  'tr',
  'ru',
  'uk',
  'el',
]
const plain = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/\.$/, '')

let known: ReadonlyMap<string, number> | null = null
/** Names of months, long and short, alone and as they stand in a date, in each of the languages; made when first asked. */
function months(): ReadonlyMap<string, number> {
  if (known) return known
  const names = new Map<string, number>()
  for (const locale of locales)
    for (const form of ['long', 'short'] as const) {
      const alone = new Intl.DateTimeFormat(locale, { month: form, timeZone: 'UTC' })
      const within = new Intl.DateTimeFormat(locale, { month: form, day: 'numeric', timeZone: 'UTC' })
      for (let month = 0; month < 12; month++) {
        const at = new Date(Date.UTC(2026, month, 15))
        const inDate = within.formatToParts(at).find(({ type }) => type === 'month')?.value
        for (const name of [alone.format(at), inDate ?? ''].map(plain)) if (!names.has(name)) names.set(name, month + 1)
      }
    }
  known = names
  return names
}

const weekday = /^\p{L}{2,12}\.?,?\s+(?=\d)/u
const timeBehind = /[,\sT]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(am|pm|z|[+-]\d{2}:?\d{2}|utc)?$/i
const byYear = /^(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})\s*[.日일]?$/
const byParts = /^(\d{1,2})([-/.])\s*(\d{1,2})\2\s*(\d{4}|\d{2})\.?$/
const dayFirst =
  /^(\d{1,2})(?:\.|er|º|st|nd|rd|th)?[\s/-]*(?:de\s+)?(\p{L}[\p{L}\p{M}]*)\.?[\s,/-]*(?:de\s+)?(\d{4}|\d{2})$/u
const monthFirst = /^(\p{L}[\p{L}\p{M}]*)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u

/** Characters of the longest day: texts are none. */
const longest = 60
const bare = (cell: string): string => (cell.length > longest ? '' : cell.trim().replace(timeBehind, '').trim())

function day(year: number, month: number, date: number): string | null {
  const whole = year < 100 ? 2000 + year : year
  const at = new Date(Date.UTC(whole, month - 1, date))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? at.toISOString().slice(0, 10) : null
}

/** How the dates of these cells are to be read. */
export function dateReader(cells: Iterable<string>): DateReader {
  let [days, first] = [0, 0]
  for (const cell of cells) {
    const parts = byParts.exec(bare(cell))
    if (parts?.[2] !== '/') continue
    if (Number(parts[1]) > 12) days += 1
    else if (Number(parts[3]) > 12) first += 1
  }
  const order = days === first ? null : days > first ? 'day' : 'month'
  return cell => {
    const text = bare(cell)
    if (/^\d{13}$/.test(text)) return new Date(Number(text)).toISOString().slice(0, 10)
    const said = byYear.exec(text)
    if (said) return day(Number(said[1]), Number(said[2]), Number(said[3]))
    const parts = byParts.exec(text) ?? byParts.exec(text.replace(weekday, ''))
    if (parts) {
      const [a, b, year] = [Number(parts[1]), Number(parts[3]), Number(parts[4])]
      // Dots and dashes stand behind the day first everywhere.
      if (parts[2] !== '/' || a > 12 || a === b) return day(year, b, a)
      if (b > 12) return day(year, a, b)
      return order === null ? null : order === 'day' ? day(year, b, a) : day(year, a, b)
    }
    const inWords = dayFirst.exec(text) ?? dayFirst.exec(text.replace(weekday, ''))
    if (inWords) return named(inWords[3], inWords[2], inWords[1])
    const american = monthFirst.exec(text) ?? monthFirst.exec(text.replace(/^\p{L}+,\s+/u, ''))
    return american ? named(american[3], american[1], american[2]) : null
  }
}

function named(year = '', month = '', date = ''): string | null {
  const number = months().get(plain(month))
  return number === undefined ? null : day(Number(year), number, Number(date))
}
