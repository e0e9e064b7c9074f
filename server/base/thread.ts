import { type ResourceLimits, Worker } from 'node:worker_threads'

/** What a thread may be asked, by name. Everything in it crosses by structured clone. */
export type Jobs<J> = { [N in keyof J]: { ask: unknown; answer: unknown } }

/** The thread's answer to one question; how an error is told is agreed by `toError` here and `toFailure` there. */
export type Reply = { id: number; ok: true; answer: unknown } | { id: number; ok: false; failure: unknown }

interface Options {
  /** The thread's `workerData`. */
  data?: unknown
  resourceLimits?: ResourceLimits
  /** It holds what a second one could not take over: once ended it is not started again, and it keeps the process alive. */
  once?: boolean
  /** An error from what the thread told of it. */
  toError?(failure: unknown): Error
  /** Why a thread ended by itself, as those are told who wait for it. */
  endedBy?(cause: Error | null): Error
}

const saysWhy = (cause: Error | null): Error => new Error(cause ? String(cause) : 'The thread ended.', { cause })

/**
 * The main thread's end of a worker thread: started when first asked, and again if it should end. Its other end is
 * `answerJobs` in the script.
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

  /** Rejects with the thread's own failure, or when the thread ends before it has answered. */
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

  /** Ends the thread at once; what it was asked is refused with the reason. */
  async end(reason: Error): Promise<void> {
    const worker = this.#worker
    this.#lost(worker, reason)
    await worker?.terminate()
  }

  /** Resolves when the thread has ended by itself, as it does when its last job stops it. */
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
    worker.on('message', (reply: Reply) => this.#told(reply))
    worker.on('error', error => this.#lost(worker, endedBy(error instanceof Error ? error : new Error(String(error)))))
    worker.on('exit', () => this.#lost(worker, endedBy(null)))
    return worker
  }

  #told(reply: Reply): void {
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
