import { setTimeout as sleep } from 'node:timers/promises'
import * as Y from 'yjs'
import type { Connection } from './connection.ts'
import { step2Frame } from './frames.ts'
import { roomLimits } from './limits.ts'
import type { RoomDocument } from './room-document.ts'
import type { RoomLog } from './room-log.ts'
import type { RoomServices } from './shared.ts'

/** An answer, which others who lack the same are given too: the update after which it was made, and its frame. */
interface Kept {
  seq: number
  /** Bytes at most. */
  size: number
  frame: Promise<Buffer>
}

/** Answers that one room keeps. */
const most = 8
/** ms between two looks whether somebody may ask again. */
const patience = 100

interface Parts {
  docId: string
  document: RoomDocument
  log: RoomLog
  shared: Pick<RoomServices, 'allowances' | 'folder' | 'log'>
  /** Whether another thread may hold a copy of the document. */
  copied: boolean
}

/**
 * Answers step 1s: what a document has beyond a state vector. One answer is open per connection until the system has
 * taken it, so many bytes per person; of questions that come meanwhile the newest counts.
 */
export class Step1Answers {
  readonly #parts: Parts
  /** Connections with an open answer, and what they have asked since. */
  readonly #open = new Map<Connection, Uint8Array | null>()
  readonly #kept = new Map<string, Kept>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Throws on a damaged state vector. */
  ask(connection: Connection, stateVector: Uint8Array): void {
    Y.decodeStateVector(stateVector)
    // A copy: the message's buffer belongs to the socket.
    const question = stateVector.slice()
    if (this.#open.has(connection)) this.#open.set(connection, question)
    else void this.#answer(connection, question)
  }

  async #answer(connection: Connection, first: Uint8Array): Promise<void> {
    const { document, shared } = this.#parts
    const allowance = shared.allowances.of(connection.personId)
    for (let question: Uint8Array | null = first; question && !connection.closed; ) {
      this.#open.set(connection, null)
      const { size } = document.cache
      await allowance.begin(size)
      try {
        await this.#deliver(connection, question, size)
      } finally {
        allowance.end(size)
      }
      question = this.#open.get(connection) ?? null
    }
    this.#open.delete(connection)
  }

  async #deliver(connection: Connection, question: Uint8Array, size: number): Promise<void> {
    const { docId, document, log, shared } = this.#parts
    const { cache } = document
    const everything = question.length === 1
    if (everything) return connection.deliver(cache.frames())
    const key = Buffer.from(question).toString('base64')
    let kept = this.#kept.get(key)
    if (!kept || kept.seq < (cache.base?.seq ?? 0)) {
      const { asked } = shared.allowances.of(connection.personId)
      while (!asked.take(roomLimits.question + size)) {
        await sleep(patience, undefined, { ref: false })
        if (connection.closed) return
      }
      kept = this.#make(question, size)
      this.#keep(key, kept)
    }
    // What comes from now on is told to everybody anyway, before the answer or after it.
    const since = cache.since(kept.seq)
    try {
      const frame = await kept.frame
      const durable = await new Promise<boolean>(resolve => log.whenDurable(kept.seq, resolve))
      if (durable) return await connection.deliver([...since, frame])
    } catch (error) {
      shared.log.warn({ err: error, docId }, 'an answer could not be made: the whole board takes its place')
    }
    if (this.#kept.get(key) === kept) this.#kept.delete(key)
    await connection.deliver(cache.frames())
  }

  /** A large board is encoded in another thread, as far as it is durable; a small one here, as far as it is admitted. */
  #make(question: Uint8Array, size: number): Kept {
    const { docId, document, shared, copied } = this.#parts
    if (!copied || size <= roomLimits.answerAtOnce) {
      const frame = Promise.resolve(step2Frame(Y.encodeStateAsUpdate(document.doc, question)))
      return { seq: document.seq, size, frame }
    }
    const { base, tail } = document.cache
    const beyond = shared.folder.beyond({ docId, base, updates: tail }, question)
    return { seq: document.durable, size, frame: beyond.then(step2Frame) }
  }

  /** Keeps the newest few, as long as they are no larger together than one connection's answer may be. */
  #keep(key: string, kept: Kept): void {
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    const base = this.#parts.document.cache.base?.seq ?? 0
    let [count, bytes] = [0, 0]
    for (const [each, { seq, size }] of [...this.#kept].reverse()) {
      count += 1
      bytes += size
      if (each !== key && (seq < base || count > most || bytes > roomLimits.unsent)) this.#kept.delete(each)
    }
  }
}
