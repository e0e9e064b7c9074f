/** One durable update of one document. Documents are boards (`boardId`) and drafts (`boardId.draft.round.personId`). */
export interface LogEntry {
  docId: string
  /** From 1, without gaps, per document. */
  seq: number
  /** Server's clock, ms. */
  at: number
  /** The person who made the update; null for the server's own. */
  actor: string | null
  /** Yjs update, V1, as applied (re-encoded by the gate). */
  update: Uint8Array
}
export interface KeyframeRecord {
  docId: string
  /** State after this seq. */
  seq: number
  state: Uint8Array
  /** SHA-256 of `state`, hex: a keyframe that does not match is rebuilt from the log. */
  sha256: string
}
export interface LeaseRecord {
  docId: string
  client: number
  personId: string
}

export interface LogStore {
  /**
   * Appends in one transaction and resolves when it is durable on the disk (fsync); "saved" is shown only then. Entries
   * of one document must continue its seq, else `conflict`; leases are written in the same transaction. An append that
   * rejects has stored nothing: the same seq can be tried again.
   */
  append(entries: readonly LogEntry[], leases: readonly LeaseRecord[]): Promise<void>
  /**
   * Returns entries with seq > after, in order, at most `limit`. Rejects with `damaged`, naming the entry, when one is
   * damaged or missing: an incomplete history is never returned as complete.
   */
  read(docId: string, after: number, limit: number): Promise<LogEntry[]>
  /** The newest seq; 0 for a document without updates. */
  head(docId: string): Promise<number>
  keyframe(docId: string): Promise<KeyframeRecord | null>
  /** Replaces the stored one, unless that is newer. */
  putKeyframe(keyframe: KeyframeRecord): Promise<void>
  leases(docId: string): Promise<LeaseRecord[]>
  /** Returns the ids of documents that begin with `prefix`: the drafts of a board. */
  docs(prefix: string): Promise<string[]>
  /** Removes a document, its log, keyframe and leases for good: drafts after an anonymous reveal. */
  erase(docId: string): Promise<void>
}
