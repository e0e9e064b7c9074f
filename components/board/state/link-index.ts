import { Watchers } from '#components/ui/store.ts'
import type { Link, Note } from '#lib/board/snapshot.ts'
import type { BoardTables } from '#lib/board/tables.ts'
import { around, type Box, expand, intersects, type Point } from '#lib/geometry/box.ts'
import { distanceTo, type Route, routeLink } from '#lib/geometry/route.ts'
import { boxOfPoints } from '#lib/geometry/route-around.ts'
import { Router } from '#lib/geometry/router.ts'
import { DeferredRoutes } from './deferred-routes.ts'
import { whenIdle } from './idle.ts'
import { BoxTree, LinkEnds } from './link-ends.ts'
import { obstaclesOf, sameRoute, shifted, spans } from './link-routes.ts'
import type { Previews } from './previews.ts'
import { everywhere, many, type SpatialIndex } from './spatial-index.ts'

/** px around a route's line for its arrowhead, label and stroke. */
const halo = 24

/**
 * ms for computing routes when the board is loaded, and at each change; the rest are deferred. Where there are many
 * links, a change itself takes no time for them.
 */
const patience = { load: 40, change: 4 }
/** Number of links up to which all routes are found at once, however long that takes. */
const few = 100
/** ms at once for links that come after the first picture, and ms that the first picture may delay them. */
const slice = { takes: 6, within: 400 }
/** Number of dragged notes from which links are drawn straight until the drag ends. */
const mostDragged = 4
/** Largest number of links that all get their routes; of more only those in sight. */
const mostFollowed = 2_000

/**
 * Links by position and by note, with their routes. A moved note re-routes its own links, those whose routes depend on
 * its old or new position, and those that reckon with these. Where there are many, the notes are shown first, and the
 * links come between frames.
 */
export class LinkIndex {
  readonly #routes = new Map<string, Route>()
  readonly #boxes = new BoxTree()
  /** The parts of the wall that routes depend on. */
  readonly #seen = new BoxTree()
  readonly #ends: LinkEnds
  readonly #router: Router
  /** Position of the notes when the links were routed. */
  readonly #lies = new Map<string, Box>()
  readonly #deferred = new DeferredRoutes(id => this.#update([id]))
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
  readonly #atOnce: number
  /** The model's version that everything was loaded from. */
  #loaded = -1

  /** Created after the index of notes, so that it is notified of changes after it. */
  constructor(model: BoardTables, notes: SpatialIndex, atOnce = few) {
    this.#atOnce = atOnce
    this.#model = model
    this.#notes = notes
    this.#ends = new LinkEnds(model, notes)
    this.#router = new Router(this.#ends)
    if (model.links.size > many) this.#loadLater()
    else this.#load(patience.load)
    this.#stop = [
      model.subscribe(({ changes }) => this.#changed(changes.get('notes') ?? none, changes.get('links') ?? none)),
      notes.subscribe(areas => {
        if (!areas.includes(everywhere)) return
        if (this.#unread) return this.#loadLater()
        this.#load(patience.change)
        this.#tell(areas)
      }),
    ]
  }

  /** Returns the ids of the links that leave or reach a note. */
  of = (noteId: string): ReadonlySet<string> => this.#ends.linksAt(noteId)
  get ids(): Iterable<string> {
    return this.#routes.keys()
  }
  has = (id: string): boolean => this.#routes.has(id)
  route = (id: string): Route | null => this.#routes.get(id) ?? null

  /** These links are visible: deferred ones get their route soon. */
  want(ids: Iterable<string>): void {
    if (!this.#unread) this.#deferred.want(ids)
  }
  /** Sets where routes are visible; among many links, those elsewhere are drawn straight when they change. */
  lookAt(region: Box | null): void {
    this.#region = region
  }

  /** Returns a link's route as shown now, with dragged ends. */
  shownRoute(link: Link, previews: Previews): Route | null {
    const from = previews.of(link.from)
    const to = previews.of(link.to)
    const route = this.route(link.id)
    if (!route || (!from && !to)) return route
    const [start, end] = [this.#model.notes.get(link.from), this.#model.notes.get(link.to)]
    const [a, b] = [from ?? start, to ?? end]
    if (!a || !b || !start || !end) return null
    // Dragged together, they take their link along.
    const [dx, dy] = [a.x - start.x, a.y - start.y]
    if (from && to && dx === b.x - end.x && dy === b.y - end.y) return shifted(route, dx, dy)
    if (previews.own.size + previews.others.size > mostDragged) return routeLink(a, b, link.sides)
    return this.#router.draft(
      link,
      a,
      b,
      obstaclesOf(this.#notes, link, id => previews.of(id) !== undefined),
    )
  }

  within(box: Box): string[] {
    return this.#boxes.within(box)
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

  /** `haste`: ms for routes; the rest are deferred. */
  #load(haste: number): void {
    this.#empty()
    const until = this.#areFew ? Number.POSITIVE_INFINITY : performance.now() + haste
    for (const id of this.#model.links.keys()) this.#ends.read(id)
    for (const id of this.#model.links.keys()) this.#put(id, this.#found(id, performance.now() > until))
    this.#follow()
  }
  #empty(): void {
    this.#loaded = this.#model.version
    this.#unread = null
    this.#callOff?.()
    this.#callOff = null
    this.#routes.clear()
    this.#boxes.clear()
    this.#seen.clear()
    this.#ends.clear()
    this.#router.clear()
    this.#lies.clear()
    this.#deferred.clear()
    for (const note of this.#notes.notes()) this.#lies.set(note.id, note)
  }
  #loadLater(): void {
    this.#empty()
    this.#unread = this.#model.links.keys()
    this.#callOff = whenIdle(this.#readOn, slice.within)
  }
  #readOn = (): void => {
    const until = performance.now() + slice.takes
    let next = this.#unread?.next()
    for (; next && !next.done; next = this.#unread?.next()) {
      // A link that changed meanwhile is read already.
      if (!this.#ends.has(next.value)) {
        this.#ends.read(next.value)
        this.#put(next.value, this.#found(next.value, true))
      }
      if (performance.now() > until) break
    }
    if (next && !next.done) {
      this.#callOff = whenIdle(this.#readOn, slice.within)
      return
    }
    this.#unread = null
    this.#callOff = null
    this.#router.clear()
    this.#tell([everywhere])
    this.#follow()
  }

  #changed(moved: ReadonlySet<string>, led: ReadonlySet<string>): void {
    // A lane that moves takes many notes along, a replay goes from one wall to another.
    if (moved.size > many || led.size > many) {
      if (this.#loaded === this.#model.version) return
      this.#load(patience.change)
      this.#tell([everywhere])
      return
    }
    // Its own first, then those that it may be in the way of.
    const must = new Set(led)
    const may = new Set<string>()
    for (const id of moved) this.#concerned(id, must, may)
    if (must.size === 0 && may.size === 0) return
    const all = this.#router.forget([...must, ...may])
    for (const id of must) this.#ends.read(id)
    for (const id of this.#router.forget(must)) all.add(id)
    if (this.#areFew) {
      this.#update(new Set([...must, ...all]))
      return
    }
    this.#update(must, this.#model.links.size > many ? 0 : performance.now() + patience.change)
    for (const id of all) if (!must.has(id) && this.#routes.has(id)) this.#deferred.putOff(id)
    this.#follow()
  }
  /** Collects the links that a changed note concerns, none if it did not move. */
  #concerned(noteId: string, must: Set<string>, may: Set<string>): void {
    const before = this.#lies.get(noteId)
    const now: Note | undefined = this.#ends.box(noteId)
    const moved =
      !before || !now || before.x !== now.x || before.y !== now.y || before.w !== now.w || before.h !== now.h
    if (now) this.#lies.set(noteId, now)
    else this.#lies.delete(noteId)
    if (!moved || (!before && !now)) return
    for (const id of this.of(noteId)) must.add(id)
    // Behind a note that has come it looks wrong at once; where one has gone it may wait.
    if (now) for (const id of this.#seen.within(expand(now, halo / 2))) must.add(id)
    if (before) for (const id of this.#seen.within(expand(before, halo / 2))) may.add(id)
  }

  get #areFew(): boolean {
    return this.#model.links.size <= this.#atOnce
  }
  #follow(): void {
    if (!this.#unread && this.#model.links.size <= mostFollowed) this.#deferred.wantAll()
  }

  /** Returns a link's route, or without time the one it had while its ends stay, else a direct one. */
  #found(id: string, hastily: boolean): Route | null {
    const link = this.#ends.link(id)
    const [from, to] = [link && this.#ends.box(link.from), link && this.#ends.box(link.to)]
    if (!link || !from || !to || from === to) return null
    if (hastily || this.#unread || this.#unseen(from, to)) {
      this.#deferred.putOff(id)
      const before = this.#routes.get(id)
      return before && spans(before, from, to) ? before : routeLink(from, to, link.sides)
    }
    this.#deferred.found(id)
    const route = this.#router.route(id)
    this.#router.takeSeen((link, seen) => this.#seen.put(link, seen))
    return route
  }
  #unseen(from: Box, to: Box): boolean {
    if (this.#region === undefined || this.#routes.size <= many) return false
    const box = around([from, to])
    return this.#region === null || box === null || !intersects(box, this.#region)
  }
  #put(id: string, route: Route | null): void {
    if (route) this.#routes.set(id, route)
    else this.#routes.delete(id)
    this.#boxes.put(id, route && expand(boxOfPoints(route.points), halo))
  }
  #update(ids: Iterable<string>, until = Number.POSITIVE_INFINITY): void {
    const areas: Box[] = []
    const changed: string[] = []
    for (const id of ids) {
      const before = this.#routes.get(id)
      const lay = this.#boxes.of(id)
      const route = this.#found(id, performance.now() > until)
      if (before && route && sameRoute(before, route)) continue
      this.#put(id, route)
      changed.push(id)
      for (const box of [lay, this.#boxes.of(id)]) if (box) areas.push(box)
    }
    if (changed.length) this.#tell(areas, changed)
  }
  #tell(areas: readonly Box[], ids: Iterable<string> = this.#ends.ids): void {
    this.#watchers.tell(ids)
    for (const listener of [...this.#listeners]) listener(areas)
  }
}

const none: ReadonlySet<string> = new Set()
