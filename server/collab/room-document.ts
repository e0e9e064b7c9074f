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
 * A room's document: in memory as far as admitted, in the join cache as far as durable. The two differ by what is on
 * its way to the disk, and `dropInFlight` takes the difference back.
 */
export class RoomDocument {
  doc: Y.Doc
  /** The newest admitted update. */
  seq: number
  readonly cache: JoinCache
  #inFlight: InFlight[] = []
  #stageChanged = true
  #phase: { base: Phase; phase: Phase; since: number; until: number } | null = null
  /** What transactions emit, until who runs them takes it. */
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

  /** Applies what the gate let through; returns what became of it. An error is thrown on, and leaves no trace. */
  apply(update: Uint8Array, from: Connection): readonly Uint8Array[] {
    // Yjs throws in the middle: what it put aside until then is not emitted.
    return this.#emits(
      () => Y.applyUpdate(this.doc, update, from),
      () => true,
    )
  }

  /** One transaction of the server; returns the updates it made. A body that throws leaves no trace. */
  transact(body: (doc: Y.Doc) => void, origin: ServerOrigin): readonly Uint8Array[] {
    return this.#emits(
      () => this.doc.transact(() => body(this.doc), origin),
      emitted => emitted.length > 0,
    )
  }

  /** Whether a client id may still become somebody's: nobody has written under it. */
  isUnused(client: number): boolean {
    return client < reservedClient && client !== this.doc.clientID && Y.getState(this.doc.store, client) === 0
  }

  /** Takes an emitted update on; returns its seq. */
  admitted(update: Uint8Array): number {
    this.seq += 1
    this.#inFlight.push({ seq: this.seq, update })
    return this.seq
  }

  /** The oldest update on its way is on the disk; returns the frame for everybody. */
  stored(): Buffer {
    const first = this.#inFlight.shift()
    if (!first) throw new Error('nothing was on its way')
    const frame = updateFrame(first.update)
    this.cache.add(first.update, frame)
    return frame
  }

  /** Back to what is durable: nothing else was ever shown to anybody. */
  dropInFlight(): void {
    this.#inFlight = []
    this.seq = this.durable
    this.rebuild()
  }

  /** Makes the document anew from the updates that count, after a transaction that must not. */
  rebuild(): void {
    this.doc.destroy()
    const doc = new Y.Doc()
    if (this.cache.base) Y.applyUpdate(doc, this.cache.base.state())
    for (const update of this.cache.tail) Y.applyUpdate(doc, update)
    for (const { update } of this.#inFlight) Y.applyUpdate(doc, update)
    this.doc = this.#watch(doc)
  }

  /**
   * The policy's phase: the store's part, with the stage of this document. `since`: the moment, ms, when it took the
   * place of the one before, which may lie back: a timer's end freezes the wall without anybody asking.
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
