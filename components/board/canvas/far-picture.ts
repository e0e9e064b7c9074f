import { type Box, expand, intersects } from '#lib/geometry/box.ts'
import type { Camera, Size } from '#lib/geometry/camera.ts'
import { noteFont } from '../notes/measure.ts'
import type { BoardState } from '../state/board-state.ts'
import type { Culling } from './culling.ts'
import { paintArea } from './far-area.ts'
import { hasLetters } from './far-marks.ts'
import { type PaintedLink, paintLinks, paintNotes } from './far-paint.ts'
import {
  clear,
  emptySheet,
  keep,
  mend,
  type PictureTile,
  place,
  placesWithin,
  spoil,
  type TileSheet,
  tileAt,
} from './far-tiles.ts'

/**
 * ms of a frame for painting tiles: normally, during a zoom, and for the very first; the remaining tiles follow in the
 * next frames.
 */
const budget = { frame: 7, zooming: 2, first: 40 }
/** How far a sheet is shrunk and stretched during a zoom: shrinking shows more of its tiles, stretching fewer. */
const stretch = { least: 0.5, most: 4 }

/**
 * The board as a picture: tiles drawn once per scale and composed at every frame, so that a camera move costs a few
 * copies whatever the size of the board. During a zoom the last sheet is stretched; the sharp one comes when the camera
 * rests.
 */
export class FarPicture {
  readonly #board: BoardState
  readonly #culling: Culling
  readonly #canvas: HTMLCanvasElement
  readonly #context: CanvasRenderingContext2D | null
  readonly #stops: (() => void)[]
  #sheet: TileSheet = emptySheet(1)
  #former: TileSheet | null = null
  /** What the canvas shows, if complete and without overlays: then only changed tiles are copied. */
  #shown: { camera: Camera; sheet: TileSheet; width: number; height: number } | null = null
  #frame: number | null = null
  /** The zoom at which the camera rested last. */
  #zoom: number
  #lifted: ReadonlySet<string> = new Set()
  /** The colours of the stamps that each entity had last. */
  readonly #stamped = new Map<string, string>()
  #ink = '#2b2013'
  #accent = '#1d4c63'

  constructor(board: BoardState, culling: Culling, canvas: HTMLCanvasElement) {
    this.#board = board
    this.#culling = culling
    this.#canvas = canvas
    this.#zoom = board.viewport.get().zoom
    this.#context = canvas.getContext('2d')
    const redraw = () => this.#soon()
    const stale = (areas: readonly Box[]) => {
      this.#spoil(areas)
      this.#soon()
    }
    const night = matchMedia('(prefers-color-scheme: dark)')
    const everything = () => stale([{ x: -1e9, y: -1e9, w: 2e9, h: 2e9 }])
    const recolour = () => {
      this.#readColours()
      everything()
    }
    const observer = new MutationObserver(recolour)
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    night.addEventListener('change', recolour)
    this.#readColours()
    this.#stops = [
      () => observer.disconnect(),
      () => night.removeEventListener('change', recolour),
      board.viewport.subscribe(redraw),
      board.viewport.onSettled(() => {
        this.#zoom = board.viewport.get().zoom
        redraw()
      }),
      culling.subscribe(redraw),
      board.index.subscribe(stale),
      board.links.subscribe(stale),
      board.previews.subscribe(() => this.#lift()),
      board.selection.subscribe(redraw),
      noteFont.subscribe(everything),
      board.marks.subscribe(ids => this.#stamp(ids)),
      board.seen.subscribe(everything),
      board.fading.subscribe(everything),
    ]
    this.#soon()
  }

  destroy(): void {
    for (const stop of this.#stops) stop()
    if (this.#frame !== null) cancelAnimationFrame(this.#frame)
  }

  #readColours(): void {
    const style = getComputedStyle(this.#canvas)
    this.#ink = style.color
    this.#accent = style.accentColor
  }

  /** Removes dragged notes from their tiles; they are drawn on top at every frame. */
  #lift(): void {
    const { own, others } = this.#board.previews
    const now = new Set([...own.keys(), ...others.keys()])
    const changed = [...now].filter(id => !this.#lifted.has(id)).concat([...this.#lifted].filter(id => !now.has(id)))
    this.#lifted = now
    const areas: Box[] = []
    for (const id of changed) {
      const note = this.#board.model.notes.get(id)
      if (note) areas.push(note)
      for (const link of this.#board.links.of(id)) {
        const points = this.#board.links.route(link)?.points ?? []
        areas.push(...points.map(point => expand({ ...point, w: 0, h: 0 }, 30)))
      }
    }
    if (areas.length) this.#spoil(areas)
    this.#soon()
  }

  /** Updates changed stamps; changed letters alone are invisible from afar. */
  #stamp(ids: ReadonlySet<string>): void {
    const { model, links, marks } = this.#board
    const lettered = hasLetters(this.#sheet.scale)
    const areas: Box[] = []
    for (const id of ids) {
      const colours = marks
        .of(id)
        .map(mark => mark.paper)
        .join()
      if (!lettered && this.#stamped.get(id) === colours) continue
      this.#stamped.set(id, colours)
      const note = model.notes.get(id)
      const at = links.route(id)?.label
      if (note) areas.push(note)
      else if (at) areas.push({ ...at, w: 1, h: 1 })
    }
    if (areas.length === 0) return
    this.#spoil(areas)
    this.#soon()
  }

  #spoil(areas: readonly Box[]): void {
    spoil(this.#sheet, areas)
    this.#former = null
  }

  #soon(): void {
    this.#board.drawn.set(false)
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null
      this.#draw()
    })
  }

  #draw(): void {
    const { viewport } = this.#board
    const needed = this.#culling.needsPicture
    this.#canvas.style.visibility = needed ? 'visible' : 'hidden'
    const context = this.#context
    if (!needed || !context) {
      this.#board.drawn.set(true)
      return
    }
    const { width, height } = sizeTo(this.#canvas, viewport.size)
    const camera = viewport.get()
    const scale = camera.zoom * devicePixelRatio
    this.#chooseSheet(scale, viewport.moving)
    const { selection } = this.#board
    const bare = this.#lifted.size === 0 && selection.get().notes.size === 0 && selection.get().links.size === 0
    const still =
      this.#shown?.camera === camera &&
      this.#shown.sheet === this.#sheet &&
      this.#shown.width === width &&
      this.#shown.height === height
    const { ready, mended, complete } = this.#ready(viewport.visible)
    context.setTransform(1, 0, 0, 1, 0, 0)
    if (bare && still)
      for (const tile of mended) {
        clear(context, tile, viewport.visible, scale)
        place(context, tile, viewport.visible, scale)
      }
    else {
      context.clearRect(0, 0, width, height)
      this.#compose(context, complete ? null : this.#former, ready, scale)
      context.setTransform(scale, 0, 0, scale, -camera.x * scale, -camera.y * scale)
      this.#paintLifted(context, viewport.visible, scale)
      this.#paintSelection(context, viewport.visible, scale)
    }
    this.#shown = bare && (still || complete) ? { camera, sheet: this.#sheet, width, height } : null
    if (complete) {
      this.#former = null
      this.#board.drawn.set(true)
    } else this.#soon()
  }

  #chooseSheet(scale: number, moving: boolean): void {
    const stretched = scale / this.#sheet.scale
    const fits = moving ? stretched > stretch.least && stretched < stretch.most : Math.abs(stretched - 1) < 1e-6
    if (fits) return
    if (this.#sheet.tiles.size) this.#former = this.#sheet
    this.#sheet = emptySheet(scale)
  }

  /**
   * Returns the visible tiles, painted as far as time allows; which of them were repainted now, and whether all are up
   * to date.
   */
  #ready(visible: Box): { ready: PictureTile[]; mended: PictureTile[]; complete: boolean } {
    const sheet = this.#sheet
    const { viewport } = this.#board
    const mostly = viewport.moving && viewport.get().zoom !== this.#zoom ? budget.zooming : budget.frame
    const until = performance.now() + (sheet.tiles.size > 0 || this.#former ? mostly : budget.first)
    const ready: PictureTile[] = []
    const mended: PictureTile[] = []
    let complete = true
    for (const at of placesWithin(visible, sheet.scale)) {
      const late = performance.now() > until
      if (late && !sheet.tiles.has(at.key)) {
        complete = false
        continue
      }
      const tile = tileAt(sheet, at)
      if (tile.spoiled.length > 0 && late) complete = false
      else if (tile.spoiled.length > 0) {
        mend(tile, sheet.scale, this.#paintArea)
        mended.push(tile)
      }
      keep(sheet, at, tile)
      ready.push(tile)
    }
    return { ready, mended, complete }
  }

  /** Composes tiles, over those of the previous sheet where some are missing. */
  #compose(
    context: CanvasRenderingContext2D,
    former: TileSheet | null,
    ready: readonly PictureTile[],
    scale: number,
  ): void {
    const { visible } = this.#board.viewport
    for (const tile of former?.tiles.values() ?? []) place(context, tile, visible, scale)
    for (const tile of ready) {
      if (former) clear(context, tile, visible, scale)
      place(context, tile, visible, scale)
    }
  }

  #paintArea = (context: CanvasRenderingContext2D, area: Box): void =>
    paintArea(context, this.#board, area, this.#sheet.scale, {
      without: this.#lifted,
      ink: this.#ink,
      accent: this.#accent,
    })

  #paintLifted(context: CanvasRenderingContext2D, visible: Box, scale: number): void {
    if (this.#lifted.size === 0) return
    const { model, links, previews } = this.#board
    const drawn: PaintedLink[] = []
    const linkIds = new Set<string>()
    for (const id of this.#lifted) for (const link of links.of(id)) linkIds.add(link)
    for (const id of linkIds) {
      const link = model.links.get(id)
      const route = link && links.shownRoute(link, previews)
      if (link && route) drawn.push({ link, route })
    }
    paintLinks(context, drawn, scale, this.#ink)
    const notes = [...this.#lifted].flatMap(id => {
      const note = model.notes.get(id)
      const box = note && previews.boxOf(note)
      return note && box && intersects(box, visible) ? [{ note, box }] : []
    })
    paintNotes(context, notes, scale)
  }

  #paintSelection(context: CanvasRenderingContext2D, visible: Box, scale: number): void {
    const { model, selection, previews, links } = this.#board
    context.strokeStyle = this.#accent
    context.lineWidth = Math.max(2.5, 2.2 / scale)
    const gap = Math.max(3, 2 / scale)
    context.beginPath()
    for (const id of selection.get().notes) {
      const note = model.notes.get(id)
      if (!note) continue
      const box = expand(previews.boxOf(note), gap)
      if (intersects(box, visible)) context.rect(box.x, box.y, box.w, box.h)
    }
    for (const id of selection.get().links)
      for (const [at, point] of (links.route(id)?.points ?? []).entries())
        if (at === 0) context.moveTo(point.x, point.y)
        else context.lineTo(point.x, point.y)
    context.stroke()
  }
}

/** Sets the canvas's size, in device px. */
function sizeTo(canvas: HTMLCanvasElement, { w, h }: Size): { width: number; height: number } {
  const [width, height] = [Math.round(w * devicePixelRatio), Math.round(h * devicePixelRatio)]
  if (canvas.width !== width || canvas.height !== height) {
    Object.assign(canvas, { width, height })
    Object.assign(canvas.style, { width: `${w}px`, height: `${h}px` })
  }
  return { width, height }
}
