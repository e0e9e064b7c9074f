import { expect, test } from 'vitest'
import { gateLimits } from '#lib/gate/limits.ts'
import { GateRefusal } from '#lib/gate/refusal.ts'
import { Struct } from '#lib/gate/struct.ts'
import { admitBlocks } from '#lib/gate/structure.ts'

const part = (client: number, clock: number) =>
  new Struct({
    ...{ client, clock, length: 1, content: 'gc', left: null, right: null, parent: null },
    ...{ key: null, text: '', values: [] },
  })
const block = (client: number, count: number) => ({
  client,
  structs: Array.from({ length: count }, (_, clock) => part(client, clock)),
})
/** How many new parts are left of each block, or the rule that refuses. */
function admitted(known: Record<number, number>, ...blocks: ReturnType<typeof block>[]) {
  const update = { blocks, deletes: [] }
  try {
    const ctx = { personId: 'ann', leaseOf: () => 'ann', serverClient: 1, newClients: 0 }
    admitBlocks(update, client => known[client] ?? 0, ctx)
    return update.blocks.map(({ structs }) => structs.length)
  } catch (error) {
    if (error instanceof GateRefusal) return error.rule
    throw error
  }
}

test('as many new parts are taken as one change may have, whoever’s, and those that are known do not count', () => {
  const most = gateLimits.newStructs
  expect(admitted({}, block(7, most))).toEqual([most])
  expect(admitted({}, block(7, most + 1))).toBe('size.structs')
  expect(admitted({}, block(7, most - 5), block(8, 5))).toEqual([most - 5, 5])
  expect(admitted({}, block(7, most - 5), block(8, 6))).toBe('size.structs')
  expect(admitted({ 7: 30 }, block(7, most + 30))).toEqual([most])
  expect(admitted({ 7: 30 }, block(7, most + 31))).toBe('size.structs')
  expect(admitted({ 7: 30 }, block(7, 30), block(8, 2))).toEqual([2])
})
