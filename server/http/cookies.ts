import { encode, getToken, type JWT } from 'next-auth/jwt'
import type { Env } from '#server/base/env.ts'
import { newId } from '#server/base/ids.ts'

/**
 * The sign-in cookie: next-auth's own JWT session cookie, read by pages, routes and sockets alike. It says who
 * somebody is, and which sign-in of theirs it is of, so that signing out ends it on the server too; roles are looked up
 * in the store each time.
 */

/** Seconds, as long as browsers keep any cookie. When a sign-in ends is for signed-in.ts to say. */
export const cookieAge = 400 * 24 * 60 * 60

type Settings = Pick<Env, 'authSecret' | 'publicUrl'>

export const secureCookies = (env: Pick<Env, 'publicUrl'>): boolean => env.publicUrl.startsWith('https:')

/** What every cookie of ours has; the `__Host-` of `cookieName` asks for this Path, and no Domain. */
export const cookieAttributes = (env: Pick<Env, 'publicUrl'>) =>
  `Path=/; HttpOnly; SameSite=Lax${secureCookies(env) ? '; Secure' : ''}`

/** Over https no other host of the same domain can set a cookie of this name. */
export const cookieName = (env: Pick<Env, 'publicUrl'>, name: string): string =>
  `${secureCookies(env) ? '__Host-' : ''}brownpaper.${name}`

export const sessionCookieName = (env: Pick<Env, 'publicUrl'>): string => cookieName(env, 'session')

/** What it was called before, as by every program that uses next-auth: those on one host signed each other out. */
const earlierName = (env: Pick<Env, 'publicUrl'>): string =>
  `${secureCookies(env) ? '__Secure-' : ''}authjs.session-token`

/** What the cookie of a new sign-in says. */
export const newSignIn = (personId: string) => ({ sub: personId, signIn: newId(), madeAt: Date.now() })

/** When a sign-in was made, ms; older cookies say the second alone. */
export const madeAtOf = ({ madeAt, iat }: { madeAt?: unknown; iat?: number }): number =>
  typeof madeAt === 'number' ? madeAt : (iat ?? 0) * 1000

/** The Set-Cookie header that signs a person in. */
export const sessionCookie = (env: Settings, personId: string): Promise<string> =>
  cookieOf(env, newSignIn(personId), cookieAge)

async function cookieOf(env: Settings, token: JWT, maxAge: number): Promise<string> {
  const name = sessionCookieName(env)
  const value = await encode({ token, secret: env.authSecret, salt: name, maxAge })
  return `${name}=${value}; Max-Age=${maxAge}; ${cookieAttributes(env)}`
}

/**
 * The Set-Cookie headers that keep somebody signed in whose browser has a cookie of the earlier name only; none for
 * everybody else, and for cookies of other programs.
 */
export async function renamedCookies(env: Settings, cookieHeader: string | null): Promise<string[]> {
  if (!cookieHeader?.includes(earlierName(env)) || cookieValue(cookieHeader, sessionCookieName(env))) return []
  const token = await readToken(env, cookieHeader, earlierName(env))
  if (!token) return []
  const { sub, signIn, exp = 0 } = token
  const left = exp - Math.floor(Date.now() / 1000)
  return [
    await cookieOf(env, { sub, signIn, madeAt: madeAtOf(token) }, left),
    `${earlierName(env)}=; Max-Age=0; ${cookieAttributes(env)}`,
  ]
}

/** The Set-Cookie header that signs out. */
export const endedCookie = (env: Settings): string => `${sessionCookieName(env)}=; Max-Age=0; ${cookieAttributes(env)}`

/**
 * Returns whose Cookie header this is; null for nobody, a forged or an expired cookie. The person may have signed out
 * or been deleted since: signed-in.ts checks that.
 */
export async function signInOf(
  env: Settings,
  cookieHeader: string | null | undefined,
): Promise<{ personId: string; signIn: string; madeAt: number; until: number; byProvider: boolean } | null> {
  if (!cookieHeader) return null
  const token =
    (await readToken(env, cookieHeader, sessionCookieName(env))) ??
    (await readToken(env, cookieHeader, earlierName(env)))
  if (!token) return null
  const { sub: personId, signIn, byProvider } = token
  const until = (token.exp ?? 0) * 1000
  return { personId, signIn, madeAt: madeAtOf(token), until, byProvider: byProvider === true }
}

type SignInToken = JWT & { sub: string; signIn: string }

async function readToken(env: Settings, cookie: string, cookieName: string): Promise<SignInToken | null> {
  const req = { headers: new Headers({ cookie }) }
  const token = await getToken({ req, secret: env.authSecret, cookieName })
  return token?.sub && typeof token.signIn === 'string' ? (token as SignInToken) : null
}

/** Returns a cookie's value by its name; null when it was not sent. */
export function cookieValue(cookieHeader: string | null | undefined, name: string): string | null {
  for (const part of (cookieHeader ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return null
}
