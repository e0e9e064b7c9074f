import type { LeaseRecord } from '../store/log-store.ts'
import type { StoreError } from '../store/store.ts'
import type { Connection } from './connection.ts'
import type { LogWriter } from './log-writer.ts'
import type { Outbox } from './outbox.ts'
import type { RoomPresence } from './presence.ts'
import type { RoomDocument } from './room-document.ts'

interface Waiter {
  seq: number
  /** false: the update will never be durable, and has been removed from memory. */
  run(durable: boolean): void
}

/** A document's updates from the gate to the disk and then to the others, and the callbacks that wait for them. */
export class RoomLog {
  readonly #docId: string
  readonly #document: RoomDocument
  readonly #presence: RoomPresence
  readonly #outbox: Outbox
  readonly #writer: LogWriter
  readonly #settled: (error: StoreError | null) => void
  #waiters: Waiter[] = []

  /**
   * `settled`: an update is on the disk and all waiting callbacks have run; or the queued updates are lost and removed
   * from memory.
   */
  constructor(
    docId: string,
    parts: { document: RoomDocument; presence: RoomPresence; outbox: Outbox; writer: LogWriter },
    settled: (error: StoreError | null) => void,
  ) {
    this.#docId = docId
    this.#document = parts.document
    this.#presence = parts.presence
    this.#outbox = parts.outbox
    this.#writer = parts.writer
    this.#settled = settled
  }

  /** Sends a transaction's updates to the disk first, then to everybody but `from`. */
  submit(updates: readonly Uint8Array[], actor: string | null, from: Connection | null): void {
    for (const update of updates) {
      const entry = { docId: this.#docId, seq: this.#document.admitted(update), at: Date.now(), actor, update }
      const leases = this.#presence.takeFresh()
      const done = (error: StoreError | null) => (error ? this.#lost(error, leases) : this.#stored(from))
      this.#writer.submit({ docId: this.#docId, entries: [entry], leases, done })
    }
  }

  /** Stores new leases when no update is stored with them. */
  storeLeases(): void {
    const leases = this.#presence.takeFresh()
    if (leases.length === 0) return
    const done = (error: StoreError | null) => {
      if (error) this.#presence.giveBack(leases)
    }
    this.#writer.submit({ docId: this.#docId, entries: [], leases, done })
  }

  /** Calls `run` when the update is on the disk, at once if it already is; with false when it never will be. */
  whenDurable(seq: number, run: Waiter['run']): void {
    if (seq <= this.#document.durable) run(true)
    else this.#waiters.push({ seq, run })
  }

  /** The others get the update before any waiting callback runs. */
  #stored(from: Connection | null): void {
    this.#outbox.broadcast(this.#document.stored(), 'sync', from)
    this.#settle(this.#document.durable, true)
    this.#settled(null)
  }

  #lost(error: StoreError, leases: readonly LeaseRecord[]): void {
    this.#presence.giveBack(leases)
    if (this.#document.seq === this.#document.durable) return
    this.#document.dropInFlight()
    this.#settle(Number.POSITIVE_INFINITY, false)
    this.#settled(error)
  }

  #settle(upTo: number, durable: boolean): void {
    const due = this.#waiters.findIndex(waiter => waiter.seq > upTo)
    const ready = this.#waiters.splice(0, due < 0 ? this.#waiters.length : due)
    for (const waiter of ready) waiter.run(durable)
  }
}
