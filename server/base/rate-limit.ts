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
  password: { burst: 10, perSecond: 1 / 120 },
  /** Per email, from all addresses together from which nobody signed in with it lately: fifty in the first hour. */
  passwordByAll: { burst: 20, perSecond: 1 / 120 },
  /** One's own, asked for again. */
  ownPassword: { burst: 10, perSecond: 1 / 30 },
  /** Codes of a second factor, per person: a million are tried in years. */
  secondFactor: { burst: 10, perSecond: 1 / 60 },
  /** Letters with a link that resets a password: per address, and to one reader. */
  forgotten: { burst: 60, perSecond: 1 / 60 },
  forgottenByAll: { burst: 3, perSecond: 1 / 600 },
  /** Such links opened, per address. */
  resetLink: { burst: 100, perSecond: 0.2 },
  /** Such links made for members, per owner. */
  madeReset: { burst: 30, perSecond: 1 / 60 },
  join: { burst: 1500, perSecond: 10 },
  /** Short codes typed wrong, per address. */
  wrongCode: { burst: 30, perSecond: 0.1 },
  /** By everybody together; while it is met, an address has only its `firstWrongCodes`, and nobody else's count. */
  wrongCodeByAll: { burst: 600, perSecond: 1 },
  firstWrongCodes: { burst: 5, perSecond: 1 / 60 },
  /** Passwords of one invite. */
  invitePassword: { burst: 20, perSecond: 0.1 },
  /** Anything that changes something, per person. */
  write: { burst: 300, perSecond: 10 },
  /** Reading a whole board for an export or a report, per person. */
  wholeBoard: { burst: 60, perSecond: 1 },
  /** Reading all that a person wrote, per person. */
  ownData: { burst: 5, perSecond: 1 / 600 },
  /** Small pictures of boards, per person: a page of boards asks for hundreds. */
  picture: { burst: 1000, perSecond: 5 },
  /** Sockets of boards, per address: a whole workshop comes back at once when the server starts anew. */
  socket: { burst: 3000, perSecond: 20 },
  /** Lines of the log about who came in or was refused, per kind. */
  logLine: { burst: 60, perSecond: 0.5 },
  /** Rows of shared replays, per address. */
  sharedRows: { burst: 300, perSecond: 1 },
} as const satisfies Record<string, Limit>

type LimitName = keyof typeof rateLimits

interface Bucket {
  tokens: number
  /** ms */
  at: number
}

const most = 20_000

/** Token buckets. When there are too many, those that are full again go first: they say no more than none at all. */
export class Buckets {
  readonly #buckets = new Map<string, Bucket & Limit>()
  readonly #clock: () => number
  constructor(clock: () => number = () => Date.now()) {
    this.#clock = clock
  }

  /** Takes one; false when there is none left. */
  take(name: LimitName, key: string): boolean {
    const bucket = this.#filled(name, key)
    if (bucket.tokens < 1) return false
    bucket.tokens -= 1
    return true
  }

  /** Whether one is left, without taking it. */
  left(name: LimitName, key: string): boolean {
    return this.#filled(name, key).tokens >= 1
  }

  /** Puts one back that turned out not to count. */
  giveBack(name: LimitName, key: string): void {
    this.#filled(name, key).tokens += 1
  }

  #filled(name: LimitName, key: string): Bucket {
    const now = this.#clock()
    const id = `${name}\n${key}`
    const bucket = this.#buckets.get(id) ?? { ...rateLimits[name], tokens: rateLimits[name].burst, at: now }
    fill(bucket, now)
    this.#buckets.delete(id)
    if (this.#buckets.size >= most) this.#forget(now)
    this.#buckets.set(id, bucket)
    return bucket
  }

  #forget(now: number): void {
    for (const [id, bucket] of this.#buckets) {
      fill(bucket, now)
      if (bucket.tokens >= bucket.burst) this.#buckets.delete(id)
    }
    for (const id of this.#buckets.keys()) {
      if (this.#buckets.size <= most * 0.9) break
      this.#buckets.delete(id)
    }
  }
}

/** A clock that is put back takes nothing away from anybody. */
function fill(bucket: Bucket & Limit, now: number): void {
  const elapsed = Math.max(0, now - bucket.at)
  bucket.tokens = Math.min(bucket.burst, bucket.tokens + (elapsed / 1000) * bucket.perSecond)
  bucket.at = now
}

const buckets = () => kept('rate-limits', () => new Buckets())

/** Counts one attempt; false when the limit is met. */
export const count = (name: LimitName, key: string): boolean => buckets().take(name, key)

/** Counts one attempt; throws tooMany when the limit is met. */
export function limit(name: LimitName, key: string): void {
  if (!count(name, key)) throw tooMany()
}

/** Whether the limit is met already; counts nothing. */
export const isMet = (name: LimitName, key: string): boolean => !buckets().left(name, key)

/** Takes an attempt back that turned out not to count. */
export const uncount = (name: LimitName, key: string): void => buckets().giveBack(name, key)
