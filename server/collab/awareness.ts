import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageLimits } from '#lib/protocol/messages.ts'
import { awarenessFrame } from './frames.ts'

interface Entry {
  clock: number
  /** The record as it is sent: id, clock, state. */
  record: Uint8Array
  owner: object
}

/**
 * Cursors and selections: the newest bytes for each client id. Changes wait for the next tick and leave as one frame.
 * One unreadable record in it would hide all that follow, so each must be JSON and small.
 */
export class AwarenessRelay {
  readonly #entries = new Map<number, Entry>()
  readonly #changed = new Map<number, Uint8Array>()

  get size(): number {
    return this.#entries.size
  }
  get waiting(): boolean {
    return this.#changed.size > 0
  }

  /**
   * Stores the records of one message. `mine` says whether a client id is the sender's; stock providers repeat the
   * records of others, which are ignored. Throws on a damaged message or a damaged record of the sender.
   */
  receive(owner: object, update: Uint8Array, mine: (client: number) => boolean): void {
    const decoder = decoding.createDecoder(update)
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      const start = decoder.pos
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const length = decoding.readVarUint(decoder)
      const end = decoder.pos + length
      if (end > update.length) throw new RangeError('awareness record past the end')
      const text = update.subarray(decoder.pos, end)
      const isNull = length === 4 && text.every((byte, i) => byte === nullBytes[i])
      decoder.pos = end
      const known = this.#entries.get(client)
      if (known && (known.clock > clock || (known.clock === clock && !isNull))) continue
      if (!mine(client)) continue
      if (!isNull && !isState(text)) throw new TypeError('an awareness record that nobody can read')
      // A copy: the message's buffer belongs to the socket.
      const record = update.slice(start, end)
      if (isNull) this.#entries.delete(client)
      else this.#entries.set(client, { clock, record, owner })
      if (!isNull || known) this.#changed.set(client, record)
    }
  }

  /** Removes the clients of a closed connection. */
  leave(owner: object): void {
    for (const [client, entry] of this.#entries) {
      if (entry.owner !== owner) continue
      this.#entries.delete(client)
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, entry.clock)
      encoding.writeVarString(encoder, 'null')
      this.#changed.set(client, encoding.toUint8Array(encoder))
    }
  }

  /** Returns all records as one frame for a new connection; null when there are none. */
  all(): Buffer | null {
    if (this.#entries.size === 0) return null
    return awarenessFrame([...this.#entries.values()].map(entry => entry.record))
  }

  /** Returns what changed since the last tick. */
  drain(): Buffer {
    const built = awarenessFrame([...this.#changed.values()])
    this.#changed.clear()
    return built
  }

  /** Returns the milliseconds between two frames, by the number of people in the room. */
  static tick(people: number): number {
    return people <= 100 ? 50 : people <= 200 ? 100 : 250
  }
}

const nullBytes = Buffer.from('null')
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Whether every browser can read the state: a JSON object within the size limit. */
function isState(text: Uint8Array): boolean {
  if (text.length > messageLimits.awareness) return false
  const state: unknown = JSON.parse(utf8.decode(text))
  return typeof state === 'object' && state !== null
}
