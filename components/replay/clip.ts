import { paintLinks, paintNotes } from '#components/board/canvas/far-paint.ts'
import { noteFont } from '#components/board/notes/measure.ts'
import { themeColour } from '#components/ui/preferences.ts'
import { around, expand } from '#lib/geometry/box.ts'
import { dayAndTime, type Replay, sentence } from './replay-context.ts'

/** Of the film, px; frames a second; bits a second. */
const film = { width: 1280, height: 720, rate: 24, bits: 5_000_000 }
/** px at the foot of the picture, for the time and what happens. */
const foot = 44
const types = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm']

const filmType = (): string | undefined =>
  typeof MediaRecorder === 'undefined' ? undefined : types.find(type => MediaRecorder.isTypeSupported(type))

export const canRecordClips = (): boolean => filmType() !== undefined && 'captureStream' in HTMLCanvasElement.prototype

export interface Clip {
  /** Shares of the axis, 0 to 1. */
  from: number
  to: number
  /** How long the film is. */
  seconds: number
  signal: AbortSignal
  onProgress(share: number): void
}

/** Plays a stretch once and films it; null when it was stopped. Rejects when the browser cannot. */
export async function recordClip(
  replay: Replay,
  { from, to, seconds, signal, onProgress }: Clip,
): Promise<Blob | null> {
  const type = filmType()
  if (!type) throw new Error('This browser cannot record films.')
  const { playback } = replay
  playback.pause()
  const canvas = document.createElement('canvas')
  canvas.width = film.width
  canvas.height = film.height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser cannot draw the film.')
  const recorder = new MediaRecorder(canvas.captureStream(film.rate), {
    mimeType: type,
    videoBitsPerSecond: film.bits,
  })
  const parts: Blob[] = []
  recorder.ondataavailable = event => parts.push(event.data)
  const ended = new Promise(resolve => recorder.addEventListener('stop', resolve, { once: true }))
  const colours = colourSet()
  const began = performance.now()
  recorder.start(1000)
  for (let share = 0; share < 1 && !signal.aborted; ) {
    share = Math.min(1, (performance.now() - began) / (seconds * 1000))
    playback.scrub(from + (to - from) * share)
    paint(context, replay, colours)
    onProgress(share)
    await new Promise(resolve => requestAnimationFrame(resolve))
  }
  recorder.stop()
  await ended
  return signal.aborted ? null : new Blob(parts, { type: 'video/webm' })
}

const colourSet = () => ({
  paper: themeColour('wall'),
  customer: themeColour('wall-light'),
  pencil: themeColour('pencil'),
  ink: themeColour('wall-ink'),
  bar: themeColour('paper-0'),
  words: themeColour('ink-900'),
})

/** The whole wall as it is shown now, with what happens under it. */
function paint(context: CanvasRenderingContext2D, replay: Replay, colours: ReturnType<typeof colourSet>): void {
  const { model, links } = replay.board
  const notes = [...model.notes.values()].filter(note => note.place === 'wall')
  const bottom = model.lanes.reduce((sum, lane) => sum + lane.height, 0)
  const ground = { x: 0, y: 0, w: 1200, h: Math.max(bottom, 480) }
  const all = expand(around([...notes, ground]) ?? ground, 48)
  const room = film.height - foot
  const scale = Math.min(film.width / all.w, room / all.h)
  const origin = { x: film.width / 2 - (all.x + all.w / 2) * scale, y: room / 2 - (all.y + all.h / 2) * scale }
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.fillStyle = colours.paper
  context.fillRect(0, 0, film.width, film.height)
  for (const lane of model.lanes) {
    context.fillStyle = colours.customer
    if (lane.actor === 'customer') context.fillRect(0, origin.y + lane.top * scale, film.width, lane.height * scale)
    context.fillStyle = colours.pencil
    context.fillRect(0, origin.y + (lane.top + lane.height) * scale, film.width, 1)
  }
  context.setTransform(scale, 0, 0, scale, origin.x, origin.y)
  const drawn = [...model.links.values()].flatMap(link => {
    const route = links.route(link.id)
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
  context.fillRect(0, room, film.width, foot)
  context.fillStyle = colours.words
  context.font = `20px ${noteFont.get().family}`
  context.textAlign = 'start'
  context.textBaseline = 'middle'
  const { row, deed } = replay.recording.shown.get()
  const at = dayAndTime(replay.playback.columns.at[Math.max(0, row)] ?? 0)
  context.fillText(deed ? `${at}   ${sentence(replay.facts, deed)}` : at, 20, room + foot / 2, film.width - 40)
}
