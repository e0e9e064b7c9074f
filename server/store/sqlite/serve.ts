import { parentPort } from 'node:worker_threads'
import { toFailure } from './failure.ts'
import type { Ask, Reply } from './messages.ts'

/** The worker's end: says that it is ready (or why not), then hands on what is asked. */
export async function serve(start: () => Promise<(ask: Ask) => void> | ((ask: Ask) => void)): Promise<void> {
  try {
    const handle = await start()
    parentPort?.on('message', handle)
    reply({ id: 0, ok: null })
  } catch (error) {
    refuse(0, error)
  }
}

export function reply(message: Reply): void {
  parentPort?.postMessage(message)
}

export const refuse = (id: number, error: unknown): void => reply({ id, failure: toFailure(error) })

/** No more messages are taken; the worker ends by itself. */
export function stop(id: number): void {
  reply({ id, ok: null })
  parentPort?.close()
}
