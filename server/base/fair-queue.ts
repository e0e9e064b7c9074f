import { AppError } from './errors.ts'

interface Waiting {
  keys: readonly string[]
  /** Whose turn it is: the smallest number goes first. */
  turn: number
  go(): void
  refuse(error: AppError): void
}

interface Options {
  /** Jobs that run at the same time. */
  atOnce: number
  /** Jobs that may wait. */
  waiting: number
  /** The sentence for whoever finds the queue full. */
  full: string
}

/**
 * A bounded queue that is fair between keys (a person, an address, an account). Each job of a key goes one turn behind
 * the one before it, so a key with one job waits for one job of each other key, however many these have. When the queue
 * is full, the job that is furthest back makes room for one that is not.
 */
export class FairQueue {
  readonly #options: Options
  /** The turn that is being served. */
  #now = 0
  #running = 0
  #waiting: Waiting[] = []
  /** Of each key that has jobs here: how many, and its next turn. */
  readonly #keys = new Map<string, { jobs: number; next: number }>()

  constructor(options: Options) {
    this.#options = options
  }

  /** Runs the job when it is its turn; rejects with `busy` when too many wait. */
  async run<T>(keys: readonly string[], job: () => T | Promise<T>): Promise<T> {
    await this.#turn(keys)
    try {
      return await job()
    } finally {
      this.#running -= 1
      this.#forget(keys)
      this.#serve()
    }
  }

  #turn(keys: readonly string[]): Promise<void> {
    const turn = Math.max(this.#now, ...keys.map(key => this.#keys.get(key)?.next ?? 0))
    if (this.#running < this.#options.atOnce) {
      this.#keep(keys, turn)
      this.#running += 1
      return Promise.resolve()
    }
    if (this.#waiting.length >= this.#options.waiting) {
      const last = this.#waiting.reduce((a, b) => (b.turn >= a.turn ? b : a))
      if (last.turn <= turn) return Promise.reject(this.#full())
      this.#waiting = this.#waiting.filter(each => each !== last)
      this.#forget(last.keys, last.turn)
      last.refuse(this.#full())
    }
    this.#keep(keys, turn)
    return new Promise((go, refuse) => this.#waiting.push({ keys, turn, go, refuse }))
  }

  #serve(): void {
    const [first, ...others] = this.#waiting
    if (!first) return
    const next = others.reduce((a, b) => (b.turn < a.turn ? b : a), first)
    this.#waiting = this.#waiting.filter(each => each !== next)
    this.#now = Math.max(this.#now, next.turn)
    this.#running += 1
    next.go()
  }

  #keep(keys: readonly string[], turn: number): void {
    for (const key of keys) this.#keys.set(key, { jobs: (this.#keys.get(key)?.jobs ?? 0) + 1, next: turn + 1 })
  }

  /** `turn`: of a job that was not served; its keys get it back. */
  #forget(keys: readonly string[], turn = Number.POSITIVE_INFINITY): void {
    for (const key of keys) {
      const { jobs, next } = this.#keys.get(key) ?? { jobs: 1, next: 0 }
      if (jobs > 1) this.#keys.set(key, { jobs: jobs - 1, next: Math.min(next, turn) })
      else this.#keys.delete(key)
    }
  }

  readonly #full = () => new AppError('busy', this.#options.full)
}
