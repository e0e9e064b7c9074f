import { Bucket, roomLimits } from './limits.ts'
import { LogShare } from './log-share.ts'

/** What one person may cost the server, on all boards and sockets together: more sockets buy nothing. */
export class Allowance {
  /** Steps of the gate. */
  readonly gate = new Bucket(roomLimits.gate)
  /** Bytes of boards that are encoded for them. */
  readonly asked = new Bucket(roomLimits.asked)
  /** Bytes of cursors that are read from them, and that are shown to others. */
  readonly readCursors = new Bucket(roomLimits.readCursors)
  readonly shown = new Bucket(roomLimits.shown)
  readonly requests = new Bucket(roomLimits.requests)
  readonly signals = new Bucket(roomLimits.signals)
  /** Bytes of answers on their way to them, at most. */
  #onTheWay = 0
  #waiting: (() => void)[] = []
  readonly #logged = new Map<string, LogShare>()

  /** What they may add to the log of a board; who facilitates has a share of another size. */
  logged(boardId: string, facilitates: boolean): LogShare {
    const key = facilitates ? `${boardId} leads` : boardId
    const known = this.#logged.get(key)
    if (known) return known
    const fresh = new LogShare(facilitates ? roomLimits.loggedFacilitating : 1)
    this.#logged.set(key, fresh)
    return fresh
  }

  /** Resolves when an answer of so many bytes may be on its way; the others first, for one alone always may. */
  async begin(bytes: number): Promise<void> {
    while (this.#onTheWay > 0 && this.#onTheWay + bytes > roomLimits.unsent)
      await new Promise<void>(resolve => this.#waiting.push(resolve))
    this.#onTheWay += bytes
  }

  /** The system has taken it, or nobody is there any more. */
  end(bytes: number): void {
    this.#onTheWay -= bytes
    const waiting = this.#waiting
    this.#waiting = []
    for (const go of waiting) go()
  }

  /** Forgets what is whole again; answers whether it is as if they had never come. */
  tidy(): boolean {
    for (const [key, share] of this.#logged) if (share.untouched) this.#logged.delete(key)
    const idle = this.#onTheWay === 0 && this.#waiting.length === 0
    const buckets = [this.gate, this.asked, this.readCursors, this.shown, this.requests, this.signals]
    return idle && this.#logged.size === 0 && buckets.every(({ full }) => full)
  }
}

const hour = 3_600_000

/** Everybody's allowances; they outlive their sockets, so that coming back makes nothing good. */
export class Allowances {
  readonly #people = new Map<string, Allowance>()
  /** What the log of each board has taken since a time. */
  readonly #boards = new Map<string, { since: number; bytes: number }>()

  /** Counts what a board's log takes; whether this is when it has taken more than a board does in an hour. */
  alarming(boardId: string, bytes: number, now = performance.now()): boolean {
    const known = this.#boards.get(boardId)
    if (!known || now - known.since > hour) {
      this.#boards.set(boardId, { since: now, bytes })
      return bytes > roomLimits.alarm
    }
    const before = known.bytes
    known.bytes += bytes
    return before <= roomLimits.alarm && known.bytes > roomLimits.alarm
  }

  of(personId: string): Allowance {
    const known = this.#people.get(personId)
    if (known) return known
    const fresh = new Allowance()
    this.#people.set(personId, fresh)
    return fresh
  }

  /** Forgets those that are whole again. */
  tidy(now = performance.now()): void {
    for (const [boardId, { since }] of this.#boards) if (now - since > hour) this.#boards.delete(boardId)
    for (const [personId, allowance] of this.#people) if (allowance.tidy()) this.#people.delete(personId)
  }
}
