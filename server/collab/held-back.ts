import { messageType, type Notice } from '#lib/protocol/messages.ts'
import type { Connection } from './connection.ts'
import { extendedFrame } from './frames.ts'
import { roomLimits } from './limits.ts'

const heldBack: Notice = {
  kind: 'held-back',
  message:
    'Very much was written here in a short time: what is not saved yet waits here, and is saved little by little.',
}
const takenAgain: Notice = { kind: 'taken-again' }

/**
 * People whose updates the log does not take for now. Nothing of them is lost: from the first update that is held back
 * on the server listens to none, and when there is room again it asks for all that it lacks.
 */
export class HeldBack {
  readonly #ask: (connection: Connection) => void
  readonly #timers = new Map<Connection, NodeJS.Timeout>()
  readonly #told = new Set<Connection>()

  /** `ask`: requests from a connection what is missing. */
  constructor(ask: (connection: Connection) => void) {
    this.#ask = ask
  }

  /** `ms`: until there is room. */
  hold(connection: Connection, ms: number): void {
    connection.unsynced = true
    if (connection.extended && !this.#told.has(connection))
      connection.write([extendedFrame(messageType.notice, heldBack)])
    this.#told.add(connection)
    clearTimeout(this.#timers.get(connection))
    const { least, most } = roomLimits.heldBack
    const again = () => {
      this.#timers.delete(connection)
      if (connection.unsynced) this.#ask(connection)
    }
    this.#timers.set(connection, setTimeout(again, Math.min(most, Math.max(least, ms))).unref())
  }

  /** Something of theirs was taken. */
  taken(connection: Connection): void {
    if (this.#told.size === 0 || !this.#told.delete(connection)) return
    if (connection.extended) connection.write([extendedFrame(messageType.notice, takenAgain)])
  }

  left(connection: Connection): void {
    clearTimeout(this.#timers.get(connection))
    this.#timers.delete(connection)
    this.#told.delete(connection)
  }
}
