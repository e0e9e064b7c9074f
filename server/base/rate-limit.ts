import { tooMany } from './errors.ts'
import { kept } from './runtime.ts'

/** A limit: how many at once, and how many more each second from then on. */
interface Limit {
  burst: number
  perSecond: number
}

/**
 * How often something may be tried, by key (an address, a person, an invite). A whole workshop may share one address,
 * so what cannot be guessed is limited only against floods.
 */
export const rateLimits = {
  signUp: { burst: 200, perSecond: 0.5 },
  signIn: { burst: 100, perSecond: 0.5 },
  /** Per email and address: passwords are guessed, and whoever guesses must not lock out the owner. */
  password: { burst: 10, perSecond: 1 / 30 },
  /** Per email, from all addresses together. */
  passwordByAll: { burst: 100, perSecond: 1 / 30 },
  join: { burst: 1500, perSecond: 10 },
  /** Short codes typed wrong, per address, and by everybody together. */
  wrongCode: { burst: 30, perSecond: 0.1 },
  wrongCodeByAll: { burst: 600, perSecond: 1 },
  /** Passwords of one invite. */
  invitePassword: { burst: 20, perSecond: 0.1 },
  /** Anything that changes something, per person. */
  write: { burst: 300, perSecond: 10 },
  /** Reading a whole board for an export or a report, per person. */
  wholeBoard: { burst: 60, perSecond: 1 },
  /** Small pictures of boards, per person: a page of boards asks for hundreds. */
  picture: { burst: 1000, perSecond: 5 },
  /** Rows of shared replays, per address. */
  sharedRows: { burst: 300, perSecond: 1 },
} as const satisfies Record<string, Limit>

interface Bucket {
  tokens: number
  /** ms */
  at: number
}

const most = 20_000

/** Token buckets; when there are too many, the least recently used are dropped. */
export class Buckets {
  readonly #buckets = new Map<string, Bucket>()
  readonly #clock: () => number
  constructor(clock: () => number = Date.now) {
    this.#clock = clock
  }

  /** Takes one; false when there is none left. */
  take(name: keyof typeof rateLimits, key: string): boolean {
    const bucket = this.#filled(name, key)
    if (bucket.tokens < 1) return false
    bucket.tokens -= 1
    return true
  }

  /** Whether one is left, without taking it. */
  left(name: keyof typeof rateLimits, key: string): boolean {
    return this.#filled(name, key).tokens >= 1
  }

  #filled(name: keyof typeof rateLimits, key: string): Bucket {
    const limit = rateLimits[name]
    const now = this.#clock()
    const id = `${name}\n${key}`
    const bucket = this.#buckets.get(id) ?? { tokens: limit.burst, at: now }
    bucket.tokens = Math.min(limit.burst, bucket.tokens + ((now - bucket.at) / 1000) * limit.perSecond)
    bucket.at = now
    this.#buckets.delete(id)
    this.#buckets.set(id, bucket)
    if (this.#buckets.size > most) this.#forgetOldest()
    return bucket
  }

  #forgetOldest(): void {
    let count = most / 10
    for (const id of this.#buckets.keys()) {
      this.#buckets.delete(id)
      count -= 1
      if (count <= 0) return
    }
  }
}

const buckets = () => kept('rate-limits', () => new Buckets())

/** Counts one attempt; throws tooMany when the limit is met. */
export function limit(name: keyof typeof rateLimits, key: string): void {
  if (!buckets().take(name, key)) throw tooMany()
}

/** Throws tooMany if the limit is met already; counts nothing. */
export function limitReached(name: keyof typeof rateLimits, key: string): void {
  if (!buckets().left(name, key)) throw tooMany()
}
