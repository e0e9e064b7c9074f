import { charactersOf } from '../text/cut.ts'

/** Colours of people: cursors, faces, authors. White on each meets AA (4.5:1). */
export const personColours = [
  '#a2352a',
  '#2b6391',
  '#3d6f2b',
  '#7a4fa3',
  '#8a5200',
  '#0e6e6a',
  '#a03065',
  '#4c5a8f',
  '#6b5b1e',
  '#b0410e',
  '#355e4b',
  '#7d3c4a',
] as const

/** Returns a person's own colour, used unless somebody else on the board has it. */
export function personColour(personId: string): string {
  let hash = 2166136261
  for (let at = 0; at < personId.length; at++) hash = Math.imul(hash ^ personId.charCodeAt(at), 16777619)
  return personColours[(hash >>> 0) % personColours.length] ?? personColours[0]
}

/** Returns the person's own colour if nobody here has it, else the next free one; when all are taken, the own one. */
export function freeColour(theirs: string, taken: ReadonlySet<string>): string {
  const inks: readonly string[] = personColours
  const from = inks.indexOf(theirs)
  for (let step = 0; step < inks.length; step += 1) {
    const colour = inks[(from + step) % inks.length]
    if (colour && !taken.has(colour)) return colour
  }
  return theirs
}

/** The same colour for dark backgrounds: half way to white, at least 3:1 on the night paper. */
export const inkByNight = (ink: string): string =>
  `#${[1, 3, 5]
    .map(at =>
      Math.round((Number.parseInt(ink.slice(at, at + 2), 16) + 255) / 2)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

/** Returns one or two letters for a name, in any script; "Nguyễn Thị Minh-Khai (extern)" is NM. */
export function initials(name: string): string {
  const words = name
    .replace(/\(.*?\)/g, ' ')
    .split(/[\s]+/u)
    .map(word => word.replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter(Boolean)
  const first = (word = '') => charactersOf(word)[0] ?? ''
  const letters = words.length > 1 ? first(words[0]) + first(words.at(-1)) : first(words[0])
  return letters.toLocaleUpperCase() || '?'
}
