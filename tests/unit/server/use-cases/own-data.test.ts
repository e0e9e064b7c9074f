import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { addComment } from '#lib/board/commands/comments.ts'
import { addEntity } from '#lib/board/commands/writer.ts'
import { draftId } from '#lib/facilitation/drafts.ts'
import { newId } from '#server/base/ids.ts'
import { eraseOldGuests } from '#server/use-cases/erase.ts'
import { openWorkshop } from '#tests/drivers/api.ts'
import { connect } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'

const w = openWorkshop()
const day = 24 * 3_600_000

/** Writes a note and a comment on a board as somebody, and waits until they are kept. */
async function writeAs(who: { id: string; cookie: string | null }, boardId: string, text: string) {
  const { doc, provider, destroy } = connect(w.server.url, boardId, { cookie: who.cookie ?? '' })
  await until(() => provider.synced, 'in')
  const on = newId()
  addEntity({ doc, newId }, 'notes', on, { kind: 'step', pos: [0, 0], z: 'a0', text })
  addComment({ doc, newId }, { on, parent: null, text: `${text}?`, mentions: [], at: 1 })
  await until(async () => (await w.server.store.log.leases(boardId)).some(lease => lease.personId === who.id), 'kept')
  await until(async () => (await w.server.store.log.head(boardId)) > 1, 'kept')
  destroy()
}
const leave = (cookie: string | null, body: object = {}) => w.api('DELETE /api/account', {}, { cookie, body })

test('one archive holds the account, memberships, and what the person wrote, and nothing of others', async () => {
  const mia = await w.owner('Mia')
  const boardId = await w.board(mia, 'Coffee')
  const guest = await w.guest(mia, boardId, 'Gus')
  await writeAs(mia, boardId, 'Mine')
  await writeAs(guest, boardId, 'Of the guest')
  const archive = async (cookie: string | null) => {
    const files = unzipSync((await w.api('GET /api/account/archive', {}, { cookie })).body)
    return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
  }
  const mias = await archive(mia.cookie)
  expect(JSON.parse(mias['account.json'] ?? '')).toMatchObject({
    account: { id: mia.id, name: 'Mia' },
    workspaces: [{ name: 'Mia’s', role: 'owner' }],
    boards: ['Coffee'],
  })
  expect(mias['notes.csv']).toContain('Coffee,step,Mine')
  expect(mias['comments.csv']).toContain('Mine?')
  expect(JSON.stringify(mias)).not.toContain('Of the guest')
  expect((await archive(guest.cookie))['notes.csv']).toContain('Of the guest')
})

test('an account is deleted with its password, once nothing is owned; its writing keeps a pseudonym', async () => {
  const [mia, ben] = [await w.owner('Mia'), await w.signUp('Ben Known')]
  const boardId = await w.board(mia)
  const { workspaceId } = mia
  await w.server.store.workspaces.setMember({ workspaceId, personId: ben.id, role: 'facilitator' })
  await writeAs(ben, boardId, 'By Ben')
  const draft = draftId(boardId, 'item0.0', ben.id)
  await w.server.hub.write(draft, 'test', ben.id, doc => {
    addEntity({ doc, newId }, 'notes', newId(), { kind: 'step', pos: [0, 0], z: 'a0', text: 'shown to nobody' })
  })
  expect((await leave(ben.cookie, { password: 'wrong' })).body.error.code).toBe('password-wrong')
  const owning = await leave(ben.cookie, { password: 'correct horse' })
  expect(owning.status).toBe(409)
  expect(owning.body.error.message).toMatch(/You own “Ben Known’s workspace”/)
  const own = { workspaceId: ben.workspaceId }
  expect((await w.api('DELETE /api/workspaces/[workspaceId]', own, { cookie: mia.cookie })).status).toBe(404)
  expect((await w.api('DELETE /api/workspaces/[workspaceId]', own, { cookie: ben.cookie })).status).toBe(200)

  expect((await leave(ben.cookie, { password: 'correct horse' })).status).toBe(200)
  const { store } = w.server
  expect(await store.people.get(ben.id)).toMatchObject({ name: 'Former participant', email: null, passwordHash: null })
  expect((await w.api('GET /api/me', {}, { cookie: ben.cookie })).body.person).toBeNull()
  const again = await w.api('POST /api/sign-in', {}, { body: { email: ben.email, password: 'correct horse' } })
  expect(again.status).toBe(401)
  expect((await store.history.pseudonyms(workspaceId)).map(each => each.name)).toEqual(['Former participant 1'])
  expect((await store.history.names(boardId)).map(each => each.name)).not.toContain('Ben Known')
  expect(await store.log.docs(draft)).toEqual([])
  expect(await store.workspaces.member(workspaceId, ben.id)).toBeNull()
})

test('a workspace is deleted with its boards, its people and all that hangs on it', async () => {
  const [mia, ben] = [await w.owner('Mia'), await w.owner('Ben')]
  const { workspaceId } = mia
  await w.server.store.workspaces.setMember({ workspaceId, personId: ben.id, role: 'facilitator' })
  const boardId = await w.board(mia)
  const remove = (cookie: string) => w.api('DELETE /api/workspaces/[workspaceId]', { workspaceId }, { cookie })
  expect((await remove(ben.cookie)).status).toBe(403)
  expect((await remove(mia.cookie)).status).toBe(200)
  expect(await w.server.store.workspaces.get(workspaceId)).toBeNull()
  expect(await w.server.store.boards.get(boardId)).toBeNull()
  expect(await w.server.store.log.docs(boardId)).toEqual([])
  expect((await w.server.store.workspaces.ofPerson(ben.id)).map(one => one.name)).toEqual(['Ben’s'])
})

test('names of guests go when the workspace’s time is over, not before, and not those of others', async () => {
  const mia = await w.owner('Mia')
  const { workspaceId } = mia
  const boardId = await w.board(mia)
  const guest = await w.guest(mia, boardId, 'Gus')
  const { store } = w.server
  const nameOf = async (id: string) => (await store.people.get(id))?.name
  const choose = (guestDays: unknown) =>
    w.api('PATCH /api/workspaces/[workspaceId]/settings', { workspaceId }, { cookie: mia.cookie, body: { guestDays } })
  await eraseOldGuests(w.server, Date.now() + 4_000 * day)
  expect(await nameOf(guest.id)).toBe('Gus')
  for (const wrong of [0, 1.5, 4_000, 'soon']) expect((await choose(wrong)).status, String(wrong)).toBe(400)
  expect((await choose(30)).body.settings).toMatchObject({ guestDays: 30 })
  // The session is still open.
  await eraseOldGuests(w.server, Date.now() + 31 * day)
  expect(await nameOf(guest.id)).toBe('Gus')
  await store.sessions.update(guest.invite.sessionId, { status: 'ended', endedAt: Date.now() })
  await eraseOldGuests(w.server, Date.now() + 29 * day)
  expect(await nameOf(guest.id)).toBe('Gus')
  await eraseOldGuests(w.server, Date.now() + 31 * day)
  expect(await nameOf(guest.id)).toBe('Former participant 1')
  expect(await nameOf(mia.id)).toBe('Mia')
})
