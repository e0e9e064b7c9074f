import type { Note } from '#lib/board/snapshot.ts'
import { above } from './spatial-index.ts'

/**
 * The height of each note as a whole number, in stack order. A note put on top gets the next number, so that all others
 * keep theirs and no other card is restyled; one put in between renumbers all.
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

  /** Updates changed notes; returns whether any of them lies higher or lower than before. */
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
  /** Returns the height from 1; 0 for an unknown note. */
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
