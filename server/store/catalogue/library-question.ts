import { type Kysely, sql } from 'kysely'
import { piecesAsked, type Word, wordsOf } from '#lib/text/words.ts'
import type { Tables } from '../tables.ts'
import type { Wanted } from './full-text.ts'
import { type Meant, nearest } from './near-words.ts'

/** Number of words of one search that count. */
const most = 12
/** Letters from which a part is searched inside words; with one less, at their end. Shorter parts match whole words. */
const insideFrom = 4
/** Number of words, the shortest, in which one part is searched. */
const mostInside = 200
/** Letters from which a word may have an error. */
const errorFrom = 4

export const questionWords = (text: string): Word[] => wordsOf(text).slice(0, most)

/** Returns what a board must contain; the last word may be a beginning, however short. */
export async function wantedOf(
  db: Kysely<Tables>,
  workspaceId: string,
  words: readonly Word[],
): Promise<{ any: Wanted[]; whole: Wanted[] }> {
  const parts = words.flatMap(word => (word.run ? [] : word.forms.filter(form => form.length >= insideFrom - 1)))
  const longer = await wordsWith(db, workspaceId, parts)
  const wholeOf = ({ run, forms }: Word): Wanted[] => {
    if (!run) return [{ whole: forms, begun: [] }]
    const [form = ''] = forms
    return piecesAsked(form).map(piece => ({ whole: [piece], begun: [] }))
  }
  const anyOf = (word: Word, at: number): Wanted[] => {
    const begun = word.forms.filter(form => at === words.length - 1 || form.length >= insideFrom - 1)
    if (word.run || begun.length === 0) return wholeOf(word)
    const inside = begun.flatMap(form => longer.filter(isInside(form)).slice(0, mostInside))
    return [{ whole: [...new Set([...word.forms, ...inside])], begun }]
  }
  return { any: words.flatMap(anyOf), whole: words.flatMap(wholeOf) }
}

const isInside = (part: string) => (word: string) =>
  part.length >= insideFrom ? word.indexOf(part, 1) > 0 : word.length > part.length && word.endsWith(part)

/** Returns words that contain a part but do not begin with it; the shortest first. */
async function wordsWith(db: Kysely<Tables>, workspaceId: string, parts: readonly string[]): Promise<string[]> {
  if (parts.length === 0) return []
  const rows = await db
    .selectFrom('libraryWords')
    .select('word')
    .where('workspaceId', '=', workspaceId)
    .where(eb => eb.or(parts.map(part => eb('word', 'like', part.length >= insideFrom ? `_%${part}%` : `_%${part}`))))
    .orderBy(sql`length(word)`)
    .orderBy('word')
    .limit(mostInside * parts.length)
    .execute()
  return rows.map(row => row.word)
}

/**
 * Returns the search with misspelled words replaced by the likeliest known ones, the likeliest first; empty when every
 * word is known.
 */
export async function meantBy(db: Kysely<Tables>, workspaceId: string, text: string): Promise<string[]> {
  const words = questionWords(text)
  const meant = await Promise.all(words.map(word => wordsNear(db, workspaceId, word)))
  const first = meant.findIndex(near => near.length > 0)
  if (first < 0) return []
  const said = (choice: number) => {
    let [out, at] = ['', 0]
    for (const [i, { from, to }] of words.entries()) {
      const near = meant[i] ?? []
      out += text.slice(at, from) + (near[Math.min(choice, near.length - 1)]?.spelled ?? text.slice(from, to))
      at = to
    }
    return out + text.slice(at)
  }
  return Array.from({ length: Math.max(...meant.map(near => near.length)) }, (_, choice) => said(choice))
}

/** Returns the words that may have been meant; none when the word is known, or part of a known one. */
async function wordsNear(db: Kysely<Tables>, workspaceId: string, { run, forms }: Word): Promise<Meant[]> {
  const [form = ''] = forms
  if (run || form.length < errorFrom || /\p{N}/u.test(form)) return []
  const of = db.selectFrom('libraryWords').where('workspaceId', '=', workspaceId)
  const known = of.select('word').where(eb => eb.or(forms.map(form => eb('word', 'like', `%${form}%`))))
  if (await known.limit(1).executeTakeFirst()) return []
  // One error leaves one half as it was, or it is in the middle.
  const half = form.length >> 1
  const turned = form.slice(0, half - 1) + form.charAt(half) + form.charAt(half - 1) + form.slice(half + 1)
  const rows = await of
    .select(['word', 'spelled'])
    .where(sql`length(word)`, '>=', form.length - 1)
    .where(eb => eb.or([form.slice(0, half), form.slice(half), turned].map(piece => eb('word', 'like', `%${piece}%`))))
    .execute()
  return nearest(form, rows)
}

/** A word as spelled, in the form in which words are compared. */
const asSpelled = (text: string): string => text.toLowerCase().normalize('NFC')

/** Returns every word that can be searched inside, once, in character order. */
export function wordsToKeep(texts: Iterable<string>): [word: string, spelled: string][] {
  const kept = new Map<string, string>()
  for (const text of texts)
    for (const { from, to, run, forms } of wordsOf(text))
      if (!run)
        for (const form of forms)
          if (form.length >= errorFrom - 1 && !kept.has(form) && !/\p{N}/u.test(form))
            kept.set(form, asSpelled(text.slice(from, to)))
  return [...kept].sort(([a], [b]) => (a < b ? -1 : 1))
}
