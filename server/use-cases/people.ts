import type { ParsedBody } from '#lib/protocol/routes/index.ts'
import { cutText } from '#lib/text/cut.ts'
import { AppError, forbidden } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import { hashPassword, isPassword } from '#server/base/password.ts'
import { demandStrength } from '#server/base/password-strength.ts'
import { limit, uncount } from '#server/base/rate-limit.ts'
import type { Running } from '#server/base/runtime.ts'
import { rememberRight, wasRight } from '#server/base/was-right.ts'
import { signInOf } from '#server/http/cookies.ts'
import { providerSignOut } from '#server/http/provider-sign-out.ts'
import { endSignIn } from '#server/http/signed-in.ts'
import type { MemberRecord, PersonRecord } from '../store/store.ts'
import { spendInvite } from './members.ts'
import { demandFactor } from './second-factor.ts'

type Part = Pick<Running, 'store'>

/** Whether accounts are made without an invite now; the first of all always is. */
export const isSignUpOpen = async ({ store, env }: Pick<Running, 'store' | 'env'>): Promise<boolean> =>
  env.signUp === 'open' || !(await store.people.anyAccount())

/**
 * Creates a person, with a workspace of their own unless the server gives none; by an invite they are a member of that
 * workspace too, which is returned.
 */
export async function signUp(
  parts: Pick<Running, 'store' | 'env'>,
  address: string,
  { invite, ...input }: ParsedBody<'POST /api/sign-up'>,
): Promise<{ person: PersonRecord; joined: MemberRecord | null }> {
  limit('signUp', address)
  const { store, env } = parts
  const open = await isSignUpOpen(parts)
  if (!open && invite === undefined)
    throw forbidden('Accounts are made by invitation here: open the link that the owner of a workspace sent you.')
  await demandStrength(input.password, input)
  if (await store.people.byEmail(input.email))
    throw new AppError('email-taken', 'There is an account with this email address already. Sign in instead.')
  const passwordHash = await hashPassword(input.password, [address])
  const to = invite === undefined ? null : await spendInvite(parts, invite)
  const ownWorkspace = env.signUp !== 'closed' || (open && to === null)
  const person = await addPerson({ store }, { ...input, passwordHash }, { ownWorkspace })
  if (to === null) return { person, joined: null }
  const joined = { workspaceId: to.workspaceId, personId: person.id, role: to.role }
  await store.workspaces.setMember(joined)
  return { person, joined }
}

/**
 * Returns the person with this email and password. An unknown address and a wrong password give the same error and take
 * equally long. Guesses from elsewhere keep nobody out of an account where they signed in with it before.
 */
export async function signIn(
  parts: Pick<Running, 'store' | 'env'>,
  address: string,
  input: ParsedBody<'POST /api/sign-in'>,
): Promise<PersonRecord> {
  const { store } = parts
  limit('signIn', address)
  const here = `${input.email} ${address}`
  limit('password', here)
  const knownHere = wasRight('password', here)
  if (!knownHere) limit('passwordByAll', input.email)
  const person = await store.people.byEmail(input.email)
  if ((await isPassword(input.password, person?.passwordHash ?? null, [address, input.email])) && person) {
    uncount('password', here)
    if (!knownHere) uncount('passwordByAll', input.email)
    rememberRight('password', here)
    await demandEnabled(parts, person)
    await demandFactor(parts, person, input.code)
    return person
  }
  throw new AppError('wrong-password', 'This email address and password do not belong together.')
}

/** Throws when the operator has disabled the person's account. */
export async function demandEnabled({ store }: Part, person: PersonRecord): Promise<void> {
  if (await store.signIns.isDisabled(person.id))
    throw forbidden('This account is switched off. Ask whoever runs this Brownpaper.')
}

/**
 * Ends the sign-in of a Cookie header, on the server too: copies of the cookie no longer work. Returns where one signs
 * out at the provider by which it came; null for nowhere.
 */
export async function signOut(
  running: Pick<Running, 'env' | 'store' | 'hub'>,
  cookie: string | null,
): Promise<string | null> {
  const known = await signInOf(running.env, cookie)
  if (!known) return null
  await endSignIn(running, known.signIn, known.until)
  return known.byProvider ? providerSignOut(running) : null
}

/** Creates a person, and a workspace of their own unless they belong to another's. */
export async function addPerson(
  { store }: Part,
  { name, email, passwordHash }: Pick<PersonRecord, 'name' | 'email' | 'passwordHash'>,
  { ownWorkspace }: { ownWorkspace: boolean },
): Promise<PersonRecord> {
  const person = { id: newId(), name, email, passwordHash, createdAt: Date.now() }
  await store.people.create(person)
  if (!ownWorkspace) return person
  const workspace = { id: newId(), name: `${cutText(name, 100)}’s workspace`, createdAt: person.createdAt }
  await store.workspaces.create(workspace, person.id)
  return person
}

/** Creates a person with only a name, who joins by an invite. */
export async function addGuest({ store }: Part, name: string): Promise<PersonRecord> {
  const guest = { id: newId(), name, email: null, passwordHash: null, createdAt: Date.now() }
  await store.people.create(guest)
  return guest
}

/** Returns what a person may know about themselves. */
export async function aboutMe({ store }: Part, person: PersonRecord) {
  const workspaces = await store.workspaces.ofPerson(person.id)
  return {
    person: { id: person.id, name: person.name, email: person.email, guest: workspaces.length === 0 },
    workspaces: workspaces.map(({ id, name, role }) => ({ id, name, role })),
  }
}
