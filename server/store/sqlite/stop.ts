import { parentPort } from 'node:worker_threads'

/** No more messages are taken; the thread ends by itself when this one has been answered. */
export function stopSoon(): null {
  setImmediate(() => parentPort?.close())
  return null
}
