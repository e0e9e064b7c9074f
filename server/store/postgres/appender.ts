import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type { CompiledQuery } from 'kysely'
import { discontinued } from '../log-rows.ts'
import type { LeaseRecord, LogEntry } from '../log-store.ts'
import { StoreError } from '../store.ts'
import { inTransaction } from './connection.ts'
import { isLost, toStoreError } from './failure.ts'
import { learnHeads, write } from './log-table.ts'
import type { Locked, WriterSession } from './session.ts'

interface Waiting {
  resolve(): void
  reject(error: StoreError): void
}
interface Append extends Waiting {
  entries: readonly LogEntry[]
  leases: readonly LeaseRecord[]
}
interface Statements extends Waiting {
  queries: readonly CompiledQuery[]
}

/** ms before a connection is tried again, at first and at most. */
const [soon, late] = [50, 1_000]

/**
 * Writes the log in the order of the calls: everything queued while one statement runs goes into the next. While the
 * server is unreachable it waits, however long: only the server can tell whether the statement that ran when the
 * connection broke was stored, and until then neither "saved" nor "not saved" would be true.
 */
export class Appender {
  readonly #session: WriterSession
  #queue: (Append | Statements)[] = []
  #running: Promise<void> | null = null
  readonly #closing = new AbortController()

  constructor(session: WriterSession) {
    this.#session = session
  }

  append(entries: readonly LogEntry[], leases: readonly LeaseRecord[]): Promise<void> {
    return this.#add(waiting => ({ entries, leases, ...waiting }))
  }

  /** Runs other statements on the log's tables, all or none; these are not retried. */
  run(queries: readonly CompiledQuery[]): Promise<void> {
    return this.#add(waiting => ({ queries, ...waiting }))
  }

  /** Writes what is queued, unless the server is unreachable. */
  async close(): Promise<void> {
    this.#closing.abort()
    await this.#running
  }

  #add(job: (waiting: Waiting) => Append | Statements): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#queue.push(job({ resolve, reject }))
      this.#running ??= this.#run()
    })
  }

  async #run(): Promise<void> {
    // Without this turn each append of one moment would become its own commit.
    await nextTurn()
    for (;;) {
      const [first] = this.#queue
      if (!first) break
      if ('queries' in first) {
        this.#queue.shift()
        await this.#statements(first)
        continue
      }
      const other = this.#queue.findIndex(job => 'queries' in job)
      const group = this.#queue.splice(0, other < 0 ? this.#queue.length : other)
      await this.#commit(group.filter(job => 'entries' in job))
    }
    this.#running = null
  }

  async #statements({ queries, resolve, reject }: Statements): Promise<void> {
    try {
      const { client, heads } = await this.#session.get()
      heads.clear()
      await inTransaction(client, queries)
      resolve()
    } catch (error) {
      if (isLost(error)) this.#session.drop()
      reject(toStoreError(error))
    }
  }

  async #commit(jobs: readonly Append[]): Promise<void> {
    let open = jobs
    let sent = false
    for (let wait = soon; ; wait = Math.min(wait * 2, late)) {
      try {
        const locked = await this.#session.get()
        await learnHeads(locked, open)
        if (!sent || !wasWritten(locked, open)) {
          open = continuing(locked, open)
          sent = true
          await write(locked, open)
        }
        for (const job of open) job.resolve()
        return
      } catch (error) {
        if (!isLost(error)) return this.#refused(open, error)
        this.#session.drop()
        if (this.#closing.signal.aborted) return this.#refused(open, new StoreError('broken', 'The storage is closed.'))
        await sleep(wait, undefined, { signal: this.#closing.signal }).catch(() => {})
      }
    }
  }

  /** Runs the jobs of a failed group one by one, so that one failure does not fail the others. */
  async #refused(jobs: readonly Append[], error: unknown): Promise<void> {
    if (jobs.length === 1 || this.#closing.signal.aborted) for (const job of jobs) job.reject(toStoreError(error))
    else for (const job of jobs) await this.#commit([job])
  }
}

/** Whether the interrupted statement was stored: it is atomic, and nobody else writes. */
function wasWritten({ heads }: Locked, jobs: readonly Append[]): boolean {
  const [first] = jobs.flatMap(job => job.entries)
  return first !== undefined && (heads.get(first.docId) ?? 0) >= first.seq
}

/** Returns the appends that continue their documents; the others are rejected. */
function continuing({ heads }: Locked, jobs: readonly Append[]): Append[] {
  const reached = new Map<string, number>()
  return jobs.filter(job => {
    const after = new Map<string, number>()
    for (const { docId, seq } of job.entries) {
      const head = after.get(docId) ?? reached.get(docId) ?? heads.get(docId) ?? 0
      if (seq !== head + 1) {
        job.reject(discontinued(docId, seq, head))
        return false
      }
      after.set(docId, seq)
    }
    for (const [docId, head] of after) reached.set(docId, head)
    return true
  })
}
