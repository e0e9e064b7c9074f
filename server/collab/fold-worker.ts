import { createHash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'

/** One batch for one document: `state` is given when the worker said that it does not hold the document. */
export interface FoldJob {
  id: number
  docId: string
  /** Seq of the state that the updates continue. */
  from: number
  to: number
  state: Uint8Array | null
  updates: Uint8Array[]
}
export type FoldResult =
  | { id: number; ok: true; state: Uint8Array<ArrayBuffer>; sha256: string }
  | { id: number; ok: false; reason: 'state-needed' | 'damaged'; message: string }

/** Documents stay loaded here while they are being edited, so that a fold costs its updates and one encoding. */
const held = new Map<string, { doc: Y.Doc; seq: number; bytes: number }>()
const heldBytes = 16 * 1024 * 1024

function fold(job: FoldJob): FoldResult {
  let entry = held.get(job.docId)
  if (entry?.seq !== job.from) {
    held.delete(job.docId)
    if (!job.state) return { id: job.id, ok: false, reason: 'state-needed', message: '' }
    entry = { doc: new Y.Doc(), seq: job.from, bytes: 0 }
    if (job.state.length > 0) Y.applyUpdate(entry.doc, job.state)
  }
  const { doc } = entry
  for (const update of job.updates) Y.applyUpdate(doc, update)
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    held.delete(job.docId)
    return { id: job.id, ok: false, reason: 'damaged', message: `updates to ${job.to} do not follow from ${job.from}` }
  }
  const state = Y.encodeStateAsUpdate(doc) as Uint8Array<ArrayBuffer>
  held.delete(job.docId)
  held.set(job.docId, { doc, seq: job.to, bytes: state.length })
  let total = 0
  for (const [docId, { bytes }] of [...held].reverse()) {
    total += bytes
    if (total > heldBytes) held.delete(docId)
  }
  return { id: job.id, ok: true, state, sha256: createHash('sha256').update(state).digest('hex') }
}

parentPort?.on('message', (job: FoldJob) => {
  let result: FoldResult
  try {
    result = fold(job)
  } catch (error) {
    held.delete(job.docId)
    result = { id: job.id, ok: false, reason: 'damaged', message: String(error) }
  }
  parentPort?.postMessage(result, result.ok ? [result.state.buffer] : [])
})
