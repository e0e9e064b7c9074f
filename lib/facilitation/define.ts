import { z } from 'zod'
import { type ActivityRights, activityRights } from '../access/rights.ts'

/** What an activity asks of each person: each is a component of components/stage/now-panel.tsx. */
export type NowPage = 'arrive' | 'outcome' | 'write' | 'points' | 'feelings' | 'vote' | 'verdict' | 'actions'

/**
 * An activity of a workshop: one file in activities/ and one line in its index. The agenda copies its values, so that a
 * facilitator may change them before and during the session; the gate enforces the copy. Its page is not copied: it is
 * what the activity is.
 */
export interface ActivityDefinition {
  id: string
  name: string
  /** What everybody does now, shown on everyone's screen. */
  instruction: string
  /** What who leads watches meanwhile, shown to them alone. */
  watches: string
  /** Its page: what *Now* holds beside the wall and on a phone. */
  now: NowPage
  minutes: number
  /** The view that every screen opens when it begins. */
  view: ActivityView
  rights: ActivityRights
  /** Whether the wall freezes when the timer ends. */
  freezeAtEnd: boolean
  /** Whether the clock starts by itself when everybody moves here. */
  startsTimer: boolean
}

const activityViews = ['wall', 'customer-lane', 'outcome', 'failures', 'verdicts', 'compare', 'actions'] as const
export type ActivityView = (typeof activityViews)[number]

export const defineActivity = (activity: ActivityDefinition): ActivityDefinition => activity

const itemFields = {
  id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
  activity: z.string().max(40),
  name: z.string().trim().min(1).max(120),
  instruction: z.string().max(1_000),
  minutes: z.number().int().min(0).max(600),
  view: z.enum(activityViews),
  freezeAtEnd: z.boolean(),
  /** Agendas that were written before read it as no. */
  startsTimer: z.boolean().default(false),
}
/** An item of an agenda in a request: an activity with the settings of this session. */
const agendaItem = z.strictObject({ ...itemFields, rights: activityRights.strict() })
export type AgendaItem = z.infer<typeof agendaItem>
export const agenda = z
  .array(agendaItem)
  .max(60)
  .refine(items => new Set(items.map(item => item.id)).size === items.length, 'Two items of the agenda are the same.')

/** An item as stored, by this version or another; unknown fields are ignored. */
const storedItem = z.object({ ...itemFields, rights: activityRights })

/**
 * Reads a stored agenda. Never throws: a damaged or repeated item is left out and counted, and the others stay; a right
 * that was added later reads as `watching`.
 */
export function readAgenda(stored: unknown): { items: AgendaItem[]; damaged: number } {
  if (!Array.isArray(stored)) return { items: [], damaged: stored === undefined || stored === null ? 0 : 1 }
  const items = new Map<string, AgendaItem>()
  for (const one of stored) {
    const read = storedItem.safeParse(one)
    if (read.success && !items.has(read.data.id)) items.set(read.data.id, read.data)
  }
  return { items: [...items.values()], damaged: stored.length - items.size }
}
