import type { ParsedBody } from '#lib/protocol/routes/index.ts'
import { AppError, conflict, notFound } from '#server/base/errors.ts'
import { hashPassword } from '#server/base/password.ts'
import { demandStrength } from '#server/base/password-strength.ts'
import { limit } from '#server/base/rate-limit.ts'
import type { Running } from '#server/base/runtime.ts'
import { endOtherSignIns } from '#server/http/signed-in.ts'
import type { MemberRecord, PersonRecord } from '../store/store.ts'
import { hashToken, newToken } from './invites.ts'

type Parts = Pick<Running, 'store' | 'env'>

const hour = 3_600_000
/** A letter is opened soon; a link that goes from hand to hand takes longer. */
const worksFor = { mail: hour, hand: 24 * hour }

const noSuchLink = () =>
  new AppError('no-such-link', 'This link has been used, has expired, or is not whole. Ask for a new one.')

/** Makes a link by which a person sets a new password, once. Its token appears only in this return value. */
export async function makeReset({ store, env }: Parts, personId: string, way: keyof typeof worksFor) {
  const token = newToken()
  const createdAt = Date.now()
  const expiresAt = createdAt + worksFor[way]
  await store.tokens.put({ hash: hashToken(token), kind: 'reset', personId, createdAt, expiresAt })
  // What follows # is sent to no server, so it stands in no log.
  return { url: `${env.publicUrl}/reset#${token}`, expiresAt }
}

/**
 * Sends a link to whoever has this address and a password. Says nothing about whether somebody has, nor takes longer
 * then.
 */
export async function sendReset(
  { store, env, mail }: Pick<Running, 'store' | 'env' | 'mail'>,
  address: string,
  { email }: ParsedBody<'POST /api/password/forgotten'>,
): Promise<void> {
  if (mail === null) throw notFound()
  limit('forgotten', address)
  limit('forgottenByAll', email)
  mail(async () => {
    const person = await store.people.byEmail(email)
    if (!person?.passwordHash || (await store.signIns.isDisabled(person.id))) return null
    const { url } = await makeReset({ store, env }, person.id, 'mail')
    return { to: email, subject: 'A new password for Brownpaper', text: letter(person.name, env.publicUrl, url) }
  })
}

const letter = (name: string, place: string, url: string) =>
  [
    `Hello ${name},`,
    `somebody, most likely you, asked for a new password for your account at ${place}. Open this link within an hour to choose one:`,
    url,
    'If it was not you, nothing needs to be done: your password stays as it is.',
  ].join('\n\n')

async function personOf({ store }: Pick<Parts, 'store'>, found: { personId: string } | null) {
  const person = found && (await store.people.get(found.personId))
  if (!person?.email || (await store.signIns.isDisabled(person.id))) throw noSuchLink()
  return { ...person, email: person.email }
}

/** Returns whose password a link resets. */
export async function lookAtReset({ store }: Pick<Parts, 'store'>, address: string, token: string) {
  limit('resetLink', address)
  const { email } = await personOf({ store }, await store.tokens.get('reset', hashToken(token), Date.now()))
  return { email }
}

/** Sets the new password, once for each link, and ends all sign-ins of the person. */
export async function setByReset(
  parts: Pick<Running, 'store' | 'hub'>,
  address: string,
  { token, password }: ParsedBody<'POST /api/password/reset'>,
): Promise<void> {
  const { store } = parts
  limit('resetLink', address)
  const hash = hashToken(token)
  const person = await personOf(parts, await store.tokens.get('reset', hash, Date.now()))
  await demandStrength(password, person)
  const passwordHash = await hashPassword(password, [address])
  if (!(await store.tokens.take('reset', hash, Date.now()))) throw noSuchLink()
  await store.people.setPassword(person.id, passwordHash)
  await store.tokens.forget('reset', person.id)
  await endOtherSignIns(parts, person.id, null)
}

/**
 * Makes a link for a member. Whoever has it is that person everywhere: it is made only where the owner could see
 * everything that this person sees.
 */
export async function resetMember(parts: Parts, owner: MemberRecord, personId: string) {
  const { store } = parts
  const { workspaceId } = owner
  const [member, person] = await Promise.all([
    store.workspaces.member(workspaceId, personId),
    store.people.get(personId),
  ])
  if (!member || !person) throw notFound()
  limit('madeReset', owner.personId)
  if (!person.passwordHash) throw conflict(`${person.name} signs in without a password.`)
  if (member.role === 'owner' || (await seesMore(parts, owner, person)))
    throw conflict(
      `${person.name} has boards elsewhere too, which are not yours to open. Whoever runs this Brownpaper can make the link.`,
    )
  return makeReset(parts, personId, 'hand')
}

/** Whether a person sees boards of which the owner of a workspace is not the owner too. */
async function seesMore({ store }: Pick<Parts, 'store'>, owner: MemberRecord, person: PersonRecord): Promise<boolean> {
  const [theirs, owners] = await Promise.all([
    store.workspaces.ofPerson(person.id),
    store.workspaces.ofPerson(owner.personId),
  ])
  const owned = new Set(owners.filter(({ role }) => role === 'owner').map(({ id }) => id))
  const elsewhere = theirs.map(({ id }) => id).filter(id => !owned.has(id))
  for (let offset = 0; ; offset += 500) {
    const boards = await store.boards.list({
      workspaceIds: elsewhere,
      participantId: person.id,
      limit: 500,
      offset,
    })
    if (boards.some(board => !owned.has(board.workspaceId))) return true
    if (boards.length < 500) return false
  }
}
