import type { Phase } from '#lib/access/phase.ts'
import { type AdmitResult, admit } from './admit.ts'
import type { Connection } from './connection.ts'
import { roomLimits } from './limits.ts'
import type { RoomPresence } from './presence.ts'
import type { RoomDocument } from './room-document.ts'
import type { RoomServices } from './shared.ts'

interface Parts {
  docId: string
  draft: boolean
  document: RoomDocument
  presence: RoomPresence
  shared: Pick<RoomServices, 'allowances' | 'log'>
}

/** Asks the gate for one room, and charges people for what their updates cost it: the refused ones too. */
export class RoomGate {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** null: this person has asked too much of the server, and the connection is closed. */
  admit(connection: Connection, update: Uint8Array, phases: readonly [Phase, ...Phase[]]): AdmitResult | null {
    const { docId, presence, shared } = this.#parts
    const { personId } = connection
    const { gate } = shared.allowances.of(personId)
    if (gate.left() <= 0) {
      connection.close('tooFast')
      return null
    }
    const verdict = this.#ask(connection, update, phases)
    gate.charge(verdict.ok ? verdict.work : verdict.work + roomLimits.refusal)
    if (verdict.ok && !presence.takeParts(personId, verdict.parts)) {
      connection.close('tooFast')
      return null
    }
    if (!verdict.ok && !verdict.gap)
      shared.log.info({ docId, personId, rule: verdict.refused.rule }, 'refused an update')
    return verdict
  }

  #ask(connection: Connection, update: Uint8Array, phases: readonly [Phase, ...Phase[]]): AdmitResult {
    const { draft, document, presence } = this.#parts
    const { personId, role } = connection
    return admit(
      {
        doc: document.doc,
        leases: presence.leases,
        phases,
        sender: { personId, role, newClients: presence.leasesLeft(connection) },
        draft,
        left: roomLimits.board - document.cache.size,
      },
      update,
    )
  }
}
