import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { answerJobs } from '#server/base/thread-answers.ts'

/** One batch for one document. */
interface FoldJob {
  docId: string
  /** Seq of the state that these updates continue. */
  from: number
  to: number
  /** Sent when the thread replied that it does not have the document. */
  state: Uint8Array | null
  updates: Uint8Array[]
}
interface Folded {
  state: Uint8Array<ArrayBuffer>
  sha256: string
}
export interface FoldJobs {
  /**
   * Returns null when the document is not loaded here and its state is needed. Rejects when the updates do not apply.
   */
  fold: { ask: FoldJob; answer: Folded | null }
}

/** Documents stay loaded here while they are being edited, so that a fold costs its updates and one encoding. */
const held = new Map<string, { doc: Y.Doc; seq: number; bytes: number }>()
const heldBytes = 16 * 1024 * 1024

function fold({ docId, from, to, state, updates }: FoldJob): Folded | null {
  const doc = held.get(docId)?.seq === from ? held.get(docId)?.doc : begun(state)
  // Removed until the fold succeeds, so that an error leaves no half-made document.
  held.delete(docId)
  if (!doc) return null
  for (const update of updates) Y.applyUpdate(doc, update)
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
    throw new Error(`folding ${docId}: updates to ${to} do not follow from ${from}`)
  const folded = Y.encodeStateAsUpdate(doc) as Uint8Array<ArrayBuffer>
  held.set(docId, { doc, seq: to, bytes: folded.length })
  let total = 0
  for (const [id, { bytes }] of [...held].reverse()) {
    total += bytes
    if (total > heldBytes) held.delete(id)
  }
  return { state: folded, sha256: createHash('sha256').update(folded).digest('hex') }
}

function begun(state: Uint8Array | null): Y.Doc | undefined {
  if (!state) return undefined
  const doc = new Y.Doc()
  if (state.length > 0) Y.applyUpdate(doc, state)
  return doc
}

await answerJobs<FoldJobs>({ fold }, { transfer: folded => (folded ? [(folded as Folded).state.buffer] : []) })
