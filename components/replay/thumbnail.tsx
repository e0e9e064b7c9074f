'use client'
import { useEffect, useRef } from 'react'
import { themeColour } from '#components/ui/preferences.ts'
import { clamp } from '#lib/geometry/box.ts'
import { pictureSize } from './recording.ts'
import { clockTime, useReplay } from './replay-context.ts'

/** CSS px: half of the picture's own size, for sharp screens. */
const shown = { w: pictureSize.width * 0.75, h: pictureSize.height * 0.75 }
/** Largest number of different pictures of a recording; a pointer is not more precise. */
const sampled = 120
/** ms that the pointer must rest before a picture is requested: going to a moment takes precedence. */
const rest = 80

/** The wall at the moment pointed at, small. */
export function Thumbnail({ row, left, within }: { row: number; left: number; within: number }) {
  const { recording, playback } = useReplay()
  const canvas = useRef<HTMLCanvasElement>(null)
  const every = Math.max(1, Math.floor(playback.columns.count / sampled))
  const sample = Math.min(playback.last, Math.round(row / every) * every)
  useEffect(() => {
    let current = true
    const colours = {
      paper: themeColour('wall'),
      customer: themeColour('wall-light'),
      pencil: themeColour('pencil'),
      ink: themeColour('wall-ink'),
    }
    const draw = () =>
      recording.picture(sample, colours).then(bitmap => {
        if (!current || !canvas.current) return
        canvas.current.getContext('2d')?.drawImage(bitmap, 0, 0)
        canvas.current.dataset.painted = 'true'
      })
    const timer = setTimeout(draw, rest)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [recording, sample])
  const at = playback.columns.at[Math.max(0, row)] ?? 0
  return (
    <div
      aria-hidden
      data-slot="moment-picture"
      className="-translate-x-1/2 pointer-events-none absolute bottom-full z-30 mb-1 rounded-md border border-line bg-paper-0 p-1 shadow-pop"
      style={{ left: clamp(left, shown.w / 2 + 8, within - shown.w / 2 - 8) }}
    >
      <canvas
        ref={canvas}
        width={pictureSize.width}
        height={pictureSize.height}
        style={{ width: shown.w, height: shown.h }}
        className="rounded-note"
      />
      <p className="pt-0.5 text-center text-ink-700 text-xs figures">{clockTime(at)}</p>
    </div>
  )
}
