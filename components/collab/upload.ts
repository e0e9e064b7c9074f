import * as encoding from 'lib0/encoding'
import { messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { messageLimits, messageType } from '#lib/protocol/messages.ts'
import type { Outgoing } from './ack-socket.ts'

export interface UploadEvents {
  /** A new socket: the server counts our sync messages from 1 again. */
  opened(): void
  /** A sync message went out; `all`: with it, everything written here until now. */
  sent(all: boolean): void
  /** What is here cannot be sent at all. */
  tooLarge(): void
}

/** What one piece may hold: well within a live update, and little for the gate to check at once. */
const pieceBounds = { bytes: messageLimits.liveUpdate / 2, structs: 4_000 }

const nothing = new Uint8Array([0, 0])

/** Some of what the server takes of a person; the rest is for their other windows. */
const share = 0.9

/**
 * Answers the server's question for what it lacks. Much offline work goes up in pieces, no faster than the server takes
 * it; live updates are held back meanwhile, for they build on pieces that are not there yet.
 */
export class Upload implements Outgoing {
  complete = false
  readonly #doc: Y.Doc
  readonly #events: UploadEvents
  #send: (message: Uint8Array) => void = () => {}
  /** Counts answers: a new question, or a new socket, ends the one before. */
  #run = 0
  #left: number = messageLimits.parts.burst * share
  #leftAt = performance.now()

  constructor(doc: Y.Doc, events: UploadEvents) {
    this.#doc = doc
    this.#events = events
  }

  opened(send: (message: Uint8Array) => void): void {
    this.stop()
    this.#send = send
    this.#events.opened()
  }
  sent(): void {
    this.#events.sent(true)
  }
  stop(): void {
    this.#run += 1
    this.complete = false
  }

  /** `known`: the state vector that the server asked with. */
  async answer(known: Uint8Array): Promise<void> {
    this.stop()
    const run = this.#run
    const whole = Y.encodeStateAsUpdate(this.#doc, known)
    if (whole.length <= messageLimits.liveUpdate) {
      this.#put(messageYjsSyncStep2, whole, true)
      return
    }
    try {
      await this.#inPieces(known, run)
    } catch {
      // The program for it cannot be fetched, or the document holds what no board does: the server says what it does not take.
      if (run !== this.#run) return
      const all = Y.encodeStateAsUpdate(this.#doc, known)
      if (all.length > messageLimits.firstSync) this.#events.tooLarge()
      else this.#put(messageYjsSyncStep2, all, true)
    }
  }

  async #inPieces(known: Uint8Array, run: number): Promise<void> {
    const { inPieces } = await import('#lib/gate/pieces.ts')
    let kind: number = messageYjsSyncStep2
    let from = known
    let changed = true
    const noteChange = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      changed ||= local
    }
    this.#doc.on('update', noteChange)
    try {
      while (changed) {
        if (run !== this.#run) return
        changed = false
        const pieces = inPieces(this.#doc, from, pieceBounds)
        from = Y.encodeStateVector(this.#doc)
        for (const [at, { update, parts }] of pieces.entries()) {
          await this.#allowance(parts)
          if (run !== this.#run) return
          this.#put(kind, update, !changed && at === pieces.length - 1)
          kind = messageYjsUpdate
        }
        if (pieces.length === 0) this.#put(kind, nothing, !changed)
      }
    } finally {
      this.#doc.off('update', noteChange)
    }
  }

  #put(kind: number, update: Uint8Array, all: boolean): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageType.sync)
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, update)
    if (all) this.complete = true
    this.#send(encoding.toUint8Array(encoder))
    this.#events.sent(all)
  }

  /** Waits until the server takes so many more parts of this person. */
  async #allowance(parts: number): Promise<void> {
    const { burst, perSecond } = messageLimits.parts
    const now = performance.now()
    this.#left = Math.min(burst * share, this.#left + ((now - this.#leftAt) / 1000) * perSecond * share) - parts
    this.#leftAt = now
    if (this.#left < 0) await new Promise(resolve => setTimeout(resolve, (-this.#left / (perSecond * share)) * 1000))
  }
}
