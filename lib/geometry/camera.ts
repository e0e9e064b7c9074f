import { type Box, clamp, type Point } from './box.ts'

/** The visible part of the wall: the board point at the screen's top-left corner, and screen px per board px. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly zoom: number
}
export interface Size {
  readonly w: number
  readonly h: number
}
/** Screen px at the edges that panels cover. */
export interface Insets {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

const zoomRange = [0.05, 4] as const
export const clampZoom = (zoom: number): number => clamp(zoom, ...zoomRange)

export const toBoard = ({ x, y, zoom }: Camera, screen: Point): Point => ({
  x: screen.x / zoom + x,
  y: screen.y / zoom + y,
})
export const toScreen = ({ x, y, zoom }: Camera, board: Point): Point => ({
  x: (board.x - x) * zoom,
  y: (board.y - y) * zoom,
})

export const visibleBox = ({ x, y, zoom }: Camera, { w, h }: Size): Box => ({ x, y, w: w / zoom, h: h / zoom })

/** Returns the camera at another zoom; the board point under `screen` stays where it is. */
export function zoomAround(camera: Camera, screen: Point, zoom: number): Camera {
  const next = clampZoom(zoom)
  const fixed = toBoard(camera, screen)
  return { x: fixed.x - screen.x / next, y: fixed.y - screen.y / next, zoom: next }
}

/** Returns the camera that shows a whole box in the uncovered part of the screen, zoomed in at most to `nearest`. */
export function fitting(box: Box, size: Size, insets: Insets, padding: number, nearest: number): Camera {
  const w = Math.max(80, size.w - insets.left - insets.right - 2 * padding)
  const h = Math.max(80, size.h - insets.top - insets.bottom - 2 * padding)
  const zoom = clampZoom(Math.min(nearest, w / Math.max(1, box.w), h / Math.max(1, box.h)))
  return {
    x: box.x + box.w / 2 - (insets.left + padding + w / 2) / zoom,
    y: box.y + box.h / 2 - (insets.top + padding + h / 2) / zoom,
    zoom,
  }
}
