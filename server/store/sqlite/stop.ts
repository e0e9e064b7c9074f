import { parentPort } from 'node:worker_threads'

/** Closes the port: the thread takes no more messages and ends by itself when this job has replied. */
export function stopSoon(): null {
  setImmediate(() => parentPort?.close())
  return null
}
