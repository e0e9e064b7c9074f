import RBush from 'rbush'
import { Watchers } from '#components/ui/store.ts'
import type { Link } from '#lib/board/snapshot.ts'
import type { BoardTables } from '#lib/board/tables.ts'
import { around, type Box, expand, intersects, type Point } from '#lib/geometry/box.ts'
import { distanceTo, type Route, routeLink } from '#lib/geometry/route.ts'
import { runsBehind } from '#lib/geometry/route-around.ts'
import { DeferredRoutes } from './deferred-routes.ts'
import { whenIdle } from './idle.ts'
import { routeOf } from './link-routes.ts'
import type { Previews } from './previews.ts'
import { everywhere, many, type SpatialIndex } from './spatial-index.ts'

interface Entry {
  id: string
  route: Route
  /** Its route runs around something. */
  bends: boolean
  minX: number
  minY: number
  maxX: number
  maxY: number
}

/** px around a route's line for its arrowhead, label and stroke. */
const halo = 24

/** ms for computing routes when the board is loaded, and at each change; the rest are deferred. */
const patience = { load: 40, change: 4 }
/** ms at once for links that come after the first picture, and ms that the first picture may delay them. */
const slice = { takes: 6, within: 400 }
/** Number of dragged notes from which links are drawn straight until the drag ends. */
const mostDragged = 4

/**
 * Links by position and by note, with their routes around the notes. A moved note re-routes its own links and those
 * that pass its old or new position. Where there are many, the notes are shown first, and the links come between
 * frames.
 */
export class LinkIndex {
  readonly #tree = new RBush<Entry>()
  readonly #entries = new Map<string, Entry>()
  readonly #byNote = new Map<string, Set<string>>()
  readonly #ends = new Map<string, readonly [string, string]>()
  /** Position of the notes when the links were routed. */
  readonly #lies = new Map<string, Box>()
  readonly #deferred = new DeferredRoutes(id => this.#update(new Set([id])))
  /** undefined: not set yet, so everywhere. */
  #region: Box | null | undefined
  /** Links that have not been read yet. */
  #unread: Iterator<string> | null = null
  #callOff: (() => void) | null = null
  readonly #listeners = new Set<(areas: readonly Box[]) => void>()
  readonly #watchers = new Watchers()
  readonly #stop: (() => void)[]
  readonly #model: BoardTables
  readonly #notes: SpatialIndex
  /** The model's version that everything was loaded from. */
  #loaded = -1

  /** Created after the index of notes, so that it is notified of changes after it. */
  constructor(model: BoardTables, notes: SpatialIndex) {
    this.#model = model
    this.#notes = notes
    if (model.links.size > many) this.#loadLater()
    else this.#load(patience.load)
    this.#stop = [
      model.subscribe(({ changes }) => {
        const moved = changes.get('notes')
        const led = changes.get('links')
        // A lane that moves takes many notes along, a replay goes from one wall to another.
        if ((moved?.size ?? 0) > many || (led?.size ?? 0) > many) {
          if (this.#loaded === model.version) return
          this.#load(patience.change)
          this.#tell([everywhere])
          return
        }
        const ids = new Set(led)
        const freed = new Set<string>()
        for (const note of moved ?? []) this.#concerned(note, ids, freed)
        if (ids.size) this.#update(ids, performance.now() + patience.change)
        for (const id of freed) this.#deferred.putOff(id)
      }),
      notes.subscribe(areas => {
        if (!areas.includes(everywhere)) return
        if (this.#unread) return this.#loadLater()
        this.#load(patience.change)
        this.#tell(areas)
      }),
    ]
  }

  /** Returns the ids of the links that leave or reach a note. */
  of = (noteId: string): ReadonlySet<string> => this.#byNote.get(noteId) ?? empty
  get ids(): Iterable<string> {
    return this.#entries.keys()
  }
  has = (id: string): boolean => this.#entries.has(id)
  route = (id: string): Route | null => this.#entries.get(id)?.route ?? null

  /** These links are visible: deferred ones get their route around the notes soon. */
  want(ids: Iterable<string>): void {
    this.#deferred.want(ids)
  }
  /** Sets where routes are visible; among many links, those elsewhere are drawn straight when they change. */
  lookAt(region: Box | null): void {
    this.#region = region
  }

  /** Returns a link's route as shown now, with dragged ends. */
  shownRoute(link: Link, previews: Previews): Route | null {
    const from = previews.of(link.from)
    const to = previews.of(link.to)
    if (!from && !to) return this.route(link.id)
    if (!this.#entries.has(link.id)) return null
    const a = from ?? this.#model.notes.get(link.from)
    const b = to ?? this.#model.notes.get(link.to)
    if (!a || !b) return null
    const few = previews.own.size + previews.others.size <= mostDragged
    return few ? routeOf(this.#notes, link, a, b, id => previews.of(id) !== undefined) : routeLink(a, b, link.sides)
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
  /** Calls the watcher when this one link's route may have changed. */
  watch = (id: string, watcher: () => void): (() => void) => this.#watchers.watch(id, watcher)
  destroy(): void {
    for (const stop of this.#stop) stop()
    this.#callOff?.()
    this.#deferred.clear()
    this.#listeners.clear()
  }

  /** `haste`: ms for routes around the notes; the rest are deferred. */
  #load(haste: number): void {
    this.#empty()
    const until = performance.now() + haste
    for (const id of this.#model.links.keys()) this.#enter(id, performance.now() > until)
    this.#tree.load([...this.#entries.values()])
  }
  #empty(): void {
    this.#loaded = this.#model.version
    this.#unread = null
    this.#callOff?.()
    this.#callOff = null
    this.#tree.clear()
    this.#entries.clear()
    this.#byNote.clear()
    this.#ends.clear()
    this.#lies.clear()
    this.#deferred.clear()
    for (const note of this.#model.notes.values()) if (this.#notes.has(note.id)) this.#lies.set(note.id, note)
  }
  #loadLater(): void {
    this.#empty()
    this.#unread = this.#model.links.keys()
    this.#callOff = whenIdle(this.#readOn, slice.within)
  }
  #readOn = (): void => {
    const until = performance.now() + slice.takes
    const entries: Entry[] = []
    let next = this.#unread?.next()
    for (; next && !next.done; next = this.#unread?.next()) {
      // A link that changed meanwhile is entered already.
      const entry = this.#ends.has(next.value) ? null : this.#enter(next.value, true)
      if (entry) entries.push(entry)
      if (performance.now() > until) break
    }
    this.#tree.load(entries)
    if (next && !next.done) {
      this.#callOff = whenIdle(this.#readOn, slice.within)
      return
    }
    this.#unread = null
    this.#callOff = null
    this.#tell([everywhere])
  }
  /**
   * Collects the links whose route a changed note affects, none if it did not move: `must`, its own and those that
   * cross it now; `may`, those that ran around it and perhaps need not any more.
   */
  #concerned(noteId: string, must: Set<string>, may: Set<string>): void {
    const before = this.#lies.get(noteId)
    const now = this.#notes.has(noteId) ? this.#model.notes.get(noteId) : undefined
    const moved =
      !before || !now || before.x !== now.x || before.y !== now.y || before.w !== now.w || before.h !== now.h
    if (now) this.#lies.set(noteId, now)
    else this.#lies.delete(noteId)
    if (!moved || (!before && !now)) return
    for (const id of this.of(noteId)) must.add(id)
    if (now) {
      const close = [expand(now, halo / 2)]
      for (const id of this.within(now)) if (runsBehind(this.route(id)?.points ?? [], close)) must.add(id)
    }
    if (before) for (const id of this.within(before)) if (this.#entries.get(id)?.bends) may.add(id)
  }
  #enter(id: string, hastily = false): Entry | null {
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
    const straight = hastily || this.#unseen(from, to)
    if (straight) this.#deferred.putOff(id)
    else this.#deferred.found(id)
    const route = straight ? routeLink(from, to, link.sides) : routeOf(this.#notes, link, from, to)
    const box = around(route.points.map(point => ({ ...point, w: 0, h: 0 })))
    if (!box) return null
    const { x, y, w, h } = expand(box, halo)
    const bends = !straight && !sameRoute(route.points, routeLink(from, to, link.sides).points)
    const entry = { id, route, bends, minX: x, minY: y, maxX: x + w, maxY: y + h }
    this.#entries.set(id, entry)
    return entry
  }
  #unseen(from: Box, to: Box): boolean {
    if (this.#region === undefined || this.#entries.size <= many) return false
    const box = around([from, to])
    return this.#region === null || box === null || !intersects(box, this.#region)
  }
  #update(ids: ReadonlySet<string>, until = Number.POSITIVE_INFINITY): void {
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
      const entry = this.#enter(id, performance.now() > until)
      if (!entry) continue
      this.#tree.insert(entry)
      areas.push(boxOf(entry))
    }
    if (areas.length) this.#tell(areas, ids)
  }
  #tell(areas: readonly Box[], ids: Iterable<string> = this.#ends.keys()): void {
    this.#watchers.tell(ids)
    for (const listener of [...this.#listeners]) listener(areas)
  }
}

const empty: ReadonlySet<string> = new Set()
const sameRoute = (a: readonly Point[], b: readonly Point[]): boolean =>
  a.length === b.length && a.every(({ x, y }, index) => x === b[index]?.x && y === b[index]?.y)
const boxOf = (entry: Entry): Box => ({
  x: entry.minX,
  y: entry.minY,
  w: entry.maxX - entry.minX,
  h: entry.maxY - entry.minY,
})
