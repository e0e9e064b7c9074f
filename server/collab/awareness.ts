import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageLimits } from '#lib/protocol/messages.ts'
import { knownPresence } from '#lib/protocol/presence.ts'
import { awarenessFrame } from './frames.ts'
import type { Bucket } from './limits.ts'

interface Entry {
  clock: number
  /** The record as it is sent: id, clock, state. */
  record: Uint8Array
  owner: object
}

interface Change {
  record: Uint8Array
  /** Whose bytes it takes; null: nobody's. */
  share: Bucket | null
}

/**
 * Cursors and selections: the newest record for each client id, with nothing in it but what a tab may show. Changes
 * wait for the next tick and leave as one frame; of who has shown too much they wait longer, and newer ones take their
 * place.
 */
export class AwarenessRelay {
  readonly #entries = new Map<number, Entry>()
  readonly #changed = new Map<number, Change>()

  get size(): number {
    return this.#entries.size
  }
  get waiting(): boolean {
    return this.#changed.size > 0
  }

  /**
   * Stores the records of one message. `mine` says whether a client id is the sender's; stock providers repeat the
   * records of others, which are ignored. `share`: bytes that the sender may show. Throws on a damaged message or a
   * damaged record of the sender.
   */
  receive(owner: object, update: Uint8Array, mine: (client: number) => boolean, share: Bucket): void {
    const decoder = decoding.createDecoder(update)
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
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
      const record = recordOf(client, clock, isNull ? 'null' : shown(text))
      if (isNull) this.#entries.delete(client)
      else this.#entries.set(client, { clock, record, owner })
      if (!isNull || known) this.#changed.set(client, { record, share })
    }
  }

  /** Removes the clients of a closed connection. */
  leave(owner: object): void {
    for (const [client, entry] of this.#entries) {
      if (entry.owner !== owner) continue
      this.#entries.delete(client)
      this.#changed.set(client, { record: recordOf(client, entry.clock, 'null'), share: null })
    }
  }

  /** Returns all records as one frame for a new connection; null when there are none. */
  all(): Buffer | null {
    if (this.#entries.size === 0) return null
    return awarenessFrame([...this.#entries.values()].map(entry => entry.record))
  }

  /** Returns what changed since the last tick and is due; null when nothing is. */
  drain(): Buffer | null {
    const due: Uint8Array[] = []
    for (const [client, { record, share }] of this.#changed) {
      if (share && !share.take(record.length)) continue
      due.push(record)
      this.#changed.delete(client)
    }
    return due.length > 0 ? awarenessFrame(due) : null
  }

  /** Returns the milliseconds between two frames, by the number of people in the room. */
  static tick(people: number): number {
    return people <= 100 ? 50 : people <= 200 ? 100 : 250
  }
}

const nullBytes = Buffer.from('null')
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A record as it is sent: client id, clock, state as JSON. */
function recordOf(client: number, clock: number, state: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, state)
  return encoding.toUint8Array(encoder)
}

/**
 * What others are shown of a state. Throws when it is no JSON object within the size limit: one unreadable record would
 * hide all that follow it in a frame.
 */
function shown(text: Uint8Array): string {
  const state: unknown = text.length > messageLimits.awareness ? null : JSON.parse(utf8.decode(text))
  if (typeof state !== 'object' || state === null) throw new TypeError('an awareness record that nobody can read')
  return JSON.stringify(knownPresence(state))
}
