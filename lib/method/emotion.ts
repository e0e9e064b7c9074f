import type { Note } from '../board/snapshot.ts'
import { type Parts, pacer } from './parts.ts'
import type { FailurePoint } from './points.ts'
import type { Projection } from './projection.ts'

/** One stop of the emotion curve. */
export interface Feeling {
  readonly id: string
  readonly on: 'notes' | 'links'
  readonly code: string | null
  readonly label: string
  /** −2 to +2. */
  readonly feeling: number
  readonly cause: string | null
  readonly memory: Note['memory']
  /** px on the wall, where the curve is drawn under the customer's lane. */
  readonly x: number
}

export interface EmotionCurve {
  /** In reading order. */
  readonly stops: readonly Feeling[]
  /** The strongest feeling and the last one: set by people, else computed (Kahneman's peak–end rule, 1993). */
  readonly peak: Feeling | null
  readonly end: Feeling | null
  /** Mean of peak and end: what is likely to be remembered; null without feelings. */
  readonly remembered: number | null
  /** Number of Moments of Truth without a feeling. */
  readonly unfelt: number
}

/** A stop of the curve as drawn and described, and whether it is the peak, the end, both, or neither. */
export interface FeltMoment extends Pick<Feeling, 'id' | 'on' | 'code' | 'label' | 'feeling' | 'cause'> {
  readonly stays: string
}

export const feltMoments = ({ stops, peak, end }: EmotionCurve): FeltMoment[] =>
  stops.map(stop => ({
    id: stop.id,
    on: stop.on,
    code: stop.code,
    label: stop.label,
    feeling: stop.feeling,
    cause: stop.cause,
    stays: [stop === peak ? 'peak' : '', stop === end ? 'end' : ''].filter(Boolean).join(', '),
  }))

/** The customer's feelings along the points of failure and the customer's own notes. */
export function* emotionCurve(wall: Projection, points: readonly FailurePoint[]): Parts<EmotionCurve> {
  const pause = pacer()
  const stops: Feeling[] = []
  let unfelt = 0
  const seen = new Set<string>()
  for (const { on, id, code, kind, entity } of points) {
    if (pause()) yield
    if (entity.feeling === null) unfelt += kind === 'mot' ? 1 : 0
    else {
      seen.add(id)
      stops.push({
        ...said(entity, entity.feeling),
        on,
        id,
        code,
        label: momentLabel(entity, wall),
        x: middle(entity, wall),
      })
    }
  }
  for (const note of wall.notes.values()) {
    if (pause()) yield
    if (note.feeling !== null && note.place === 'wall' && !seen.has(note.id))
      stops.push({
        ...said(note, note.feeling),
        on: 'notes',
        id: note.id,
        code: null,
        label: note.text,
        x: middle(note, wall),
      })
  }
  stops.sort((a, b) => a.x - b.x || (a.id < b.id ? -1 : 1))
  const strongest = stops.reduce<Feeling | null>(
    (a, b) => (!a || Math.abs(b.feeling) > Math.abs(a.feeling) ? b : a),
    null,
  )
  const peak = stops.find(stop => stop.memory === 'peak') ?? strongest
  const end = stops.findLast(stop => stop.memory === 'end') ?? stops.at(-1) ?? null
  return { stops, peak, end, remembered: peak && end ? (peak.feeling + end.feeling) / 2 : null, unfelt }
}

const said = ({ cause, memory }: Pick<Note, 'cause' | 'memory'>, feeling: number) => ({ feeling, cause, memory })

type Entity = FailurePoint['entity']

/** Returns the name of a note or a link: its text, or the two notes that it joins with its label. */
export function momentLabel(entity: Entity, wall: Pick<Projection, 'notes'>): string {
  const text = entity.text.trim()
  if (!('from' in entity)) return text || 'Untitled'
  const name = (id: string) => wall.notes.get(id)?.text.trim() || 'Untitled'
  return `${name(entity.from)} → ${name(entity.to)}${text && ` (${text})`}`
}

function middle(entity: Entity, wall: Projection): number {
  if (!('from' in entity)) return entity.x + entity.w / 2
  const from = wall.notes.get(entity.from)
  const to = wall.notes.get(entity.to)
  return from && to ? (from.x + from.w / 2 + to.x + to.w / 2) / 2 : 0
}
