import { Worker } from 'node:worker_threads'
import { StoreError } from '../store.ts'
import { toStoreError } from './failure.ts'
import type { Answers, Op, Reply, WorkerOptions } from './messages.ts'

/** The main thread's end of one worker. */
export interface Link {
  ask<O extends Op>(op: O, body: Answers[O]['ask']): Promise<Answers[O]['answer']>
  /** Lets the worker finish what it was asked, then ends it. */
  close(): Promise<void>
}

interface Waiting {
  resolve(value: unknown): void
  reject(error: unknown): void
}

/** Starts a worker; resolves when it is ready, rejects with its own words when it could not start. */
export async function openLink(script: URL, options: WorkerOptions): Promise<Link> {
  const worker = new Worker(script, { workerData: options, execArgv: ['--disable-warning=ExperimentalWarning'] })
  const waiting = new Map<number, Waiting>()
  let ended: StoreError | null = null
  let nextId = 1

  const end = (error: StoreError) => {
    ended ??= error
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
  }
  worker.on('message', (reply: Reply) => {
    const asked = waiting.get(reply.id)
    waiting.delete(reply.id)
    if ('failure' in reply) asked?.reject(toStoreError(reply.failure))
    else asked?.resolve(reply.ok)
  })
  worker.on('error', error => end(new StoreError('broken', `The storage stopped: ${error.message}`, { cause: error })))
  worker.on('exit', () => end(new StoreError('broken', 'The storage is closed.')))

  await new Promise((resolve, reject) => waiting.set(0, { resolve, reject }))
  const ask: Link['ask'] = (op, body) =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended)
      const id = nextId++
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject })
      worker.postMessage({ id, op, body })
    })
  return {
    ask,
    async close() {
      if (ended) return
      const gone = new Promise(resolve => worker.once('exit', resolve))
      await ask('close', null)
      await gone
    },
  }
}
