import { kept } from './runtime.ts'

/** As many are remembered; the least recently used are forgotten first. */
const most = 20_000

const remembered = () => kept('was-right', () => new Set<string>())

/**
 * What was right from an address lately: a session's code, an account's password. Limits against guessing spare it, so
 * that whoever guesses keeps nobody out who has been in. Kept until the server stops.
 */
type Guessed = 'code' | 'password'

export function rememberRight(what: Guessed, key: string): void {
  const all = remembered()
  all.delete(`${what} ${key}`)
  all.add(`${what} ${key}`)
  const [oldest] = all
  if (all.size > most && oldest !== undefined) all.delete(oldest)
}

export const wasRight = (what: Guessed, key: string): boolean => remembered().has(`${what} ${key}`)
