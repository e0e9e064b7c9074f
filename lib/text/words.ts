import { cutText } from './cut.ts'
import { foldings } from './fold.ts'

/** Version of the word splitting in this file: raise it with every change, and every index of texts is rebuilt. */
export const wordsVersion = 1

/** Letters and digits with their marks, and the signs that stand inside a word without being seen. */
const letters = /[\p{L}\p{N}\p{M}\u00ad\u200c\u200d]+/gu
/** Writing that puts no space between words, or, as Korean, writes small words onto others. */
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]+/gu
/** Characters of one word that count. */
const longest = 100
/** Longest piece of a run in the index: longer ones are found as overlapping pieces. */
const widest = 3

/** A word of a text, or a run of writing without spaces. `from` and `to` are its position in the text. */
export interface Word {
  from: number
  to: number
  run: boolean
  /** In the forms that lib/text/fold.ts compares; never empty. */
  forms: string[]
}

export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const { 0: found, index } of text.matchAll(letters)) {
    let at = 0
    for (const { 0: run, index: start } of found.matchAll(unspaced)) {
      add(words, found.slice(at, start), index + at, false)
      add(words, run, index + start, true)
      at = start + run.length
    }
    add(words, found.slice(at), index + at, false)
  }
  return words
}

function add(words: Word[], text: string, from: number, run: boolean): void {
  if (text === '') return
  const forms = foldings(text)
    .map(form => form.replace(/[^\p{L}\p{N}\p{M}]+/gu, ''))
    .map(form => (run ? form : cutText(form, longest)))
    .filter(form => form !== '')
  if (forms.length > 0) words.push({ from, to: from + text.length, run, forms })
}

/** Up to three characters that stand together in a run. */
function* piecesOf(run: string, sizes: readonly number[]): Iterable<string> {
  const characters = [...run]
  for (const size of sizes)
    for (let at = 0; at + size <= characters.length; at++) yield characters.slice(at, at + size).join('')
}

/** Yields everything by which a text is found: its words, and of runs the pieces of one, two and three characters. */
export function* indexedIn(words: readonly Word[]): Iterable<string> {
  for (const { run, forms } of words)
    for (const form of forms)
      if (run) yield* piecesOf(form, [1, 2, widest])
      else yield form
}

/** Returns the pieces that must all occur to find a run. */
export function piecesAsked(run: string): string[] {
  const size = Math.min(widest, [...run].length)
  return [...new Set(piecesOf(run, [size]))]
}
