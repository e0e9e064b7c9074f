import { messageYjsUpdate } from 'y-protocols/sync'
import { messageLimits, messageType } from '#lib/protocol/messages.ts'

/** Our own close code, outside those that end the connection for good. */
const comingBack = 4000

export interface Outgoing {
  /** A new socket was made: the server counts its messages from 1 again. `send` goes past what holds updates back. */
  opened(send: (message: Uint8Array) => void): void
  /** An update went out, which the server will acknowledge. */
  sent(): void
  /** Whether the server's question for what it lacks has been answered in full. */
  readonly complete: boolean
}

/**
 * A WebSocket that knows which messages the server acknowledges with `saved`. Two kinds of update are held back, for
 * the answer to the server's state vector carries them in order: those written before that answer, which would leave a
 * gap after offline work; and those too large for a live update, which reconnect to travel in it.
 */
export function ackSocket(Base: typeof WebSocket, outgoing: Outgoing): typeof WebSocket {
  return class extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      outgoing.opened(message => super.send(message as Uint8Array<ArrayBuffer>))
    }

    override send(data: string | Blob | BufferSource): void {
      if (!(data instanceof Uint8Array && data[0] === messageType.sync && data[1] === messageYjsUpdate)) {
        super.send(data)
        return
      }
      if (!outgoing.complete) return
      if (data.byteLength > messageLimits.liveUpdate) {
        this.close(comingBack)
        return
      }
      super.send(data)
      outgoing.sent()
    }
  }
}
