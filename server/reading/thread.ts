import { Worker } from 'node:worker_threads'
import { AppError, badRequest } from '#server/base/errors.ts'
import type { Job, JobResult } from './jobs.ts'

type Work = Omit<Job, 'id'>
interface Task {
  prepare(): Work | Promise<Work>
  resolve(answer: unknown): void
  reject(error: Error): void
}

const tooLong = () => new AppError(422, 'too-long', 'Reading this took too long, and was given up.')

/**
 * A thread that does one job after another, each prepared when its turn comes: only one board's bytes are in memory at
 * a time. A job that fills the memory, or takes longer than `most` ms, ends the thread; the next one gets a new one.
 */
export class ReadingThread {
  readonly #most: number
  readonly #queue: Task[] = []
  #worker: Worker | null = null
  #busy = false
  #next = 1

  constructor(most: number) {
    this.#most = most
  }

  ask<A>(prepare: Task['prepare']): Promise<A> {
    return new Promise<A>((resolve, reject) => {
      this.#queue.push({ prepare, resolve: answer => resolve(answer as A), reject })
      if (!this.#busy) void this.#workOff()
    })
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  async #workOff(): Promise<void> {
    this.#busy = true
    for (let task = this.#queue.shift(); task; task = this.#queue.shift())
      await Promise.resolve()
        .then(task.prepare)
        .then(work => this.#run(work))
        .then(task.resolve, task.reject)
    this.#busy = false
  }

  #run(work: Work): Promise<unknown> {
    this.#worker ??= this.#start()
    const worker = this.#worker
    const id = this.#next++
    return new Promise((resolve, reject) => {
      const settle = (done: () => void) => {
        clearTimeout(limit)
        worker.off('message', answered).off('error', lost).off('exit', ended)
        done()
      }
      const lost = (error: unknown) =>
        settle(() => {
          this.#worker = null
          reject(error instanceof Error ? error : new Error(String(error)))
        })
      const ended = () => lost(new Error('The reading thread ended.'))
      const answered = (result: JobResult) => {
        if (result.id !== id) return
        settle(() => {
          if (result.ok) resolve(result.answer)
          else reject(result.expected ? badRequest(result.message) : new Error(result.message))
        })
      }
      const limit = setTimeout(() => {
        lost(tooLong())
        void worker.terminate()
      }, this.#most)
      worker.on('message', answered).on('error', lost).on('exit', ended)
      worker.postMessage({ id, ...work } as Job)
    })
  }

  #start(): Worker {
    const started = new Worker(new URL('./worker.ts', import.meta.url), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      // A file made to fill the memory ends this thread, and nothing else.
      resourceLimits: { maxOldGenerationSizeMb: 1536 },
    })
    const forget = () => {
      if (this.#worker === started) this.#worker = null
    }
    started.on('error', forget).on('exit', forget)
    started.unref()
    return started
  }
}
