'use client'
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useNight } from '#components/ui/night.ts'
import { clamp } from '#lib/geometry/box.ts'
import { paintStrip, stripColours } from './activity-strip.ts'
import { MarkFlags } from './mark-flags.tsx'
import { clockTime, useLooking, usePlayback, useReplay } from './replay-context.ts'
import { sliderKey } from './replay-keys.ts'
import { Thumbnail } from './thumbnail.tsx'

/** CSS px from the track's ends to the slider's. */
const inset = 12

/** The whole time at a glance: who did how much when, the marks, and where we are. Dragging goes there. */
export function Timeline() {
  const { playback } = useReplay()
  const { row, skip } = usePlayback()
  const track = useRef<HTMLDivElement>(null)
  const [pointed, setPointed] = useState<number | null>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = track.current
    if (!element) return
    const resized = new ResizeObserver(() => setWidth(element.clientWidth))
    resized.observe(element)
    return () => resized.disconnect()
  }, [])
  const shareAt = (clientX: number) => {
    const box = track.current?.getBoundingClientRect()
    return box ? clamp((clientX - box.left) / box.width, 0, 1) : 0
  }
  const down = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    playback.pause()
    playback.hold(true)
    playback.scrub(shareAt(event.clientX))
    point(event, true)
  }
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const share = shareAt(event.clientX)
    const dragging = event.currentTarget.hasPointerCapture(event.pointerId)
    point(event, dragging)
    if (dragging) playback.scrub(share)
  }
  // The wall itself shows the moment that is dragged to; on a small screen under a finger the whole of it helps.
  const point = (event: PointerEvent, dragging: boolean) =>
    setPointed(dragging && event.pointerType !== 'touch' ? null : shareAt(event.clientX))
  const up = (event: PointerEvent<HTMLDivElement>) => {
    playback.hold(false)
    if (event.pointerType === 'touch') setPointed(null)
  }
  const keys = (event: KeyboardEvent) => {
    if (sliderKey(playback, event.key)) event.preventDefault()
  }
  const share = playback.shareOf(row)
  const at = playback.columns.at[Math.max(0, row)] ?? 0
  return (
    <div className="relative pt-6 pb-1.5" style={{ paddingInline: inset }}>
      <MarkFlags />
      <div
        ref={track}
        role="slider"
        tabIndex={0}
        aria-label="Time"
        aria-valuemin={0}
        aria-valuemax={playback.columns.count}
        aria-valuenow={row + 1}
        aria-valuetext={
          row < 0 ? 'Before anything happened' : `${clockTime(at)}, step ${row + 1} of ${playback.columns.count}`
        }
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={up}
        onPointerLeave={() => setPointed(null)}
        onKeyDown={keys}
        className="relative h-11 cursor-pointer touch-none rounded-sm bg-paper-100"
      >
        {width > 0 && <Strip width={width} skip={skip} />}
        <span
          aria-hidden
          className="-translate-x-1/2 pointer-events-none absolute inset-y-[-5px] w-0.5 rounded-full bg-accent"
          style={{ left: `${share * 100}%` }}
        >
          <span className="-left-[5px] -top-1 absolute size-3 rounded-full bg-accent" />
        </span>
      </div>
      {pointed !== null && width > 0 && (
        <Thumbnail row={playback.rowAtShare(pointed)} left={inset + pointed * width} within={width + 2 * inset} />
      )}
    </div>
  )
}

/** Height in CSS px; the track's. */
const stripHeight = 44

function Strip({ width, skip }: { width: number; skip: boolean }) {
  const { playback } = useReplay()
  const { people } = useLooking()
  const canvas = useRef<HTMLCanvasElement>(null)
  const night = useNight()
  const colours = useMemo(() => stripColours(playback.columns.actors, night), [playback, night])
  // biome-ignore lint/correctness/useExhaustiveDependencies: skipping silence makes another axis.
  useEffect(() => {
    if (canvas.current) paintStrip(canvas.current, { playback, colours, people, width, height: stripHeight })
  }, [playback, colours, people, width, skip])
  return (
    <canvas ref={canvas} aria-hidden style={{ width, height: stripHeight }} className="absolute inset-0 rounded-sm" />
  )
}
