import { Watchers } from '#components/ui/store.ts'
import type { PaperId } from '#lib/notes/papers.ts'

/** Another person at a note: drawn as an outline in that person's colour, with the name while editing. */
export interface Companion {
  personId: string
  name: string
  colour: string
  editing: boolean
}

/** A small round stamp on a note or on a link: a proposed or confirmed point of failure, a number of votes. */
export interface Mark {
  key: string
  /** One to three characters. */
  label: string
  /** The whole meaning, for the tooltip and screen readers. */
  title: string
  paper: PaperId
  /** Not confirmed by anybody: drawn with a dashed edge. */
  proposed?: boolean
}

/**
 * Decorations that are shown on entities without being part of them, by source, so that presence, method and votes stay
 * separate.
 */
export class Decorations<T> {
  readonly #sources = new Map<string, Map<string, readonly T[]>>()
  readonly #merged = new Map<string, readonly T[]>()
  readonly #watchers = new Watchers()
  readonly #listeners = new Set<(ids: ReadonlySet<string>) => void>()

  /** Replaces everything that a source shows, by entity id. */
  set(source: string, byEntity: ReadonlyMap<string, readonly T[]>): void {
    const before = this.shownBy(source)
    const changes = new Map<string, readonly T[]>()
    for (const [id, list] of byEntity) if (!sameList(before.get(id), list)) changes.set(id, list)
    for (const id of before.keys()) if (!byEntity.has(id)) changes.set(id, empty)
    this.change(source, changes)
  }
  /** Replaces what a source shows on some entities; an empty list removes its decorations. */
  change(source: string, changes: ReadonlyMap<string, readonly T[]>): void {
    if (changes.size === 0) return
    const shown = this.#sources.get(source) ?? new Map<string, readonly T[]>()
    this.#sources.set(source, shown)
    for (const [id, list] of changes) {
      if (list.length > 0) shown.set(id, list)
      else shown.delete(id)
      const all = [...this.#sources.values()].flatMap(map => map.get(id) ?? empty)
      if (all.length > 0) this.#merged.set(id, all)
      else this.#merged.delete(id)
    }
    const changed = new Set(changes.keys())
    this.#watchers.tell(changed)
    for (const listener of [...this.#listeners]) listener(changed)
  }
  shownBy = (source: string): ReadonlyMap<string, readonly T[]> => this.#sources.get(source) ?? none
  /** Whether a watcher would be notified at once of a change of this entity. */
  isWatched = (id: string): boolean => this.#watchers.has(id)
  of = (id: string): readonly T[] => this.#merged.get(id) ?? empty
  watch = (id: string, watcher: () => void): (() => void) => this.#watchers.watch(id, watcher)
  subscribe(listener: (ids: ReadonlySet<string>) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

const empty: readonly never[] = []
const none: ReadonlyMap<string, never> = new Map<string, never>()

/** Whether two lists are equal. */
export const sameList = (a: readonly unknown[] | undefined, b: readonly unknown[]): boolean =>
  a === b || (a !== undefined && a.length === b.length && a.every((one, index) => sameFields(one, b[index])))

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Decorations are flat: their fields are compared one by one, thousands of them after every change of the board. */
function sameFields(a: unknown, b: unknown): boolean {
  if (!isRecord(a) || !isRecord(b)) return Object.is(a, b)
  let more = 0
  for (const key in a) {
    if (!Object.is(a[key], b[key])) return false
    more += 1
  }
  for (const _ in b) more -= 1
  return more === 0
}
