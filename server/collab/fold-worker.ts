import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { answerJobs } from '#server/base/thread-answers.ts'

/** A document at a seq: a state that the thread may hold already, and the updates after it. */
interface DocumentAt {
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
/** Both return null when the document is not loaded here and its state is needed, and reject when the updates do not apply. */
export interface FoldJobs {
  fold: { ask: DocumentAt; answer: Folded | null }
  /** What it has beyond a state vector, as one update. */
  beyond: { ask: DocumentAt & { stateVector: Uint8Array }; answer: Uint8Array<ArrayBuffer> | null }
  /** The document has left memory. */
  forget: { ask: { docId: string }; answer: null }
}

/** Documents stay loaded here while they are being edited, so that a fold costs its updates and one encoding. */
const held = new Map<string, { doc: Y.Doc; seq: number; bytes: number }>()
const heldBytes = 16 * 1024 * 1024

function fold(at: DocumentAt): Folded | null {
  const doc = bring(at)
  if (!doc) return null
  const folded = Y.encodeStateAsUpdate(doc) as Uint8Array<ArrayBuffer>
  hold(at, doc, folded.length)
  return { state: folded, sha256: createHash('sha256').update(folded).digest('hex') }
}

function beyond(at: FoldJobs['beyond']['ask']): Uint8Array<ArrayBuffer> | null {
  const known = held.get(at.docId)?.bytes ?? at.state?.length ?? 0
  const doc = bring(at)
  if (!doc) return null
  hold(
    at,
    doc,
    at.updates.reduce((sum, update) => sum + update.length, known),
  )
  return Y.encodeStateAsUpdate(doc, at.stateVector) as Uint8Array<ArrayBuffer>
}

/** Returns the document at `to`. It is removed until that has succeeded, so that an error leaves no half-made document. */
function bring({ docId, from, to, state, updates }: DocumentAt): Y.Doc | null {
  const known = held.get(docId)
  const goesOn = known !== undefined && known.seq >= from && known.seq <= to
  const doc = goesOn ? known.doc : begun(state)
  if (!doc) return null
  held.delete(docId)
  for (const update of goesOn ? updates.slice(known.seq - from) : updates) Y.applyUpdate(doc, update)
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
    throw new Error(`folding ${docId}: updates to ${to} do not follow from ${from}`)
  return doc
}

function hold({ docId, to }: DocumentAt, doc: Y.Doc, bytes: number): void {
  held.set(docId, { doc, seq: to, bytes })
  let total = 0
  for (const [id, { bytes }] of [...held].reverse()) {
    total += bytes
    if (total > heldBytes) held.delete(id)
  }
}

function begun(state: Uint8Array | null): Y.Doc | null {
  if (!state) return null
  const doc = new Y.Doc()
  if (state.length > 0) Y.applyUpdate(doc, state)
  return doc
}

function forget({ docId }: FoldJobs['forget']['ask']): null {
  held.get(docId)?.doc.destroy()
  held.delete(docId)
  return null
}

const bytesOf = (answer: unknown): Uint8Array<ArrayBuffer> | null =>
  answer instanceof Uint8Array ? (answer as Uint8Array<ArrayBuffer>) : ((answer as Folded | null)?.state ?? null)

await answerJobs<FoldJobs>(
  { fold, beyond, forget },
  {
    transfer: answer => {
      const bytes = bytesOf(answer)
      return bytes ? [bytes.buffer] : []
    },
  },
)
