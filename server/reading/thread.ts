import { AppError, badRequest } from '#server/base/errors.ts'
import { FairQueue } from '#server/base/fair-queue.ts'
import { WorkerThread } from '#server/base/thread.ts'
import type { ReadingFailure, ReadingJobs } from './jobs.ts'

const tooLong = () => new AppError('too-long', 'Reading this took too long, and was given up.')
const busy = 'Many boards and files are being read at this moment. Wait a few seconds, then try again.'

/**
 * A thread that runs one job after another, in turns between those who ask, and prepares each when it starts, so that
 * only one board's bytes are in memory. A job that fills the memory, or takes longer than `most` ms, ends the thread; the next one starts a new one.
 */
export class ReadingThread {
  readonly #most: number
  readonly #thread = new WorkerThread<ReadingJobs>(new URL('./worker.ts', import.meta.url), {
    // A file made to fill the memory ends this thread, and nothing else.
    resourceLimits: { maxOldGenerationSizeMb: 1536 },
    toError(failure) {
      const { expected, message } = failure as ReadingFailure
      return expected ? badRequest(message) : new Error(message)
    },
  })
  readonly #queue: FairQueue

  /** `most`: ms of one job; `waiting`: jobs that may wait. */
  constructor(most: number, waiting: number) {
    this.#most = most
    this.#queue = new FairQueue({ atOnce: 1, waiting, full: busy })
  }

  /** `by` asks. Rejects with AppError when the file is wrong, the job took too long, or too many wait. */
  ask<N extends keyof ReadingJobs>(
    by: string,
    name: N,
    prepare: () => ReadingJobs[N]['ask'] | Promise<ReadingJobs[N]['ask']>,
  ): Promise<ReadingJobs[N]['answer']> {
    return this.#queue.run([by], async () => this.#run(name, await prepare()))
  }

  close(): Promise<void> {
    return this.#thread.end(new Error('The reading thread is closed.'))
  }

  async #run<N extends keyof ReadingJobs>(name: N, ask: ReadingJobs[N]['ask']): Promise<ReadingJobs[N]['answer']> {
    const limit = setTimeout(() => void this.#thread.end(tooLong()), this.#most)
    try {
      return await this.#thread.ask(name, ask)
    } finally {
      clearTimeout(limit)
    }
  }
}
