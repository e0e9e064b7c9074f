/** Letters of scripts that run from right to left: Hebrew, Arabic and their neighbours, and the later blocks of such. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Whether a text runs from right to left, by its first letter, as with `dir="auto"`. */
export function isRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0]
  return first !== undefined && rightToLeft.test(first)
}

/**
 * Returns the attributes of an SVG text that begins at the left edge of its room, or at the right edge if it runs from
 * right to left.
 */
export const textStart = (text: string, left: number, width: number): { x: number; attributes: string } =>
  isRightToLeft(text) ? { x: left + width, attributes: ' direction="rtl"' } : { x: left, attributes: '' }
