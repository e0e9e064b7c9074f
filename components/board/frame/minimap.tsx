'use client'
import { type PointerEvent, useEffect, useRef } from 'react'
import { themeColour } from '#components/ui/preferences.ts'
import { around, type Box, expand } from '#lib/geometry/box.ts'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { papers } from '#lib/notes/papers.ts'
import { useBoard } from '../state/board-context.tsx'
import type { BoardState } from '../state/board-state.ts'
import { useFrame } from './frame-state.ts'

/** CSS px. */
const size = { w: 208, h: 136 }

/** The whole wall, small: where everything is and what part can be seen. Dragging on it moves there. */
export function Minimap() {
  const { minimap } = useFrame()
  return minimap ? <MinimapCanvas /> : null
}

function MinimapCanvas() {
  const board = useBoard()
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => (canvas.current ? keepDrawing(canvas.current, board) : undefined), [board])
  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    event.stopPropagation()
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId)
    else if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const { scale, x, y } = projection(board)
    const { viewport } = board
    const { w, h } = viewport.visible
    const centre = { x: (event.clientX - left) / scale + x, y: (event.clientY - top) / scale + y }
    viewport.set({ x: centre.x - w / 2, y: centre.y - h / 2, zoom: viewport.get().zoom })
  }
  return (
    <canvas
      ref={canvas}
      aria-label="Minimap: drag to move over the wall"
      role="img"
      onPointerDown={go}
      onPointerMove={go}
      style={{ width: size.w, height: size.h }}
      className="absolute right-3 bottom-3 z-10 cursor-crosshair touch-none rounded-md border border-line bg-wall shadow-panel max-sm:hidden"
    />
  )
}

/** Board px to minimap px: everything there is and everything that can be seen fits. */
function projection({ model, viewport }: BoardState): { scale: number; x: number; y: number } {
  const lanes = model.lanes.at(-1)
  const boxes: Box[] = [...model.notes.values(), viewport.visible]
  if (lanes) boxes.push({ x: 0, y: 0, w: 1, h: lanes.top + lanes.height })
  const all = expand(around(boxes) ?? viewport.visible, 40)
  const scale = Math.min(size.w / all.w, size.h / all.h)
  return { scale, x: all.x - (size.w / scale - all.w) / 2, y: all.y - (size.h / scale - all.h) / 2 }
}

function keepDrawing(canvas: HTMLCanvasElement, board: BoardState): () => void {
  let frame: number | null = null
  const wake = () => {
    frame ??= requestAnimationFrame(() => {
      frame = null
      draw(canvas, board)
    })
  }
  const stops = [board.model.subscribe(wake), board.viewport.subscribe(wake)]
  wake()
  return () => {
    for (const stop of stops) stop()
    if (frame !== null) cancelAnimationFrame(frame)
  }
}

function draw(canvas: HTMLCanvasElement, board: BoardState): void {
  const ratio = devicePixelRatio
  if (canvas.width !== size.w * ratio) {
    canvas.width = size.w * ratio
    canvas.height = size.h * ratio
  }
  const context = canvas.getContext('2d')
  if (!context) return
  const { scale, x, y } = projection(board)
  context.setTransform(ratio * scale, 0, 0, ratio * scale, -x * ratio * scale, -y * ratio * scale)
  context.clearRect(x, y, size.w / scale, size.h / scale)
  for (const lane of board.model.lanes) {
    if (lane.actor !== 'customer') continue
    context.fillStyle = themeColour('wall-light')
    context.fillRect(x, lane.top, size.w / scale, lane.height)
  }
  const fills = new Map<string, Path2D>()
  const least = 1.5 / scale
  for (const note of board.model.notes.values()) {
    if (note.place !== 'wall') continue
    const { fill } = papers[note.colour ?? noteKind(note.kind).paper]
    const path = fills.get(fill) ?? new Path2D()
    fills.set(fill, path)
    path.rect(note.x, note.y, Math.max(note.w, least), Math.max(note.h, least))
  }
  for (const [fill, path] of fills) {
    context.fillStyle = fill
    context.fill(path)
  }
  const seen = board.viewport.visible
  context.strokeStyle = themeColour('ink-900')
  context.lineWidth = 1.5 / scale
  context.strokeRect(seen.x, seen.y, seen.w, seen.h)
}
