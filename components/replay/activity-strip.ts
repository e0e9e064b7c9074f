import { inkByNight, personColour } from '#lib/people/colour.ts'
import { activityOf } from '#lib/replay/playing-time.ts'
import type { Playback } from './playback.ts'

/** CSS px of one bar and the gap after it. */
const bar = 3
const gap = 1

/** What nobody did. */
const grey = '#8a7a63'

/** Ink of each actor of the recording, by day or by night. */
export const stripColours = (actors: readonly (string | null)[], night: boolean): string[] =>
  actors.map(actor => (actor === null ? grey : personColour(actor))).map(ink => (night ? inkByNight(ink) : ink))

interface Strip {
  playback: Playback
  colours: readonly string[]
  /** Whose bars stand out; empty: everybody's. */
  people: ReadonlySet<string>
  /** CSS px. */
  width: number
  height: number
}

/**
 * Draws how much each person did over time: bars in their colours, stacked. Heights grow as the square root, so that
 * little activity is visible too.
 */
export function paintStrip(canvas: HTMLCanvasElement, { playback, colours, people, width, height }: Strip): void {
  const ratio = devicePixelRatio
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round(height * ratio)
  const context = canvas.getContext('2d')
  if (!context) return
  const parts = Math.max(1, Math.floor(width / (bar + gap)))
  const { columns, time } = playback
  const counts = activityOf(time, columns, columns.actors.length, parts)
  const totals = Array.from({ length: parts }, (_, part) => counts.reduce((sum, each) => sum + (each[part] ?? 0), 0))
  const most = Math.sqrt(Math.max(1, ...totals))
  context.scale(ratio, ratio)
  for (let part = 0; part < parts; part += 1) {
    const total = totals[part] ?? 0
    if (total === 0) continue
    const tall = Math.max(3, (Math.sqrt(total) / most) * (height - 4))
    let y = height
    for (const [actor, each] of counts.entries()) {
      const share = ((each[part] ?? 0) / total) * tall
      if (share === 0) continue
      const id = columns.actors[actor] ?? ''
      context.globalAlpha = people.size === 0 || people.has(id) ? 1 : 0.18
      context.fillStyle = colours[actor] ?? grey
      context.fillRect((part * width) / parts, y - share, bar, share)
      y -= share
    }
  }
}
