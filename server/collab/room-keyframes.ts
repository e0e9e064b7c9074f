import type { Log } from '#server/base/log.ts'
import type { KeyframeRecord, LogStore } from '../store/log-store.ts'
import { stateHash } from './document.ts'
import type { JoinCache } from './join-cache.ts'
import type { KeyframeFolder } from './keyframes.ts'
import { roomLimits } from './limits.ts'

/**
 * When a document gets a new keyframe: after every hundred updates (more on a large board), or many bytes in fewer
 * updates, and before it leaves memory.
 */
export class RoomKeyframes {
  readonly #docId: string
  readonly #cache: JoinCache
  readonly #shared: { store: { log: LogStore }; folder: KeyframeFolder; log: Log }
  #running: Promise<void> | null = null
  #dueAt: number = roomLimits.foldAfter
  #dueAtBytes: number = roomLimits.foldAfterBytes

  constructor(docId: string, cache: JoinCache, shared: { store: { log: LogStore }; folder: KeyframeFolder; log: Log }) {
    this.#docId = docId
    this.#cache = cache
    this.#shared = shared
  }

  /** Begins a keyframe if one is due. */
  check(): void {
    const due = this.#cache.tail.length >= this.#dueAt || this.#cache.bytes >= this.#dueAtBytes
    if (this.#running === null && due) this.#run(this.#fold())
  }

  /** Stores the state that loading had to compute anyway. */
  keepBase(): void {
    const { base } = this.#cache
    if (!base) return
    const state = base.state()
    this.#run(
      this.#shared.store.log.putKeyframe({ docId: this.#docId, seq: base.seq, state, sha256: stateHash(state) }),
    )
  }

  /** Resolves when a keyframe of everything durable is stored, or cannot be. */
  async finish(): Promise<void> {
    await this.#running
    if (this.#cache.tail.length > 0) this.#run(this.#fold())
    await this.#running
  }

  async #fold(): Promise<void> {
    const { folder, store } = this.#shared
    const { base, tail } = this.#cache
    const keyframe: KeyframeRecord = await folder.fold({ docId: this.#docId, base, updates: tail })
    this.#cache.rebase(keyframe.seq, keyframe.state)
    // On a large board, encoding costs more than a new connection saves by it.
    this.#dueAt = Math.max(roomLimits.foldAfter, Math.round(keyframe.state.length / roomLimits.foldBytesEach))
    // Half of the board's size: a large board is not encoded again for every few notes.
    this.#dueAtBytes = Math.max(roomLimits.foldAfterBytes, keyframe.state.length / 2)
    await store.log.putKeyframe(keyframe)
  }

  #run(work: Promise<void>): void {
    this.#running = work
      .catch(error => {
        this.#dueAt = this.#cache.tail.length + roomLimits.foldAfter
        this.#dueAtBytes = this.#cache.bytes + roomLimits.foldAfterBytes
        this.#shared.log.warn({ err: error, docId: this.#docId }, 'no keyframe could be stored; the log has everything')
      })
      .finally(() => {
        this.#running = null
      })
  }
}
