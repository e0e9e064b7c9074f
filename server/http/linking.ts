import { decode, encode } from 'next-auth/jwt'
import type { Running } from '#server/base/runtime.ts'
import { cookieAttributes, cookieName, cookieValue } from './cookies.ts'
import { type SignedIn, signedIn } from './signed-in.ts'

/**
 * A person at their own account asks to add the one that they have at the provider: a cookie says so until they come
 * back from there, for the sign-in that asked alone.
 */
const name = 'linking'
/** Seconds. */
const patience = 10 * 60

export async function linkingCookie({ env }: Pick<Running, 'env'>, { person, signIn }: SignedIn): Promise<string> {
  const token = await encode({
    token: { sub: person.id, signIn },
    secret: env.authSecret,
    salt: name,
    maxAge: patience,
  })
  return `${cookieName(env, name)}=${token}; Max-Age=${patience}; ${cookieAttributes(env)}`
}

/** Returns who asked for it in this browser and is still signed in; null for an ordinary sign-in. */
export async function linkingOf(
  parts: Pick<Running, 'env' | 'store'>,
  headers: Pick<Headers, 'get'>,
): Promise<SignedIn | null> {
  const { env } = parts
  const token = cookieValue(headers.get('cookie'), cookieName(env, name))
  if (token === null) return null
  const asked = await decode({ token, secret: env.authSecret, salt: name }).catch(() => null)
  const here = await signedIn(parts, headers.get('cookie'), headers.get('user-agent'))
  return here && asked?.signIn === here.signIn && asked.sub === here.person.id ? here : null
}
