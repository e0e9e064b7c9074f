import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { ParsedBody } from '#lib/protocol/routes/index.ts'
import { newChallenge, takeChallenge } from '#server/base/challenges.ts'
import { AppError, badRequest, conflict, notFound } from '#server/base/errors.ts'
import { limit } from '#server/base/rate-limit.ts'
import type { Running } from '#server/base/runtime.ts'
import type { PersonRecord } from '../store/store.ts'
import { demandEnabled } from './people.ts'
import { demandOwnPassword } from './second-factor.ts'

type Parts = Pick<Running, 'store' | 'env'>

/** As many one person may have. */
const mostPasskeys = 20
const signingIn = 'sign in'
const adding = (personId: string) => `add for ${personId}`

/** What passkeys are bound to: the host and the origin at which people reach the server. */
const site = ({ env }: Pick<Parts, 'env'>) => {
  const { hostname, origin } = new URL(env.publicUrl)
  return { hostname, origin }
}
const challengeIs = (purpose: string) => (challenge: string) => takeChallenge(purpose, challenge)

export const listPasskeys = async ({ store }: Pick<Parts, 'store'>, personId: string) =>
  (await store.passkeys.ofPerson(personId)).map(({ id, device, createdAt, usedAt }) => ({
    id,
    device,
    createdAt,
    usedAt,
  }))

/** What a browser needs to make a passkey; whoever has a password is asked for it. */
export async function beginPasskey(
  { store, env }: Parts,
  person: PersonRecord,
  { password }: ParsedBody<'POST /api/account/passkeys/options'>,
) {
  if (await store.people.isGuest(person.id)) throw notFound()
  if (person.passwordHash !== null) await demandOwnPassword(person, password ?? '')
  const there = await store.passkeys.ofPerson(person.id)
  if (there.length >= mostPasskeys)
    throw conflict(`You have ${mostPasskeys} passkeys, as many as one can. Remove one first.`)
  return generateRegistrationOptions({
    rpName: 'Brownpaper',
    rpID: site({ env }).hostname,
    userID: new TextEncoder().encode(person.id),
    userName: person.email ?? person.name,
    userDisplayName: person.name,
    challenge: Uint8Array.from(Buffer.from(newChallenge(adding(person.id)), 'base64url')),
    excludeCredentials: there.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** Keeps the passkey that a browser made. */
export async function addPasskey(
  { store, env }: Parts,
  person: PersonRecord,
  device: string | null,
  { response }: ParsedBody<'POST /api/account/passkeys'>,
): Promise<void> {
  const { hostname, origin } = site({ env })
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    // Checked by the library, part by part.
    response: response as unknown as RegistrationResponseJSON,
    expectedChallenge: challengeIs(adding(person.id)),
    expectedOrigin: origin,
    expectedRPID: hostname,
  }).catch(() => ({ verified: false, registrationInfo: undefined }))
  if (!verified || !registrationInfo) throw badRequest('The passkey could not be made. Try again.')
  const { id, publicKey, counter, transports } = registrationInfo.credential
  await store.passkeys.add({
    id,
    personId: person.id,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    counter,
    transports: JSON.stringify(transports ?? []),
    device,
    createdAt: Date.now(),
    usedAt: null,
  })
}

export async function removePasskey({ store }: Pick<Parts, 'store'>, personId: string, id: string): Promise<void> {
  if (!(await store.passkeys.remove(personId, id))) throw notFound()
}

/** What a browser needs to sign in by a passkey; it says nothing about who has one. */
export function askForPasskey({ env }: Pick<Parts, 'env'>, address: string) {
  limit('signIn', address)
  return generateAuthenticationOptions({
    rpID: site({ env }).hostname,
    challenge: Uint8Array.from(Buffer.from(newChallenge(signingIn), 'base64url')),
    userVerification: 'required',
  })
}

/** Returns whose passkey signed. The device has asked for a finger, a face or a PIN: that is a second factor. */
export async function signInByPasskey(
  parts: Parts,
  address: string,
  { response }: ParsedBody<'POST /api/sign-in/passkey'>,
): Promise<PersonRecord> {
  limit('signIn', address)
  const { store } = parts
  const refused = () => new AppError('no-such-passkey', 'This passkey is not known here, or it was removed.')
  const passkey = typeof response.id === 'string' ? await store.passkeys.get(response.id) : null
  const person = passkey && (await store.people.get(passkey.personId))
  if (!passkey || !person) throw refused()
  const { hostname, origin } = site(parts)
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: response as unknown as AuthenticationResponseJSON,
    expectedChallenge: challengeIs(signingIn),
    expectedOrigin: origin,
    expectedRPID: hostname,
    credential: {
      id: passkey.id,
      publicKey: Uint8Array.from(Buffer.from(passkey.publicKey, 'base64url')),
      counter: passkey.counter,
    },
  }).catch(() => ({ verified: false, authenticationInfo: undefined }))
  if (!verified || !authenticationInfo) throw refused()
  await demandEnabled(parts, person)
  await store.passkeys.used(passkey.id, authenticationInfo.newCounter, Date.now())
  return person
}
