import { messageLimits, messageType } from '#lib/protocol/messages.ts'

/** y-protocols/sync: the kinds of sync message after the message type. */
const syncStep2 = 1
const syncUpdate = 2
/** Our own close code, outside those that end the connection for good. */
const comingBack = 4000

export interface Outgoing {
  /** A new socket was made: the server counts its messages from 1 again. */
  opened(): void
  /** A sync message that the server will acknowledge went out. */
  sent(): void
}

/**
 * A WebSocket that knows which messages the server acknowledges with `saved`. Two kinds of update are held back, for
 * the answer to the server's state vector (step 2) carries them in order: those written before that answer, which
 * would leave a gap after offline work; and those too large for a live update, which reconnect to travel in it.
 */
export function ackSocket(Base: typeof WebSocket, outgoing: Outgoing): typeof WebSocket {
  return class extends Base {
    #answered = false

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      outgoing.opened()
    }

    override send(data: string | Blob | BufferSource): void {
      const kind = data instanceof Uint8Array && data[0] === messageType.sync ? data[1] : undefined
      if (kind === syncUpdate && !this.#answered) return
      if (kind === syncUpdate && (data as Uint8Array).byteLength > messageLimits.liveUpdate) {
        this.close(comingBack)
        return
      }
      if (kind === syncStep2) this.#answered = true
      super.send(data)
      if (kind === syncStep2 || kind === syncUpdate) outgoing.sent()
    }
  }
}
