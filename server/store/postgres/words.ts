import { mostWords } from '../catalogue/full-text.ts'
import type { LibraryEntry, LibraryHit } from '../library-store.ts'

/**
 * Words as SQLite's unicode61 tells them apart, made here and not by PostgreSQL's own parser: that takes addresses,
 * hyphens and paths for words of their own kinds, and knows capitals and accents only as its locale does.
 */

/** Letters and digits with their accents. */
const word = /[\p{L}\p{N}\p{M}]+/gu
/** Characters of one word that count; PostgreSQL takes no more than 2046 bytes. */
const longest = 200

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .slice(0, longest)
const wordsOf = (text: string): string[] => (text.match(word) ?? []).map(plain).filter(each => each !== '')

const asked = (words: string): string[] => wordsOf(words).slice(0, mostWords)

/** A tsquery: all of the words, the last one perhaps only begun. */
export const queryOf = (words: string): string =>
  asked(words)
    .map((each, i, all) => (i === all.length - 1 ? `'${each}':*` : `'${each}'`))
    .join(' & ')

/** What PostgreSQL keeps of one document: places up to so far, so many of a word; bytes, with room to its limit of 1 MB. */
const [furthest, places, room] = [16_383, 255, 900_000]

/** A tsvector of a board's texts. What a board holds beyond the room of one is not found. */
export function vectorOf({
  title = '',
  outcome = '',
  notes = '',
  comments = '',
}: Partial<LibraryEntry['text']>): string {
  const vector = new Map<string, string[]>()
  let place = 0
  let bytes = 0
  for (const [weight, text] of Object.entries({ A: title, B: outcome, C: notes, D: comments }))
    for (const each of wordsOf(text)) {
      place = Math.min(place + 1, furthest)
      const known = vector.get(each)
      if (known && (known.length >= places || place === furthest)) continue
      bytes += known ? 2 : 8 + Buffer.byteLength(each)
      if (bytes > room) continue
      if (known) known.push(`${place}${weight}`)
      else vector.set(each, [`${place}${weight}`])
    }
  return [...vector].map(([each, at]) => `'${each}':${at.join(',')}`).join(' ')
}

/** Words of an excerpt, and how many of them before the first that was found. */
const [width, before] = [24, 6]

interface Piece {
  distinct: number
  turns: LibraryHit['excerpt']
}

/** Where most of the words stand together, in the first of the texts that has most of them. */
export function excerptOf(texts: readonly string[], words: string): LibraryHit['excerpt'] {
  const wanted = asked(words)
  let best: Piece = { distinct: 0, turns: [] }
  for (const text of texts) {
    const piece = pieceOf(text, wanted)
    if (piece.distinct > best.distinct) best = piece
  }
  return best.turns
}

function pieceOf(text: string, wanted: readonly string[]): Piece {
  const all = [...text.matchAll(word)].map(({ 0: found, index }) => ({ from: index, to: index + found.length, found }))
  const last = wanted.length - 1
  // Most texts need one step for all of their words together.
  const lower = text.toLowerCase()
  const alike = lower.length === text.length && lower.normalize('NFD') === lower && !/\p{M}/u.test(lower)
  const hitAt = all.map(({ from, to, found }) => {
    const each = alike ? lower.slice(from, to) : plain(found)
    return wanted.findIndex((one, i) => (i === last ? each.startsWith(one) : each === one))
  })
  let best = { at: -1, distinct: 0 }
  for (const [at, hit] of hitAt.entries()) {
    if (hit < 0) continue
    const distinct = new Set(hitAt.slice(at, at + width - before).filter(one => one >= 0)).size
    if (distinct > best.distinct) best = { at, distinct }
    if (distinct === wanted.length) break
  }
  if (best.at < 0) return { distinct: 0, turns: [] }
  const first = Math.max(0, Math.min(best.at - before, all.length - width))
  const end = Math.min(all.length, first + width)
  const from = first === 0 ? 0 : (all[first]?.from ?? 0)
  const to = end === all.length ? text.length : (all[end - 1]?.to ?? text.length)
  const turns = [{ text: first === 0 ? '' : '…', hit: false }]
  let at = from
  for (const [i, { from, to }] of all.slice(first, end).entries()) {
    if ((hitAt[first + i] ?? -1) < 0) continue
    turns.push({ text: text.slice(at, from), hit: false }, { text: text.slice(from, to), hit: true })
    at = to
  }
  turns.push({ text: text.slice(at, to) + (end === all.length ? '' : '…'), hit: false })
  return { distinct: best.distinct, turns: joined(turns) }
}

/** Turns of one kind that follow each other are one; lines run on. */
function joined(turns: LibraryHit['excerpt']): LibraryHit['excerpt'] {
  const all: LibraryHit['excerpt'] = []
  for (const { text, hit } of turns) {
    const before = all.at(-1)
    const line = text.replaceAll('\n', ' · ')
    if (line === '') continue
    if (before?.hit === hit) before.text += line
    else all.push({ text: line, hit })
  }
  return all
}
