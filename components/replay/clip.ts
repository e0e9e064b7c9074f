import { paintLinks, paintNotes } from '#components/board/canvas/far-paint.ts'
import { noteFont } from '#components/board/notes/measure.ts'
import { themeColour } from '#components/ui/preferences.ts'
import type { BoardTables } from '#lib/board/tables.ts'
import { around, expand } from '#lib/geometry/box.ts'
import type { FilmFormat } from './film-format.ts'
import { type FilmLinks, filmLinksOf } from './film-links.ts'
import type { Moment } from './recording.ts'
import { dayAndTime, type Replay, sentence } from './replay-context.ts'

/** Of the film, px; frames a second; bits a second. */
const size = { width: 1280, height: 720, rate: 24, bits: 5_000_000 }
/** px at the foot of the picture, for the time and what happens. */
const foot = 44

export interface Clip {
  format: FilmFormat
  /** Shares of the axis, 0 to 1. */
  from: number
  to: number
  /** How long the film is. */
  seconds: number
  signal: AbortSignal
  onProgress(share: number): void
}

/** Plays a period once and films it; null when it was stopped. Rejects when the browser cannot after all. */
export async function recordClip(
  replay: Replay,
  { format, from, to, seconds, signal, onProgress }: Clip,
): Promise<Blob | null> {
  const { playback, recording } = replay
  playback.pause()
  const film = recording.film()
  const links = filmLinksOf(film.board, playback.columns)
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  // Without transparency, which would be encoded as a second film.
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('This browser cannot draw the film.')
  const recorder = new MediaRecorder(canvas.captureStream(size.rate), {
    mimeType: format.mimeType,
    videoBitsPerSecond: size.bits,
  })
  const parts: Blob[] = []
  recorder.ondataavailable = event => parts.push(event.data)
  const ended = new Promise(resolve => recorder.addEventListener('stop', resolve, { once: true }))
  const colours = colourSet()
  await film.goTo(playback.rowAtShare(from))
  const began = performance.now()
  let [frame, told] = [began, 0]
  recorder.start(1000)
  for (let share = 0; share < 1 && !signal.aborted; ) {
    share = Math.min(1, (performance.now() - began) / (seconds * 1000))
    // The wall behind the film is not updated: drawing it too would take most of the available time.
    const moment = await film.goTo(playback.rowAtShare(from + (to - from) * share))
    paint(context, { model: film.board, links, says: sayingOf(replay, moment) }, colours)
    if (performance.now() - told > 100) {
      told = performance.now()
      onProgress(share)
    }
    frame = Math.max(frame + 1000 / size.rate, performance.now())
    await until(frame)
  }
  links.destroy()
  recorder.stop()
  await ended
  return signal.aborted ? null : new Blob(parts, { type: `video/${format.ending}` })
}

const colourSet = () => ({
  paper: themeColour('wall'),
  customer: themeColour('wall-light'),
  pencil: themeColour('pencil'),
  ink: themeColour('wall-ink'),
  bar: themeColour('paper-0'),
  words: themeColour('ink-900'),
})

/** Waits until a time, ms by performance.now(); independent of screen frames, which a busy page has few of. */
const until = (time: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, Math.max(0, time - performance.now())))

function sayingOf({ facts, playback }: Replay, { row, event }: Moment): string {
  const at = dayAndTime(playback.columns.at[Math.max(0, row)] ?? 0)
  return event ? `${at}   ${sentence(facts, event)}` : at
}

interface Scene {
  model: BoardTables
  links: FilmLinks
  /** What happens, in words. */
  says: string
}

/** The whole wall of a moment, with what happens under it. */
function paint(
  context: CanvasRenderingContext2D,
  { model, links, says }: Scene,
  colours: ReturnType<typeof colourSet>,
): void {
  const notes = [...model.notes.values()].filter(note => note.place === 'wall' && note.version !== 'to-be')
  const bottom = model.lanes.reduce((sum, lane) => sum + lane.height, 0)
  const ground = { x: 0, y: 0, w: 1200, h: Math.max(bottom, 480) }
  const all = expand(around([...notes, ground]) ?? ground, 48)
  const room = size.height - foot
  const scale = Math.min(size.width / all.w, room / all.h)
  const origin = { x: size.width / 2 - (all.x + all.w / 2) * scale, y: room / 2 - (all.y + all.h / 2) * scale }
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.fillStyle = colours.paper
  context.fillRect(0, 0, size.width, size.height)
  for (const lane of model.lanes) {
    context.fillStyle = colours.customer
    if (lane.actor === 'customer') context.fillRect(0, origin.y + lane.top * scale, size.width, lane.height * scale)
    context.fillStyle = colours.pencil
    context.fillRect(0, origin.y + (lane.top + lane.height) * scale, size.width, 1)
  }
  context.setTransform(scale, 0, 0, scale, origin.x, origin.y)
  const drawn = [...model.links.values()].flatMap(link => {
    const route = links.route(link)
    return route ? [{ link, route }] : []
  })
  paintLinks(context, drawn, scale, colours.ink)
  paintNotes(
    context,
    notes.map(note => ({ note, box: note })),
    scale,
  )
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.fillStyle = colours.bar
  context.fillRect(0, room, size.width, foot)
  context.fillStyle = colours.words
  context.font = `20px ${noteFont.get().family}`
  context.textAlign = 'start'
  context.textBaseline = 'middle'
  context.fillText(says, 20, room + foot / 2, size.width - 40)
}
