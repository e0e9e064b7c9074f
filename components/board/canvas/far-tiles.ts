import { around, type Box, expand, intersects } from '#lib/geometry/box.ts'

/** Side of a tile, device px: small enough that one with a thousand notes is painted within a frame. */
const tileSide = 256
/** Largest number of tiles: about 100 MB of pixels. */
const mostTiles = 384
/** Areas of a tile that are repainted one by one; with more, the whole tile is. */
const mostSpoiled = 6

export interface PictureTile {
  readonly canvas: HTMLCanvasElement
  /** The part of the board that it shows. */
  readonly box: Box
  /** Areas of it that are out of date. */
  spoiled: readonly Box[]
}

/** Tiles of one scale (device px per board px). */
export interface TileSheet {
  readonly scale: number
  readonly tiles: Map<string, PictureTile>
}

export const emptySheet = (scale: number): TileSheet => ({ scale, tiles: new Map() })

/** Board px that shadows, strokes, stamps and labels reach beyond the boxes of notes and links. */
const bleed = (scale: number): number => Math.max(16 + 12 / scale, scale > 0.28 ? 190 : 0)

/** Marks areas of the board as out of date, and nothing else. */
export function spoil({ scale, tiles }: TileSheet, areas: readonly Box[]): void {
  const reach = bleed(scale)
  const wide = areas.map(area => expand(area, reach))
  for (const tile of tiles.values()) {
    if (isWhollySpoiled(tile)) continue
    for (const area of wide) {
      if (!intersects(area, tile.box)) continue
      tile.spoiled = withArea(tile.spoiled, area)
      if (tile.spoiled.length > mostSpoiled) {
        tile.spoiled = [tile.box]
        break
      }
    }
  }
}
/** Merges overlapping areas: a note's old and new position, and its links. */
function withArea(areas: readonly Box[], area: Box): readonly Box[] {
  const near = areas.find(one => intersects(one, area))
  const both = near && around([near, area])
  return both ? [...areas.filter(one => one !== near), both] : [...areas, area]
}
const isWhollySpoiled = ({ spoiled, box }: PictureTile) => spoiled.length === 1 && spoiled[0] === box

/** Returns the tile at a position of a sheet; a new one is completely unpainted. */
export function tileAt({ scale, tiles }: TileSheet, { key, tx, ty }: TilePlace): PictureTile {
  const known = tiles.get(key)
  if (known) return known
  const side = tileSide / scale
  const box = { x: tx * side, y: ty * side, w: side, h: side }
  const canvas = document.createElement('canvas')
  canvas.width = tileSide
  canvas.height = tileSide
  const tile = { canvas, box, spoiled: [box] }
  tiles.set(key, tile)
  return tile
}

/** Marks a tile as used last, and drops tiles that were not visible for longest. */
export function keep({ tiles }: TileSheet, { key }: TilePlace, tile: PictureTile): void {
  tiles.delete(key)
  tiles.set(key, tile)
  for (const old of tiles.keys()) {
    if (tiles.size <= mostTiles) break
    tiles.delete(old)
  }
}

/** Repaints the outdated areas of a tile, on whole px; `paint` draws an area of the board, and may draw beyond it. */
export function mend(
  tile: PictureTile,
  scale: number,
  paint: (context: CanvasRenderingContext2D, area: Box) => void,
): void {
  const context = tile.canvas.getContext('2d')
  const { box, spoiled } = tile
  tile.spoiled = []
  if (!context) return
  for (const area of spoiled) {
    const left = Math.max(0, Math.floor((area.x - box.x) * scale))
    const top = Math.max(0, Math.floor((area.y - box.y) * scale))
    const w = Math.min(tileSide, Math.ceil((area.x + area.w - box.x) * scale)) - left
    const h = Math.min(tileSide, Math.ceil((area.y + area.h - box.y) * scale)) - top
    if (w <= 0 || h <= 0) continue
    context.save()
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.beginPath()
    context.rect(left, top, w, h)
    context.clip()
    context.clearRect(left, top, w, h)
    context.setTransform(scale, 0, 0, scale, -box.x * scale, -box.y * scale)
    const painted = { x: box.x + left / scale, y: box.y + top / scale, w: w / scale, h: h / scale }
    paint(context, expand(painted, bleed(scale)))
    context.restore()
  }
}

export interface TilePlace {
  key: string
  tx: number
  ty: number
}

export function* placesWithin(visible: Box, scale: number): Generator<TilePlace> {
  const side = tileSide / scale
  const [left, top] = [Math.floor(visible.x / side), Math.floor(visible.y / side)]
  const [right, bottom] = [Math.floor((visible.x + visible.w) / side), Math.floor((visible.y + visible.h) / side)]
  for (let ty = top; ty <= bottom; ty++) for (let tx = left; tx <= right; tx++) yield { key: `${tx},${ty}`, tx, ty }
}

/** Returns the position of a tile, in whole device px, so that neighbours meet without a seam. */
function placeOf({ box }: PictureTile, visible: Box, scale: number): [number, number, number, number] {
  const x = Math.round((box.x - visible.x) * scale)
  const y = Math.round((box.y - visible.y) * scale)
  return [
    x,
    y,
    Math.round((box.x + box.w - visible.x) * scale) - x,
    Math.round((box.y + box.h - visible.y) * scale) - y,
  ]
}
export const place = (context: CanvasRenderingContext2D, tile: PictureTile, visible: Box, scale: number): void =>
  context.drawImage(tile.canvas, ...placeOf(tile, visible, scale))
export const clear = (context: CanvasRenderingContext2D, tile: PictureTile, visible: Box, scale: number): void =>
  context.clearRect(...placeOf(tile, visible, scale))
