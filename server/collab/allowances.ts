import { Bucket, roomLimits } from './limits.ts'

/** What one person may cost the server, on all boards and sockets together: more sockets buy nothing. */
export class Allowance {
  /** Steps of the gate. */
  readonly gate = new Bucket(roomLimits.gate)
  /** Bytes of boards that are encoded for them. */
  readonly asked = new Bucket(roomLimits.asked)
  /** Bytes of answers on their way to them, at most. */
  #onTheWay = 0
  #waiting: (() => void)[] = []

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

  /** Whether it is as if they had never come. */
  get untouched(): boolean {
    return this.gate.full && this.asked.full && this.#onTheWay === 0 && this.#waiting.length === 0
  }
}

/** Everybody's allowances; they outlive their sockets, so that coming back makes nothing good. */
export class Allowances {
  readonly #people = new Map<string, Allowance>()

  of(personId: string): Allowance {
    const known = this.#people.get(personId)
    if (known) return known
    const fresh = new Allowance()
    this.#people.set(personId, fresh)
    return fresh
  }

  /** Forgets those that are whole again. */
  tidy(): void {
    for (const [personId, allowance] of this.#people) if (allowance.untouched) this.#people.delete(personId)
  }
}
