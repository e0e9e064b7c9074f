import { ValueStore, Watchers } from '#components/ui/store.ts'

/** Notes that a filter leaves out; they fade so that the others stand out. */
export class Fading extends ValueStore<ReadonlySet<string>> {
  readonly #watchers = new Watchers()
  constructor() {
    super(new Set())
  }
  override set(ids: ReadonlySet<string>): void {
    const before = this.get()
    const changed = new Set([...ids].filter(id => !before.has(id)).concat([...before].filter(id => !ids.has(id))))
    if (changed.size === 0) return
    super.set(ids)
    this.#watchers.tell(changed)
  }
  has = (id: string): boolean => this.get().has(id)
  watch = (id: string, watcher: () => void): (() => void) => this.#watchers.watch(id, watcher)
}
