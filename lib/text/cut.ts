/**
 * Cutting people's texts. What a person sees as one character (👩‍🍳, é from two code points, 🇩🇪) may be several units of a
 * JavaScript string: a cut by units leaves half of it, and half of a surrogate pair cannot be written as UTF-8.
 */
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** What people see as one character each. */
export const charactersOf = (text: string): string[] => Array.from(graphemes.segment(text), ({ segment }) => segment)

/**
 * The beginning of a text in at most so many units (`String.length`), as limits count them, never inside a character.
 * Half a surrogate pair that was there before stays as it was.
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text
  if (most <= 0) return ''
  // Between two letters of European languages is no character to spare.
  if (isPlain(text.charCodeAt(most - 1)) && isPlain(text.charCodeAt(most))) return text.slice(0, most)
  let end = 0
  for (const { index, segment } of graphemes.segment(text)) {
    if (index + segment.length > most) break
    end = index + segment.length
  }
  // One character that goes on and on is cut between its code points.
  return text.slice(0, end > 0 ? end : most - (isLow(text, most) ? 1 : 0))
}

const isPlain = (unit: number): boolean => unit >= 0x20 && unit < 0x300

/** Whether a place is between the two halves of one code point. */
const isLow = (text: string, at: number): boolean =>
  at > 0 && /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1))

/** A text in at most so many units, with … where something is left out. */
export const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${cutText(text, most - 1).trimEnd()}…`
