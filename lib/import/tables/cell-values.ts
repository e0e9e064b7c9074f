/**
 * What a cell of a workbook shows: numbers are dates, times or shares by their format (ECMA-376 part 1, 18.8.30), and
 * have 15 digits at most.
 */
export type CellFormat = 'plain' | 'date' | 'time' | 'elapsed' | 'share'

/** The formats that have a number and no code in the file. */
const builtIn = (id: number): CellFormat => {
  if (id === 9 || id === 10) return 'share'
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || (id >= 50 && id <= 58) || id === 36)
    return 'date'
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47) return 'time'
  return id === 46 ? 'elapsed' : 'plain'
}

export function cellFormat(id: number, code: string | undefined): CellFormat {
  if (code === undefined) return builtIn(id)
  const bare = code.split(';', 1)[0]?.replaceAll(/"[^"]*"|\\.|_.|\*./g, '') ?? ''
  if (/\[(h+|m+|s+)\]/i.test(bare)) return 'elapsed'
  const letters = bare.replaceAll(/\[[^[\]]*\]/g, '').replaceAll(/general/gi, '')
  if (/[yd]/i.test(letters)) return 'date'
  if (/[hs]/i.test(letters)) return 'time'
  if (/m/i.test(letters)) return 'date'
  return /%/.test(letters) ? 'share' : 'plain'
}

const two = (n: number) => String(n).padStart(2, '0')
const day = 86_400_000

export function shownNumber(raw: string, format: CellFormat, since1904: boolean): string {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) return raw.trim()
  if (format === 'share') return `${plain(value * 100)}%`
  if (format === 'elapsed') {
    const minutes = Math.round(value * 1440)
    return `${Math.floor(minutes / 60)}:${two(Math.abs(minutes % 60))}`
  }
  if (format === 'plain' || value < 0 || value > 2_958_466) return plain(value)
  // Serial 60 is a 29 February 1900 that never was.
  const serial = since1904 ? value + 1_462 : value < 60 ? value + 1 : value
  const at = new Date(Math.round((serial - 25_569) * 86_400) * 1_000)
  const clock = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
  if (format === 'time') return clock
  const date = at.toISOString().slice(0, 10)
  return at.getTime() % day === 0 ? date : `${date} ${clock}`
}

const plain = (value: number): string => String(Number(value.toPrecision(15)))

/** Texts of a workbook write letters that XML cannot hold as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text
        .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
        .replaceAll(/\r\n?/g, '\n')
    : text
