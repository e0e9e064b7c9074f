/** Limits of one server; every number that a client may run into is here or in lib/protocol/messages.ts. */
export const roomLimits = {
  /** Bytes of one message, whatever it is; a first sync and its envelope. */
  maxPayload: 4 * 1024 * 1024 + 1024,
  /** Bytes waiting in one socket before it is closed as too slow; above the largest board. */
  unsent: 32 * 1024 * 1024,
  /** Bytes waiting in one socket above which cursors are left out: the next ones replace them anyway. */
  unsentForAwareness: 256 * 1024,
  /** Sync messages and requests of one connection: so many at once, so many a second for long. */
  operations: { burst: 3000, perSecond: 300 },
  /**
   * Bytes of boards that are encoded for one person who asks what they lack, on all boards and sockets together; more
   * waits. `question`: what each costs beside the board.
   */
  asked: { burst: 64 * 1024 * 1024, perSecond: 2 * 1024 * 1024 },
  question: 64 * 1024,
  /** Bytes of a board up to which it is encoded on the loop: it takes as long as to ask another thread. */
  answerAtOnce: 64 * 1024,
  /** What a step 1 costs of them: the answer may be the whole board. */
  step1: 50,
  /** Requests of one person, on all boards and sockets together; each may become an entry of the log. */
  requests: { burst: 200, perSecond: 20 },
  /** Those of them that everybody on a board is shown. */
  signals: { burst: 30, perSecond: 4 },
  /**
   * Steps of some 50 ns that the gate may spend on one person's updates, on all boards and sockets together: no less
   * than the bytes that a connection may bring.
   */
  gate: { burst: 24_000_000, perSecond: 1_000_000 },
  /** What a refusal costs of them beside the check: it is noted and answered. */
  refusal: 50_000,
  /** Client ids that one person may take on a board: one for each page load, and for offline work of earlier ones. */
  leases: { burst: 400, perSecond: 0.1 },
  /** Sockets of one person on one board. */
  sockets: 24,
  /**
   * Bytes of one board. Of these `reserve` are for who facilitates; `takingOff` come on top of them for taking things
   * off. All of it is below what one socket may have waiting, or nobody could join any more.
   */
  board: 24 * 1024 * 1024,
  reserve: 4 * 1024 * 1024,
  takingOff: 4 * 1024 * 1024,
  /**
   * Bytes that one person may add to the log of one board and its private notes, four times as many when they
   * facilitate: 8 MB at once, 14 MB an hour. What is over waits. `takingOff`: more of them, for taking things off.
   */
  logged: { burst: 8 * 1024 * 1024, perSecond: 4 * 1024 },
  loggedTakingOff: { burst: 1024 * 1024, perSecond: 1024 },
  loggedFacilitating: 4,
  /** Bytes that the log of a board takes within an hour before the server's log warns of it. */
  alarm: 64 * 1024 * 1024,
  /** What an entry of the log costs beside its bytes. */
  entry: 64,
  /** ms between two looks whether a person may go on, at least and at most. */
  heldBack: { least: 1_000, most: 60_000 },
  /** Updates that were on their way when the stage changed are taken for so long, ms. */
  grace: 2_000,
  /** Bytes of one connection, awareness apart. */
  bytes: { burst: 24 * 1024 * 1024, perSecond: 1024 * 1024 },
  /** Awareness bytes that are read from one person; what is over is left out. Stock providers echo what they receive. */
  readCursors: { burst: 4 * 1024 * 1024, perSecond: 1024 * 1024 },
  /**
   * Awareness bytes of one person that others are shown; what is over waits, and newer ones take its place. A drag of a
   * hundred notes takes 6 kB twenty times a second for as long as one's arm can bear.
   */
  shown: { burst: 512 * 1024, perSecond: 64 * 1024 },
  /** Client ids new to the board that one connection may bring, offline work of earlier page loads included. */
  newClients: 64,
  /** Updates since the last keyframe that make a new one due; also the most a worker applies at once. */
  foldAfter: 100,
  /** On a large board, so many bytes of it for each update that a new keyframe waits for. */
  foldBytesEach: 4 * 1024,
  /** Bytes of updates since the last keyframe that make a new one due: joiners should not wait for them to be merged. */
  foldAfterBytes: 256 * 1024,
  /** Longer than a socket takes from its cookie being read to being in its room, ms. */
  joining: 120_000,
  /** A document without connections stays for this long, ms. */
  idle: 10_000,
  /** A socket that says nothing to a ping for this long is gone, ms. */
  heartbeat: 20_000,
  /**
   * Of who facilitates sooner, because everybody waits for them, ms between two pings: gone is who answers none of
   * `unanswered` in a row. More than one, or a server that stood still for a moment would take everybody for gone.
   */
  heartbeatFacilitating: { every: 1_500, unanswered: 2 },
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
    if (this.left(now) < count) return false
    this.#tokens -= count
    return true
  }
  /** Takes what was spent already, also more than there is: the rest is owed. */
  charge(count: number, now = performance.now()): void {
    this.#tokens = this.left(now) - count
  }
  get full(): boolean {
    return this.left() >= this.#burst
  }
  /** ms until there are so many. */
  until(count: number): number {
    return Math.max(0, (Math.min(count, this.#burst) - this.left()) / this.#perMs)
  }
  left(now = performance.now()): number {
    this.#tokens = Math.min(this.#burst, this.#tokens + (now - this.#at) * this.#perMs)
    this.#at = now
    return this.#tokens
  }
}
