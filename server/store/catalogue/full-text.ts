import type { RawBuilder } from 'kysely'
import type { LibraryEntry } from '../library-store.ts'

/** What a board must have for one word of a question: any of these. Letters and digits only, folded. */
export interface Wanted {
  whole: readonly string[]
  /** Words that begin so. */
  begun: readonly string[]
}

/** Both engines search in the same words, made by lib/text/words.ts, so that they find the same. This is what differs. */
export interface FullText {
  /** The library's ids of the boards with everything that is wanted, anywhere or in the title. */
  find(wanted: readonly Wanted[], where: 'anywhere' | 'title'): RawBuilder<number>
  tagged(tag: string): RawBuilder<boolean>
  /** Elements of a JSON list as rows, each as `value`, which `->>` takes apart. */
  elements(json: string): RawBuilder<unknown>
  /** Statements that index the words of a board; `id` says its library's id. What was there of it is replaced. */
  index(id: RawBuilder<number>, words: Record<keyof LibraryEntry['text'], ReadonlySet<string>>): RawBuilder<unknown>[]
}
