import type { Running } from '#server/base/runtime.ts'
import type { PersonRecord } from '#server/store/store.ts'
import { signInOf } from './cookies.ts'

/** A person, and the sign-in of this browser; each browser has its own. */
export interface SignedIn {
  person: PersonRecord
  signIn: string
}

/**
 * Returns whom a Cookie header signs in; null for nobody, a deleted person, or after signing out. All callers use this.
 */
export async function signedIn(
  { env, store }: Pick<Running, 'env' | 'store'>,
  cookieHeader: string | null | undefined,
): Promise<SignedIn | null> {
  const known = await signInOf(env, cookieHeader)
  if (!known) return null
  const [person, over] = await Promise.all([store.people.get(known.personId), store.people.isSignedOut(known.signIn)])
  return person && !over ? { person, signIn: known.signIn } : null
}

/** Ends a sign-in for good: copies of its cookie no longer work, and its sockets close. */
export async function endSignIn({ store, hub }: Pick<Running, 'store' | 'hub'>, signIn: string, until: number) {
  await store.people.signOut(signIn, until)
  hub.signedOut(signIn)
}
