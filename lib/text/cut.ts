/**
 * Cutting people's texts. One visible character (👩‍🍳, é from two code points, 🇩🇪) may be several UTF-16 units: a cut by
 * units could leave half of it, and half of a surrogate pair cannot be written as UTF-8.
 */
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** What people see as one character each. */
export const charactersOf = (text: string): string[] => Array.from(graphemes.segment(text), ({ segment }) => segment)

/**
 * Returns the beginning of a text in at most `most` UTF-16 units (`String.length`), as limits count them, never inside
 * a character. An unpaired surrogate in the input stays.
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text
  if (most <= 0) return ''
  // Between two letters of European languages a cut never splits a character.
  if (isPlain(text.charCodeAt(most - 1)) && isPlain(text.charCodeAt(most))) return text.slice(0, most)
  let end = 0
  for (const { index, segment } of graphemes.segment(text)) {
    if (index + segment.length > most) break
    end = index + segment.length
  }
  // A single very long character is cut between its code points.
  return text.slice(0, end > 0 ? end : most - (isLow(text, most) ? 1 : 0))
}

const isPlain = (unit: number): boolean => unit >= 0x20 && unit < 0x300

/** Whether an index is between the two halves of one code point. */
const isLow = (text: string, at: number): boolean =>
  at > 0 && /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1))

/** Returns a text in at most so many units, ending in … if something was cut. */
export const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${cutText(text, most - 1).trimEnd()}…`
