import { z } from 'zod'

/** What a tab shows of itself: ids and board px only, never who it is. The limits keep a message under its 16 kB. */
export const presenceLimits = { selection: 200, drag: 200 } as const

const point = z.number().min(-1e7).max(1e7)
const id = z.string().max(40)

const fields = {
  /** The pointer on the wall. */
  cursor: z.tuple([point, point]).nullable().catch(null),
  selection: z.array(id).catch([]),
  /** Position of the notes during a gesture: id, x, y, w, h. */
  drag: z.array(z.tuple([id, point, point, point, point])).catch([]),
  /** The note, link or lane whose text is being edited. */
  editing: id.nullable().catch(null),
  /** The visible part of the wall: x, y, w, h. */
  viewport: z.tuple([point, point, point, point]).nullable().catch(null),
  /** The pointer is highlighted for everybody. */
  laser: z.boolean().catch(false),
  /** The page is in the background, or had no input for minutes. */
  away: z.boolean().catch(false),
}
const presence = z.object(fields)
export type PresenceState = Readonly<z.infer<typeof presence>>

/** Reads another browser's presence; never throws. */
export const readPresence = (state: unknown): PresenceState =>
  presence.parse(typeof state === 'object' && state !== null ? state : {})
