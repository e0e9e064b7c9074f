import type { CellWrite } from '#lib/board/commands/repair.ts'
import type { BoardPlan } from '#lib/board/plan.ts'
import type { Log } from '#server/base/log.ts'
import { serverPerson } from '#server/base/server-person.ts'
import { WorkerThread } from '#server/base/thread.ts'
import type { RecordingRecord } from '../store/history-store.ts'
import type { LogEntry } from '../store/log-store.ts'
import type { Store } from '../store/store.ts'
import type { RecordJobs, Wish } from './record-worker.ts'

/** Entries sent to the recorder's thread at once. */
const page = 500
/** Number of new entries after which a board's recording is updated without a request. */
const behindBy = 2_000

/**
 * The rows of every board, derived from its log in a worker thread. Each request gets them up to the newest durable
 * entry, and no entry is derived twice. The log is the truth: an inconsistent recording is made anew from it.
 */
export class Recordings {
  readonly #store: Pick<Store, 'history' | 'log'>
  readonly #log: Log
  readonly #thread = new WorkerThread<RecordJobs>(new URL('./record-worker.ts', import.meta.url))
  readonly #running = new Map<string, Promise<RecordingRecord>>()
  /** The newest seq of each recording, as far as known here. */
  readonly #recorded = new Map<string, number>()

  constructor(store: Pick<Store, 'history' | 'log'>, log: Log) {
    this.#store = store
    this.#log = log
  }

  /** Returns the recording up to the newest durable entry; it is empty for a board that nobody ever wrote on. */
  async upToDate(boardId: string): Promise<RecordingRecord> {
    // A running update may have begun before the newest entry: wait for it, then check again.
    await this.#running.get(boardId)?.catch(() => undefined)
    const running = this.#running.get(boardId) ?? this.#extend(boardId)
    this.#running.set(boardId, running)
    try {
      return await running
    } finally {
      if (this.#running.get(boardId) === running) this.#running.delete(boardId)
    }
  }

  /** Rows of a stretch of time alone (see lib/replay/excerpt.ts), compressed. */
  async excerpt(boardId: string, from: number, to: number): Promise<Uint8Array> {
    const { rows } = await this.upToDate(boardId)
    return this.#thread.ask('excerpt', { rows, from, to })
  }

  /** Returns the writes that a repair needs, and the newest update that they are based on. */
  async repair(boardId: string, wish: Wish): Promise<{ writes: readonly CellWrite[]; seq: number }> {
    const { rows, seq } = await this.upToDate(boardId)
    return { writes: await this.#thread.ask('repair', { rows, wish }), seq }
  }

  /** Returns the board as it was after an update. */
  async plan(boardId: string, seq: number): Promise<BoardPlan> {
    const { rows } = await this.upToDate(boardId)
    return this.#thread.ask('plan', { rows, seq })
  }

  /** Called for every durable entry of a board: keeps its recording nearly current, so that a replay opens quickly. */
  grew(boardId: string, seq: number): void {
    const from = this.#recorded.get(boardId)
    if (from === undefined) this.#recorded.set(boardId, seq)
    else if (seq - from >= behindBy && !this.#running.has(boardId)) {
      this.#recorded.set(boardId, seq)
      this.upToDate(boardId).catch(error => this.#log.warn({ err: error, boardId }, 'a replay could not be prepared'))
    }
  }

  /** Waits for what is being made of a board that is about to be erased: nothing is stored of it afterwards. */
  async forget(boardId: string): Promise<void> {
    await this.#running.get(boardId)?.catch(() => undefined)
    this.#recorded.delete(boardId)
  }

  close(): Promise<void> {
    return this.#thread.end(new Error('The recorder is closed.'))
  }

  async #extend(boardId: string): Promise<RecordingRecord> {
    const [kept, head] = await Promise.all([this.#store.history.recording(boardId), this.#store.log.head(boardId)])
    if (kept?.seq === head) return kept
    try {
      return await this.#record(boardId, kept, head)
    } catch (error) {
      if (!kept) throw error
      this.#log.warn({ err: error, boardId }, 'the rows of a replay are damaged: making them anew from the log')
      await this.#store.history.dropRecording(boardId)
      return this.#record(boardId, null, head)
    }
  }

  async #record(boardId: string, kept: RecordingRecord | null, head: number): Promise<RecordingRecord> {
    const { history, log } = this.#store
    const from = kept?.seq ?? 0
    await this.#thread.ask('begin', { boardId, seq: from, rows: kept?.rows ?? null, state: kept?.state ?? null })
    // Leases are stored with the first entry of their client: those of every entry up to `head` are there.
    const leases = await log.leases(boardId)
    const makers = new Map(leases.map(({ client, personId }) => [client, personId === serverPerson ? null : personId]))
    for (let seq = from; seq < head; ) {
      const entries = await log.read(boardId, seq, Math.min(page, head - seq))
      await this.#thread.ask('entries', { boardId, entries: entries.map(logged), makers })
      seq += entries.length
      if (entries.length === 0) throw new Error(`the log of ${boardId} ends at ${seq}, before its head at ${head}`)
    }
    const recording = { boardId, ...(await this.#thread.ask('finish', { boardId })) }
    await history.putRecording(recording)
    this.#recorded.set(boardId, recording.seq)
    return recording
  }
}

const logged = ({ seq, at, actor, update }: LogEntry) => ({ seq, at, actor, update })
