import { z } from 'zod'
import { type ActivityRights, activityRights } from '../access/rights.ts'

/**
 * An activity of a workshop: one file in activities/ and one line in its index. The agenda copies what it says, so a
 * facilitator may change any of it before and during the session; the gate enforces the copy.
 */
export interface ActivityDefinition {
  id: string
  name: string
  /** What to do now, shown on everyone's screen. */
  instruction: string
  minutes: number
  /** What the screen turns to when it begins. */
  view: ActivityView
  rights: ActivityRights
  /** When the timer ends, the wall is frozen. */
  freezeAtEnd: boolean
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
}
/** One item of an agenda as somebody sends it: an activity as this session does it. */
const agendaItem = z.strictObject({ ...itemFields, rights: activityRights.strict() })
export type AgendaItem = z.infer<typeof agendaItem>
export const agenda = z
  .array(agendaItem)
  .max(60)
  .refine(items => new Set(items.map(item => item.id)).size === items.length, 'Two items of the agenda are the same.')

/** One as it was stored, by this version or another: what that one knew besides is passed over. */
const storedItem = z.object({ ...itemFields, rights: activityRights })

/**
 * An agenda as it was stored. Total: an item that is damaged, or there twice, is left out and counted, and takes no
 * other with it; a right that came later is as where people only watch.
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
