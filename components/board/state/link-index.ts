import RBush from 'rbush'
import type { BoardModel } from '#lib/board/model.ts'
import type { Link } from '#lib/board/snapshot.ts'
import { around, type Box, expand, type Point } from '#lib/geometry/box.ts'
import { distanceTo, type Route, routeLink } from '#lib/geometry/route.ts'
import type { Previews } from './previews.ts'
import { everywhere, type SpatialIndex } from './spatial-index.ts'

interface Entry {
  id: string
  route: Route
  minX: number
  minY: number
  maxX: number
  maxY: number
}

/** px around a route's line for its arrowhead, label and stroke. */
const halo = 24

/** Links by place and by note, with the way each runs. A moved note re-routes its own links and no other. */
export class LinkIndex {
  readonly #tree = new RBush<Entry>()
  readonly #entries = new Map<string, Entry>()
  readonly #byNote = new Map<string, Set<string>>()
  readonly #ends = new Map<string, readonly [string, string]>()
  readonly #listeners = new Set<(areas: readonly Box[]) => void>()
  readonly #stop: (() => void)[]
  readonly #model: BoardModel
  readonly #notes: SpatialIndex

  /** Made after the index of notes, so that it hears of changes after it. */
  constructor(model: BoardModel, notes: SpatialIndex) {
    this.#model = model
    this.#notes = notes
    this.#load()
    this.#stop = [
      model.subscribe(({ changes }) => {
        const moved = changes.get('notes')
        // A lane that moves takes many notes along: loading anew is cheaper than link by link.
        if (moved && moved.size > 500) {
          this.#load()
          this.#tell([everywhere])
          return
        }
        const ids = new Set(changes.get('links'))
        for (const note of moved ?? []) for (const id of this.of(note)) ids.add(id)
        if (ids.size) this.#update(ids)
      }),
      notes.subscribe(areas => {
        if (!areas.includes(everywhere)) return
        this.#load()
        this.#tell(areas)
      }),
    ]
  }

  /** Ids of the links that leave or reach a note. */
  of = (noteId: string): ReadonlySet<string> => this.#byNote.get(noteId) ?? empty
  get ids(): Iterable<string> {
    return this.#entries.keys()
  }
  has = (id: string): boolean => this.#entries.has(id)
  route = (id: string): Route | null => this.#entries.get(id)?.route ?? null

  /** The way a link is shown now, its ends perhaps being dragged. */
  shownRoute(link: Link, previews: Previews): Route | null {
    const from = previews.of(link.from)
    const to = previews.of(link.to)
    if (!from && !to) return this.route(link.id)
    if (!this.#entries.has(link.id)) return null
    const a = from ?? this.#model.notes.get(link.from)
    const b = to ?? this.#model.notes.get(link.to)
    return a && b ? routeLink(a, b, link.sides) : null
  }

  within(box: Box): string[] {
    const found = this.#tree.search({ minX: box.x, minY: box.y, maxX: box.x + box.w, maxY: box.y + box.h })
    return found.map(entry => entry.id)
  }
  /** The link nearest to a point, at most `reach` px away. */
  at(point: Point, reach: number): Link | null {
    let best: string | null = null
    let nearest = reach
    for (const id of this.within(expand({ ...point, w: 0, h: 0 }, reach))) {
      const away = distanceTo(this.route(id)?.points ?? [], point)
      if (away <= nearest) {
        nearest = away
        best = id
      }
    }
    return best === null ? null : (this.#model.links.get(best) ?? null)
  }

  subscribe(listener: (areas: readonly Box[]) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  destroy(): void {
    for (const stop of this.#stop) stop()
    this.#listeners.clear()
  }

  #load(): void {
    this.#tree.clear()
    this.#entries.clear()
    this.#byNote.clear()
    this.#ends.clear()
    for (const id of this.#model.links.keys()) this.#enter(id)
    this.#tree.load([...this.#entries.values()])
  }
  #enter(id: string): Entry | null {
    const link = this.#model.links.get(id)
    if (!link) return null
    for (const end of [link.from, link.to]) {
      const set = this.#byNote.get(end) ?? new Set()
      this.#byNote.set(end, set.add(id))
    }
    this.#ends.set(id, [link.from, link.to])
    const from = this.#model.notes.get(link.from)
    const to = this.#model.notes.get(link.to)
    if (!from || !to || !this.#notes.has(from.id) || !this.#notes.has(to.id)) return null
    if (this.#notes.lens.showsLink?.(link) === false) return null
    const route = routeLink(from, to, link.sides)
    const box = around(route.points.map(point => ({ ...point, w: 0, h: 0 })))
    if (!box) return null
    const { x, y, w, h } = expand(box, halo)
    const entry = { id, route, minX: x, minY: y, maxX: x + w, maxY: y + h }
    this.#entries.set(id, entry)
    return entry
  }
  #update(ids: ReadonlySet<string>): void {
    const areas: Box[] = []
    for (const id of ids) {
      const before = this.#entries.get(id)
      if (before) {
        this.#tree.remove(before)
        this.#entries.delete(id)
        areas.push(boxOf(before))
      }
      for (const end of this.#ends.get(id) ?? []) this.#byNote.get(end)?.delete(id)
      this.#ends.delete(id)
      const entry = this.#enter(id)
      if (!entry) continue
      this.#tree.insert(entry)
      areas.push(boxOf(entry))
    }
    if (areas.length) this.#tell(areas)
  }
  #tell(areas: readonly Box[]): void {
    for (const listener of [...this.#listeners]) listener(areas)
  }
}

const empty: ReadonlySet<string> = new Set()
const boxOf = (entry: Entry): Box => ({
  x: entry.minX,
  y: entry.minY,
  w: entry.maxX - entry.minX,
  h: entry.maxY - entry.minY,
})
