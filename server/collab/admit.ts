import type * as Y from 'yjs'
import type { Role } from '#lib/access/actor.ts'
import type { Phase } from '#lib/access/phase.ts'
import { checkUpdate } from '#lib/gate/gate.ts'
import { rules } from '#lib/gate/refusal.ts'
import type { Refused } from '#lib/protocol/messages.ts'

/** What decides about an update: the document, the owner of each client id, the sender, and the phases that apply. */
export interface Admission {
  doc: Y.Doc
  leases: ReadonlyMap<number, string>
  /** The present phase, and after it the phases that ended a moment ago. */
  phases: readonly [Phase, ...Phase[]]
  sender: { personId: string; role: Role; newClients: number }
  draft: boolean
  /** Bytes by which the board may still grow: by anything, and by what only takes things off or brings them back. */
  left: { growing: number; takingOff: number }
}
/** `work`: what the check cost, in steps of some 50 ns. */
export type AdmitResult =
  | { ok: true; update: Uint8Array; leases: readonly number[]; parts: number; work: number; takesOff: boolean }
  | { ok: false; refused: Refused; gap: boolean; work: number }

const nothing = new Uint8Array([0, 0])

/**
 * Decides whether an update may be applied, and in which bytes. Every update of a client passes here. `gap`: not
 * forbidden, but it builds on updates that are missing here; the client should send everything it has.
 */
export function admit({ doc, leases, phases, sender, draft, left }: Admission, update: Uint8Array): AdmitResult {
  const answer = checkUpdate(doc, update, {
    ...sender,
    draft,
    phases,
    leaseOf: client => leases.get(client) ?? null,
    serverClient: doc.clientID,
  })
  const { work } = answer
  if (answer.ok) {
    const update = answer.update ?? nothing
    // What deletes for good makes room; what is taken off writes a field that says so, and has some room kept for it.
    const writes = update[0] !== 0
    const takesOff = !writes || answer.operations.every(({ field }) => field === 'deleted')
    if (writes && update.length > (takesOff ? left.takingOff : left.growing))
      return { ok: false, refused: { rule: 'size.board', path: '', message: rules['size.board'] }, gap: false, work }
    return { ok: true, update, leases: answer.newClients, parts: answer.weight, work, takesOff }
  }
  const { rule, path, message, resync } = answer
  return { ok: false, refused: { rule, path, message }, gap: resync, work }
}
