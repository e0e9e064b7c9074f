import { Worker } from 'node:worker_threads'
import type { Job, JobName, JobResult, Jobs } from './record-worker.ts'

/** The main thread's end of the recorder: started when first needed, and again if it should end. */
export class RecordThread {
  #worker: Worker | null = null
  #next = 1
  readonly #waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>()

  /** Rejects with the worker's own words. */
  ask<J extends JobName>(job: J, body: Jobs[J]['ask']): Promise<Jobs[J]['answer']> {
    this.#worker ??= this.#start()
    const worker = this.#worker
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject })
      worker.postMessage({ id, job, body } as Job)
    })
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  #start(): Worker {
    const worker = new Worker(new URL('./record-worker.ts', import.meta.url))
    worker.unref()
    worker.on('message', (result: JobResult) => {
      const asked = this.#waiting.get(result.id)
      this.#waiting.delete(result.id)
      if (result.ok) asked?.resolve(result.answer)
      else asked?.reject(new Error(result.message))
    })
    worker.on('error', error => this.#lost(worker, String(error)))
    worker.on('exit', () => this.#lost(worker, 'the worker ended'))
    return worker
  }

  #lost(worker: Worker, message: string): void {
    if (this.#worker !== worker) return
    this.#worker = null
    for (const { reject } of this.#waiting.values()) reject(new Error(message))
    this.#waiting.clear()
  }
}
