import { limits } from '../board/fields.ts'

/** What a tab may show of itself at most. */
export const presenceLimits = { selection: 100, drag: 100, coordinate: 1e7 } as const

/** What a tab shows of itself: ids and board px only, never who it is. */
export interface PresenceState {
  /** The pointer on the wall. */
  readonly cursor: readonly [x: number, y: number] | null
  readonly selection: readonly string[]
  /** Position of the notes during a gesture. */
  readonly drag: readonly (readonly [id: string, x: number, y: number, w: number, h: number])[]
  /** The note, link or lane whose text is being edited. */
  readonly editing: string | null
  /** The visible part of the wall: x, y, w, h. */
  readonly viewport: readonly [x: number, y: number, w: number, h: number] | null
  /** The pointer is highlighted for everybody. */
  readonly laser: boolean
  /** The page is in the background, or had no input for minutes. */
  readonly away: boolean
}

/** What is read where nothing readable is said. */
export const atRest: PresenceState = {
  cursor: null,
  selection: [],
  drag: [],
  editing: null,
  viewport: null,
  laser: false,
  away: false,
}

const isPoint = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= presenceLimits.coordinate
const isId = (value: unknown): boolean => typeof value === 'string' && value.length <= limits.id
const isBoolean = (value: unknown): boolean => typeof value === 'boolean'
const isList = (value: unknown, most: number, of: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length <= most && value.every(of)
const isTuple = (value: unknown, length: number): value is readonly unknown[] =>
  Array.isArray(value) && value.length === length

/** Plain functions, for the server asks them many thousand times a second. */
const checks: { readonly [F in keyof PresenceState]: (value: unknown) => boolean } = {
  cursor: value => value === null || (isTuple(value, 2) && value.every(isPoint)),
  selection: value => isList(value, presenceLimits.selection, isId),
  drag: value =>
    isList(value, presenceLimits.drag, one => isTuple(one, 5) && isId(one[0]) && one.slice(1).every(isPoint)),
  editing: value => value === null || isId(value),
  viewport: value => value === null || (isTuple(value, 4) && value.every(isPoint)),
  laser: isBoolean,
  away: isBoolean,
}
const names = Object.keys(checks) as (keyof PresenceState)[]

/** The known fields of a state whose values can be read; all others are left out. Never throws. */
export function knownPresence(state: object): Partial<PresenceState> {
  const said = state as Record<string, unknown>
  const known: Record<string, unknown> = {}
  for (const name of names) if (Object.hasOwn(said, name) && checks[name](said[name])) known[name] = said[name]
  return known
}

/** Reads another browser's presence; never throws. */
export const readPresence = (state: unknown): PresenceState =>
  typeof state === 'object' && state !== null ? { ...atRest, ...knownPresence(state) } : atRest
