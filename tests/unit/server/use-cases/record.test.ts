import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { running } from '#server/base/runtime.ts'
import { recordDone } from '#server/http/record-done.ts'
import { openWorkshop } from '#tests/drivers/api.ts'

const w = openWorkshop()
const path = 'GET /api/workspaces/[workspaceId]/record'
type Owner = Awaited<ReturnType<typeof w.owner>>

const recordOf = async ({ workspaceId, cookie }: Owner, query: Record<string, string> = {}) =>
  (await w.api(path, { workspaceId }, { cookie, query })).body
const told = async (owner: Owner, query: Record<string, string> = {}) =>
  (await recordOf(owner, query)).lines.map((line: Record<string, string | null>) => [
    line.who,
    line.what,
    line.onPerson ?? line.board,
    line.detail,
  ])

/** A workspace in which something of each sort was done. */
async function busy() {
  const [mia, ben] = [await w.owner('Mia'), await w.owner('Ben')]
  const as = { cookie: mia.cookie }
  const { workspaceId } = mia
  const { body } = await w.api(
    'POST /api/workspaces/[workspaceId]/invites',
    { workspaceId },
    { ...as, body: { role: 'manager' } },
  )
  await w.api('POST /api/workspaces/join', {}, { cookie: ben.cookie, body: { token: body.invite.token } })
  const member = { workspaceId, personId: ben.id }
  await w.api('PATCH /api/workspaces/[workspaceId]/members/[personId]', member, {
    ...as,
    body: { role: 'facilitator' },
  })
  const boardId = await w.board(mia, 'A secret process')
  await w.invite(mia, boardId, { role: 'observer' })
  await w.api('GET /api/boards/[boardId]/export/[format]', { boardId, format: 'markdown' }, { cookie: ben.cookie })
  await w.api('POST /api/boards/[boardId]/replay/shares', { boardId }, { ...as, body: {} })
  await w.api('POST /api/boards/[boardId]/finish', { boardId }, as)
  await w.api('DELETE /api/boards/[boardId]', { boardId }, as)
  await w.api('DELETE /api/boards/[boardId]/for-good', { boardId }, as)
  await w.api('DELETE /api/workspaces/[workspaceId]/members/[personId]', member, as)
  return { mia, ben, boardId, workspaceId, token: body.invite.token as string }
}

test('it says who did what on what, and holds nothing of what stands on a board', async () => {
  const { mia, workspaceId, token } = await busy()
  expect(await told(mia)).toEqual([
    ['Mia', 'removed a member', 'Ben', null],
    ['Mia', 'erased a board for good', 'a board that is erased', null],
    ['Mia', 'deleted a board', 'a board that is erased', null],
    ['Mia', 'finished a board', 'a board that is erased', null],
    ['Mia', 'made a link to a replay', 'a board that is erased', null],
    ['Ben', 'exported a board', 'a board that is erased', 'markdown'],
    ['Mia', 'made an invite to a session', 'a board that is erased', 'observer'],
    ['Mia', 'gave a member another role', 'Ben', 'facilitator'],
    ['Ben', 'joined by an invite', null, 'manager'],
    ['Mia', 'made an invite for members', null, 'manager'],
  ])
  const kept = JSON.stringify(await w.server.store.record.read({ workspaceId, limit: 100, offset: 0 }))
  for (const secret of ['A secret process', token, mia.name, '127.0.0.1', 'unknown']) expect(kept).not.toContain(secret)
})

test('what was refused was not done', async () => {
  const [mia, ben] = [await w.owner('Mia'), await w.owner('Ben')]
  const { workspaceId } = mia
  const ask = (cookie: string, role: string) =>
    w.api('POST /api/workspaces/[workspaceId]/invites', { workspaceId }, { cookie, body: { role } })
  await ask(ben.cookie, 'manager')
  await ask(mia.cookie, 'emperor')
  expect(await told(mia)).toEqual([])
})

test('it is narrowed to an act, a person or days; what makes no sense narrows nothing', async () => {
  const { mia, ben } = await busy()
  expect(await told(mia, { what: 'member.role' })).toEqual([
    ['Mia', 'gave a member another role', 'Ben', 'facilitator'],
  ])
  expect(await told(mia, { who: ben.id })).toHaveLength(2)
  const today = new Date().toISOString().slice(0, 10)
  expect(await told(mia, { from: today, to: today })).toHaveLength(10)
  expect(await told(mia, { to: '2020-01-01' })).toEqual([])
  expect(await told(mia, { what: 'nonsense', from: 'yesterday', page: '-4' })).toHaveLength(10)
  expect((await recordOf(mia)).people.map((one: { name: string }) => one.name)).toEqual(['Ben', 'Mia'])
})

test('the owner saves it as a file, which is written down too; a facilitator and strangers see none of it', async () => {
  const { mia, workspaceId } = await busy()
  const save = (cookie: string) => w.api(`${path}/csv`, { workspaceId }, { cookie })
  const stranger = await w.owner()
  const helper = await w.owner('Hal')
  await w.server.store.workspaces.setMember({ workspaceId, personId: helper.id, role: 'facilitator' })
  expect((await save(stranger.cookie)).status).toBe(404)
  expect((await save(helper.cookie)).status).toBe(403)
  expect((await w.api(path, { workspaceId }, { cookie: helper.cookie })).status).toBe(403)
  const rows = parse(Buffer.from((await save(mia.cookie)).body), { bom: true, columns: true })
  expect(rows).toHaveLength(10)
  expect(rows[0]).toMatchObject({ who: 'Mia', what: 'removed a member', act: 'member.remove', person: 'Ben' })
  expect((await told(mia))[0]).toEqual(['Mia', 'downloaded this record', null, null])
})

test('addresses are written down only where the operator says so', async () => {
  const mia = await w.owner()
  const person = await w.server.store.people.get(mia.id)
  if (!person) throw new Error('Mia is gone')
  const member = { workspaceId: mia.workspaceId, personId: mia.id, role: 'owner' } as const
  const asked = { params: {}, address: '192.0.2.7', body: null, person, member }
  for (const recordAddresses of [false, true])
    await recordDone(
      'board.finish',
      { ...asked, running: { ...running(), env: { ...running().env, recordAddresses } } },
      {},
    )
  const lines = (await recordOf(mia)).lines
  expect(lines.map((line: { address: string | null }) => line.address).sort()).toEqual(['192.0.2.7', null])
})
