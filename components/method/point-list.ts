import type { Link, Note } from '#lib/board/snapshot.ts'
import type { Analysis } from '#lib/method/analysis.ts'
import type { Target } from '#lib/method/commands/method.ts'
import { momentLabel } from '#lib/method/emotion.ts'
import { laneNameOf } from '#lib/method/points.ts'
import type { PointKind } from '#lib/notes/define.ts'

/** One thing to decide: a point of failure, a rework loop, a step that serves no outcome. */
export interface Item {
  key: string
  target: Target
  /** M1, B2; ↺ and ? for what is asked. */
  code: string
  kind: PointKind | 'rework' | 'orphan'
  state: 'confirmed' | 'proposed' | 'dismissed'
  label: string
  lane: string
  why: string | null
  entity: Note | Link
}

export interface Filter {
  kind: 'all' | Item['kind']
  state: 'all' | 'open' | 'confirmed' | 'dismissed'
  lane: string
}
export const noFilter: Filter = { kind: 'all', state: 'all', lane: '' }

/** Returns all items in reading order: points first, then the map's questions, then dismissed ones. */
export function itemsOf(analysis: Analysis): Item[] {
  const { points, dismissed, rework, orphans, projection } = analysis
  const entityOf = ({ root, id }: Target) => projection[root].get(id)
  const laneOf = (entity: Note | Link) =>
    laneNameOf(projection.lanes, 'lane' in entity ? entity.lane : (projection.notes.get(entity.from)?.lane ?? null))
  const items: Item[] = points.map(point => ({
    key: `point ${point.id}`,
    target: { root: point.on, id: point.id },
    code: point.code,
    kind: point.kind,
    state: point.state,
    label: momentLabel(point.entity, projection),
    lane: laneNameOf(projection.lanes, point.lane),
    why: point.why,
    entity: point.entity,
  }))
  const add = (kind: Item['kind'], code: string, target: Target, state: Item['state'], why: string | null) => {
    const entity = entityOf(target)
    if (entity)
      items.push({
        key: `${kind} ${target.id} ${state}`,
        target,
        code,
        kind,
        state,
        label: momentLabel(entity, projection),
        lane: laneOf(entity),
        why,
        entity,
      })
  }
  for (const { on, id, state, reason } of rework)
    add('rework', '↺', { root: on, id }, state, reason ?? 'This goes back to an earlier step.')
  for (const { on, id, state, reason } of orphans)
    add('orphan', '?', { root: on, id }, state, reason ?? 'Why do we do this? It leads to no outcome.')
  for (const { on, id, kind, reason } of dismissed) add(kind, '–', { root: on, id }, 'dismissed', reason)
  return items
}

export const filterItems = (items: readonly Item[], { kind, state, lane }: Filter): Item[] =>
  items.filter(
    item =>
      (kind === 'all' || item.kind === kind) &&
      (lane === '' || item.lane === lane) &&
      (state === 'all'
        ? item.state !== 'dismissed'
        : state === 'open'
          ? item.state === 'proposed'
          : item.state === state),
  )
