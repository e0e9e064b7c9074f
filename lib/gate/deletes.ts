import * as Y from 'yjs'
import { fieldOf } from '../board/schema.ts'
import type { ItemLocation } from './item-location.ts'
import type { Budget } from './limits.ts'
import { refuse } from './refusal.ts'
import { cutCost } from './resolve.ts'
import type { Deletes, Struct } from './struct.ts'
import type { DocumentView } from './view.ts'

/**
 * Finds out what an update's deleted ranges delete. Returns the ranges with content that still exists: a reconnecting
 * client repeats all deletions it knows. `demand` is called
 * before the first of it is looked at, and throws where the sender may write nothing.
 */
export function resolveDeletes(
  view: DocumentView,
  budget: Budget,
  deletes: readonly Deletes[],
  demand: () => void,
): Deletes[] {
  const effective: Deletes[] = []
  for (const { client, ranges } of deletes) {
    const left: number[] = []
    const keep = (clock: number, length: number) => {
      const last = left.length - 2
      if (last >= 0 && (left[last] ?? 0) + (left[last + 1] ?? 0) === clock)
        left[last + 1] = (left[last + 1] ?? 0) + length
      else left.push(clock, length)
    }
    const known = view.state(client)
    const end = view.blocks.get(client)?.structs.at(-1)?.end ?? known
    for (let i = 0; i < ranges.length; i += 2) {
      const from = ranges[i] ?? 0
      const to = from + (ranges[i + 1] ?? 0)
      if (to > end) refuse('structure.future', String(client))
      if (from < known) deleteStored(view, budget, client, from, Math.min(to, known), keep, demand)
      if (to > known) deleteFresh(view, client, Math.max(from, known), to, keep)
    }
    if (left.length > 0) effective.push({ client, ranges: left })
  }
  return effective
}

type Keep = (clock: number, length: number) => void

function deleteStored(
  view: DocumentView,
  budget: Budget,
  client: number,
  from: number,
  to: number,
  keep: Keep,
  demand: () => void,
): void {
  const structs = view.doc.store.clients.get(client) ?? []
  for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
    const item = structs[i]
    if (!item || item.id.clock >= to) break
    budget.spend(1)
    if (item.deleted || !(item instanceof Y.Item)) continue
    demand()
    const start = Math.max(from, item.id.clock)
    const end = Math.min(to, item.id.clock + item.length)
    if (start > item.id.clock || end < item.id.clock + item.length) budget.spend(2 * cutCost(view, client))
    take(view.locationOf(item), item.parentSub, client, end, end - start, item.content instanceof Y.ContentString)
    keep(start, end - start)
  }
}

function deleteFresh(view: DocumentView, client: number, from: number, to: number, keep: Keep): void {
  let struct: Struct | null
  for (let clock = from; clock < to; clock = struct.end) {
    struct = view.fresh({ client, clock })
    if (!struct) break
    if (struct.content === 'gc' || struct.content === 'deleted') continue
    const end = Math.min(to, struct.end)
    if (struct.location) take(struct.location, struct.key, client, end, end - clock, struct.content === 'string')
    keep(clock, end - clock)
  }
}

/** Records the deletion of a range of units of one struct. */
function take(
  location: ItemLocation,
  key: string | null,
  client: number,
  end: number,
  length: number,
  isString: boolean,
): void {
  switch (location.at) {
    case 'gone':
      break
    case 'alien':
      refuse('schema.root')
      break
    case 'root':
      refuse('schema.replace', `${location.root}/${key}`)
      break
    case 'entity': {
      const path = `${location.entity.path}/${key}`
      const field = key === null ? undefined : fieldOf(location.entity.root, key)
      if (key === null || !field) refuse('schema.field', path)
      if (field.type === 'text') refuse('schema.text', path)
      if (field.ability === 'server') refuse('schema.server', path)
      location.entity.touchValue(key).taken.push(`${client}:${end - 1}`)
      break
    }
    case 'text':
      if (isString) location.text.deleted += length
      break
  }
}
