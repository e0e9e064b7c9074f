import { z } from 'zod'
import type { ActivityRights } from '../access/phase.ts'
import { noteKinds } from '../notes/kinds/index.ts'

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

/** Nothing that changes the wall: the base that activities add to. */
export const watchOnly: ActivityRights = {
  add: [],
  edit: 'none',
  delete: 'none',
  link: false,
  lanes: false,
  outcome: false,
  details: false,
  marks: false,
  verdicts: false,
  comment: true,
  vote: false,
  seeResults: true,
  private: false,
  anonymous: false,
  share: false,
}

export const defineActivity = (activity: ActivityDefinition): ActivityDefinition => activity

const scope = z.enum(['all', 'own', 'none'])
const kindId = z.enum(noteKinds.map(kind => kind.id) as [(typeof noteKinds)[number]['id']])

export const activityRights = z.strictObject({
  add: z.union([z.literal('all'), z.array(kindId).max(20)]),
  edit: scope,
  delete: scope,
  link: z.boolean(),
  lanes: z.boolean(),
  outcome: z.boolean(),
  details: z.boolean(),
  marks: z.boolean(),
  verdicts: z.boolean(),
  comment: z.boolean(),
  vote: z.boolean(),
  seeResults: z.boolean(),
  private: z.boolean(),
  anonymous: z.boolean(),
  share: z.boolean().default(false),
})

/** One item of an agenda: an activity as this session does it. */
const agendaItem = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
  activity: z.string().max(40),
  name: z.string().trim().min(1).max(120),
  instruction: z.string().max(1_000),
  minutes: z.number().int().min(0).max(600),
  view: z.enum(activityViews),
  rights: activityRights,
  freezeAtEnd: z.boolean(),
})
export type AgendaItem = z.infer<typeof agendaItem>
export const agenda = z
  .array(agendaItem)
  .max(60)
  .refine(items => new Set(items.map(item => item.id)).size === items.length, 'Two items of the agenda are the same.')
