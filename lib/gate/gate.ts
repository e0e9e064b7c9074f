import type * as Y from 'yjs'
import { allow, type Operation, requireAbility } from './allow.ts'
import type { GateContext } from './context.ts'
import { decodeUpdate } from './decode.ts'
import { resolveDeletes } from './deletes.ts'
import { encodeUpdate } from './encode.ts'
import { Budget } from './limits.ts'
import { GateRefusal, type RuleName } from './refusal.ts'
import { Resolver } from './resolve.ts'
import { admitBlocks, inDependencyOrder } from './structure.ts'
import { DocumentView } from './view.ts'
import { checkWhole } from './whole.ts'

export interface Accepted {
  ok: true
  /** The update to apply, encoded anew; null when it holds nothing new. */
  update: Uint8Array | null
  /** What it does, entity by entity. */
  operations: Operation[]
  /** Client ids that belong to the sender from now on; store them in the same transaction as the update. */
  newClients: number[]
  /** Number of structs and deleted ranges, for rate limits. */
  weight: number
  /** What the check cost, in steps of some 50 ns: one for each byte, and those of the budget. */
  work: number
}
export interface RefusedUpdate {
  ok: false
  rule: RuleName
  /** root/entity/field, or client:clock, as far as known. */
  path: string
  /** For the person. */
  message: string
  /**
   * Not forbidden, but it crossed another message: nothing was applied; request everything from that client (sync step
   * 1).
   */
  resync: boolean
  /** What the check cost, as above. */
  work: number
}

/**
 * Decides what an update from a client does to a board, item by item, and whether the policy allows it. Changes
 * nothing: the caller applies `update`, which never contains the original bytes. Never throws for any bytes. Its cost
 * depends on what the update touches, not on the size of the board.
 */
export function checkUpdate(doc: Y.Doc, bytes: Uint8Array, ctx: GateContext): Accepted | RefusedUpdate {
  const budget = new Budget()
  const work = () => bytes.length + budget.used
  // Before anything that costs more than reading: but what is known already may come from everybody.
  let mayWrite = false
  const demandWrite = () => {
    if (!mayWrite) requireAbility('board.write', ctx, '')
    mayWrite = true
  }
  try {
    const decoded = decodeUpdate(bytes)
    const newClients = admitBlocks(decoded, client => stateOf(doc, client), ctx)
    if (decoded.blocks.length > 0) demandWrite()
    const view = new DocumentView(doc, decoded.blocks)
    const resolver = new Resolver(view, budget)
    const structs = inDependencyOrder(view)
    for (const struct of structs) resolver.resolve(struct)
    const deletes = resolveDeletes(view, budget, decoded.deletes, demandWrite)
    if (structs.length === 0 && deletes.length === 0)
      return { ok: true, update: null, operations: [], newClients: [], weight: 1, work: work() }
    const operations: Operation[] = []
    for (const entity of view.entities.slice()) {
      checkWhole(view, budget, entity)
      operations.push(...allow(entity, ctx))
    }
    const weight = structs.length + deletes.reduce((sum, { ranges }) => sum + ranges.length / 2, 0)
    const update = encodeUpdate(decoded.blocks, deletes)
    return { ok: true, update, operations, newClients, weight, work: work() }
  } catch (error) {
    if (!(error instanceof GateRefusal)) throw error
    return { ok: false, rule: error.rule, path: error.path, message: error.message, resync: error.resync, work: work() }
  }
}

function stateOf(doc: Y.Doc, client: number): number {
  const last = doc.store.clients.get(client)?.at(-1)
  return last ? last.id.clock + last.length : 0
}
