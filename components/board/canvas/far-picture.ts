import { type Box, expand, intersects } from '#lib/geometry/box.ts'
import { noteFont } from '../notes/measure.ts'
import type { BoardState } from '../state/board-state.ts'
import type { Culling } from './culling.ts'
import { asSeen, paintFading, paintFates } from './far-fate.ts'
import { paintStamps, type Stamped } from './far-marks.ts'
import { type PaintedLink, paintLinks, paintNotes } from './far-paint.ts'

/** Side of a tile, device px. */
const tileSide = 512
/** Most tiles kept: about 100 MB of pixels. */
const mostTiles = 96
/** ms of a frame that may go into new tiles; the rest of them come in the next frames. */
const budget = 7

interface Tile {
  canvas: HTMLCanvasElement
  box: Box
  stale: boolean
}
/** Tiles of one scale (device px per board px). */
interface Sheet {
  scale: number
  tiles: Map<string, Tile>
}

/**
 * The board as a picture: tiles drawn once per scale and put together at every frame, so that a move of the camera
 * costs a few copies whatever the size of the board. While zooming, the last sheet is stretched; the sharp one comes
 * when the camera rests.
 */
export class FarPicture {
  readonly #board: BoardState
  readonly #culling: Culling
  readonly #canvas: HTMLCanvasElement
  readonly #context: CanvasRenderingContext2D | null
  readonly #stops: (() => void)[]
  #sheet: Sheet = { scale: 1, tiles: new Map() }
  #former: Sheet | null = null
  #frame: number | null = null
  #lifted: ReadonlySet<string> = new Set()
  #ink = '#2b2013'
  #accent = '#1d4c63'

  constructor(board: BoardState, culling: Culling, canvas: HTMLCanvasElement) {
    this.#board = board
    this.#culling = culling
    this.#canvas = canvas
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
      board.viewport.onSettled(redraw),
      culling.subscribe(redraw),
      board.index.subscribe(stale),
      board.links.subscribe(stale),
      board.previews.subscribe(() => this.#lift()),
      board.selection.subscribe(redraw),
      noteFont.subscribe(everything),
      board.marks.subscribe(everything),
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

  /** Notes being dragged leave their tiles and are drawn on top at every frame. */
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

  #spoil(areas: readonly Box[]): void {
    for (const tile of this.#sheet.tiles.values())
      if (!tile.stale && areas.some(area => intersects(expand(area, 12), tile.box))) tile.stale = true
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
    const dpr = devicePixelRatio
    const [width, height] = [Math.round(viewport.size.w * dpr), Math.round(viewport.size.h * dpr)]
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width
      this.#canvas.height = height
      this.#canvas.style.width = `${viewport.size.w}px`
      this.#canvas.style.height = `${viewport.size.h}px`
    }
    const camera = viewport.get()
    const scale = camera.zoom * dpr
    this.#chooseSheet(scale, viewport.moving)
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, width, height)
    const complete = this.#compose(context, viewport.visible, scale)
    context.setTransform(scale, 0, 0, scale, -camera.x * scale, -camera.y * scale)
    this.#paintLifted(context, viewport.visible, scale)
    this.#paintSelection(context, viewport.visible, scale)
    if (complete) {
      this.#former = null
      this.#board.drawn.set(true)
    } else this.#soon()
  }

  #chooseSheet(scale: number, moving: boolean): void {
    const stretched = scale / this.#sheet.scale
    const fits = moving ? stretched > 0.5 && stretched < 2 : Math.abs(stretched - 1) < 1e-6
    if (fits) return
    if (this.#sheet.tiles.size) this.#former = this.#sheet
    this.#sheet = { scale, tiles: new Map() }
  }

  /** Puts the tiles in sight together, drawing what time allows; answers whether all were there. */
  #compose(context: CanvasRenderingContext2D, visible: Box, scale: number): boolean {
    const sheet = this.#sheet
    const started = performance.now()
    const missing: [string, number, number][] = []
    const ready: Tile[] = []
    for (const [key, tx, ty] of keysWithin(visible, sheet.scale)) {
      let tile = sheet.tiles.get(key)
      if ((!tile || tile.stale) && performance.now() - started < budget) {
        tile = this.#paintTile(sheet, key, tx, ty, tile?.canvas)
      }
      if (!tile || tile.stale) missing.push([key, tx, ty])
      if (!tile) continue
      sheet.tiles.delete(key)
      sheet.tiles.set(key, tile)
      ready.push(tile)
    }
    if (missing.length && this.#former)
      for (const tile of this.#former.tiles.values()) place(context, tile, visible, scale)
    for (const tile of ready) {
      if (this.#former && missing.length) clear(context, tile, visible, scale)
      place(context, tile, visible, scale)
    }
    for (const key of sheet.tiles.keys()) {
      if (sheet.tiles.size <= mostTiles) break
      sheet.tiles.delete(key)
    }
    return missing.length === 0
  }

  #paintTile(sheet: Sheet, key: string, tx: number, ty: number, reuse: HTMLCanvasElement | undefined): Tile {
    const side = tileSide / sheet.scale
    const box = { x: tx * side, y: ty * side, w: side, h: side }
    const canvas = reuse ?? document.createElement('canvas')
    canvas.width = tileSide
    canvas.height = tileSide
    const context = canvas.getContext('2d')
    if (context) {
      context.setTransform(sheet.scale, 0, 0, sheet.scale, -box.x * sheet.scale, -box.y * sheet.scale)
      this.#paintArea(context, expand(box, 16 + 4 / sheet.scale), sheet.scale)
    }
    const tile = { canvas, box, stale: false }
    sheet.tiles.set(key, tile)
    return tile
  }

  #paintArea(context: CanvasRenderingContext2D, area: Box, scale: number): void {
    const { model, index, links, marks, seen, fading } = this.#board
    const drawn: PaintedLink[] = []
    for (const id of links.within(area)) {
      const link = model.links.get(id)
      const route = links.route(id)
      if (link && route && !this.#lifted.has(link.from) && !this.#lifted.has(link.to)) drawn.push({ link, route })
    }
    paintLinks(context, drawn, scale, this.#ink)
    const notes = index.within(area).filter(note => !this.#lifted.has(note.id))
    paintNotes(
      context,
      notes.map(note => ({ note: asSeen(seen, note), box: note })),
      scale,
    )
    paintFates(context, notes, seen, scale, this.#accent)
    paintFading(context, notes, fading)
    const stamped: Stamped[] = []
    for (const note of notes) {
      const list = marks.of(note.id)
      if (list.length) stamped.push({ at: { x: note.x + note.w - 18, y: note.y + note.h - 4 }, marks: list })
    }
    for (const { link, route } of drawn) {
      const list = marks.of(link.id)
      if (list.length) stamped.push({ at: route.label, marks: list })
    }
    paintStamps(context, stamped, scale)
  }

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

function* keysWithin(visible: Box, scale: number): Generator<[string, number, number]> {
  const side = tileSide / scale
  const [left, top] = [Math.floor(visible.x / side), Math.floor(visible.y / side)]
  const [right, bottom] = [Math.floor((visible.x + visible.w) / side), Math.floor((visible.y + visible.h) / side)]
  for (let ty = top; ty <= bottom; ty++) for (let tx = left; tx <= right; tx++) yield [`${tx},${ty}`, tx, ty]
}

/** Where a tile goes, device px; on whole ones, and neighbours meet without a seam. */
function placeOf({ box }: Tile, visible: Box, scale: number): [number, number, number, number] {
  const x = Math.round((box.x - visible.x) * scale)
  const y = Math.round((box.y - visible.y) * scale)
  return [
    x,
    y,
    Math.round((box.x + box.w - visible.x) * scale) - x,
    Math.round((box.y + box.h - visible.y) * scale) - y,
  ]
}
const place = (context: CanvasRenderingContext2D, tile: Tile, visible: Box, scale: number) =>
  context.drawImage(tile.canvas, ...placeOf(tile, visible, scale))
const clear = (context: CanvasRenderingContext2D, tile: Tile, visible: Box, scale: number) =>
  context.clearRect(...placeOf(tile, visible, scale))
