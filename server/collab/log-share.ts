import { Bucket, roomLimits } from './limits.ts'

const { logged, loggedTakingOff, entry } = roomLimits

const notedEvery = 60_000

const times = (size: { burst: number; perSecond: number }, by: number) => ({
  burst: size.burst * by,
  perSecond: size.perSecond * by,
})

/** What one person may add to the log of one board, in bytes; it is kept for good, even where the board stays small. */
export class LogShare {
  readonly #all: Bucket
  readonly #takingOff: Bucket
  #notedAt = -notedEvery

  /** `size`: how many times the ordinary share. */
  constructor(size: number) {
    this.#all = new Bucket(times(logged, size))
    this.#takingOff = new Bucket(times(loggedTakingOff, size))
  }

  /** Takes an entry of so many bytes: 0. Or takes nothing, and answers in how many ms there is room for it. */
  take(bytes: number, takesOff: boolean): number {
    const count = bytes + entry
    if (this.#all.take(count) || (takesOff && this.#takingOff.take(count))) return 0
    return Math.min(this.#all.until(count), takesOff ? this.#takingOff.until(count) : Number.POSITIVE_INFINITY)
  }

  /** Takes what the server has written for them already, also more than there is. */
  charge(bytes: number): void {
    this.#all.charge(bytes + entry)
  }

  /** Whether it is worth a line of the server's log that it is used up: once a minute. */
  noted(): boolean {
    const now = performance.now()
    if (now - this.#notedAt < notedEvery) return false
    this.#notedAt = now
    return true
  }

  get usedUp(): boolean {
    return this.#all.left() <= 0
  }
  get untouched(): boolean {
    return this.#all.full && this.#takingOff.full
  }
}
