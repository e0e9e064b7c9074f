import { WorkerThread } from '#server/base/thread.ts'
import type { Damage } from '../damage.ts'
import { StoreError } from '../store.ts'
import { type Failure, toStoreError } from './failure.ts'
import type { Op, SqliteJobs, WorkerOptions } from './messages.ts'

/** The main thread's end of one worker. */
export interface ThreadLink {
  ask<O extends Op>(op: O, body: SqliteJobs[O]['ask']): Promise<SqliteJobs[O]['answer']>
  /** Lets the worker finish its jobs, then ends it. */
  close(): Promise<void>
}

/**
 * Starts a worker; resolves when it is ready, rejects with the worker's message when it could not start. `damage` notes
 * what its jobs meet.
 */
export async function openLink(script: URL, options: WorkerOptions, damage: Damage): Promise<ThreadLink> {
  const thread = new WorkerThread<SqliteJobs>(script, {
    data: options,
    once: true,
    toError: failure => toStoreError(failure as Failure),
    endedBy: cause =>
      new StoreError('broken', cause ? `The storage stopped: ${cause.message}` : 'The storage is closed.', { cause }),
  })
  try {
    await thread.ask('ready', null)
  } catch (error) {
    await thread.end(error instanceof Error ? error : new Error(String(error)))
    throw error
  }
  return {
    ask: (op, body) =>
      thread.ask(op, body).catch(error => {
        throw damage.noted(error)
      }),
    async close() {
      const gone = thread.gone()
      await thread.ask('close', null).catch(() => {})
      await gone
    },
  }
}
