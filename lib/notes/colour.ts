import { type PaperId, paperIds, papers } from './papers.ts'

export const isPaper = (name: string): name is PaperId => (paperIds as readonly string[]).includes(name)

/** Names other tools give their note colours (Miro's sticky notes). */
const names: Record<string, PaperId> = {
  gray: 'white',
  light_yellow: 'yellow',
  yellow: 'yellow',
  orange: 'amber',
  light_green: 'mint',
  green: 'green',
  dark_green: 'green',
  cyan: 'mint',
  light_pink: 'pink',
  pink: 'pink',
  violet: 'lilac',
  red: 'red',
  light_blue: 'blue',
  blue: 'blue',
  dark_blue: 'blue',
  black: 'white',
}

const channels = (hex: string): [number, number, number] | null => {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(hex)?.[1]
  if (!digits) return null
  const full = digits.length === 3 ? [...digits].map(d => d + d).join('') : digits
  return [0, 2, 4].map(at => Number.parseInt(full.slice(at, at + 2), 16)) as [number, number, number]
}

/**
 * Returns the paper nearest to a colour (distance in RGB) or to a tool's name for one; null for none and for unknown
 * words.
 */
export function nearestPaper(colour: string): PaperId | null {
  const named = names[colour.toLowerCase()]
  if (named) return named
  const wanted = channels(colour)
  if (!wanted) return null
  let best: { id: PaperId; distance: number } | null = null
  for (const [id, paper] of Object.entries(papers)) {
    const rgb = channels(paper.fill)
    if (!rgb) continue
    const distance = rgb.reduce((sum, value, index) => sum + (value - (wanted[index] ?? 0)) ** 2, 0)
    if (best === null || distance < best.distance) best = { id: id as PaperId, distance }
  }
  return best?.id ?? null
}

/** The six colours that a canvas has by number (JSON Canvas 1.0, “Color”): red, orange, yellow, green, cyan, purple. */
const presets: Record<string, PaperId> = { 1: 'red', 2: 'amber', 3: 'yellow', 4: 'green', 5: 'mint', 6: 'lilac' }
/** Returns the paper of a canvas's colour: a preset's number, or hex. */
export const canvasPaper = (color: string): PaperId | null => presets[color] ?? nearestPaper(color)
