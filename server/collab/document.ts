import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import * as Y from 'yjs'
import type { Log } from '#server/base/log.ts'
import type { LogEntry, LogStore } from '../store/log-store.ts'
import { isStoreError } from '../store/store.ts'

/** The stored state of a document: everything that is durable, and nothing else. */
export interface Stored {
  doc: Y.Doc
  /** The newest seq in it. */
  seq: number
  /** The keyframe it was read from; null when there is none, or none that can be trusted. */
  keyframe: { seq: number; state: Uint8Array } | null
  /** The log after the keyframe, in order. */
  tail: readonly Uint8Array[]
  leases: Map<number, string>
}

/** The stored record of a document is inconsistent: it must be neither shown nor written to. */
export class DamagedDocument extends Error {}

/** Whether a document could not be loaded because of what is stored of it: trying again will not help. */
export const isDamaged = (error: unknown): boolean =>
  error instanceof DamagedDocument || (isStoreError(error) && error.kind === 'damaged')

export const stateHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const page = 500

/**
 * Reads a document from its keyframe and the log after it; when the keyframe is damaged, from the log alone, which the
 * server's log notes. Throws DamagedDocument when the log has a gap or cannot be applied.
 */
export async function loadDocument(store: LogStore, docId: string, log: Log): Promise<Stored> {
  const [kept, leases] = await Promise.all([store.keyframe(docId), store.leases(docId)])
  const owners = new Map(leases.map(lease => [lease.client, lease.personId]))
  if (kept) {
    const doc = new Y.Doc()
    if (stateHash(kept.state) === kept.sha256 && applies(doc, kept.state)) {
      const tail = await applyLog(store, docId, doc, kept.seq)
      const keyframe = { seq: kept.seq, state: kept.state }
      return { doc, seq: kept.seq + tail.length, keyframe, tail, leases: owners }
    }
    doc.destroy()
    log.warn({ docId, seq: kept.seq }, 'the keyframe is damaged: rebuilding it from the log')
  }
  const doc = new Y.Doc()
  const tail = await applyLog(store, docId, doc, 0)
  if (kept && tail.length < kept.seq)
    throw new DamagedDocument(`the log of ${docId} ends at ${tail.length}, before its damaged keyframe at ${kept.seq}`)
  return { doc, seq: tail.length, keyframe: null, tail, leases: owners }
}

async function applyLog(store: LogStore, docId: string, doc: Y.Doc, after: number): Promise<Uint8Array[]> {
  const updates: Uint8Array[] = []
  for (;;) {
    const entries = await store.read(docId, after + updates.length, page)
    for (const entry of entries) {
      check(entry, after + updates.length + 1)
      if (!applies(doc, entry.update)) throw new DamagedDocument(`entry ${entry.seq} of ${docId} cannot be applied`)
      updates.push(entry.update)
      if (updates.length % 50 === 0) await nextTurn()
    }
    if (entries.length < page) return updates
  }
}

function check(entry: LogEntry, expected: number): void {
  if (entry.seq !== expected)
    throw new DamagedDocument(`the log of ${entry.docId} has ${entry.seq} where ${expected} should be`)
}

/** Whether an update applies completely, without waiting for other updates. */
function applies(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update)
    return doc.store.pendingStructs === null && doc.store.pendingDs === null
  } catch {
    return false
  }
}
