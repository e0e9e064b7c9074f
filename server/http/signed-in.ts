import type { Running } from '#server/base/runtime.ts'
import type { PersonRecord } from '#server/store/store.ts'
import { signInOf } from './cookies.ts'

/** Somebody, and the sign-in by which they are here: another browser of theirs has its own. */
export interface SignedIn {
  person: PersonRecord
  signIn: string
}

/** Who a Cookie header signs in: the one way to it. null for nobody, for somebody who is gone, and after signing out. */
export async function signedIn(
  { env, store }: Pick<Running, 'env' | 'store'>,
  cookieHeader: string | null | undefined,
): Promise<SignedIn | null> {
  const known = await signInOf(env, cookieHeader)
  if (!known) return null
  const [person, over] = await Promise.all([store.people.get(known.personId), store.people.isSignedOut(known.signIn)])
  return person && !over ? { person, signIn: known.signIn } : null
}

/** Ends a sign-in for good: a copy of its cookie signs nobody in any more, and its sockets close. */
export async function endSignIn({ store, hub }: Pick<Running, 'store' | 'hub'>, signIn: string, until: number) {
  await store.people.signOut(signIn, until)
  hub.signedOut(signIn)
}
