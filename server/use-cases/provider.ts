import { createHash } from 'node:crypto'
import type { WorkspaceRole } from '#lib/access/actor.ts'
import { personName } from '#lib/protocol/fields.ts'
import { cutText } from '#lib/text/cut.ts'
import type { Running } from '#server/base/runtime.ts'
import { endOtherSignIns, endSignIn, type SignedIn } from '#server/http/signed-in.ts'
import type { PersonRecord, WorkspaceRecord } from '../store/store.ts'
import { addPerson, isSignUpOpen } from './people.ts'

type Parts = Pick<Running, 'env' | 'store' | 'hub'>
type Settings = NonNullable<Running['env']['oidc']>
type Claims = Readonly<Record<string, unknown>>

/** Why somebody whom the provider knows does not come in, in words for them. */
const providerRefusals = {
  disabled: 'This account is switched off. Ask whoever runs this Brownpaper.',
  'no-role': 'The provider gives you no role here. Ask whoever runs this Brownpaper.',
  'another-person': 'That account belongs to somebody who has a password of their own here. Nothing was changed.',
}
/** The sentence for a code that came back in an address; null for any other text. */
export const refusalOf = (code: unknown): string | null =>
  Object.entries(providerRefusals).find(([known]) => known === code)?.[1] ?? null

export class ProviderRefusal extends Error {
  readonly code: keyof typeof providerRefusals
  constructor(code: keyof typeof providerRefusals) {
    super(providerRefusals[code])
    this.code = code
  }
}

const text = (claim: unknown): string => (typeof claim === 'string' ? claim.trim() : '')

/**
 * The address that a provider names, or null. One that says it has not verified it is not believed; one that says
 * nothing about that, as Microsoft Entra does, speaks for its own people. Nobody is recognised by an address alone.
 */
export function addressOf({ email, email_verified: verified }: Claims): string | null {
  const address = text(email).toLowerCase()
  return /^[^\s@]+@[^\s@]+$/.test(address) && verified !== false && verified !== 'false' ? address : null
}

/** The role that the claims give in the provider's workspace; null for none. Dots lead into a claim. */
export function roleOfClaims({ role, roleClaim }: Pick<Settings, 'role' | 'roleClaim'>, claims: Claims) {
  const found = (roleClaim ?? '')
    .split('.')
    .reduce<unknown>((at, part) => (typeof at === 'object' && at !== null ? (at as Claims)[part] : undefined), claims)
  const said = roleClaim === null ? [] : [found].flat()
  if (said.includes('facilitator')) return 'facilitator'
  if (said.includes('manager')) return 'manager'
  return role === 'none' ? null : role
}

/**
 * Somebody who comes back from the provider: the person of this account there, else a new one. `linking` is who asked
 * for it at their own account: both are then one person.
 */
export async function comeByProvider(
  parts: Parts,
  settings: Settings,
  subject: string,
  claims: Claims,
  linking: SignedIn | null,
): Promise<PersonRecord> {
  const { store } = parts
  const known = await store.people.byAccount(settings.issuer, subject)
  const role = settings.workspace === null ? null : roleOfClaims(settings, claims)
  if (settings.workspace !== null && role === null) throw new ProviderRefusal('no-role')
  if (known && (await store.signIns.isDisabled(known.id))) throw new ProviderRefusal('disabled')
  const person = linking
    ? await link(parts, settings, subject, known, linking)
    : (known ?? (await newcomer(parts, settings, subject, claims)))
  if (settings.workspace !== null && role !== null) await seat(parts, settings, settings.workspace, person, role)
  return person
}

async function newcomer(parts: Parts, settings: Settings, subject: string, claims: Claims): Promise<PersonRecord> {
  const { store } = parts
  const address = addressOf(claims)
  // Somebody signed up with it by password: whether they are the same they say themselves, at their account.
  const email = address !== null && (await store.people.byEmail(address)) ? null : address
  const name = personName.safeParse(
    text(claims.name) || text(claims.preferred_username) || text(claims.email) || 'Somebody',
  )
  const person = await addPerson(
    { store },
    { name: name.success ? name.data : 'Somebody', email, passwordHash: null },
    { ownWorkspace: settings.workspace === null && (await isSignUpOpen(parts)) },
  )
  await store.people.linkAccount(settings.issuer, subject, person.id)
  return person
}

/** Makes the account at the provider the asking person's; whoever had it until now becomes them. */
async function link(
  parts: Parts,
  settings: Settings,
  subject: string,
  known: PersonRecord | null,
  { person, signIn }: SignedIn,
): Promise<PersonRecord> {
  if (known === null) await parts.store.people.linkAccount(settings.issuer, subject, person.id)
  else if (known.id !== person.id) {
    if (known.passwordHash !== null) throw new ProviderRefusal('another-person')
    await parts.store.people.merge(known.id, person.id)
    await endOtherSignIns(parts, known.id, null)
  }
  // This browser goes on with the sign-in that begins now.
  await endSignIn(parts, signIn, Date.now() + 61 * 24 * 3_600_000)
  return person
}

/** Gives somebody their role in the provider's workspace; who comes first owns it, and an owner stays one. */
async function seat(
  { store, hub }: Parts,
  { issuer }: Settings,
  named: string,
  person: PersonRecord,
  role: WorkspaceRole,
): Promise<void> {
  const there = (await store.workspaces.get(named)) ?? (await ofName({ store }, issuer, named, person))
  const member = await store.workspaces.member(there.id, person.id)
  if (member?.role === 'owner' || member?.role === role) return
  await store.workspaces.setMember({ workspaceId: there.id, personId: person.id, role })
  if (!member) return
  for (const board of await store.boards.list({ workspaceIds: [there.id], limit: 500, offset: 0 }))
    if (hub.here(board.id).has(person.id)) await hub.reauthorise(board.id, person.id)
}

/** The workspace that the setting names; its id follows from the name, so that it may be called otherwise later. */
async function ofName(
  { store }: Pick<Parts, 'store'>,
  issuer: string,
  named: string,
  first: PersonRecord,
): Promise<WorkspaceRecord> {
  const id = createHash('sha256').update(`${issuer}\n${named}`).digest('base64url').slice(0, 22)
  const found = await store.workspaces.get(id)
  if (found) return found
  const workspace = { id, name: cutText(named, 100), createdAt: Date.now() }
  await store.workspaces.create(workspace, first.id)
  return workspace
}
