import { limits } from '../board/fields.ts'
import { around } from '../geometry/box.ts'
import { looksLikeCustomer } from '../method/customer-lane.ts'
import { type Band, type Found, isBand } from './bpmn-found.ts'
import type { Shape } from './bpmn-model.ts'
import type { BpmnReader } from './bpmn-reader.ts'

/** px of the wall; x and y are the upper left corner's. */
interface Place {
  x: number
  y: number
  size: [w: number, h: number]
}

/** A diagram's shapes are small for notes with marker-like writing: everything is this much larger on the wall. */
const enlarged = 1.5
const smallest = { w: 110, h: 64 }
const emptyLane = 200
/** px between the steps of a collapsed subprocess and what lies above and below them. */
const margin = 40
/** px from one note to the next, of those that no diagram shows. */
const pitch = 190

/** The bands that are the customer's by their own name, or that lie in something of the customer's in which no lane is. */
export function customersOf(bands: readonly Band[]): Set<Band> {
  const byName = bands.filter(band => looksLikeCustomer(band.name))
  const pools = new Set(byName.map(band => band.pool))
  const within = bands.filter(band => !pools.has(band.pool) && band.within.some(looksLikeCustomer))
  return new Set(bands.filter(band => byName.includes(band) || within.includes(band)))
}

const clamped = (value: number, [low, high]: readonly [number, number]) => Math.min(high, Math.max(low, value))
/** Turned on its side where the pool it lies in stands upright. */
const turned = (shape: Shape, pool: Shape | null): Shape =>
  (pool ?? shape).horizontal ? shape : { ...shape, x: shape.y, y: shape.x, horizontal: true }

/** Where bands and notes lie on the wall. */
export class Layout {
  /** From top to bottom: the customer's first. */
  readonly bands: readonly Band[]
  readonly heights = new Map<Band, number>()
  readonly #reader: BpmnReader
  readonly #scale: number
  readonly #tops = new Map<Band, number>()
  readonly #filled = new Map<Band, number>()
  readonly #places = new Map<Found, Place>()

  constructor(reader: BpmnReader, customers: ReadonlySet<Band>) {
    this.#reader = reader
    this.#scale = reader.file.isOurs ? 1 : enlarged
    const lanes = reader.bands.filter(band => !band.kept?.paper)
    const ranked = lanes.every(band => band.kept?.rank !== undefined)
    this.bands = ranked
      ? lanes.toSorted((a, b) => (a.kept?.rank ?? 0) - (b.kept?.rank ?? 0))
      : [...lanes.filter(band => customers.has(band)), ...lanes.filter(band => !customers.has(band))]
    const inside = reader.file.isOurs ? new Map<Found, Found[]>() : this.#collapsed()
    const hidden = new Set([...inside.values()].flat())
    let top = 0
    for (const band of this.bands) {
      this.#tops.set(band, top)
      const shape = band.shape && (band.shape.horizontal ? band.shape.h : band.shape.w)
      const base = Math.round(shape === null ? emptyLane : shape * this.#scale)
      const own = band.kept?.height ?? clamped(base, limits.laneHeight)
      for (const found of reader.notes.filter(one => one.band === band && !hidden.has(one)))
        this.#places.set(found, this.#place(found))
      const strips = this.#layStrips(band, own, inside)
      this.heights.set(band, clamped(own + strips, limits.laneHeight))
      top += own + strips
    }
    for (const found of reader.notes) if (!this.#places.has(found)) this.#places.set(found, this.#place(found))
  }

  placeOf = (found: Found): Place => this.#places.get(found) ?? this.#place(found)

  #shapeOf = ({ item }: Found): Shape | undefined =>
    isBand(item) ? undefined : this.#reader.file.shapes.get(item.id ?? '')

  /** Collapsed subprocesses, the outermost of each nest, with everything that lies in them. */
  #collapsed(): Map<Found, Found[]> {
    const { notes } = this.#reader
    const byItem = new Map(notes.map(found => [found.item, found]))
    const children = Map.groupBy(notes, found => found.parent)
    const known = new Map<Found, boolean>()
    const isCollapsed = (found: Found): boolean => {
      const before = known.get(found)
      if (before !== undefined) return before
      const closed = looksCollapsed(found)
      known.set(found, closed)
      return closed
    }
    const looksCollapsed = (found: Found): boolean => {
      const inner = children.get(found.item) ?? []
      const shape = this.#shapeOf(found)
      if (!shape || inner.length === 0) return false
      return shape.expanded === false || inner.some(one => (this.#shapeOf(one)?.plane ?? shape.plane) !== shape.plane)
    }
    const outermost = (found: Found): Found | null => {
      let closed: Found | null = null
      const seen = new Set<Found>()
      for (
        let up = found.parent && byItem.get(found.parent);
        up && !seen.has(up);
        up = up.parent && byItem.get(up.parent)
      ) {
        seen.add(up)
        if (isCollapsed(up)) closed = up
      }
      return closed
    }
    const inside = new Map<Found, Found[]>()
    for (const found of notes) {
      const closed = outermost(found)
      if (!closed) continue
      const steps = inside.get(closed) ?? []
      steps.push(found)
      inside.set(closed, steps)
    }
    return inside
  }

  /** Steps of collapsed subprocesses lie in strips below the lane's other notes; returns the strips' height. */
  #layStrips(band: Band, base: number, inside: ReadonlyMap<Found, Found[]>): number {
    let height = 0
    for (const [closed, steps] of inside) {
      if (closed.band !== band) continue
      const left = this.placeOf(closed).x
      const strip = (this.#tops.get(band) ?? 0) + base + height + margin
      // A plane is drawn from its own origin: those of one lie side by side.
      const planes = Map.groupBy(steps, step => this.#shapeOf(step)?.plane)
      let [x, tallest] = [left, smallest.h]
      for (const [plane, held] of planes) {
        const shapes = held.flatMap(step => this.#shapeOf(step) ?? [])
        const box = around(shapes)
        held.forEach((step, index) => {
          const shape = this.#shapeOf(step)
          const size = this.#sizeOf(step, shape)
          const at =
            plane === undefined || !shape || !box
              ? { x: x + index * pitch, y: strip }
              : { x: x + (shape.x - box.x) * enlarged, y: strip + (shape.y - box.y) * enlarged }
          this.#places.set(step, { x: Math.round(at.x), y: Math.round(at.y), size })
        })
        tallest = Math.max(tallest, (box?.h ?? 0) * enlarged)
        x += box ? box.w * enlarged + margin : held.length * pitch
      }
      height += Math.round(tallest) + 2 * margin
    }
    return height
  }

  #sizeOf(found: Found, shape: Shape | null | undefined): Place['size'] {
    const size = this.#reader.noteKeptOf(found.item)?.size
    if (size) return size
    const [w, h] = [(shape?.w ?? 0) * this.#scale, (shape?.h ?? 0) * this.#scale]
    if (this.#reader.file.isOurs && shape) return [clamped(w, limits.noteWidth), clamped(h, limits.noteHeight)]
    return [clamped(w, [smallest.w, limits.noteWidth[1]]), clamped(h, [smallest.h, limits.noteHeight[1]])]
  }

  /** A pool's note says itself in which of the pool's lanes it lies. */
  #topOf({ item }: Found, top: number): number {
    const lane = this.#reader.noteKeptOf(item)?.lane
    const said = this.#reader.bands.find(band => lane && band.kept?.id === lane)
    return lane === null ? 0 : ((said && this.#tops.get(said)) ?? top)
  }

  #place(found: Found): Place {
    const { band, item } = found
    const top = this.#tops.get(band) ?? 0
    const kept = this.#reader.noteKeptOf(item)
    const drawn = this.#shapeOf(found)
    const shape = drawn && turned(drawn, band.shape)
    const size = this.#sizeOf(found, shape)
    if (kept?.at) return { x: kept.at[0], y: this.#topOf(found, top) + kept.at[1], size }
    const from = band.shape && turned(band.shape, band.shape)
    const exact = band.kept?.top !== undefined || kept?.lane === null
    const place = this.#filled.get(band) ?? 0
    if (!shape) this.#filled.set(band, place + 1)
    const origin = exact ? { x: 0, y: kept?.lane === null ? top : (band.kept?.top ?? 0) } : (from ?? { x: 0, y: 0 })
    const centre = shape
      ? {
          x: (shape.x + shape.w / 2 - origin.x) * this.#scale,
          y: (shape.y + shape.h / 2 - origin.y) * this.#scale,
        }
      : { x: 120 + place * pitch, y: emptyLane / 2 }
    const at = { x: centre.x - size[0] / 2, y: top + centre.y - size[1] / 2 }
    if (exact && shape) {
      const { inset = kept?.size ? null : [0, 0] } = kept ?? {}
      if (!inset) return { ...at, size }
      return { x: shape.x - origin.x + inset[0], y: top + shape.y - origin.y + inset[1], size }
    }
    return { x: Math.round(at.x), y: Math.round(at.y), size }
  }
}
