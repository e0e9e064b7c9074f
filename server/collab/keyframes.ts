import { WorkerThread } from '#server/base/thread.ts'
import type { KeyframeRecord } from '../store/log-store.ts'
import type { FoldJobs } from './fold-worker.ts'

/** Input of a fold: the room's last keyframe and the durable updates after it. */
export interface Fold {
  docId: string
  base: { seq: number; state: () => Uint8Array } | null
  updates: readonly Uint8Array[]
}

/** Makes keyframes in a worker thread, so that the thread with the sockets never encodes a whole board. */
export class KeyframeFolder {
  readonly #thread = new WorkerThread<FoldJobs>(new URL('./fold-worker.ts', import.meta.url))

  /** Rejects when the updates do not apply; the room then keeps its old keyframe. */
  async fold({ docId, base, updates }: Fold): Promise<KeyframeRecord> {
    const from = base?.seq ?? 0
    const job = { docId, from, to: from + updates.length, updates: [...updates] }
    const folded =
      (await this.#thread.ask('fold', { ...job, state: base ? null : new Uint8Array() })) ??
      (await this.#thread.ask('fold', { ...job, state: base?.state() ?? null }))
    if (!folded) throw new Error(`${docId} was folded without the state it continues`)
    return { docId, seq: job.to, ...folded }
  }

  /** What a document has beyond a state vector, as one update. Rejects when the updates do not apply. */
  async beyond({ docId, base, updates }: Fold, stateVector: Uint8Array): Promise<Uint8Array> {
    const from = base?.seq ?? 0
    const job = { docId, from, to: from + updates.length, updates: [...updates] }
    const answer =
      (await this.#thread.ask('beyond', { ...job, state: base ? null : new Uint8Array(), stateVector })) ??
      (await this.#thread.ask('beyond', { ...job, state: base?.state() ?? null, stateVector }))
    if (!answer) throw new Error(`${docId} was asked for without the state it continues`)
    return answer
  }

  /** Lets go of a document that has left memory. */
  forget(docId: string): void {
    this.#thread.ask('forget', { docId }).catch(() => {})
  }

  close(): Promise<void> {
    return this.#thread.end(new Error('The folder of keyframes is closed.'))
  }
}
