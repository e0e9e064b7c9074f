import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageLimits } from '#lib/protocol/messages.ts'
import { awarenessFrame } from './frames.ts'

interface Entry {
  clock: number
  /** The record as it goes out: id, clock, state. */
  record: Uint8Array
  owner: object
}

/**
 * Who points where: the newest bytes for each client id. Changes wait for the next tick and leave as one frame, in
 * which a record that cannot be read would hide all behind it: so each must be JSON, and small.
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
   * Takes the records of one message in. `mine` says whether a client id is the sender's; stock providers echo what
   * they hear of others, which is left out. Throws on a damaged message, and on one whose own record is.
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

  /** Takes a closed connection's clients away. */
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

  /** Everybody, for somebody who joins; null when there is nobody. */
  all(): Buffer | null {
    if (this.#entries.size === 0) return null
    return awarenessFrame([...this.#entries.values()].map(entry => entry.record))
  }

  /** What changed since the last tick. */
  drain(): Buffer {
    const built = awarenessFrame([...this.#changed.values()])
    this.#changed.clear()
    return built
  }

  /** Milliseconds between two frames, by how many people are in the room. */
  static tick(people: number): number {
    return people <= 100 ? 50 : people <= 200 ? 100 : 250
  }
}

const nullBytes = Buffer.from('null')
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Whether every browser can read it: an object in JSON, within the limit. */
function isState(text: Uint8Array): boolean {
  if (text.length > messageLimits.awareness) return false
  const state: unknown = JSON.parse(utf8.decode(text))
  return typeof state === 'object' && state !== null
}
