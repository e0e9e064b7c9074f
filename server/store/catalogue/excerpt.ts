import { charactersOf } from '#lib/text/cut.ts'
import { foldings } from '#lib/text/fold.ts'
import { type Word, wordsOf } from '#lib/text/words.ts'
import type { LibraryHit } from '../library-store.ts'

type Excerpt = LibraryHit['excerpt']

/** UTF-16 units of text before the first match, and in all. */
const [before, width] = [50, 190]

interface Asked extends Word {
  begun: boolean
}

/**
 * Returns the text around the line with the most words, from the first text that has the most of them; empty if none
 * matches.
 */
export function searchExcerpt(texts: readonly string[], words: readonly Word[]): Excerpt {
  const asked = words.map((word, i) => ({ ...word, begun: i === words.length - 1 }))
  let best = { distinct: 0, text: '', at: 0 }
  for (const text of texts) {
    const line = bestLine(text, asked)
    if (line.distinct > best.distinct) best = { ...line, text }
    if (best.distinct === asked.length) break
  }
  return best.distinct === 0 ? [] : turnsAround(best.text, best.at, asked)
}

/**
 * Returns the line with the most words, compared after folding. A board may be long, so only positions of words are
 * examined.
 */
function bestLine(text: string, asked: readonly Asked[]): { distinct: number; at: number } {
  let best = { distinct: 0, line: 0 }
  for (const [way, folded] of foldings(text).entries()) {
    const at = startOfBest(folded, asked, way)
    if (at && at.distinct > best.distinct) best = { distinct: at.distinct, line: linesBefore(folded, at.start) }
    if (best.distinct === asked.length) break
  }
  let at = 0
  for (let line = 0; line < best.line; line++) at = text.indexOf('\n', at) + 1
  return { distinct: best.distinct, at }
}

function startOfBest(text: string, asked: readonly Asked[], way: number): { start: number; distinct: number } | null {
  const found = new Map<number, number>()
  let best: { start: number; distinct: number } | null = null
  for (const { forms } of asked)
    for (const start of linesWith(text, forms, way)) {
      const distinct = (found.get(start) ?? 0) + 1
      found.set(start, distinct)
      if (!best || distinct > best.distinct) best = { start, distinct }
      if (best.distinct === asked.length) return best
    }
  return best
}

/** Yields the start of each line that holds one of the forms, once each. */
function* linesWith(text: string, forms: readonly string[], way: number): Iterable<number> {
  const form = forms[Math.min(way, forms.length - 1)] ?? ''
  for (let at = text.indexOf(form); at >= 0; ) {
    yield text.lastIndexOf('\n', at) + 1
    const end = text.indexOf('\n', at)
    at = end < 0 ? -1 : text.indexOf(form, end)
  }
}

function linesBefore(text: string, until: number): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < until; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

function turnsAround(text: string, line: number, asked: readonly Asked[]): Excerpt {
  const lineEnd = text.indexOf('\n', line)
  const hits = hitsIn(text.slice(line, lineEnd < 0 ? text.length : lineEnd), asked)
  const first = line + (hits[0]?.from ?? 0)
  const from = first - before <= 0 ? 0 : wordStart(text, first - before, first)
  const to = from + width >= text.length ? text.length : wordEnd(text, first, from + width)
  const turns: Excerpt = [{ text: from === 0 ? '' : '…', hit: false }]
  let at = from
  for (const hit of hitsIn(text.slice(from, to), asked)) {
    turns.push(
      { text: text.slice(at, from + hit.from), hit: false },
      { text: text.slice(from + hit.from, from + hit.to), hit: true },
    )
    at = from + hit.to
  }
  turns.push({ text: text.slice(at, to) + (to === text.length ? '' : '…'), hit: false })
  return joined(turns)
}

/** Returns the matches in a text: whole words, and in text without spaces the part that was searched for. */
function hitsIn(text: string, asked: readonly Asked[]): { from: number; to: number }[] {
  return wordsOf(text).flatMap(word =>
    word.run ? hitsInRun(word, asked) : asked.some(one => isHit(one, word)) ? [word] : [],
  )
}

const isHit = ({ run, forms, begun }: Asked, word: Word): boolean =>
  !run &&
  forms.some(form =>
    word.forms.some(one => (form.length > 2 ? one.includes(form) : begun ? one.startsWith(form) : one === form)),
  )

function hitsInRun({ from, to, forms }: Word, asked: readonly Asked[]): { from: number; to: number }[] {
  const [folded = ''] = forms
  const hits: { from: number; to: number }[] = []
  for (const {
    run,
    forms: [form = ''],
  } of asked) {
    if (!run || !folded.includes(form)) continue
    // Where folding changed no lengths, the exact match; else the whole run.
    if (folded.length !== to - from) return [{ from, to }]
    for (let at = folded.indexOf(form); at >= 0; at = folded.indexOf(form, at + form.length))
      hits.push({ from: from + at, to: from + at + form.length })
  }
  hits.sort((a, b) => a.from - b.from)
  return hits.filter((hit, i) => i === 0 || hit.from >= (hits[i - 1]?.to ?? 0))
}

/** Returns the first start of a word at or after a position, or else of a character. */
function wordStart(text: string, from: number, until: number): number {
  const space = /\s/.exec(text.slice(from, until))
  if (space) return from + space.index + 1
  const [half = ''] = charactersOf(text.slice(from - 1, until))
  return Math.min(until, from - 1 + half.length)
}

/** Returns the last end of a word before a position, or else of a character. */
function wordEnd(text: string, from: number, to: number): number {
  const piece = text.slice(from, to)
  const space = piece.search(/\s\S*$/)
  if (space > 0 && piece.length - space < 40) return from + space
  return to - (charactersOf(piece).at(-1)?.length ?? 0)
}

/** Joins neighbouring parts of the same kind; line breaks become dots. */
function joined(turns: Excerpt): Excerpt {
  const all: Excerpt = []
  for (const { text, hit } of turns) {
    const last = all.at(-1)
    const line = text.replaceAll('\n', ' · ')
    if (line === '') continue
    if (last?.hit === hit) last.text += line
    else all.push({ text: line, hit })
  }
  return all
}
