import type { Lessees } from './context.ts'
import { gateLimits } from './limits.ts'
import { refuse } from './refusal.ts'
import type { Block, DecodedUpdate, Id, Struct } from './struct.ts'
import type { DocumentView } from './view.ts'

/** The highest client id: the server writes repairs under it, and nobody else may use it. */
export const reservedClient = gateLimits.client

/**
 * Removes from each block what the server knows already, and checks that the sender may write under its client id.
 * Returns the ids that become the sender's with this update.
 */
export function admitBlocks(update: DecodedUpdate, state: (client: number) => number, ctx: Lessees): number[] {
  const newClients: number[] = []
  let total = 0
  const blocks: Block[] = []
  for (const { client, structs } of update.blocks) {
    const known = state(client)
    const first = structs.findIndex(struct => struct.end > known)
    const start = structs[first]
    if (!start) continue
    const owner = ctx.leaseOf(client)
    if (client === reservedClient || client === ctx.serverClient) refuse('lease.server', String(client))
    if (owner === null) {
      if (known > 0) refuse('lease.server', String(client))
      newClients.push(client)
      if (newClients.length > ctx.newClients) refuse('lease.many')
    } else if (owner !== ctx.personId) refuse('lease.other', String(client))
    if (start.clock > known) refuse('structure.gap', String(client))
    if (start.clock < known) refuse('structure.overlap', String(client))
    blocks.push({ client, structs: first === 0 ? structs : structs.slice(first) })
    total += structs.length - first
    if (total > gateLimits.newStructs) refuse('size.structs')
  }
  update.blocks = blocks
  return newClients
}

/**
 * Returns an order in which the structs can be integrated: each after all that it refers to. Refuses references to
 * anything that is neither on the server nor earlier in the update.
 */
export function inDependencyOrder(view: DocumentView): Struct[] {
  const cursors = [...view.blocks.values()].map(block => ({ block, at: 0 }))
  const done = new Map<number, number>()
  const ready = (id: Id | string | null): boolean => {
    if (id === null || typeof id === 'string') return true
    return id.clock < (done.get(id.client) ?? view.state(id.client))
  }
  const order: Struct[] = []
  let progress = true
  while (progress) {
    progress = false
    for (const cursor of cursors) {
      for (;;) {
        const struct = cursor.block.structs[cursor.at]
        if (!struct || !ready(struct.left) || !ready(struct.right) || !ready(struct.parent)) break
        order.push(struct)
        done.set(struct.client, struct.end)
        cursor.at += 1
        progress = true
      }
    }
  }
  for (const { block, at } of cursors) {
    const stuck = block.structs[at]
    if (stuck)
      refuse(isMissing(view, stuck) ? 'structure.unknown' : 'structure.forward', `${stuck.client}:${stuck.clock}`)
  }
  return order
}

/** Whether a struct refers to something that does not exist; otherwise it refers to itself or to a later struct. */
function isMissing(view: DocumentView, struct: Struct): boolean {
  const nowhere = (id: Id | string | null) =>
    id !== null && typeof id !== 'string' && id.clock >= view.state(id.client) && view.fresh(id) === null
  return nowhere(struct.left) || nowhere(struct.right) || nowhere(struct.parent)
}
