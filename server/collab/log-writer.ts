import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '#server/base/log.ts'
import type { LeaseRecord, LogEntry, LogStore } from '../store/log-store.ts'
import { StoreError } from '../store/store.ts'

/** What one room appends at once. `done` is called in order; with null when it is durable. */
export interface Append {
  docId: string
  entries: readonly LogEntry[]
  leases: readonly LeaseRecord[]
  done(error: StoreError | null): void
}

const bytesOf = ({ entries }: Append): number => entries.reduce((sum, { update }) => sum + update.length, 0)

const probeId = '~probe'

/** ms that a group may take before people are told that nothing is stored for now. */
const patience = 2_000

/** Why nothing can be stored now: the disk is full, or the storage does not respond. */
export type StorageTrouble = 'full' | 'away'

/**
 * Group commit: everything queued while one transaction is being synced goes into the next. When an append fails, all
 * later queued appends of the same document fail too, because they build on it.
 */
export class LogWriter {
  /** Nobody may write from `onTrouble` until `onRecovered`. */
  trouble: StorageTrouble | null = null
  onTrouble: (trouble: StorageTrouble) => void = () => {}
  onRecovered: () => void = () => {}
  /** Bytes of a document were handed over. */
  onLogged: (docId: string, bytes: number) => void = () => {}

  readonly #store: LogStore
  readonly #log: Log
  #queue: Append[] = []
  #running: Promise<void> | null = null
  #closed = false
  /** Resolves when the storage stops responding; replaced by a new promise when it responds again. */
  #away = Promise.withResolvers<void>()

  constructor(store: LogStore, log: Log) {
    this.#store = store
    this.#log = log
  }

  submit(append: Append): void {
    this.#queue.push(append)
    this.onLogged(append.docId, bytesOf(append))
    this.#running ??= this.#run()
  }

  /** Resolves when nothing is queued or being written, or when what is cannot be written now. */
  async idle(): Promise<void> {
    while (this.#running && this.trouble !== 'away') await Promise.race([this.#running, this.#away.promise])
  }

  close(): void {
    this.#closed = true
  }

  async #run(): Promise<void> {
    // Without this turn each message of one socket read would become its own commit.
    await nextTurn()
    while (this.#queue.length > 0) {
      const batch = this.#queue
      this.#queue = []
      const error = await this.#append(batch)
      if (error === null) for (const append of batch) append.done(null)
      else if (error.kind !== 'full' && new Set(batch.map(append => append.docId)).size > 1) await this.#oneByOne(batch)
      else this.#fail(batch, error)
      // First the rooms learn what became of their writes, then they ask the clients for missing updates.
      if (this.trouble === 'away') this.#recovered('the storage answers again')
    }
    this.#running = null
  }

  /** Writes each append alone, so that one broken document does not fail the others. */
  async #oneByOne(batch: readonly Append[]): Promise<void> {
    for (const [, appends] of Map.groupBy(batch, append => append.docId)) {
      const error = await this.#append(appends)
      if (error === null) for (const append of appends) append.done(null)
      else this.#fail(appends, error)
    }
  }

  async #append(batch: readonly Append[]): Promise<StoreError | null> {
    for (let attempt = 1; ; attempt += 1) {
      const late = setTimeout(() => {
        if (this.trouble) return
        this.#log.error({}, 'the storage does not answer: changes wait')
        this.#begin('away')
        this.#away.resolve()
      }, patience)
      try {
        await this.#store.append(
          batch.flatMap(append => append.entries),
          batch.flatMap(append => append.leases),
        )
        return null
      } catch (cause) {
        const error = cause instanceof StoreError ? cause : new StoreError('broken', String(cause), { cause })
        if (error.kind !== 'busy' || attempt === 5) return error
        await sleep(20 * 2 ** attempt)
      } finally {
        clearTimeout(late)
      }
    }
  }

  #fail(batch: readonly Append[], error: StoreError): void {
    const docs = new Set(batch.map(append => append.docId))
    const behind = this.#queue.filter(append => docs.has(append.docId))
    this.#queue = this.#queue.filter(append => !docs.has(append.docId))
    this.#log.error({ err: error, kind: error.kind, docs: [...docs] }, 'changes could not be stored')
    if (error.kind === 'full' && this.trouble !== 'full') {
      const bytes = batch.reduce((sum, append) => sum + bytesOf(append), 0)
      void this.#probe(Math.min(1024 * 1024, Math.max(16 * 1024, bytes)))
      this.#begin('full')
    }
    for (const append of [...batch, ...behind]) append.done(error)
  }

  /** Tries from time to time whether as many bytes as failed can be written again. */
  async #probe(bytes: number): Promise<void> {
    for (let wait = 500; !this.#closed; wait = Math.min(wait * 2, 10_000)) {
      await sleep(wait, undefined, { ref: false })
      try {
        await this.#store.erase(probeId)
        const update = new Uint8Array(bytes)
        await this.#store.append([{ docId: probeId, seq: 1, at: Date.now(), actor: null, update }], [])
        await this.#store.erase(probeId)
        break
      } catch {
        // Still no room.
      }
    }
    if (this.#closed) return
    this.#recovered('there is room on the disk again')
  }

  #begin(trouble: StorageTrouble): void {
    this.trouble = trouble
    this.onTrouble(trouble)
  }

  #recovered(says: string): void {
    this.trouble = null
    this.#away = Promise.withResolvers()
    this.#log.info({}, says)
    this.onRecovered()
  }
}
