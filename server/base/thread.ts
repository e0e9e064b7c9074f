import { type ResourceLimits, Worker } from 'node:worker_threads'

/** The jobs of a thread, by name. Everything in them is passed by structured clone. */
export type Jobs<J> = { [N in keyof J]: { ask: unknown; answer: unknown } }

/** The thread's reply to one job; `toError` here and `toFailure` there agree on how an error is sent. */
export type Reply = { id: number; ok: true; answer: unknown } | { id: number; ok: false; failure: unknown }

interface Options {
  /** The thread's `workerData`. */
  data?: unknown
  resourceLimits?: ResourceLimits
  /**
   * For a thread whose work a second one could not continue: once ended it is not restarted, and it keeps the process
   * alive.
   */
  once?: boolean
  /** Makes an Error of the failure that the thread reported. */
  toError?(failure: unknown): Error
  /** The error for everybody who waits when the thread ends by itself. */
  endedBy?(cause: Error | null): Error
}

const saysWhy = (cause: Error | null): Error => new Error(cause ? String(cause) : 'The thread ended.', { cause })

/**
 * The main thread's end of a worker thread: started at the first job, and again at the next one if it ended. The
 * worker's end is `answerJobs`.
 */
export class WorkerThread<J extends Jobs<J>> {
  readonly #script: URL
  readonly #options: Options
  readonly #waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>()
  #worker: Worker | null = null
  #ended: Error | null = null
  #next = 1

  constructor(script: URL, options: Options = {}) {
    this.#script = script
    this.#options = options
  }

  /** Rejects with the thread's own failure, or when the thread ends before it replied. */
  ask<N extends keyof J & string>(job: N, body: J[N]['ask']): Promise<J[N]['answer']> {
    if (this.#ended) return Promise.reject(this.#ended)
    this.#worker ??= this.#start()
    const worker = this.#worker
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject })
      worker.postMessage({ id, job, body })
    })
  }

  /** Ends the thread at once; its open jobs are rejected with the reason. */
  async end(reason: Error): Promise<void> {
    const worker = this.#worker
    this.#lost(worker, reason)
    await worker?.terminate()
  }

  /** Resolves when the thread has ended by itself, as it does after its last job. */
  async gone(): Promise<void> {
    const worker = this.#worker
    if (worker) await new Promise(resolve => worker.once('exit', resolve))
  }

  #start(): Worker {
    const { data, resourceLimits, once, endedBy = saysWhy } = this.#options
    const worker = new Worker(this.#script, {
      workerData: data,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      ...(resourceLimits ? { resourceLimits } : {}),
    })
    if (!once) worker.unref()
    worker.on('message', (reply: Reply) => this.#received(reply))
    worker.on('error', error => this.#lost(worker, endedBy(error instanceof Error ? error : new Error(String(error)))))
    worker.on('exit', () => this.#lost(worker, endedBy(null)))
    return worker
  }

  #received(reply: Reply): void {
    const asked = this.#waiting.get(reply.id)
    this.#waiting.delete(reply.id)
    if (reply.ok) asked?.resolve(reply.answer)
    else asked?.reject(this.#options.toError?.(reply.failure) ?? new Error(String(reply.failure)))
  }

  #lost(worker: Worker | null, reason: Error): void {
    if (this.#worker !== worker) return
    this.#worker = null
    if (this.#options.once) this.#ended ??= reason
    for (const { reject } of this.#waiting.values()) reject(reason)
    this.#waiting.clear()
  }
}
