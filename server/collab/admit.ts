import * as Y from 'yjs'
import type { Role } from '#lib/access/actor.ts'
import type { Phase } from '#lib/access/phase.ts'
import { can } from '#lib/access/policy.ts'
import type { Refused } from '#lib/protocol/messages.ts'

/** What decides over an update: the document, who owns which client id, who sends, and what is allowed now. */
export interface Admission {
  doc: Y.Doc
  leases: ReadonlyMap<number, string>
  phase: Phase
  sender: { personId: string; role: Role; newClients: number }
  draft: boolean
}
export type Verdict =
  | { ok: true; update: Uint8Array; leases: readonly number[] }
  | { ok: false; refused: Refused; gap: boolean }

const refuse = (rule: string, message: string, gap = false): Verdict => ({
  ok: false,
  refused: { rule, path: '', message },
  gap,
})

/** Decides whether an update may be applied, and in which bytes. The one way of a client's bytes into a document. */
export function admit({ doc, leases, phase, sender, draft }: Admission, update: Uint8Array): Verdict {
  let from: Map<number, number>
  let decoded: ReturnType<typeof Y.decodeUpdate>
  try {
    from = Y.parseUpdateMeta(update).from
    decoded = Y.decodeUpdate(update)
  } catch {
    return refuse('structure.decode', 'The server could not read this change.')
  }
  if (decoded.structs.length === 0 && decoded.ds.clients.size === 0) return { ok: true, update, leases: [] }
  const may = can(draft ? 'draft.write' : 'note.edit', sender.role, phase)
  const known = Y.decodeStateVector(Y.encodeStateVector(doc))
  const news = decoded.structs.some(s => s.id.clock + s.length > (known.get(s.id.client) ?? 0))
  if (!may.ok && news) return refuse('policy.note.edit', may.reason)
  const fresh: number[] = []
  for (const [client, clock] of from) {
    const owner = leases.get(client)
    const state = known.get(client) ?? 0
    if (owner === undefined) fresh.push(client)
    else if (
      owner !== sender.personId &&
      decoded.structs.some(s => s.id.client === client && s.id.clock + s.length > state)
    )
      return refuse('identity.lease', 'This change carries another person’s name.')
    if (clock > state) return refuse('structure.gap', 'An earlier change of yours is missing.', true)
  }
  if (fresh.length > sender.newClients) return refuse('identity.many', 'Too many devices at once.')
  return { ok: true, update, leases: fresh }
}
