import type * as Y from 'yjs'
import type { Role } from '#lib/access/actor.ts'
import type { Phase } from '#lib/access/phase.ts'
import { checkUpdate } from '#lib/gate/gate.ts'
import { rules } from '#lib/gate/refusal.ts'
import type { Refused } from '#lib/protocol/messages.ts'

/** What decides over an update: the document, who owns which client id, who sends, and what is allowed now. */
export interface Admission {
  doc: Y.Doc
  leases: ReadonlyMap<number, string>
  /** The phase that holds, and after it one that held until a moment ago. */
  phases: readonly [Phase, ...Phase[]]
  sender: { personId: string; role: Role; newClients: number }
  draft: boolean
  /** Bytes that the board may still grow by. */
  left: number
}
export type AdmitResult =
  | { ok: true; update: Uint8Array; leases: readonly number[]; parts: number }
  | { ok: false; refused: Refused; gap: boolean }

const nothing = new Uint8Array([0, 0])

/**
 * Decides whether an update may be applied, and in which bytes. The one way of a client's bytes into a document.
 * `gap`: not forbidden, but out of step; the client should be asked for all it has.
 */
export function admit({ doc, leases, phases, sender, draft, left }: Admission, update: Uint8Array): AdmitResult {
  const answer = checkUpdate(doc, update, {
    ...sender,
    draft,
    phases,
    leaseOf: client => leases.get(client) ?? null,
    serverClient: doc.clientID,
  })
  if (answer.ok) {
    const update = answer.update ?? nothing
    // What only deletes is always taken: it makes room.
    const grows = update[0] !== 0
    if (grows && update.length > left)
      return { ok: false, refused: { rule: 'size.board', path: '', message: rules['size.board'] }, gap: false }
    return { ok: true, update, leases: answer.newClients, parts: answer.weight }
  }
  const { rule, path, message, resync } = answer
  return { ok: false, refused: { rule, path, message }, gap: resync }
}
