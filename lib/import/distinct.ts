import type { BoardPlan } from '../board/plan.ts'
import { uniqueIds } from './format.ts'

/** A plan in which no two of a kind share an id: of things that do, none is lost, and what points at them means the first. */
export function distinctIds(plan: BoardPlan, losses: string[]): BoardPlan {
  let again = 0
  const apart = <T extends { id: string }>(list: readonly T[]): T[] => {
    const all = new Set(list.map(({ id }) => id))
    if (all.size === list.length) return [...list]
    const fresh = uniqueIds()
    for (const id of all) fresh(id)
    const seen = new Set<string>()
    return list.map(one => {
      if (!seen.has(one.id)) {
        seen.add(one.id)
        return one
      }
      again += 1
      return { ...one, id: fresh(one.id) }
    })
  }
  const distinct = {
    ...plan,
    lanes: apart(plan.lanes),
    notes: apart(plan.notes),
    links: apart(plan.links),
    groups: apart(plan.groups),
    views: apart(plan.views),
    outcomes: apart(plan.outcomes),
    comments: apart(plan.comments),
  }
  if (again > 0) losses.push(`An id stands more than once (${again} times); all are kept, links go to the first.`)
  return distinct
}
