import { ValueStore, Watchers } from '#components/ui/store.ts'

export interface Selection {
  readonly notes: ReadonlySet<string>
  readonly links: ReadonlySet<string>
  readonly lane: string | null
}

const nothing: Selection = { notes: new Set(), links: new Set(), lane: null }

/** What is selected in this tab; ids of what has gone meanwhile may linger until `keepOnly`. */
export class SelectionStore extends ValueStore<Selection> {
  readonly #watchers = new Watchers()
  constructor() {
    super(nothing)
  }
  override set(next: Selection): void {
    const before = this.get()
    super.set(next)
    if (next !== before) this.#watchers.tell(differing(before, next))
  }
  /** Calls the watcher when this one entity is selected or deselected. */
  watch = (id: string, watcher: () => void): (() => void) => this.#watchers.watch(id, watcher)

  has = (id: string): boolean => this.get().notes.has(id) || this.get().links.has(id) || this.get().lane === id
  get empty(): boolean {
    const { notes, links, lane } = this.get()
    return notes.size === 0 && links.size === 0 && lane === null
  }

  clear(): void {
    if (!this.empty) this.set(nothing)
  }
  setNotes(ids: Iterable<string>, links: Iterable<string> = []): void {
    this.set({ notes: new Set(ids), links: new Set(links), lane: null })
  }
  setLinks(ids: Iterable<string>): void {
    this.set({ ...nothing, links: new Set(ids) })
  }
  setLane(id: string): void {
    this.set({ ...nothing, lane: id })
  }
  /** Selects or deselects notes together: a whole group at once. */
  toggleNotes(ids: readonly string[]): void {
    const { notes, links } = this.get()
    const next = new Set(notes)
    const add = ids.some(id => !next.has(id))
    for (const id of ids)
      if (add) next.add(id)
      else next.delete(id)
    this.set({ notes: next, links, lane: null })
  }
  toggleLink(id: string): void {
    const { notes, links } = this.get()
    const next = new Set(links)
    if (!next.delete(id)) next.add(id)
    this.set({ notes, links: next, lane: null })
  }
  /** Removes what no longer exists. */
  keepOnly(exists: { note(id: string): boolean; link(id: string): boolean; lane(id: string): boolean }): void {
    const { notes, links, lane } = this.get()
    const keptNotes = [...notes].filter(exists.note)
    const keptLinks = [...links].filter(exists.link)
    const keptLane = lane !== null && exists.lane(lane) ? lane : null
    if (keptNotes.length === notes.size && keptLinks.length === links.size && keptLane === lane) return
    this.set({ notes: new Set(keptNotes), links: new Set(keptLinks), lane: keptLane })
  }
}

function* differing(a: Selection, b: Selection): Generator<string> {
  for (const id of a.notes) if (!b.notes.has(id)) yield id
  for (const id of b.notes) if (!a.notes.has(id)) yield id
  for (const id of a.links) if (!b.links.has(id)) yield id
  for (const id of b.links) if (!a.links.has(id)) yield id
  if (a.lane !== b.lane) {
    if (a.lane) yield a.lane
    if (b.lane) yield b.lane
  }
}
