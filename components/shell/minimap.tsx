'use client'
import { type PointerEvent, useEffect, useRef } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import type { BoardState } from '#components/board/state/board-state.ts'
import { themeColour } from '#components/ui/preferences.ts'
import { useFrame } from '#components/workspace/frame-state.ts'
import { around, type Box, expand } from '#lib/geometry/box.ts'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { papers } from '#lib/notes/papers.ts'

/** CSS px. */
const size = { w: 208, h: 136 }

/** The whole wall, small, with the visible part. Dragging moves the camera. */
export function Minimap() {
  return useFrame().minimap ? <MinimapCanvas /> : null
}

function MinimapCanvas() {
  const board = useBoard()
  const canvas = useRef<HTMLCanvasElement>(null)
  const picture = useRef<MinimapPicture>(null)
  useEffect(() => {
    if (!canvas.current) return
    const made = new MinimapPicture(canvas.current, board)
    picture.current = made
    return () => made.destroy()
  }, [board])
  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    event.stopPropagation()
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId)
    else if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    if (!picture.current) return
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const { scale, x, y } = picture.current.projection
    const { viewport } = board
    const { w, h } = viewport.visible
    const centre = { x: (event.clientX - left) / scale + x, y: (event.clientY - top) / scale + y }
    viewport.set({ x: centre.x - w / 2, y: centre.y - h / 2, zoom: viewport.get().zoom })
  }
  return (
    <canvas
      ref={canvas}
      data-float
      aria-label="Minimap: drag to move over the wall"
      role="img"
      onPointerDown={go}
      onPointerMove={go}
      style={{ width: size.w, height: size.h }}
      className="absolute right-3 bottom-14 z-10 cursor-crosshair touch-none rounded-md border border-line bg-wall shadow-panel max-sm:hidden"
    />
  )
}

interface Projection {
  scale: number
  x: number
  y: number
}

/** Everything there is: all notes on the wall, and the lanes' heights. */
function extentOf({ model, index }: BoardState): Box | null {
  const lanes = model.lanes.at(-1)
  const boxes: Box[] = [...index.notes()]
  if (lanes) boxes.push({ x: 0, y: 0, w: 1, h: lanes.top + lanes.height })
  return around(boxes)
}

/** Maps board px to minimap px: all notes and the visible part fit. */
function projection(extent: Box | null, seen: Box): Projection {
  const all = expand(around(extent ? [extent, seen] : [seen]) ?? seen, 40)
  const scale = Math.min(size.w / all.w, size.h / all.h)
  return { scale, x: all.x - (size.w / scale - all.w) / 2, y: all.y - (size.h / scale - all.h) / 2 }
}

/** ms after a change until the notes are redrawn: a moving camera only copies the last drawing. */
const calm = 120

class MinimapPicture {
  readonly #canvas: HTMLCanvasElement
  readonly #board: BoardState
  readonly #notes = document.createElement('canvas')
  readonly #stops: (() => void)[]
  #extent: Box | null = null
  /** The projection of the last drawing. */
  #drawn: Projection | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #frame: number | null = null

  constructor(canvas: HTMLCanvasElement, board: BoardState) {
    this.#canvas = canvas
    this.#board = board
    const changed = () => this.#later()
    this.#stops = [
      board.model.subscribe(changed),
      board.index.subscribe(changed),
      board.viewport.subscribe(() => this.#soon()),
    ]
    this.#drawNotes()
  }
  get projection(): Projection {
    return projection(this.#extent, this.#board.viewport.visible)
  }
  destroy(): void {
    for (const stop of this.#stops) stop()
    if (this.#timer !== null) clearTimeout(this.#timer)
    if (this.#frame !== null) cancelAnimationFrame(this.#frame)
  }

  #later(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.#drawNotes()
    }, calm)
  }
  #soon(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null
      this.#draw()
    })
  }

  #drawNotes(): void {
    this.#extent = extentOf(this.#board)
    this.#drawn = this.projection
    const context = sized(this.#notes)
    if (context) drawNotes(context, this.#board, this.#drawn)
    this.#soon()
  }
  #draw(): void {
    const context = sized(this.#canvas)
    if (!context || !this.#drawn) return
    const now = this.projection
    const { scale, x, y } = this.#drawn
    if (now.scale !== scale || now.x !== x || now.y !== y) this.#later()
    place(context, now)
    context.drawImage(this.#notes, x, y, size.w / scale, size.h / scale)
    const seen = this.#board.viewport.visible
    context.strokeStyle = themeColour('ink-900')
    context.lineWidth = 1.5 / now.scale
    context.strokeRect(seen.x, seen.y, seen.w, seen.h)
  }
}

/** The canvas at the screen's resolution, empty. */
function sized(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  canvas.width = size.w * devicePixelRatio
  canvas.height = size.h * devicePixelRatio
  return canvas.getContext('2d')
}

function place(context: CanvasRenderingContext2D, { scale, x, y }: Projection): void {
  const px = devicePixelRatio * scale
  context.setTransform(px, 0, 0, px, -x * px, -y * px)
}

function drawNotes(context: CanvasRenderingContext2D, { model, index }: BoardState, shown: Projection): void {
  const { scale, x } = shown
  place(context, shown)
  for (const lane of model.lanes) {
    if (lane.actor !== 'customer') continue
    context.fillStyle = themeColour('wall-light')
    context.fillRect(x, lane.top, size.w / scale, lane.height)
  }
  const fills = new Map<string, Path2D>()
  const least = 1.5 / scale
  for (const note of index.notes()) {
    const { fill } = papers[note.colour ?? noteKind(note.kind).paper]
    const path = fills.get(fill) ?? new Path2D()
    fills.set(fill, path)
    path.rect(note.x, note.y, Math.max(note.w, least), Math.max(note.h, least))
  }
  for (const [fill, path] of fills) {
    context.fillStyle = fill
    context.fill(path)
  }
}
