import type * as Y from 'yjs'
import type { Budget } from './limits.ts'
import { type Id, type Struct, sameId } from './struct.ts'

/** One unit of a list and the neighbours between which it was written. */
export interface LayoutUnit extends Id {
  left: Id | null
  right: Id | null
}

/**
 * Returns the units of one list (a text, or the values of a key) in their final order: the server's list from `first`
 * on, with the update's structs inserted by Yjs's own rule. Cost is linear in the list.
 */
export function layOutStructs(budget: Budget, first: Y.Item | null, added: readonly Struct[]): LayoutUnit[] {
  const units: LayoutUnit[] = []
  for (let item = first; item !== null; item = item.right) {
    budget.spend(item.length)
    pushUnits(units, item.id.client, item.id.clock, item.length, item.origin, item.rightOrigin)
  }
  for (const struct of added) {
    budget.spend(units.length + struct.length)
    const fresh: LayoutUnit[] = []
    pushUnits(fresh, struct.client, struct.clock, struct.length, struct.left, struct.right)
    units.splice(placeFor(budget, units, struct) + 1, 0, ...fresh)
  }
  return units
}

function pushUnits(
  to: LayoutUnit[],
  client: number,
  clock: number,
  length: number,
  left: Id | null,
  right: Id | null,
): void {
  for (let i = 0; i < length; i++)
    to.push({ client, clock: clock + i, left: i === 0 ? left : { client, clock: clock + i - 1 }, right })
}

/** Returns the index at which a struct is inserted: Item.integrate of Yjs, on an array. */
function placeFor(budget: Budget, units: readonly LayoutUnit[], struct: Struct): number {
  const index = (id: Id | null, none: number) => {
    if (id === null) return none
    const found = units.findIndex(unit => sameId(unit, id))
    budget.spend(found < 0 ? units.length : found >> 3)
    return found
  }
  const end = index(struct.right, units.length)
  let position = index(struct.left, -1)
  const passed = new Set<number>()
  const conflicting = new Set<number>()
  for (let i = position + 1; i < end; i++) {
    const unit = units[i]
    if (!unit) break
    passed.add(i)
    conflicting.add(i)
    if (sameId(unit.left, struct.left)) {
      if (unit.client < struct.client) {
        position = i
        conflicting.clear()
      } else if (sameId(unit.right, struct.right)) break
    } else {
      const origin = index(unit.left, -1)
      if (!passed.has(origin)) break
      if (!conflicting.has(origin)) {
        position = i
        conflicting.clear()
      }
    }
  }
  return position
}
