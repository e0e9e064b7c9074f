import { generateKeyBetween } from 'fractional-indexing'
import { z } from 'zod'
import { pointKinds } from '../notes/define.ts'
import { noteKindId } from '../notes/kinds/index.ts'
import { paperIds } from '../notes/papers.ts'

/**
 * The values of single fields. The gate checks with `accepts` every value that a client writes, reading checks every
 * value that it shows, so both accept exactly the same. Limits are in px, minutes, or characters.
 */
export const limits = {
  /** Board coordinates, px. */
  coordinate: 1_000_000,
  noteWidth: [48, 1200],
  noteHeight: [32, 1200],
  laneHeight: [120, 4000],
  /** Characters in one text. */
  text: 4_000,
  name: 120,
  reason: 600,
  id: 40,
  tags: 12,
} as const

/** Shown where a text is longer than a note holds. */
export const cutSentence = `A text holds up to ${limits.text.toLocaleString('en')} characters; the rest was left out.`
/** px of a note whose size was never set. */
export const defaultSize: [number, number] = [168, 112]
export const defaultLaneHeight = 240

const coordinate = z.number().min(-limits.coordinate).max(limits.coordinate)
const within = ([min, max]: readonly [number, number]) => z.number().min(min).max(max)
const shortText = z.string().max(limits.name)
const reason = z.string().max(limits.reason)
const minutes = z.number().min(0).max(5_256_000)
const amount = z.number().min(-1e12).max(1e12)
const enums = <const T extends readonly [string, ...string[]]>(fieldValues: T) => z.enum(fieldValues)

/** Ids of entities: made by the client, never reused, safe as an object key. */
export const entityId = z.string().regex(/^(?!(?:__proto__|constructor|prototype)$)[A-Za-z0-9_-]{1,40}$/)

/** `[x, y]` on open paper, or `[x, y, laneId]` with y measured from the lane's top edge, px; one key, so that a move is atomic. */
const position = z.union([z.tuple([coordinate, coordinate]), z.tuple([coordinate, coordinate, entityId])])
const size = z.tuple([within(limits.noteWidth), within(limits.noteHeight)])
/**
 * An order key that allows a key before and after it. A damaged key would make every later insertion fail, and one near
 * the end of all keys leaves no room. Normal use never gets from `a0` to P or k (62^10 keys).
 */
const order = z
  .string()
  .regex(/^[P-Za-k][A-Za-z0-9]{0,119}$/)
  .refine(isOrderKey)

function isOrderKey(key: string): boolean {
  try {
    generateKeyBetween(key, null)
    return true
  } catch {
    return false
  }
}

/** People's judgement of a proposed point of failure. */
const mark = z.strictObject({
  kind: enums(pointKinds),
  state: enums(['confirmed', 'dismissed']),
  reason: reason.optional(),
})
/** People's judgement of a proposed rework loop or of a step that serves no outcome. */
const answer = z.strictObject({ state: enums(['confirmed', 'dismissed']), reason: reason.optional() })

const change = z.strictObject({ way: enums(['up', 'down', 'same']), amount: amount.optional() })

export const fieldValues = {
  kind: noteKindId,
  colour: z.enum(paperIds as [(typeof paperIds)[number]]).nullable(),
  boolean: z.boolean(),
  entityId,
  optionalId: entityId.nullable(),
  name: shortText,
  tags: z.array(z.string().min(1).max(40)).max(limits.tags),
  place: enums(['wall', 'parking', 'inbox']),
  version: enums(['both', 'as-is', 'to-be']),
  reason: reason.nullable(),
  optionalName: shortText.nullable(),
  /** JSON of the entity in the file that it was imported from, so that an export to the same format restores it. */
  source: z.string().max(4_000).nullable(),
  minutes: minutes.nullable(),
  /** A time, ms since 1970, by the writer's estimate of the server's clock: for order and display, not as proof. */
  moment: z.number().int().min(0).max(4e12),
  amount: amount.nullable(),
  count: z.number().min(0).max(1e12).nullable(),
  share: z.number().min(0).max(1).nullable(),
  feeling: z.number().int().min(-2).max(2).nullable(),
  scale: z.number().int().min(1).max(5).nullable(),
  value: enums(['va', 'nnva', 'nva']).nullable(),
  touch: enums(['person-person', 'person-system', 'system-person', 'system-system', 'person-product']).nullable(),
  memory: enums(['peak', 'end']).nullable(),
  verdict: enums(['eliminate', 'improve', 'keep']).nullable(),
  effort: enums(['small', 'medium', 'large']).nullable(),
  crown: z
    .strictObject({ cost: change.optional(), experience: change.optional(), revenue: change.optional() })
    .nullable(),
  date: z.iso.date().nullable(),
  progress: enums(['open', 'done']).nullable(),
  /** M1, B2, R3: the letter of a kind of point and a number. */
  pointCode: z
    .string()
    .regex(/^[MBR][1-9][0-9]{0,4}$/)
    .nullable(),
  mark: mark.nullable(),
  answer: answer.nullable(),
  position,
  size,
  order,
  height: within(limits.laneHeight),
  actor: enums(['customer', 'front-stage', 'back-stage', 'supplier', 'partner', 'employee', 'regulator', 'system']),
  rect: z.tuple([coordinate, coordinate, coordinate, coordinate]),
  mentions: z.array(shortText).max(20),
  /** Tallies of closed votes by round id. */
  tallies: z.record(z.string().max(limits.id), z.number().int().min(0)),
  ends: z.tuple([entityId, entityId]),
  /** Two anchors on a link's ends: a side, or the nearest one. */
  sides: z.tuple([
    enums(['auto', 'top', 'right', 'bottom', 'left']),
    enums(['auto', 'top', 'right', 'bottom', 'left']),
  ]),
} as const
