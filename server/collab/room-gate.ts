import type { Phase } from '#lib/access/phase.ts'
import { type AdmitResult, admit } from './admit.ts'
import type { Connection } from './connection.ts'
import type { HeldBack } from './held-back.ts'
import { roomLimits } from './limits.ts'
import type { LogShare } from './log-share.ts'
import type { RoomPresence } from './presence.ts'
import type { RoomDocument } from './room-document.ts'
import { type RoomServices, usedUp } from './shared.ts'

/** Bytes of an update that holds nothing. */
const nothingNew = 2

interface Parts {
  docId: string
  boardId: string
  draft: boolean
  document: RoomDocument
  presence: RoomPresence
  heldBack: HeldBack
  shared: Pick<RoomServices, 'allowances' | 'log' | 'counts'>
}

/**
 * Asks the gate for one room, and charges people for what their updates cost it, the refused ones too, and for what
 * they add to the log.
 */
export class RoomGate {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /**
   * null: this person has asked too much of the server, and the connection is closed; or has written so much that this
   * and what follows waits.
   */
  admit(connection: Connection, update: Uint8Array, phases: readonly [Phase, ...Phase[]]): AdmitResult | null {
    const { docId, presence, heldBack, shared } = this.#parts
    const { personId } = connection
    const { gate } = shared.allowances.of(personId)
    if (gate.left() <= 0) {
      connection.close('tooFast')
      return null
    }
    const verdict = this.#ask(connection, update, phases)
    gate.charge(verdict.ok ? verdict.work : verdict.work + roomLimits.refusal)
    if (verdict.ok) {
      if (!this.#mayLog(connection, verdict.update.length, verdict.takesOff)) return null
      if (!presence.takeParts(personId, verdict.parts)) {
        connection.close('tooFast')
        return null
      }
      heldBack.taken(connection)
    }
    if (!verdict.ok && !verdict.gap)
      shared.log.info({ docId, personId, rule: verdict.refused.rule }, 'refused an update')
    return verdict
  }

  /** The share of whom the server writes for, which it charges afterwards; throws when it is used up. */
  shareOf(personId: string | null): LogShare | null {
    const { boardId, shared } = this.#parts
    // Only who facilitates has the server write anything large.
    const share = personId === null ? null : shared.allowances.of(personId).logged(boardId, true)
    if (share?.usedUp) throw usedUp()
    return share
  }

  /** Takes the bytes of an update from the person's share of the log; false: there are not so many now. */
  #mayLog(connection: Connection, bytes: number, takesOff: boolean): boolean {
    const { docId, boardId, heldBack, shared } = this.#parts
    const { personId, role } = connection
    if (bytes <= nothingNew) return true
    const share = shared.allowances.of(personId).logged(boardId, role === 'facilitator')
    const wait = share.take(bytes, takesOff)
    if (wait === 0) return true
    heldBack.hold(connection, wait)
    shared.counts.heldBack()
    if (share.noted()) shared.log.warn({ docId, personId }, 'somebody has used up their share of the log')
    return false
  }

  #ask(connection: Connection, update: Uint8Array, phases: readonly [Phase, ...Phase[]]): AdmitResult {
    const { draft, document, presence } = this.#parts
    const { personId, role } = connection
    const { size } = document.cache
    return admit(
      {
        doc: document.doc,
        leases: presence.leases,
        phases,
        sender: { personId, role, newClients: presence.leasesLeft(connection) },
        draft,
        left: {
          growing: roomLimits.board - (role === 'facilitator' ? 0 : roomLimits.reserve) - size,
          takingOff: roomLimits.board + roomLimits.takingOff - size,
        },
      },
      update,
    )
  }
}
