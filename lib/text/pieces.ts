/** Where a line of writing may be broken, as browsers break it. */

/** Writing with no space between words: only a dictionary knows where they end. */
const unspaced = /[\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u
/** Signs that stand for themselves; what closes stays with the one before, what opens with the one behind. */
const sign = String.raw`[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]`
const closes = '[、。，．：；！？）」』】〉》〕…‥・々]'
const opens = '[（「『【〈《〔]'
const piece = new RegExp(
  `${opens}*(?!${opens})${sign}\\p{M}*${closes}*\\s*|${opens}+|(?:(?!${sign})\\S)+\\s*|\\s+`,
  'gu',
)

/** Scripts before Thai's need nothing but their spaces. */
const spaced = /^[^\u0e00-\uffff]*$/

const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Splits a line into pieces that are broken only if one alone is too wide; each with the spaces behind it. */
export const piecesOf = (line: string): string[] =>
  spaced.test(line)
    ? (line.match(/\S+\s*|\s+/g) ?? [])
    : (line.match(piece) ?? []).flatMap(part => (unspaced.test(part) ? wordsWithin(part) : [part]))

/** Broken between two words of such writing only: what stands beside them without a space stays with them. */
function wordsWithin(part: string): string[] {
  const found: string[] = []
  for (const { segment } of words.segment(part)) {
    const before = found.at(-1)
    const apart = before !== undefined && unspaced.test(lastOf(before)) && unspaced.test(firstOf(segment))
    if (apart && /\p{L}/u.test(segment)) found.push(segment)
    else found.splice(-1, before === undefined ? 0 : 1, (before ?? '') + segment)
  }
  return found
}

const firstOf = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 0)
const lastOf = (text: string): string => [...text.slice(-2)].at(-1) ?? ''
