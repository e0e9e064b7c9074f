import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { ParsedBody } from '#lib/protocol/routes/index.ts'
import { AppError, conflict, forbidden } from '#server/base/errors.ts'
import { isPassword } from '#server/base/password.ts'
import { limit, uncount } from '#server/base/rate-limit.ts'
import type { Running } from '#server/base/runtime.ts'
import { seal, unseal } from '#server/base/sealed.ts'
import type { PersonRecord } from '../store/store.ts'
import { hashToken } from './invites.ts'

type Parts = Pick<Running, 'store' | 'env'>

/** Seconds of a step, and the steps before and after now whose codes count too: clocks differ, and people type. */
const [period, neighbours] = [30, 1]
const codeCount = 10

const totp = (secret: Secret, label: string) =>
  new TOTP({ issuer: 'Brownpaper', label, secret, algorithm: 'SHA1', digits: 6, period })

/** Throws unless this is the person's password; a forgotten browser must not be a place to guess it. */
export async function demandOwnPassword(person: PersonRecord, typed: string): Promise<void> {
  if (person.passwordHash === null) throw forbidden('You sign in without a password.')
  limit('ownPassword', person.id)
  if (!(await isPassword(typed, person.passwordHash, [person.id])))
    throw new AppError('password-wrong', 'This is not your password.')
  uncount('ownPassword', person.id)
}

/** What the account page says of it: since when it is asked for, and how many recovery codes are left. */
export async function factorState({ store }: Pick<Parts, 'store'>, personId: string) {
  const factor = await store.factors.get(personId)
  if (!factor?.confirmedAt) return null
  return { since: factor.confirmedAt, codesLeft: await store.factors.codesLeft(personId) }
}

/** Begins to set one up: the secret is told once, here. It is asked for when a first code of it was right. */
export async function beginFactor(
  { store, env }: Parts,
  person: PersonRecord,
  { password }: ParsedBody<'POST /api/account/second-factor'>,
) {
  await demandOwnPassword(person, password)
  const secret = new Secret({ size: 20 })
  const begun = await store.factors.begin({
    personId: person.id,
    secret: seal(env, secret.base32),
    createdAt: Date.now(),
    confirmedAt: null,
    lastStep: 0,
  })
  if (!begun) throw conflict('You have a second factor already. Turn it off first, to set up another.')
  return { secret: secret.base32, uri: totp(secret, person.email ?? person.name).toString() }
}

/** Whether a code is one of now that was not used before; uses it up. */
async function isCode({ store, env }: Parts, person: PersonRecord, typed: string): Promise<boolean> {
  const factor = await store.factors.get(person.id)
  const secret = factor && unseal(env, factor.secret)
  if (secret === null || !/^\d{6}$/.test(typed)) return false
  const now = Date.now()
  // Compares in constant time.
  const delta = totp(Secret.fromBase32(secret), '').validate({ token: typed, timestamp: now, window: neighbours })
  if (delta === null) return false
  return store.factors.useStep(person.id, Math.floor(now / 1000 / period) + delta)
}

const wrongCode = () => new AppError('code-wrong', 'This code is not right, or it was used already. Wait for the next.')
const plain = (typed: string) => typed.replace(/[\s-]/g, '').toLowerCase()

/** Turns it on by its first code; returns the recovery codes, which are told once. */
export async function confirmFactor(
  parts: Parts,
  person: PersonRecord,
  { code }: ParsedBody<'POST /api/account/second-factor/confirm'>,
): Promise<string[]> {
  const factor = await parts.store.factors.get(person.id)
  if (!factor) throw conflict('Begin to set it up first.')
  if (factor.confirmedAt !== null) throw conflict('It is on already.')
  limit('secondFactor', person.id)
  if (!(await isCode(parts, person, plain(code)))) throw wrongCode()
  uncount('secondFactor', person.id)
  const codes = newCodes()
  await parts.store.factors.confirm(person.id, Date.now(), codes.map(hashCode))
  return codes
}

/** Makes new recovery codes; the earlier ones count no more. */
export async function renewCodes(
  { store }: Parts,
  person: PersonRecord,
  { password }: ParsedBody<'POST /api/account/second-factor/codes'>,
): Promise<string[]> {
  await demandOwnPassword(person, password)
  if (!(await factorState({ store }, person.id))) throw conflict('There is no second factor.')
  const codes = newCodes()
  await store.factors.setCodes(person.id, codes.map(hashCode))
  return codes
}

export async function endFactor(
  { store }: Parts,
  person: PersonRecord,
  { password }: ParsedBody<'DELETE /api/account/second-factor'>,
): Promise<void> {
  await demandOwnPassword(person, password)
  await store.factors.remove(person.id)
}

/** Asked at a sign-in by password: throws unless the person has no second factor, or this is a code of it. */
export async function demandFactor(parts: Parts, person: PersonRecord, typed: string | undefined): Promise<void> {
  if (!(await factorState(parts, person.id))) return
  if (typed === undefined)
    throw new AppError('code-needed', 'Write the code that your authenticator app shows now, or a recovery code.')
  limit('secondFactor', person.id)
  const code = plain(typed)
  if (!(await isCode(parts, person, code)) && !(await parts.store.factors.useCode(person.id, hashCode(code))))
    throw wrongCode()
  uncount('secondFactor', person.id)
}

/** 80 random bits each, in letters that are not taken for one another. */
const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
const newCodes = (): string[] =>
  Array.from({ length: codeCount }, () =>
    Array.from(randomBytes(16), byte => letters[byte % letters.length])
      .join('')
      .replace(/(.{4})(?=.)/g, '$1-'),
  )
const hashCode = (code: string): string => hashToken(`recovery ${plain(code)}`)
