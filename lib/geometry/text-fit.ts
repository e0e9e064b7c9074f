import { charactersOf } from '../text/cut.ts'
import { piecesOf } from '../text/pieces.ts'

/** How wide a word is at a font size of 1 px. */
export type Measure = (word: string) => number

export interface FittedText {
  /** px. */
  readonly size: number
  readonly lines: readonly string[]
  /** Whether all of it fits into the box at that size. */
  readonly fits: boolean
}

export const lineHeight = 1.16
/** Font sizes a note's text steps down through until it fits, px. */
const steps = [96, 80, 66, 54, 44, 36, 30, 26, 23, 20.5, 18.5, 16.5, 15, 13.5, 12, 11] as const
const smallest = steps[steps.length - 1] ?? 11

/** The largest size for a note of this height: bigger notes have bigger text, and a short text is not oversized. */
const largestFor = (height: number): number => Math.max(20.5, height * 0.2)

/** Breaks a text into lines no wider than `width` px at `size` px; a word that is wider alone is broken anywhere. */
export function wrap(text: string, width: number, size: number, measure: Measure): string[] {
  const room = width / size
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    let used = 0
    for (const piece of piecesOf(paragraph)) {
      const bare = measure(piece.trimEnd())
      if (used + bare <= room) {
        line += piece
        used += measure(piece)
        continue
      }
      if (line) lines.push(line.trimEnd())
      line = ''
      used = 0
      let rest = piece
      if (bare > room)
        for (let cut = fitting(rest, room, measure); cut < rest.trimEnd().length; cut = fitting(rest, room, measure)) {
          lines.push(rest.slice(0, cut))
          rest = rest.slice(cut)
        }
      line = rest
      used = measure(rest)
    }
    lines.push(line.trimEnd())
  }
  return lines
}

/** Returns how many UTF-16 units of a word fit; at least one grapheme, never part of one. */
function fitting(word: string, room: number, measure: Measure): number {
  let end = 0
  for (const character of charactersOf(word)) {
    if (end > 0 && measure(word.slice(0, end + character.length)) > room) break
    end += character.length
  }
  return end
}

const widest = (most: number, line: string, measure: Measure): number =>
  piecesOf(line).reduce((wide, piece) => Math.max(wide, measure(piece.trimEnd())), most)

/** Returns the largest step at which a text fits a box of px; when none does, the smallest, with the lines that fit. */
export function fitText(text: string, width: number, height: number, measure: Measure): FittedText {
  const largest = largestFor(height)
  const longest = text.split('\n').reduce((most, line) => widest(most, line, measure), 0)
  for (const size of steps) {
    if (size > largest) continue
    // Breaking a word is the last resort.
    if (longest * size > width && size > smallest) continue
    const lines = wrap(text, width, size, measure)
    if (lines.length * size * lineHeight <= height) return { size, lines, fits: true }
  }
  const lines = wrap(text, width, smallest, measure)
  return {
    size: smallest,
    lines: lines.slice(0, Math.max(1, Math.floor(height / (smallest * lineHeight)))),
    fits: false,
  }
}
