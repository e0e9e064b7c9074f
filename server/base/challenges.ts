import { randomBytes } from 'node:crypto'
import { kept } from './runtime.ts'

/** As many wait for an answer; the oldest are forgotten first. */
const most = 20_000
/** ms */
const patience = 5 * 60_000

const waiting = () => kept('challenges', () => new Map<string, { purpose: string; until: number }>())

/** A random text to be signed by a passkey, for one purpose, once, within five minutes. */
export function newChallenge(purpose: string, now = Date.now()): string {
  const all = waiting()
  const challenge = randomBytes(32).toString('base64url')
  all.set(challenge, { purpose, until: now + patience })
  const [oldest] = all.keys()
  if (all.size > most && oldest !== undefined) all.delete(oldest)
  return challenge
}

/** Uses a challenge up; returns whether it was given for this purpose and is still good. */
export function takeChallenge(purpose: string, challenge: string, now = Date.now()): boolean {
  const all = waiting()
  const found = all.get(challenge)
  all.delete(challenge)
  return found !== undefined && found.purpose === purpose && now < found.until
}
