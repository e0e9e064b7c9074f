import * as Y from 'yjs'
import { layOutStructs } from './lay-out.ts'
import type { Budget } from './limits.ts'
import { type Id, type Struct, sameId } from './struct.ts'
import type { DocumentView } from './view.ts'

/**
 * Whether left and right of a new part are in this order, with nothing between them that either was written in
 * knowledge of (`wrote`: what right was written after, `saw`: what left was written before). Lays the text out as Yjs
 * will.
 */
export function spansOnceAdjacent(
  view: DocumentView,
  budget: Budget,
  type: Y.Text | null,
  added: readonly Struct[],
  left: Id,
  right: Id,
  wrote: Id | null,
  saw: Id | null,
): boolean {
  const fresh = (id: Id) => id.clock >= view.state(id.client)
  if (!fresh(left) && !fresh(right)) return storedSpan(view, budget, left, right, wrote, saw)
  const units = layOutStructs(budget, type?._start ?? null, added)
  const from = units.findIndex(unit => sameId(unit, left))
  const to = units.findIndex(unit => sameId(unit, right))
  if (from < 0 || to <= from) return false
  return !units.slice(from + 1, to).some(unit => sameId(unit, wrote) || sameId(unit, saw))
}

/** The same on the server's own list, item by item, where both ends exist. */
function storedSpan(
  view: DocumentView,
  budget: Budget,
  left: Id,
  right: Id,
  wrote: Id | null,
  saw: Id | null,
): boolean {
  const from = view.stored(left)
  const to = view.stored(right)
  if (!(from instanceof Y.Item) || !(to instanceof Y.Item) || from === to || right.clock !== to.id.clock) return false
  const within = (item: Y.Item, id: Id | null, after = -1) =>
    id !== null &&
    id.client === item.id.client &&
    id.clock >= item.id.clock &&
    id.clock < item.id.clock + item.length &&
    id.clock > after
  if (within(from, wrote, left.clock) || within(from, saw, left.clock)) return false
  for (let item = from.right; item !== to; item = item.right) {
    if (item === null || within(item, wrote) || within(item, saw)) return false
    budget.spend(1)
  }
  return true
}
