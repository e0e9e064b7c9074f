import { expect, test } from 'vitest'
import { openWorkshop } from '#tests/drivers/api.ts'

const w = openWorkshop()
const path = '/api/workspaces/[workspaceId]/settings'

test('the owner chooses the currency of a workspace; its members see it and others do not', async () => {
  const [mia, stranger] = [await w.owner('Mia'), await w.owner('Ben')]
  const params = { workspaceId: mia.workspaceId }
  const read = async (cookie: string) => (await w.api(`GET ${path}`, params, { cookie })).body.settings
  const choose = (currency: unknown, cookie = mia.cookie) =>
    w.api(`PATCH ${path}`, params, { cookie, body: { currency } })
  expect(await read(mia.cookie)).toEqual({ name: 'Mia’s', currency: null, guestDays: null })
  expect((await choose('EUR')).body).toMatchObject({ settings: { currency: 'EUR' } })
  expect(await read(mia.cookie)).toEqual({ name: 'Mia’s', currency: 'EUR', guestDays: null })
  for (const wrong of ['eur', 'XQZ', '€', '<b>', 3]) expect((await choose(wrong)).status, String(wrong)).toBe(400)
  expect((await choose('USD', stranger.cookie)).status).toBe(404)
  const invite = await w.api('POST /api/workspaces/[workspaceId]/invites', params, {
    cookie: mia.cookie,
    body: { role: 'facilitator' },
  })
  await w.api('POST /api/workspaces/join', {}, { cookie: stranger.cookie, body: { token: invite.body.invite.token } })
  expect((await choose('USD', stranger.cookie)).status).toBe(403)
  expect(await read(stranger.cookie)).toEqual({ name: 'Mia’s', currency: 'EUR', guestDays: null })
  expect((await choose(null)).status).toBe(200)
  expect(await read(mia.cookie)).toEqual({ name: 'Mia’s', currency: null, guestDays: null })
})

test('the owner names a workspace; what is chosen beside stays', async () => {
  const mia = await w.owner('Mia')
  const params = { workspaceId: mia.workspaceId }
  const change = (body: object) => w.api(`PATCH ${path}`, params, { cookie: mia.cookie, body })
  await change({ currency: 'EUR', guestDays: null })
  expect((await change({ name: '  Coffee \n house ' })).body.settings).toEqual({
    name: 'Coffee house',
    currency: 'EUR',
    guestDays: null,
  })
  expect((await change({ name: ' ' })).status).toBe(400)
  expect((await change({ name: 'x'.repeat(81) })).body.error.message).toBe(
    'The name is too long: at most 80 characters.',
  )
  expect((await change({})).body.settings).toEqual({ name: 'Coffee house', currency: 'EUR', guestDays: null })
})
