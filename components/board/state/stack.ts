import type { Note } from '#lib/board/snapshot.ts'
import { above } from './spatial-index.ts'

/**
 * How high each note lies, as whole numbers in the order of the stack. A note that comes on top gets the next one, so
 * that all others keep theirs and no other card is styled anew; one that goes in between has all counted again.
 */
export class Stack {
  readonly #notes: ReadonlyMap<string, Note>
  readonly #known = new Map<string, { z: string; height: number }>()
  #top: Pick<Note, 'z' | 'id'> | null = null
  #height = 0

  constructor(notes: ReadonlyMap<string, Note>) {
    this.#notes = notes
    this.#count()
  }

  /** Has notes been changed; whether any of them lies higher or lower than before. */
  changed(ids: Iterable<string>): boolean {
    let lifted = false
    for (const id of ids) {
      const note = this.#notes.get(id)
      if (!note || this.#known.get(id)?.z === note.z) continue
      lifted = true
      if (this.#top && !above(note, this.#top)) {
        this.#count()
        return true
      }
      this.#put(note)
    }
    return lifted
  }
  /** From 1; 0 for a note that there is not. */
  of = (id: string): number => this.#known.get(id)?.height ?? 0

  #count(): void {
    this.#known.clear()
    this.#height = 0
    for (const note of [...this.#notes.values()].sort((a, b) => (above(a, b) ? 1 : -1))) this.#put(note)
  }
  #put(note: Note): void {
    this.#height += 1
    this.#known.set(note.id, { z: note.z, height: this.#height })
    this.#top = note
  }
}
