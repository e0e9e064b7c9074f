import type { Kysely, RawBuilder } from 'kysely'
import type { LibraryEntry, LibraryHit } from '../library-store.ts'
import type { Tables } from '../tables.ts'

/** Words of one question that count. */
export const mostWords = 12

/** Marks around a hit within an excerpt: no text of people holds them, for what goes into the library is cleaned of them. */
export const [hitBegins, hitEnds] = ['\u0002', '\u0003'] as const
export const clean = (text: string): string => text.replaceAll(hitBegins, '').replaceAll(hitEnds, '')

/** How one engine searches in the texts of finished boards; `match` is a question in its own language. */
export interface FullText {
  /**
   * Boards from which on a word is common: it tells boards apart no more, so that those come first that have it in their
   * title, then the newest, and no board's text is read to rank it.
   */
  many: number
  /** All of the words, the last one perhaps only begun; empty when there is none. Nothing in it is an operator. */
  matchOf(words: string): string
  /** Whether a row of `libraryText` has it; anywhere, or in its title. */
  matches(match: string): RawBuilder<boolean>
  inTitle(match: string): RawBuilder<boolean>
  /** The smaller, the better; title counts most, then the outcome. */
  rank(match: string): RawBuilder<number>
  tagged(tag: string): RawBuilder<boolean>
  /** What is kept beside the texts to search in, where the engine does not make it itself. */
  document?(text: LibraryEntry['text']): { document: RawBuilder<string>; titleWords: RawBuilder<string> }
  /** Around what was found, by the library's id. A `common` word is best shown by the outcome, which is short. */
  excerpts(
    db: Kysely<Tables>,
    ids: readonly number[],
    asked: { words: string; match: string; common: boolean },
  ): Promise<Map<number, LibraryHit['excerpt']>>
}
