import type { Env } from '#server/base/env.ts'
import type { Running } from '#server/base/runtime.ts'
import type { PersonRecord } from '#server/store/store.ts'
import { signInOf } from './cookies.ts'
import { deviceOf } from './device.ts'

/** A person, and the sign-in of this browser; each browser has its own. */
export interface SignedIn {
  person: PersonRecord
  signIn: string
  /** ms */
  madeAt: number
}

const day = 24 * 60 * 60_000

/**
 * Whether a sign-in has ended by itself: it is too old, or too long nobody used it. A guest's is never too long unused,
 * because guests have no other way to be the same person at the next workshop.
 */
export function hasRunOut(
  env: Pick<Env, 'signInDays' | 'signInIdleDays'>,
  { email, passwordHash }: Pick<PersonRecord, 'email' | 'passwordHash'>,
  { madeAt, usedAt }: { madeAt: number; usedAt: number | null },
  now: number,
): boolean {
  const isGuest = email === null && passwordHash === null
  return now - madeAt >= env.signInDays * day || (!isGuest && now - (usedAt ?? madeAt) >= env.signInIdleDays * day)
}

/** How exactly the last use of a sign-in is known, ms: each note is a write. */
const noteEvery = 5 * 60_000

/**
 * Returns whom a Cookie header signs in; null for nobody, a deleted person, or a sign-in that is over. All callers use this.
 * Notes now and then that the sign-in is used, and by which browser.
 */
export async function signedIn(
  { env, store }: Pick<Running, 'env' | 'store'>,
  cookieHeader: string | null | undefined,
  userAgent: string | null | undefined,
): Promise<SignedIn | null> {
  const known = await signInOf(env, cookieHeader)
  if (!known) return null
  const { personId, signIn: id, madeAt, until } = known
  const [person, { over, usedAt }] = await Promise.all([
    store.people.get(personId),
    store.signIns.standing({ id, personId, madeAt }),
  ])
  if (!person || over) return null
  const now = Date.now()
  if (hasRunOut(env, person, { madeAt, usedAt }, now)) return null
  if (usedAt === null || now - usedAt > noteEvery) {
    // When the disk is full people can still read; the list is then a little behind.
    const noted = store.signIns
      .note({ id, personId, device: deviceOf(userAgent), madeAt, usedAt: now, until })
      .catch(() => {})
    // The first page that is opened may be the list.
    if (usedAt === null) await noted
  }
  return { person, signIn: id, madeAt }
}

/** Ends a sign-in for good: copies of its cookie no longer work, and its sockets close. */
export async function endSignIn({ store, hub }: Pick<Running, 'store' | 'hub'>, signIn: string, until: number) {
  await store.signIns.end(signIn, until)
  hub.signedOut(signIn)
}

/** Ends all sign-ins of a person made until now, but for the one that is kept. */
export async function endOtherSignIns(
  { store, hub }: Pick<Running, 'store' | 'hub'>,
  personId: string,
  keep: string | null,
): Promise<void> {
  const now = Date.now()
  await store.signIns.endOthers(personId, keep, now)
  hub.signedOutElsewhere(personId, keep, now)
}
