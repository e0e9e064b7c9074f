/**
 * PostgreSQL's text holds no NUL, and ours may hold anything: it goes under a mark of its own and comes back as it was.
 * Equal texts stay equal.
 */
const [nul, mark] = ['\u0000', '\u0010']

export const toText = (text: string): string =>
  text.includes(nul) || text.includes(mark) ? text.replaceAll(mark, `${mark}1`).replaceAll(nul, `${mark}0`) : text

export const fromText = (text: string): string =>
  text.includes(mark) ? text.replaceAll(`${mark}0`, nul).replaceAll(`${mark}1`, mark) : text
