/** Limits of one server; every number that a client may run into is here or in lib/protocol/messages.ts. */
export const limits = {
  /** Bytes of one message, whatever it is; a first sync and its envelope. */
  maxPayload: 4 * 1024 * 1024 + 1024,
  /** Bytes waiting in one socket before it is closed as too slow; above the largest board. */
  unsent: 32 * 1024 * 1024,
  /** Bytes waiting in one socket above which cursors are left out: the next ones replace them anyway. */
  unsentForAwareness: 256 * 1024,
  /** Sync messages and requests of one connection: so many at once, so many a second for long. */
  operations: { burst: 3000, perSecond: 300 },
  /** Bytes of one connection, awareness apart. */
  bytes: { burst: 24 * 1024 * 1024, perSecond: 1024 * 1024 },
  /** Awareness bytes of one connection; what is over is left out. Stock providers echo what they receive. */
  awarenessBytes: { burst: 4 * 1024 * 1024, perSecond: 512 * 1024 },
  /** Client ids new to the board that one connection may bring, offline work of earlier page loads included. */
  newClients: 64,
  /** Updates since the last keyframe that make a new one due; also the most a worker applies at once. */
  foldAfter: 100,
  /** A document without connections stays for this long, ms. */
  idle: 10_000,
  /** A socket that says nothing to a ping for this long is gone, ms. */
  heartbeat: 20_000,
} as const

/** Tokens refill with time; `take` says whether there were enough, and takes them. */
export class Bucket {
  readonly #burst: number
  readonly #perMs: number
  #tokens: number
  #at: number
  constructor(size: { burst: number; perSecond: number }, now = performance.now()) {
    this.#burst = size.burst
    this.#perMs = size.perSecond / 1000
    this.#tokens = size.burst
    this.#at = now
  }
  take(count: number, now = performance.now()): boolean {
    this.#tokens = Math.min(this.#burst, this.#tokens + (now - this.#at) * this.#perMs)
    this.#at = now
    if (this.#tokens < count) return false
    this.#tokens -= count
    return true
  }
}
