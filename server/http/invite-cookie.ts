import { createHash } from 'node:crypto'
import type { Env } from '#server/base/env.ts'
import { cookieAttributes, cookieName, cookieValue } from './cookies.ts'

/**
 * The token of an invite or of a shared replay leaves the address bar at once: opening /join/<token> stores it in a
 * cookie and redirects to /join/<door>, a name that does not reveal the token. The page sends the door instead of the
 * token. One cookie holds the last few: one for each would fill the head of every request until none gets through.
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

/** Links opened in this browser in the last hour that it still knows; the oldest is forgotten for one more. */
const mostDoors = 8

/** The tokens in the browser's one cookie of doors, the newest first. */
const tokensIn = (env: Pick<Env, 'publicUrl'>, cookies: string | null): string[] =>
  (cookieValue(cookies, cookieName(env, 'doors')) ?? '').split('~').filter(isToken)

/** The Set-Cookie header that keeps a token for an hour beside those in the Cookie header. */
export function doorCookie(env: Pick<Env, 'publicUrl'>, cookies: string | null, token: string): string {
  const tokens = [...new Set([token, ...tokensIn(env, cookies)])].slice(0, mostDoors)
  return `${cookieName(env, 'doors')}=${tokens.join('~')}; Max-Age=${hour}; ${cookieAttributes(env)}`
}

/** Returns the input with a door replaced by its token, if the browser sent it in the cookie of doors. */
export function openToken<T extends { token?: string | undefined }>(
  env: Pick<Env, 'publicUrl'>,
  cookies: string | null,
  input: T,
): T {
  const door = input.token
  if (door === undefined || isToken(door)) return input
  const token = tokensIn(env, cookies).find(each => doorOf(each) === door)
  return token === undefined ? input : { ...input, token }
}
