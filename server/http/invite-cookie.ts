import { createHash } from 'node:crypto'
import type { Env } from '#server/base/env.ts'
import { cookieValue, secureCookies } from './cookies.ts'

/**
 * The token of an invite or of a shared replay leaves the address bar at once: opening /join/<token> stores it in a
 * cookie and redirects to /join/<door>, a name of the cookie that does not reveal the token. The page sends the door
 * instead of the token.
 */
/** Seconds. */
const hour = 3600

const doorLength = 16
/** The shortest token; and more than the longest, because a page of another site may link here with any text. */
const tokenLength = { min: 32, max: 200 }

/** Returns the name (door) that stands for a token in addresses. */
export const doorOf = (token: string): string =>
  createHash('sha256').update(`door ${token}`).digest('hex').slice(0, doorLength)

/** Whether the last part of a /join/ address is a token rather than a door. */
export const isToken = (part: string): boolean =>
  part.length >= tokenLength.min && part.length <= tokenLength.max && /^[A-Za-z0-9_.-]+$/.test(part)

const cookieName = (door: string) => `brownpaper.door.${door}`

/** The Set-Cookie header that keeps a token for an hour. */
export const doorCookie = (env: Pick<Env, 'publicUrl'>, token: string): string =>
  `${cookieName(doorOf(token))}=${token}; Max-Age=${hour}; Path=/; HttpOnly; SameSite=Lax${secureCookies(env) ? '; Secure' : ''}`

/** Returns the input with a door replaced by its token, if the browser sent the door's cookie. */
export function openToken<T extends { token?: string | undefined }>(cookies: string | null, input: T): T {
  if (input.token === undefined || isToken(input.token)) return input
  const kept = cookieValue(cookies, cookieName(input.token))
  return kept !== null && isToken(kept) ? { ...input, token: kept } : input
}
