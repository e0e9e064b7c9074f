import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { StoreError } from '../store.ts'
import { databaseAt, newClient } from './connection.ts'

/** "Brow": the advisory lock of the process that writes this database. */
const lockKey = 0x42726f77
/**
 * ms between two tries for the lock, and for how long: the session of a server that was just killed ends within that.
 */
const again = 100
const patience = 2_000

/**
 * The one session that writes the log, and the newest seq of documents, which it may cache because nobody else writes.
 */
export interface Locked {
  client: pg.Client
  heads: Map<string, number>
}

/**
 * The lock on a database belongs to a session, and only that session writes: a process that lost the lock cannot write.
 * When the connection breaks, the next `get` opens another, unless another process has taken the lock meanwhile: then
 * every `get` rejects.
 */
export class WriterSession {
  readonly #url: string
  readonly #name = `brownpaper-writer-${randomUUID().slice(0, 8)}`
  #opening: Promise<Locked> | null = null
  #current: pg.Client | null = null
  #hadLock = false
  #over: StoreError | null = null

  constructor(url: string) {
    this.#url = url
  }

  /**
   * Rejects with pg's own error when the server is unreachable, with a StoreError when another process has the lock.
   */
  get(): Promise<Locked> {
    if (this.#over) return Promise.reject(this.#over)
    this.#opening ??= this.#open().catch(error => {
      this.#opening = null
      throw error
    })
    return this.#opening
  }

  /** Discards the broken connection. */
  drop(): void {
    const client = this.#current
    this.#current = null
    this.#opening = null
    client?.end().catch(() => {})
  }

  async close(): Promise<void> {
    this.#over = new StoreError('broken', 'The storage is closed.')
    const client = this.#current
    this.#current = null
    await client?.end().catch(() => {})
  }

  async #open(): Promise<Locked> {
    const client = newClient(this.#url, this.#name)
    client.on('error', () => {
      if (this.#current === client) this.drop()
    })
    try {
      await client.connect()
      await this.#lock(client)
    } catch (error) {
      client.end().catch(() => {})
      throw error
    }
    this.#hadLock = true
    this.#current = client
    return { client, heads: new Map() }
  }

  async #lock(client: pg.Client): Promise<void> {
    for (const end = performance.now() + patience; ; await sleep(again)) {
      const { rows } = await client.query('select pg_try_advisory_lock($1) as locked', [lockKey])
      if (rows[0]?.locked) return
      // A session of ours whose connection broke, which the server has not noticed yet.
      const { rowCount } = await client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
        [this.#name],
      )
      if (rowCount === 0 && performance.now() > end) break
    }
    const taken = `The data in PostgreSQL at ${databaseAt(this.#url)} is in use by another Brownpaper that is running: stop that one, or set DATABASE_URL to another database.`
    if (this.#hadLock) this.#over = new StoreError('broken', taken)
    throw this.#over ?? new StoreError('busy', taken)
  }
}
