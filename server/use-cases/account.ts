import type { ParsedBody } from '#lib/protocol/routes/index.ts'
import { forbidden, notFound } from '#server/base/errors.ts'
import { hashPassword } from '#server/base/password.ts'
import { demandStrength } from '#server/base/password-strength.ts'
import type { Running } from '#server/base/runtime.ts'
import { endOtherSignIns, endSignIn, hasRunOut, type SignedIn } from '#server/http/signed-in.ts'
import { demandOwnPassword } from './second-factor.ts'

type Parts = Pick<Running, 'store' | 'hub'>

/** Changes a person's password after asking for the one of now. */
export async function changePassword(
  parts: Parts,
  { person, signIn }: SignedIn,
  { current, password, endOthers }: ParsedBody<'POST /api/account/password'>,
): Promise<void> {
  const { email } = person
  if (email === null) throw forbidden('You sign in without a password.')
  await demandOwnPassword(person, current)
  await demandStrength(password, { name: person.name, email })
  await parts.store.people.setPassword(person.id, await hashPassword(password, [person.id]))
  if (endOthers) await endOtherSignIns(parts, person.id, signIn)
}

/** Returns where a person is signed in, the last used first. */
export async function listSignIns({ env, store }: Pick<Running, 'env' | 'store'>, { person, signIn }: SignedIn) {
  const now = Date.now()
  const found = (await store.signIns.ofPerson(person.id, now)).filter(each => !hasRunOut(env, person, each, now))
  return found.map(({ id, device, madeAt, usedAt }) => ({ id, device, madeAt, usedAt, here: id === signIn }))
}

/** Ends one sign-in of the person; another's does not exist for them. */
export async function endOwnSignIn(parts: Parts, { person }: SignedIn, id: string): Promise<void> {
  const found = (await parts.store.signIns.ofPerson(person.id, Date.now())).find(each => each.id === id)
  if (!found) throw notFound()
  await endSignIn(parts, id, found.until)
}
