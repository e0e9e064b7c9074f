/**
 * PostgreSQL's text cannot hold NUL, ours can: it is escaped on writing and restored on reading. Equal texts stay
 * equal.
 */
const [nul, mark] = ['\u0000', '\u0010']

export const toText = (text: string): string =>
  text.includes(nul) || text.includes(mark) ? text.replaceAll(mark, `${mark}1`).replaceAll(nul, `${mark}0`) : text

export const fromText = (text: string): string =>
  text.includes(mark) ? text.replaceAll(`${mark}0`, nul).replaceAll(`${mark}1`, mark) : text
