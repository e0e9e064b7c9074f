'use client'
import './glimpses.css'
import { useLayoutEffect, useRef } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import type { BoardState } from '#components/board/state/board-state.ts'
import { useNight } from '#components/ui/night.ts'
import { type Replay, useReplay } from './replay-context.ts'

/** Px of a glimpse per px of the screen: a picture in passing needs no more. */
const fineness = 0.5

/** Quick pictures of moments that the board does not show yet, in its place. */
export function Glimpses() {
  const board = useBoard()
  const replay = useReplay()
  const night = useNight()
  const ref = useRef<HTMLCanvasElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: by night the ink is another.
  useLayoutEffect(() => (ref.current ? showGlimpses(ref.current, board, replay) : undefined), [board, replay, night])
  return <canvas ref={ref} aria-hidden className="glimpse" hidden />
}

/** Draws the recording's pictures on a canvas. Returns the function that stops it. */
function showGlimpses(canvas: HTMLCanvasElement, board: BoardState, { recording, looking }: Replay): () => void {
  const { viewport, drawn } = board
  const wall = canvas.closest<HTMLElement>('.wall')
  const context = canvas.getContext('bitmaprenderer')
  const ink = getComputedStyle(canvas).color
  recording.glance = () => {
    const { people, kinds } = looking.get()
    // Filters need the board, not a picture.
    if (!context || people.size + kinds.size > 0) return null
    const { x, y, zoom } = viewport.get()
    const { w, h } = viewport.size
    const scale = Math.min(1, fineness * devicePixelRatio)
    return w === 0
      ? null
      : { x, y, scale: zoom * scale, width: Math.ceil(w * scale), height: Math.ceil(h * scale), ink }
  }
  const place = () => {
    const glimpse = recording.glimpse.get()
    if (!glimpse) return
    const camera = viewport.get()
    const { x, y, scale } = glimpse.glance
    const by = camera.zoom / scale
    canvas.style.transform = `translate(${(x - camera.x) * camera.zoom}px,${(y - camera.y) * camera.zoom}px) scale(${by})`
  }
  const glimpsed = () => {
    const glimpse = recording.glimpse.get()
    canvas.hidden = glimpse === null
    wall?.toggleAttribute('data-glimpsed', glimpse !== null)
    if (!glimpse) return
    canvas.style.width = `${glimpse.glance.width}px`
    canvas.style.height = `${glimpse.glance.height}px`
    place()
    context?.transferFromImageBitmap(glimpse.bitmap)
    performance.measure('replay.seek', 'replay.asked')
  }
  /** Whether the shown moment is later than the last complete picture of the wall. */
  let due = false
  const arrive = () => {
    const { row } = recording.moment.get()
    if (!due || !drawn.get() || recording.shown.get().row !== row) return
    due = false
    // For the bench, and for looking into a slow replay.
    performance.measure(recording.glimpse.get()?.row === row ? 'replay.settled' : 'replay.seek', 'replay.asked')
    recording.glimpse.set(null)
  }
  const moved = () => {
    due = true
    arrive()
  }
  const stops = [
    viewport.subscribe(place),
    recording.glimpse.subscribe(glimpsed),
    recording.moment.subscribe(moved),
    drawn.subscribe(arrive),
  ]
  moved()
  return () => {
    for (const stop of stops) stop()
    recording.glance = () => null
    recording.glimpse.set(null)
    wall?.removeAttribute('data-glimpsed')
  }
}
