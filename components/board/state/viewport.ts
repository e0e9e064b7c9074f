import type { Box, Point } from '#lib/geometry/box.ts'
import {
  type Camera,
  clampZoom,
  fitting,
  type Insets,
  type Size,
  toBoard,
  toScreen,
  visibleBox,
  zoomAround,
} from '#lib/geometry/camera.ts'

/** ms without movement after which the camera counts as resting. */
const settleAfter = 140
const noInsets: Insets = { top: 0, right: 0, bottom: 0, left: 0 }

/** Whether this person prefers that nothing moves by itself. */
export const reducedMotion = (): boolean =>
  typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches

/**
 * The camera and the wall's size on screen, outside React: moving it renders no component. Screen points are px from
 * the wall's own top-left corner.
 */
export class Viewport {
  #camera: Camera = { x: -80, y: -80, zoom: 1 }
  #size: Size = { w: 0, h: 0 }
  #insets: Insets = noInsets
  #moving = false
  #timer: ReturnType<typeof setTimeout> | null = null
  #animation: number | null = null
  #goal: Camera | null = null
  readonly #listeners = new Set<() => void>()
  readonly #settled = new Set<() => void>()

  get = (): Camera => this.#camera
  /** Where it is, or is on its way to: a second step of the zoom begins where the first will end. */
  get goal(): Camera {
    return this.#goal ?? this.#camera
  }
  get size(): Size {
    return this.#size
  }
  /** Whether the camera moved in the last moment. */
  get moving(): boolean {
    return this.#moving
  }
  get visible(): Box {
    return visibleBox(this.#camera, this.#size)
  }
  /** The middle of the visible part, board px. */
  get middle(): Point {
    const { w, h } = this.#size
    const { top, right, bottom, left } = this.#insets
    return this.toBoard({ x: (left + w - right) / 2, y: (top + h - bottom) / 2 })
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  /** Calls the listener when the camera rests. */
  onSettled(listener: () => void): () => void {
    this.#settled.add(listener)
    return () => this.#settled.delete(listener)
  }

  toBoard = (screen: Point): Point => toBoard(this.#camera, screen)
  toScreen = (board: Point): Point => toScreen(this.#camera, board)

  resize(size: Size): void {
    if (size.w === this.#size.w && size.h === this.#size.h) return
    this.#size = size
    this.#changed()
  }
  /** Sets which edges panels cover, so that fitting avoids them. */
  setInsets(insets: Partial<Insets>): void {
    this.#insets = { ...this.#insets, ...insets }
    this.#changed()
  }
  get insets(): Insets {
    return this.#insets
  }

  set(camera: Camera): void {
    this.stop()
    this.#put(camera)
  }
  /** Moves by screen px. */
  panBy(dx: number, dy: number): void {
    const { x, y, zoom } = this.#camera
    this.set({ x: x + dx / zoom, y: y + dy / zoom, zoom })
  }
  zoomAt(screen: Point, zoom: number): void {
    this.set(zoomAround(this.#camera, screen, zoom))
  }
  cameraFor(box: Box, nearest = 1.5, padding = 48): Camera {
    return fitting(box, this.#size, this.#insets, padding, nearest)
  }
  /** Makes the smallest move that brings a box into view; none if it is visible already. */
  reveal(box: Box, margin = 40): void {
    const { x, y, zoom } = this.#camera
    const { top, right, bottom, left } = this.#insets
    const from = { x: x + (left + margin) / zoom, y: y + (top + margin) / zoom }
    const to = { x: x + (this.#size.w - right - margin) / zoom, y: y + (this.#size.h - bottom - margin) / zoom }
    const shift = (low: number, high: number, min: number, max: number) =>
      low < min ? low - min : high > max ? Math.min(high - max, low - min) : 0
    const dx = shift(box.x, box.x + box.w, from.x, to.x)
    const dy = shift(box.y, box.y + box.h, from.y, to.y)
    if (dx !== 0 || dy !== 0) this.animateTo({ x: x + dx, y: y + dy, zoom })
  }

  /** Animates to a camera in ms; jumps for people who prefer reduced motion. */
  animateTo(target: Camera, ms = 180): void {
    this.stop()
    if (ms <= 0 || reducedMotion() || typeof requestAnimationFrame !== 'function') {
      this.#put(target)
      return
    }
    const from = this.#camera
    const to = { ...target, zoom: clampZoom(target.zoom) }
    this.#goal = to
    const start = performance.now()
    const step = (now: number) => {
      const done = Math.min(1, Math.max(0, (now - start) / ms))
      const eased = 1 - (1 - done) ** 3
      const zoom = from.zoom * (to.zoom / from.zoom) ** eased
      // Positions follow the zoom's own progress, so that the path is straight on screen.
      const share = from.zoom === to.zoom ? eased : (1 / zoom - 1 / from.zoom) / (1 / to.zoom - 1 / from.zoom)
      this.#put({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share, zoom })
      this.#animation = done < 1 ? requestAnimationFrame(step) : null
      if (done === 1) this.#goal = null
    }
    this.#animation = requestAnimationFrame(step)
  }
  /** Ends an animation at its present state. */
  stop(): void {
    if (this.#animation !== null) cancelAnimationFrame(this.#animation)
    this.#animation = null
    this.#goal = null
  }

  #put(camera: Camera): void {
    this.#camera = { x: camera.x, y: camera.y, zoom: clampZoom(camera.zoom) }
    this.#changed()
  }
  #changed(): void {
    this.#moving = true
    for (const listener of [...this.#listeners]) listener()
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#moving = false
      for (const listener of [...this.#settled]) listener()
    }, settleAfter)
  }
}
