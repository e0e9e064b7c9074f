import RBush from 'rbush'
import type { Link, Note } from '#lib/board/snapshot.ts'
import type { BoardTables } from '#lib/board/tables.ts'
import type { Box, Point } from '#lib/geometry/box.ts'

interface Entry {
  id: string
  minX: number
  minY: number
  maxX: number
  maxY: number
}

const entryOf = (note: Note): Entry => ({
  id: note.id,
  minX: note.x,
  minY: note.y,
  maxX: note.x + note.w,
  maxY: note.y + note.h,
})

/** A filter of what is shown: a view may leave notes out (the to-be without eliminated notes). */
export interface Lens {
  id: string
  shows(note: Note): boolean
  /** Links between visible notes; all of them when missing. */
  showsLink?(link: Link): boolean
}
export const everything: Lens = { id: 'everything', shows: () => true }

/** Number of changed notes or links from which rebuilding the index is cheaper than single updates. */
export const many = 500

/** Finds notes on the wall by position. Updated by single changes, in O(log n). */
export class SpatialIndex {
  readonly #tree = new RBush<Entry>()
  readonly #entries = new Map<string, Entry>()
  readonly #model: BoardTables
  readonly #listeners = new Set<(areas: readonly Box[]) => void>()
  readonly #stop: () => void
  #lens: Lens = everything

  constructor(model: BoardTables) {
    this.#model = model
    this.#load()
    this.#stop = model.subscribe(({ changes }) => {
      const ids = changes.get('notes')
      if (ids) this.#update(ids)
    })
  }

  get lens(): Lens {
    return this.#lens
  }
  setLens(lens: Lens): void {
    if (lens === this.#lens) return
    const before = this.#lens
    this.#lens = lens
    if (this.#sameThrough(before)) return
    this.#load()
    this.#tell([everywhere])
  }

  has = (id: string): boolean => this.#entries.has(id)
  get ids(): Iterable<string> {
    return this.#entries.keys()
  }
  get size(): number {
    return this.#entries.size
  }
  /** All of them, in no order; none from the parking lot, the inbox or the bin. */
  *notes(): Generator<Note> {
    for (const id of this.#entries.keys()) {
      const note = this.#model.notes.get(id)
      if (note) yield note
    }
  }

  /** Notes that touch a box, in no order. */
  within(box: Box): Note[] {
    const found = this.#tree.search({ minX: box.x, minY: box.y, maxX: box.x + box.w, maxY: box.y + box.h })
    const notes: Note[] = []
    for (const { id } of found) {
      const note = this.#model.notes.get(id)
      if (note) notes.push(note)
    }
    return notes
  }
  /** The note on top at a point. */
  at(point: Point): Note | null {
    let top: Note | null = null
    for (const note of this.within({ ...point, w: 0, h: 0 })) if (!top || above(note, top)) top = note
    return top
  }

  /** Calls the listener with the areas (board px) that must be redrawn. */
  subscribe(listener: (areas: readonly Box[]) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  destroy(): void {
    this.#stop()
    this.#listeners.clear()
  }

  #load(): void {
    this.#tree.clear()
    this.#entries.clear()
    for (const note of this.#model.notes.values()) if (this.#shown(note)) this.#entries.set(note.id, entryOf(note))
    this.#tree.load([...this.#entries.values()])
  }
  /** Whether the lens shows the same as another one: on most walls nothing belongs to one view alone. */
  #sameThrough({ shows, showsLink }: Lens): boolean {
    const now = this.#lens
    const same = (note: Note) => note.place !== 'wall' || now.shows(note) === shows(note)
    const sameLink = (link: Link) => (now.showsLink?.(link) ?? true) === (showsLink?.(link) ?? true)
    return [...this.#model.notes.values()].every(same) && [...this.#model.links.values()].every(sameLink)
  }
  #shown = (note: Note): boolean => note.place === 'wall' && this.#lens.shows(note)

  #update(ids: ReadonlySet<string>): void {
    if (ids.size > many) {
      this.#load()
      this.#tell([everywhere])
      return
    }
    const areas: Box[] = []
    for (const id of ids) {
      const before = this.#entries.get(id)
      if (before) {
        this.#tree.remove(before)
        this.#entries.delete(id)
        areas.push(boxOf(before))
      }
      const note = this.#model.notes.get(id)
      if (!note || !this.#shown(note)) continue
      const entry = entryOf(note)
      this.#tree.insert(entry)
      this.#entries.set(id, entry)
      areas.push(boxOf(entry))
    }
    if (areas.length) this.#tell(areas)
  }
  #tell(areas: readonly Box[]): void {
    for (const listener of [...this.#listeners]) listener(areas)
  }
}

const boxOf = (entry: Entry): Box => ({
  x: entry.minX,
  y: entry.minY,
  w: entry.maxX - entry.minX,
  h: entry.maxY - entry.minY,
})

/** An area that every box touches. */
export const everywhere: Box = { x: -1e9, y: -1e9, w: 2e9, h: 2e9 }

/** Stack order, ids breaking ties, so that everybody sees the same note on top. */
export const above = (a: { z: string; id: string }, b: { z: string; id: string }): boolean =>
  a.z > b.z || (a.z === b.z && a.id > b.id)
