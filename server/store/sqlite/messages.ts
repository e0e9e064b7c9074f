import type { LeaseRecord, LogEntry } from '../log-store.ts'

/** The jobs of the store's workers, and their replies. */
export interface Query {
  sql: string
  parameters: readonly unknown[]
}
export interface Rows {
  rows: unknown[]
  changes: number
}

export interface SqliteJobs {
  /** Returns when the file is open; rejects with the reason when it cannot be opened. */
  ready: { ask: null; answer: null }
  /** One statement; in the writer it is part of the next group. */
  query: { ask: Query; answer: Rows }
  /** Several statements, all or none. */
  batch: { ask: Query[]; answer: null }
  append: { ask: { entries: readonly LogEntry[]; leases: readonly LeaseRecord[] }; answer: null }
  /** Statements that delete for good: zeroes on the disk, and nothing left in the WAL. */
  forget: { ask: Query[]; answer: null }
  read: { ask: { docId: string; after: number; limit: number }; answer: LogEntry[] }
  /** The tables to check, one by one; none of a file so large that looking through it would hold up a close. */
  tables: { ask: null; answer: string[] }
  /** Rejects with `damaged` when a page of the table, or of its indexes, is not as SQLite writes it. */
  check: { ask: { table: string }; answer: null }
  backup: { ask: { target: string }; answer: null }
  close: { ask: null; answer: null }
}
export type Op = keyof SqliteJobs

export interface WorkerOptions {
  file: string
  /** Highest number of pages of the file: makes a full disk in tests. */
  maxPages?: number
}
