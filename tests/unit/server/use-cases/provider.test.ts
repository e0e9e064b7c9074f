import { expect, test } from 'vitest'
import { running } from '#server/base/runtime.ts'
import { signedIn } from '#server/http/signed-in.ts'
import { addressOf, comeByProvider, ProviderRefusal, roleOfClaims } from '#server/use-cases/provider.ts'
import { openWorkshop } from '#tests/drivers/api.ts'
import { providerSettings } from '#tests/drivers/provider.ts'

const w = openWorkshop()
const come = (subject: string, claims: object, more: Parameters<typeof providerSettings>[0] = {}) =>
  comeByProvider(running(), providerSettings(more), subject, { ...claims }, null)
const rolesOf = async (personId: string) =>
  Object.fromEntries((await w.server.store.workspaces.ofPerson(personId)).map(({ name, role }) => [name, role]))

test.each([
  ['verified', { email: 'Ann@Example.org', email_verified: true }, 'ann@example.org'],
  ['without a word about that, as from Entra', { email: 'ann@example.org' }, 'ann@example.org'],
  ['not verified', { email: 'ann@example.org', email_verified: false }, null],
  ['not verified, in a text', { email: 'ann@example.org', email_verified: 'false' }, null],
  ['that is none', { email: 'ann' }, null],
  ['missing', {}, null],
])('an address %s', (_what, claims, address) => {
  expect(addressOf(claims)).toBe(address)
})

test.each([
  [null, { roles: ['facilitator'] }, 'manager'],
  ['roles', { roles: ['staff', 'facilitator', 'manager'] }, 'facilitator'],
  ['roles', { roles: 'manager' }, 'manager'],
  ['realm_access.roles', { realm_access: { roles: ['facilitator'] } }, 'facilitator'],
  ['roles', { roles: ['owner', 'FACILITATOR'] }, 'manager'],
  ['roles.x.y', { roles: null }, 'manager'],
])('the claim %s of %o gives %s', (roleClaim, claims, role) => {
  expect(roleOfClaims({ roleClaim, role: 'manager' }, claims)).toBe(role)
})

test('a newcomer has a workspace of their own, an address, and is no guest; the next time they are the same', async () => {
  const ann = await come('ann', { name: 'Ann', email: 'ann@office.example' })
  expect(await rolesOf(ann.id)).toEqual({ 'Ann’s workspace': 'owner' })
  expect(ann.email).toBe('ann@office.example')
  expect(await w.server.store.people.isGuest(ann.id)).toBe(false)
  expect((await come('ann', { name: 'Renamed there' })).id).toBe(ann.id)
})

test('with a workspace named, the first makes and owns it, and the others have the role of their claim, anew each time', async () => {
  const settings = { workspace: 'The office', roleClaim: 'roles' }
  const first = await come('first', { name: 'First' }, settings)
  expect(await rolesOf(first.id)).toEqual({ 'The office': 'owner' })
  const ben = await come('ben', { name: 'Ben', roles: ['facilitator'] }, settings)
  expect(await rolesOf(ben.id)).toEqual({ 'The office': 'facilitator' })
  await come('ben', { name: 'Ben' }, settings)
  expect(await rolesOf(ben.id)).toEqual({ 'The office': 'manager' })
  await come('first', {}, settings)
  expect(await rolesOf(first.id)).toEqual({ 'The office': 'owner' })
  const { id } = (await w.server.store.workspaces.ofPerson(ben.id))[0] ?? { id: '' }
  const cleo = await come('cleo', { name: 'Cleo' }, { workspace: id })
  expect(await rolesOf(cleo.id)).toEqual({ 'The office': 'manager' })
})

test('whom the claim gives no role is kept out where it must, and so is who was disabled', async () => {
  const settings = { workspace: 'The office', roleClaim: 'roles', role: 'none' } as const
  await expect(come('dan', { name: 'Dan', roles: [] }, settings)).rejects.toThrow(ProviderRefusal)
  expect(await w.server.store.people.byAccount(providerSettings().issuer, 'dan')).toBeNull()
  const eve = await come('eve', { name: 'Eve', roles: ['manager'] }, settings)
  await w.server.store.signIns.disable(eve.id, Date.now())
  await expect(come('eve', { roles: ['manager'] }, settings)).rejects.toMatchObject({ code: 'disabled' })
})

test('an account by password and one by the provider become one only by the act of who has both', async () => {
  const mia = await w.signUp('Mia')
  const office = await come('mia', { name: 'Mia M.', email: mia.email, email_verified: true })
  expect([office.id === mia.id, office.email]).toEqual([false, null])
  await w.server.store.signIns.endOthers(office.id, null, 1)

  const here = await signedIn(running(), mia.cookie, null)
  const one = await comeByProvider(running(), providerSettings(), 'mia', {}, here)
  expect(one.id).toBe(mia.id)
  expect(await rolesOf(mia.id)).toEqual({ 'Mia’s workspace': 'owner', 'Mia M.’s workspace': 'owner' })
  expect((await come('mia', {})).id).toBe(mia.id)
  // The browser goes on with the sign-in that the provider began.
  expect((await w.api('GET /api/me', {}, { cookie: mia.cookie })).body.person).toBeNull()
})

test('an account at the provider of somebody who has a password here is not taken from them', async () => {
  const [mia, tom] = [await w.signUp('Mia'), await w.signUp('Tom')]
  await comeByProvider(running(), providerSettings(), 'tom', {}, await signedIn(running(), tom.cookie, null))
  const here = await signedIn(running(), mia.cookie, null)
  await expect(comeByProvider(running(), providerSettings(), 'tom', {}, here)).rejects.toMatchObject({
    code: 'another-person',
  })
  expect((await come('tom', {})).id).toBe(tom.id)
})
