import type { RawBuilder } from 'kysely'
import type { LibraryEntry } from '../library-store.ts'

/** The forms of one searched word, of which a board must have any. Letters and digits only, folded. */
export interface Wanted {
  whole: readonly string[]
  /** Beginnings of words. */
  begun: readonly string[]
}

/**
 * Both engines index the words that lib/text/words.ts makes, so that they find the same boards. This interface is what
 * differs.
 */
export interface FullText {
  /** The library's ids of the boards that contain every wanted word, anywhere or in the title. */
  find(wanted: readonly Wanted[], where: 'anywhere' | 'title'): RawBuilder<number>
  tagged(tag: string): RawBuilder<boolean>
  /** Elements of a JSON list as rows, each as `value`, which `->>` takes apart. */
  elements(json: string): RawBuilder<unknown>
  /** Statements that index the words of a board, replacing earlier ones; `id` is its id in the library. */
  index(id: RawBuilder<number>, words: Record<keyof LibraryEntry['text'], ReadonlySet<string>>): RawBuilder<unknown>[]
  /** Statements that leave nothing of a board's words in the index. */
  drop(id: number): RawBuilder<unknown>[]
}
