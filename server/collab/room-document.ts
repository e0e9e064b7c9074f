import * as Y from 'yjs'
import type { Phase } from '#lib/access/phase.ts'
import type { ServerOrigin } from '#lib/board/origin.ts'
import { rootOf } from '#lib/board/schema.ts'
import { freezesAt, readStage, withStage } from '#lib/facilitation/stage.ts'
import { reservedClient } from '#lib/gate/structure.ts'
import type { Connection } from './connection.ts'
import type { Stored } from './document.ts'
import { updateFrame } from './frames.ts'
import { JoinCache } from './join-cache.ts'
import { roomLimits } from './limits.ts'

interface InFlight {
  seq: number
  update: Uint8Array
}

/**
 * A room's document: the Y.Doc with everything admitted, and the join cache with everything durable. They differ by the
 * updates that are being written; `dropInFlight` undoes these.
 */
export class RoomDocument {
  doc: Y.Doc
  /** The newest admitted update. */
  seq: number
  readonly cache: JoinCache
  #inFlight: InFlight[] = []
  #stageChanged = true
  #phase: { base: Phase; phase: Phase; since: number; until: number } | null = null
  /** Updates that a transaction emitted and its caller has not taken yet. */
  #emitted: Uint8Array[] = []

  constructor(stored: Stored) {
    const { seq, keyframe, tail } = stored
    this.seq = seq
    this.cache =
      tail.length > roomLimits.foldAfter
        ? new JoinCache({ seq, state: Y.encodeStateAsUpdate(stored.doc) }, [])
        : new JoinCache(keyframe, tail)
    this.doc = this.#watch(stored.doc)
  }

  /** The newest durable update. */
  get durable(): number {
    return this.cache.seq
  }

  /**
   * Applies an admitted update; returns the updates that it made. When Yjs throws, the error is rethrown and nothing
   * remains of the update.
   */
  apply(update: Uint8Array, from: Connection): readonly Uint8Array[] {
    // Yjs throws in the middle: what it put aside until then is not emitted.
    return this.#emits(
      () => Y.applyUpdate(this.doc, update, from),
      () => true,
    )
  }

  /** Runs one transaction of the server; returns the updates it made. A body that throws leaves no change. */
  transact(body: (doc: Y.Doc) => void, origin: ServerOrigin): readonly Uint8Array[] {
    return this.#emits(
      () => this.doc.transact(() => body(this.doc), origin),
      emitted => emitted.length > 0,
    )
  }

  /** Whether a client id still belongs to nobody: no content has been written under it. */
  isUnused(client: number): boolean {
    return client < reservedClient && client !== this.doc.clientID && Y.getState(this.doc.store, client) === 0
  }

  /** Queues an emitted update; returns its seq. */
  admitted(update: Uint8Array): number {
    this.seq += 1
    this.#inFlight.push({ seq: this.seq, update })
    return this.seq
  }

  /** The oldest queued update is on the disk; returns its frame for everybody. */
  stored(): Buffer {
    const first = this.#inFlight.shift()
    if (!first) throw new Error('nothing was on its way')
    const frame = updateFrame(first.update)
    this.cache.add(first.update, frame)
    return frame
  }

  /** Restores the document to what is durable; nothing else was ever shown to anybody. */
  dropInFlight(): void {
    this.#inFlight = []
    this.seq = this.durable
    this.rebuild()
  }

  /** Rebuilds the document from the admitted updates, after a transaction that must leave no change. */
  rebuild(): void {
    this.doc.destroy()
    const doc = new Y.Doc()
    if (this.cache.base) Y.applyUpdate(doc, this.cache.base.state())
    for (const update of this.cache.tail) Y.applyUpdate(doc, update)
    for (const { update } of this.#inFlight) Y.applyUpdate(doc, update)
    this.doc = this.#watch(doc)
  }

  /**
   * The policy's phase: the store's part together with this document's stage. `since`: the time in ms at which it
   * replaced the one before. It may lie in the past: a timer's end freezes the wall without any message.
   */
  phase(base: Phase): { phase: Phase; since: number } {
    const at = Date.now()
    if (this.#phase?.base !== base || this.#stageChanged || at >= this.#phase.until) {
      const now = readStage(rootOf(this.doc, 'stage').get('now')?.toJSON() ?? {})
      const end = freezesAt(now)
      const until = end !== null && end > at ? end : Number.POSITIVE_INFINITY
      const phase = withStage(base, now, at)
      const before = this.#phase
      this.#phase =
        before && JSON.stringify(before.phase) === JSON.stringify(phase)
          ? { ...before, base, until }
          : { base, phase, since: Math.min(at, before?.until ?? at), until }
      this.#stageChanged = false
    }
    return this.#phase
  }

  #watch(doc: Y.Doc): Y.Doc {
    this.#stageChanged = true
    rootOf(doc, 'stage').observeDeep(() => {
      this.#stageChanged = true
    })
    doc.on('update', (update: Uint8Array) => this.#emitted.push(update))
    return doc
  }

  #emits(run: () => void, leftTrace: (emitted: readonly Uint8Array[]) => boolean): readonly Uint8Array[] {
    this.#emitted = []
    try {
      run()
      return this.#emitted
    } catch (error) {
      if (leftTrace(this.#emitted)) this.rebuild()
      throw error
    } finally {
      this.#emitted = []
    }
  }
}
