import { Watchers } from '#components/ui/store.ts'
import type { Box } from '#lib/geometry/box.ts'

export type Boxes = ReadonlyMap<string, Box>
const none: Boxes = new Map()

/**
 * Positions of notes while somebody drags or resizes them: this tab's own gesture, sent to others as presence and
 * written to the document once at its end, and others' gestures from presence.
 */
export class Previews {
  #own: Boxes = none
  #others: Boxes = none
  readonly #watchers = new Watchers()
  readonly #listeners = new Set<() => void>()

  /** This tab's gesture; empty when there is none. */
  get own(): Boxes {
    return this.#own
  }
  get others(): Boxes {
    return this.#others
  }
  of = (id: string): Box | undefined => this.#own.get(id) ?? this.#others.get(id)
  /** Returns the box at which a note is shown now. */
  boxOf = <B extends Box & { id: string }>(note: B): Box => this.of(note.id) ?? note

  setOwn(boxes: Boxes): void {
    const before = this.#own
    this.#own = boxes
    this.#tell(before, boxes)
  }
  setOthers(boxes: Boxes): void {
    const before = this.#others
    this.#others = boxes
    this.#tell(before, boxes)
  }
  clearOwn(): void {
    if (this.#own.size) this.setOwn(none)
  }
  /** Calls the watcher when this one note's shown position changes. */
  watch = (id: string, watcher: () => void): (() => void) => this.#watchers.watch(id, watcher)
  /** Called at every step of any gesture. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(before: Boxes, after: Boxes): void {
    this.#watchers.tell(after.keys())
    for (const id of before.keys()) if (!after.has(id)) this.#watchers.tell([id])
    for (const listener of [...this.#listeners]) listener()
  }
}
