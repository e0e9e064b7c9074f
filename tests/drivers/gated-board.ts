import * as Y from 'yjs'
import type { Role } from '#lib/access/actor.ts'
import type { Phase } from '#lib/access/phase.ts'
import { freeWork } from '#lib/access/rights.ts'
import type { Writer } from '#lib/board/commands/writer.ts'
import { ServerOrigin } from '#lib/board/origin.ts'
import { rootNames, rootOf } from '#lib/board/schema.ts'
import { type Accepted, checkUpdate, type RefusedUpdate } from '#lib/gate/gate.ts'

export const openPhase: Phase = { board: 'open', session: 'open', frozen: false, rights: freeWork }

/** Receives each update that the board applied. */
interface Listener {
  readonly inbox: Uint8Array[]
}

/** A board behind a gate, with its leases, as a room keeps them; and beside it a plain document given the same bytes. */
export class GatedBoard {
  readonly doc = new Y.Doc()
  readonly plain = new Y.Doc()
  readonly leases = new Map<number, string>()
  phase: Phase = openPhase
  refusals: RefusedUpdate[] = []
  accepted = 0
  readonly #seats = new Set<Listener>()

  constructor() {
    this.doc.clientID = 1
    this.plain.clientID = 0
    for (const name of rootNames) {
      rootOf(this.doc, name)
      rootOf(this.plain, name)
    }
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin instanceof ServerOrigin) Y.applyUpdate(this.plain, update)
      for (const seat of this.#seats) seat.inbox.push(update)
    })
  }

  check(update: Uint8Array, personId: string, role: Role): Accepted | RefusedUpdate {
    return checkUpdate(this.doc, update, {
      personId,
      role,
      phases: [this.phase],
      leaseOf: client => this.leases.get(client) ?? null,
      serverClient: this.doc.clientID,
      newClients: 8,
      draft: false,
    })
  }

  /** Checks, leases and applies an update as a room does. */
  receive(update: Uint8Array, personId: string, role: Role): Accepted | RefusedUpdate {
    const answer = this.check(update, personId, role)
    if (!answer.ok) {
      this.refusals.push(answer)
      return answer
    }
    for (const client of answer.newClients) this.leases.set(client, personId)
    if (answer.update) {
      Y.applyUpdate(this.doc, answer.update, personId)
      this.accepted += 1
    }
    Y.applyUpdate(this.plain, update)
    return answer
  }

  /** A write by the server itself. */
  write(body: (writer: Writer) => void): void {
    let made = 0
    this.doc.transact(() => body({ doc: this.doc, newId: () => `server${made++}` }), new ServerOrigin('test', null))
  }

  join(seat: Listener): void {
    this.#seats.add(seat)
  }
  leave(seat: Listener): void {
    this.#seats.delete(seat)
  }
}
