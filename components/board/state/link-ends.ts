import RBush from 'rbush'
import type { Link } from '#lib/board/snapshot.ts'
import type { BoardTables } from '#lib/board/tables.ts'
import { around, type Box, expand } from '#lib/geometry/box.ts'
import { neighbourhood, type Space } from '#lib/geometry/router.ts'
import type { SpatialIndex } from './spatial-index.ts'

/** Boxes by id and by position. */
export class BoxTree {
  readonly #tree = new RBush<{ id: string; minX: number; minY: number; maxX: number; maxY: number }>()
  readonly #entries = new Map<string, { id: string; minX: number; minY: number; maxX: number; maxY: number }>()

  of(id: string): Box | undefined {
    const entry = this.#entries.get(id)
    return entry && { x: entry.minX, y: entry.minY, w: entry.maxX - entry.minX, h: entry.maxY - entry.minY }
  }
  put(id: string, box: Box | null | undefined): void {
    const before = this.#entries.get(id)
    if (before) this.#tree.remove(before)
    this.#entries.delete(id)
    if (!box) return
    const entry = { id, minX: box.x, minY: box.y, maxX: box.x + box.w, maxY: box.y + box.h }
    this.#entries.set(id, entry)
    this.#tree.insert(entry)
  }
  within(box: Box): string[] {
    const found = this.#tree.search({ minX: box.x, minY: box.y, maxX: box.x + box.w, maxY: box.y + box.h })
    return found.map(({ id }) => id)
  }
  clear(): void {
    this.#tree.clear()
    this.#entries.clear()
  }
}

const none: ReadonlySet<string> = new Set()

/** Which links there are at which notes and where, as far as they are shown: what routes are found from. */
export class LinkEnds implements Space {
  readonly #model: BoardTables
  readonly #notes: SpatialIndex
  readonly #byNote = new Map<string, Set<string>>()
  readonly #ends = new Map<string, readonly [string, string]>()
  readonly #reaches = new BoxTree()

  constructor(model: BoardTables, notes: SpatialIndex) {
    this.#model = model
    this.#notes = notes
  }

  get ids(): Iterable<string> {
    return this.#ends.keys()
  }
  has = (id: string): boolean => this.#ends.has(id)
  box = (noteId: string) => (this.#notes.has(noteId) ? this.#model.notes.get(noteId) : undefined)
  near = (box: Box) => this.#notes.within(box)
  link(id: string): Link | undefined {
    const link = this.#ends.has(id) ? this.#model.links.get(id) : undefined
    return link && this.#notes.lens.showsLink?.(link) !== false ? link : undefined
  }
  endsOf = (id: string): readonly string[] => this.#ends.get(id) ?? []
  linksAt = (noteId: string): ReadonlySet<string> => this.#byNote.get(noteId) ?? none
  linksNear = (box: Box): string[] => this.#reaches.within(box)
  reach = (id: string): Box | undefined => this.#reaches.of(id)

  /** Reads a link as it is now, or forgets one that is gone. */
  read(id: string): void {
    for (const end of this.#ends.get(id) ?? []) this.#byNote.get(end)?.delete(id)
    this.#ends.delete(id)
    const link = this.#model.links.get(id)
    if (!link) {
      this.#reaches.put(id, null)
      return
    }
    for (const end of [link.from, link.to]) {
      const set = this.#byNote.get(end) ?? new Set()
      this.#byNote.set(end, set.add(id))
    }
    this.#ends.set(id, [link.from, link.to])
    const [from, to] = [this.box(link.from), this.box(link.to)]
    const box = from && to && around([from, to])
    const near = box && Math.max(box.w, box.h) <= neighbourhood.most
    this.#reaches.put(id, near ? expand(box, neighbourhood.reach) : null)
  }
  clear(): void {
    this.#byNote.clear()
    this.#ends.clear()
    this.#reaches.clear()
  }
}
