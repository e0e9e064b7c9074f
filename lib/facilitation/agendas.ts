import { activities } from './activities/index.ts'
import type { ActivityDefinition, AgendaItem } from './define.ts'

/** A ready-made agenda: ids of activities with the minutes this agenda gives them. */
interface ReadyAgenda {
  id: string
  name: string
  describes: string
  items: readonly (readonly [activity: string, minutes: number])[]
}

export const readyAgendas: readonly ReadyAgenda[] = [
  {
    id: 'full-day',
    name: 'Full day',
    describes: 'From the welcome to the sealed board, with a to-be everyone has seen.',
    items: [
      ['welcome', 15],
      ['promise', 20],
      ['agree-outcome', 25],
      ['customer-process', 40],
      ['what-we-do', 75],
      ['failures', 50],
      ['emotion', 30],
      ['ideas', 15],
      ['cluster', 20],
      ['vote', 10],
      ['verdicts', 60],
      ['to-be', 45],
      ['close', 20],
    ],
  },
  {
    id: 'two-hours',
    name: 'Two hours',
    describes: 'One process, one promise, the worst points and what to do about them.',
    items: [
      ['welcome', 5],
      ['agree-outcome', 15],
      ['customer-process', 20],
      ['what-we-do', 30],
      ['failures', 20],
      ['vote', 5],
      ['verdicts', 20],
      ['close', 5],
    ],
  },
  {
    id: 'as-is-only',
    name: 'As-is only',
    describes: 'The process as it is today, with its points of failure; decisions come another day.',
    items: [
      ['welcome', 5],
      ['agree-outcome', 15],
      ['customer-process', 25],
      ['what-we-do', 45],
      ['failures', 30],
      ['close', 10],
    ],
  },
  {
    id: 'retrospective',
    name: 'Retrospective of a process',
    describes: 'A process that has been changed: what is better, what still hurts, what comes next.',
    items: [
      ['welcome', 5],
      ['anonymous-round', 10],
      ['cluster', 15],
      ['vote', 5],
      ['emotion', 20],
      ['verdicts', 25],
      ['close', 10],
    ],
  },
  {
    id: 'stakeholder-round',
    name: 'Stakeholder round',
    describes: 'One outcome per stakeholder, and where they pull against each other.',
    items: [
      ['welcome', 5],
      ['promise', 20],
      ['agree-outcome', 30],
      ['failures', 20],
      ['vote', 5],
      ['close', 10],
    ],
  },
]

const byId = new Map<string, ActivityDefinition>(activities.map(activity => [activity.id, activity]))

/** The activity that an item was made from; undefined: this version does not know it. */
export const knownActivity = ({ activity }: Pick<AgendaItem, 'activity'>): ActivityDefinition | undefined =>
  byId.get(activity)

/**
 * Returns an agenda item for an activity; `id` must be new. Throws for an unknown activity: a mistake in our own list.
 */
export function itemOf(activityId: string, id: string, minutes?: number): AgendaItem {
  const activity = byId.get(activityId)
  if (!activity) throw new Error(`Unknown activity ${activityId}`)
  const add = activity.rights.add
  return {
    id,
    activity: activity.id,
    name: activity.name,
    instruction: activity.instruction,
    minutes: minutes ?? activity.minutes,
    view: activity.view,
    rights: { ...activity.rights, add: add === 'all' ? 'all' : [...add] },
    freezeAtEnd: activity.freezeAtEnd,
    startsTimer: activity.startsTimer,
  }
}

/** Returns the items of a ready-made agenda; null if the id is unknown. */
export function agendaOf(id: string, newId: () => string): AgendaItem[] | null {
  const ready = readyAgendas.find(one => one.id === id)
  return ready ? ready.items.map(([activity, minutes]) => itemOf(activity, newId(), minutes)) : null
}
