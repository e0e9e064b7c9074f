import { personName } from '#lib/protocol/fields.ts'
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
import { endSignIn } from '#server/http/signed-in.ts'
import type { PersonRecord } from '../store/store.ts'

type Part = Pick<Running, 'store'>

/** Creates a person with a workspace of their own. */
export async function signUp(
  { store }: Part,
  address: string,
  input: ParsedBody<'POST /api/sign-up'>,
): Promise<PersonRecord> {
  limit('signUp', address)
  const taken = new AppError('email-taken', 'There is an account with this email address already. Sign in instead.')
  await demandStrength(input.password, input)
  if (await store.people.byEmail(input.email)) throw taken
  return addPerson({ store }, { ...input, passwordHash: await hashPassword(input.password, [address]) })
}

/**
 * Returns the person with this email and password. An unknown address and a wrong password give the same error and take
 * equally long. Guesses from elsewhere keep nobody out of an account where they signed in with it before.
 */
export async function signIn(
  { store }: Part,
  address: string,
  input: ParsedBody<'POST /api/sign-in'>,
): Promise<PersonRecord> {
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
    await demandEnabled({ store }, person)
    return person
  }
  throw new AppError('wrong-password', 'This email address and password do not belong together.')
}

/** Throws when the operator has disabled the person's account. */
async function demandEnabled({ store }: Part, person: PersonRecord): Promise<void> {
  if (await store.signIns.isDisabled(person.id))
    throw forbidden('This account is switched off. Ask whoever runs this Brownpaper.')
}

/** Ends the sign-in of a Cookie header, on the server too: copies of the cookie no longer work. */
export async function signOut(running: Pick<Running, 'env' | 'store' | 'hub'>, cookie: string | null): Promise<void> {
  const known = await signInOf(running.env, cookie)
  if (known) await endSignIn(running, known.signIn, known.until)
}

/** Somebody whom an OIDC provider knows: found by its account, else made with a workspace. */
export async function signInByProvider(
  { store }: Part,
  account: { provider: string; subject: string; name: string; email: string | null },
): Promise<PersonRecord> {
  const known = await store.people.byAccount(account.provider, account.subject)
  if (known) {
    await demandEnabled({ store }, known)
    return known
  }
  // An address that signed up by password was never verified, so it is not treated as the same person.
  const own = account.email && (await store.people.byEmail(account.email)) ? null : account.email
  const name = personName.safeParse(account.name)
  const person = await addPerson(
    { store },
    { name: name.success ? name.data : 'Somebody', email: own, passwordHash: null },
  )
  await store.people.linkAccount(account.provider, account.subject, person.id)
  return person
}

async function addPerson(
  { store }: Part,
  { name, email, passwordHash }: Pick<PersonRecord, 'name' | 'email' | 'passwordHash'>,
): Promise<PersonRecord> {
  const person = { id: newId(), name, email, passwordHash, createdAt: Date.now() }
  await store.people.create(person)
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
