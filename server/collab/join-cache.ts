import * as Y from 'yjs'
import { step2Frame, updateFrame } from './frames.ts'

/**
 * The ready-made frames for a new connection: the last keyframe as one frame, and the durable updates since. The
 * updates go first; the state is sent as step 2, which tells the client that it is synchronised, so it goes last.
 */
export class JoinCache {
  #base: { seq: number; state: Uint8Array; frame: Buffer | null } | null
  /** Durable updates after the base, in order. */
  #tail: Uint8Array[]
  #frames: Buffer[]
  /** Bytes of the tail. */
  #tailBytes: number
  /**
   * Without a base: the first updates of the tail merged into one frame, made for the first new connection and kept for
   * the others.
   */
  #merged: { count: number; frame: Buffer } | null = null

  constructor(base: { seq: number; state: Uint8Array } | null, tail: readonly Uint8Array[]) {
    this.#base = base ? { ...base, frame: null } : null
    this.#tail = [...tail]
    this.#frames = tail.map(updateFrame)
    this.#tailBytes = sizeOf(tail)
  }

  get seq(): number {
    return (this.#base?.seq ?? 0) + this.#tail.length
  }
  get base(): { seq: number; state: () => Uint8Array } | null {
    const base = this.#base
    return base ? { seq: base.seq, state: () => base.state } : null
  }
  get tail(): readonly Uint8Array[] {
    return this.#tail
  }

  /** Bytes sent to a new connection, approximately: the size of the board. */
  get size(): number {
    return (this.#base?.state.length ?? 0) + this.#tailBytes
  }
  /** Bytes of the updates that a new keyframe would replace. */
  get bytes(): number {
    return this.#tailBytes
  }

  add(update: Uint8Array, frame: Buffer): void {
    this.#tail.push(update)
    this.#tailBytes += update.length
    this.#frames.push(frame)
  }

  /** Replaces the updates that a newer keyframe contains. */
  rebase(seq: number, state: Uint8Array): void {
    const covered = seq - (this.#base?.seq ?? 0)
    this.#base = { seq, state, frame: null }
    this.#tail = this.#tail.slice(covered)
    this.#frames = this.#frames.slice(covered)
    this.#tailBytes = sizeOf(this.#tail)
    this.#merged = null
  }

  /** The updates after one that is not older than the base, as frames. */
  since(seq: number): Buffer[] {
    return this.#frames.slice(Math.max(0, seq - (this.#base?.seq ?? 0)))
  }

  /** Returns the whole durable board, the step 2 frame last. */
  frames(): Buffer[] {
    const base = this.#base
    if (!base) {
      if (this.#tail.length === 0) return [step2Frame(emptyUpdate)]
      this.#merged ??= { count: this.#tail.length, frame: step2Frame(Y.mergeUpdates(this.#tail)) }
      return [...this.#frames.slice(this.#merged.count), this.#merged.frame]
    }
    if (base.frame === null) {
      base.frame = step2Frame(base.state)
      // One copy in memory: the state is the end of its frame.
      base.state = base.frame.subarray(base.frame.length - base.state.length)
    }
    return [...this.#frames, base.frame]
  }
}

const sizeOf = (updates: readonly Uint8Array[]): number => updates.reduce((sum, update) => sum + update.length, 0)
const emptyUpdate = Uint8Array.of(0, 0)
