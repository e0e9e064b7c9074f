import type { LeaseRecord } from '../store/log-store.ts'
import type { StoreError } from '../store/store.ts'
import type { Connection } from './connection.ts'
import type { LogWriter } from './log-writer.ts'
import type { Presence } from './presence.ts'
import type { RoomDocument } from './room-document.ts'

interface Waiter {
  seq: number
  /** false: it will never be durable, and is gone from memory. */
  run(durable: boolean): void
}

interface Parts {
  docId: string
  writer: LogWriter
  presence: Presence
  document(): RoomDocument
  /** An update is on the disk: its frame may be shown to the others, before anybody who waited is told. */
  stored(frame: Buffer, from: Connection | null): void
  /** All who waited for it have been told. */
  settled(): void
  /** What was on its way is lost, and out of memory. */
  lost(error: StoreError): void
}

/** The way of one document's updates to the disk, and who waits for them there. */
export class RoomLog {
  readonly #parts: Parts
  #waiters: Waiter[] = []

  constructor(parts: Parts) {
    this.#parts = parts
  }

  submit(update: Uint8Array, actor: string | null, from: Connection | null): void {
    const { docId, writer, presence, document, stored, settled } = this.#parts
    const live = document()
    const entry = { docId, seq: live.admitted(update), at: Date.now(), actor, update }
    const leases = presence.takeFresh()
    writer.submit({
      docId,
      entries: [entry],
      leases,
      done: error => {
        if (error) {
          this.#lost(error, leases)
          return
        }
        stored(live.stored(), from)
        this.#settle(live.durable, true)
        settled()
      },
    })
  }

  /** Leases that came with nothing to store beside them. */
  storeLeases(): void {
    const { docId, writer, presence } = this.#parts
    const leases = presence.takeFresh()
    if (leases.length === 0) return
    const done = (error: StoreError | null) => {
      if (error) presence.giveBack(leases)
    }
    writer.submit({ docId, entries: [], leases, done })
  }

  /** Runs when the update is on the disk, at once if it is already; with false when it never will be. */
  whenDurable(seq: number, run: Waiter['run']): void {
    if (seq <= this.#parts.document().durable) run(true)
    else this.#waiters.push({ seq, run })
  }

  #lost(error: StoreError, leases: readonly LeaseRecord[]): void {
    const { presence, document, lost } = this.#parts
    presence.giveBack(leases)
    const live = document()
    if (live.seq === live.durable) return
    live.dropInFlight()
    this.#settle(Number.POSITIVE_INFINITY, false)
    lost(error)
  }

  #settle(upTo: number, durable: boolean): void {
    const due = this.#waiters.findIndex(waiter => waiter.seq > upTo)
    const ready = this.#waiters.splice(0, due < 0 ? this.#waiters.length : due)
    for (const waiter of ready) waiter.run(durable)
  }
}
