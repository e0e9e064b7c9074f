import { createHash } from 'node:crypto'
import type { Env } from '#server/base/env.ts'
import { cookieValue, secureCookies } from './cookies.ts'

/**
 * The token of an invite or of a shared replay leaves the address bar at once: opening /join/<token> puts it into a cookie and goes on to
 * /join/<door>, a name for the cookie from which nobody learns the token. The page sends the door on as the token.
 */
/** Seconds. */
const hour = 3600

const doorLength = 16
/** The shortest; and above the longest, for a page of another site may send people here with anything. */
const tokenLength = { min: 32, max: 200 }

/** The name that a token goes by in addresses. */
export const doorOf = (token: string): string =>
  createHash('sha256').update(`door ${token}`).digest('hex').slice(0, doorLength)

/** Whether the last part of a /join/ address is a token rather than a door. */
export const isToken = (part: string): boolean =>
  part.length >= tokenLength.min && part.length <= tokenLength.max && /^[A-Za-z0-9_.-]+$/.test(part)

const cookieName = (door: string) => `brownpaper.door.${door}`

/** The Set-Cookie header that keeps a token for an hour. */
export const doorCookie = (env: Pick<Env, 'publicUrl'>, token: string): string =>
  `${cookieName(doorOf(token))}=${token}; Max-Age=${hour}; Path=/; HttpOnly; SameSite=Lax${secureCookies(env) ? '; Secure' : ''}`

/** The input with the token itself, where a door was sent whose cookie is there. */
export function openToken<T extends { token?: string | undefined }>(cookies: string | null, input: T): T {
  if (input.token === undefined || isToken(input.token)) return input
  const kept = cookieValue(cookies, cookieName(input.token))
  return kept !== null && isToken(kept) ? { ...input, token: kept } : input
}
