import { ValueStore, Watchers } from '#components/ui/store.ts'
import type { Note } from '#lib/board/snapshot.ts'

/** The fate of a note or a link between as-is and to-be. */
export interface Fate {
  readonly kind: 'eliminated' | 'improved' | 'added'
  /** An improved note's text in the to-be. */
  readonly text?: string
}

/** The view in this tab: 0 as-is, 1 to-be, anything between while the slider moves. */
export class VersionView extends ValueStore<number> {
  #fates: ReadonlyMap<string, Fate> = new Map()
  readonly #watchers = new Watchers()
  constructor() {
    super(0)
  }
  get view(): 'as-is' | 'to-be' {
    return this.get() < 0.5 ? 'as-is' : 'to-be'
  }
  override set(value: number): void {
    const before = this.view
    super.set(value)
    if (this.view !== before) this.#watchers.tell(this.#fates.keys())
  }
  fateOf = (id: string): Fate | undefined => this.#fates.get(id)
  /** Returns a note's text in the present view. */
  textOf = (note: Note): string => (this.view === 'to-be' ? (this.#fates.get(note.id)?.text ?? note.text) : note.text)
  setFates(fates: ReadonlyMap<string, Fate>): void {
    const before = this.#fates
    this.#fates = fates
    const changed = new Set<string>()
    for (const [id, fate] of fates) {
      const known = before.get(id)
      if (known?.kind !== fate.kind || known.text !== fate.text) changed.add(id)
    }
    for (const id of before.keys()) if (!fates.has(id)) changed.add(id)
    this.#watchers.tell(changed)
  }
  watch = (id: string, watcher: () => void): (() => void) => this.#watchers.watch(id, watcher)
}
