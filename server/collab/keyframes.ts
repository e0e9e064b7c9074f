import { Worker } from 'node:worker_threads'
import type { KeyframeRecord } from '../store/log-store.ts'
import type { FoldJob, FoldResult } from './fold-worker.ts'

/** What a room wants folded: the last keyframe it knows and the durable updates after it. */
export interface Fold {
  docId: string
  base: { seq: number; state: () => Uint8Array } | null
  updates: readonly Uint8Array[]
}

/** Makes keyframes in a worker thread, so that no loop with sockets on it ever encodes a whole board. */
export class KeyframeFolder {
  #worker: Worker | null = null
  #next = 1
  readonly #waiting = new Map<number, (result: FoldResult) => void>()

  /** Rejects when the updates do not apply; the room then keeps its old keyframe. */
  async fold({ docId, base, updates }: Fold): Promise<KeyframeRecord> {
    const from = base?.seq ?? 0
    const job = { docId, from, to: from + updates.length, updates: [...updates] }
    let result = await this.#ask({ ...job, state: base ? null : new Uint8Array() })
    if (!result.ok && result.reason === 'state-needed')
      result = await this.#ask({ ...job, state: base?.state() ?? null })
    if (!result.ok) throw new Error(`folding ${docId}: ${result.message}`)
    return { docId, seq: job.to, state: result.state, sha256: result.sha256 }
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  #ask(job: Omit<FoldJob, 'id'>): Promise<FoldResult> {
    this.#worker ??= this.#start()
    const worker = this.#worker
    const id = this.#next++
    return new Promise(resolve => {
      this.#waiting.set(id, resolve)
      worker.postMessage({ ...job, id } satisfies FoldJob)
    })
  }

  #start(): Worker {
    const worker = new Worker(new URL('./fold-worker.ts', import.meta.url))
    worker.unref()
    worker.on('message', (result: FoldResult) => {
      this.#waiting.get(result.id)?.(result)
      this.#waiting.delete(result.id)
    })
    worker.on('error', error => this.#lost(worker, String(error)))
    worker.on('exit', () => this.#lost(worker, 'the worker ended'))
    return worker
  }

  #lost(worker: Worker, message: string): void {
    if (this.#worker !== worker) return
    this.#worker = null
    for (const [id, resolve] of this.#waiting) resolve({ id, ok: false, reason: 'damaged', message })
    this.#waiting.clear()
  }
}
