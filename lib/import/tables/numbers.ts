/**
 * Numbers as people write them: “1.440,5”, “1 440,5”, “1'440.5”, “12 %”, “10 min”, “1:30”. Which mark parts the
 * decimals is told by all the numbers of a table together; where none tells, one mark alone is it.
 */
export interface NumberReader {
  /** Null: no number. A share comes as it is, 95 % as 0.95. */
  number(cell: string): number | null
  /** Minutes; a number without a unit is in `unit` minutes. */
  minutes(cell: string, unit: number): number | null
}

/** Units of time in the languages that columns are known in; without accents. */
const unitMinutes: readonly [RegExp, number][] = [
  [/^(s|secs?|seconds?|sek|sekunden?|secondes?|seg|segundos?|secondi|сек|秒)$/, 1 / 60],
  [
    /^(m|mins?|minutes?|minuten?|minutos?|minuti|minuter|minutter|minuuttia|minut[aey]?|dk|dakika|perc|мин|минут[аы]?|хв|λεπτα|分|分钟|분|دقيقة|دقائق|דקות|นาท|मनट)$/,
    1,
  ],
  [
    /^(h|hrs?|hours?|std|stunden?|heures?|horas?|or[ae]|uur|uren|tim|timmar|timer|tuntia|hod|hodin[ay]?|godz|godzin[ay]?|saat|ч|час(а|ов)?|год|ωρες|小时|小時|時間|시간|ساعة|ساعات|שעות|ชวโมง|घट)$/,
    60,
  ],
  [
    /^(e?d|days?|tage?n?|jours?|j|dias?|giorn[oi]|dag|dagen|dagar|dage|paivaa|dni|dzien|den|nap|gun|дн|день|дня|дней|ημερες|天|日|일|يوم|أيام|ימים|วน|दन)$/,
    1440,
  ],
  [/^(wk?|weeks?|wo|wochen?|semaines?|sem|semanas?|settiman[ae]|weken|veckor|uger|нед|недел[яьи]|周|週間|주)$/, 10_080],
]
const withoutAccents = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
/** Minutes in a unit; null: no unit of time. */
const minutesIn = (unit: string): number | null =>
  unitMinutes.find(([names]) => names.test(withoutAccents(unit)))?.[1] ?? null

/** The unit that the name of a column says, in minutes: “Dauer (h)”, “waiting min”. */
export function unitOf(name: string): number {
  const words = name.match(/[\p{L}\p{M}]+/gu) ?? []
  return words.length > 1 ? (minutesIn(words.at(-1) ?? '') ?? 1) : 1
}

/** A time in words: “2 h 10 min”, “1h30”, planning programs' “3 days?”; ISO 8601 writes PT2H30M. */
const amountAndUnit = /([\d.,]+)\s*([\p{L}\p{M}]+)[.?]*/gu
const clockOfHours = /^(\d+)\s*h\s*(\d{1,2})$/i
const iso = /^P(?=.*\d)(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/

/** Characters of the longest number or time: texts are none. */
const longest = 100
const blanks = /[\s\u00a0\u202f\u2009'’]/g

export function numberReader(cells: Iterable<string>): NumberReader {
  const decimal = decimalOf(cells)
  const number = (cell: string): number | null => {
    if (cell.length > longest) return null
    const share = /%\s*$/.test(cell)
    const bare = cell
      .replace(blanks, '')
      .replace(/%$/, '')
      .replace(/^(?:[€$£¥]|EUR|USD|CHF|GBP)|(?:[€$£¥]|EUR|USD|CHF|GBP)$/gi, '')
      .replace(/^\u2212/, '-')
    if (!/^[+-]?(?=[\d.,]*\d)[\d.,]+(?:e[+-]?\d+)?$/i.test(bare)) return null
    const mark = markOf(bare) ?? decimal
    const plain = mark === ',' ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '')
    const value = Number(plain)
    return Number.isFinite(value) ? (share ? value / 100 : value) : null
  }
  return {
    number,
    minutes(said, unit) {
      if (said.length > longest) return null
      const cell = said.replace(/^\s*(?:[~≈]|ca?\.|ca\s|approx\.?|about\s)\s*/i, '')
      const clock = /^\s*(\d{1,4}):(\d{2})(?::(\d{2}))?\s*$/.exec(cell)
      if (clock) return Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3] ?? 0) / 60
      const bare = number(cell)
      if (bare !== null) return bare * unit
      const hours = clockOfHours.exec(cell.trim())
      if (hours) return Number(hours[1]) * 60 + Number(hours[2])
      const period = iso.exec(cell.trim())
      if (period) {
        const [days, inHours, inMinutes, seconds] = period.slice(1).map(part => Number(part ?? 0))
        return (days ?? 0) * 1440 + (inHours ?? 0) * 60 + (inMinutes ?? 0) + (seconds ?? 0) / 60
      }
      const parts = [...cell.matchAll(amountAndUnit)]
      if (parts.length === 0 || cell.replaceAll(amountAndUnit, '').trim() !== '') return null
      let sum = 0
      for (const [, amount = '', word = ''] of parts) {
        const [value, factor] = [number(amount), minutesIn(word)]
        if (value === null || factor === null) return null
        sum += value * factor
      }
      return sum
    },
  }
}

/** The mark before the decimals, where the number itself leaves no doubt. */
function markOf(bare: string): '.' | ',' | null {
  const [dots, commas] = [bare.split('.').length - 1, bare.split(',').length - 1]
  if (dots > 0 && commas > 0) return bare.lastIndexOf(',') > bare.lastIndexOf('.') ? ',' : '.'
  if (dots > 1) return ','
  if (commas > 1) return '.'
  const tail = /([.,])(\d*)$/.exec(bare)
  if (!tail) return null
  // “1.440” may be either; “1.44” and “0.440” are not a thousand.
  const thousand = tail[2]?.length === 3 && /^[+-]?[1-9]\d{0,2}[.,]/.test(bare)
  return thousand ? null : tail[1] === ',' ? ',' : '.'
}

function decimalOf(cells: Iterable<string>): '.' | ',' {
  let [dots, commas, alone] = [0, 0, 0]
  for (const cell of cells) {
    if (cell.length > longest) continue
    const bare = cell.replace(blanks, '')
    if (!/^[+-]?[\d.,]+%?$/.test(bare)) continue
    const mark = markOf(bare.replace(/%$/, ''))
    if (mark === '.') dots += 1
    else if (mark === ',') commas += 1
    else if (bare.includes(',')) alone += 1
  }
  if (dots !== commas) return commas > dots ? ',' : '.'
  return alone > 0 ? ',' : '.'
}
