import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { itemOf } from '#lib/facilitation/agendas.ts'
import { currentRound } from '#lib/facilitation/stage.ts'
import type { CommandName } from '#lib/protocol/commands.ts'
import type { RouteName } from '#lib/protocol/routes/index.ts'
import { operatorToken } from '#server/http/operator.ts'
import { codeOf } from '#tests/drivers/authenticator.ts'
import type { OwnClient } from '#tests/drivers/own-client.ts'
import { atActivity, done, notesOn, saved, stageOn, TestRoom, write } from '#tests/drivers/room.ts'
import { type Answer, openApi } from '#tests/drivers/routes.ts'
import { startServer, type TestPerson, type TestServer } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'

/**
 * Every route and every command, asked once by somebody who may, in the order of a workshop: each answers what
 * lib/protocol declares, no more and no less. The drivers compare; a declaration without a line here is a type error.
 */
let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

describe('routes', () => {
  let api: Awaited<ReturnType<typeof openApi>>
  const [mia, kim, ann] = [
    { cookie: '', id: '' },
    { cookie: '', id: '' },
    { cookie: '', id: '' },
  ]
  /** Ids and tokens that answers have given so far. */
  const ids: Record<string, string> = {}
  const account = (name: string) => ({ email: `${name}@example.org`, password: 'correct horse', name })
  const agenda = [itemOf('ideas', 'first')]

  type Body = object | string
  const ask = (name: RouteName, body?: Body, params: Record<string, string> = {}, who = mia) =>
    api(name, { ...ids, ...params }, { cookie: who.cookie, ...(body === undefined ? {} : { body }) })
  /** Asks, and keeps what later requests need. */
  const keep = async (asked: Promise<Answer>, read: (body: Answer['body']) => Record<string, string>) => {
    const answer = await asked
    Object.assign(ids, read(answer.body))
    return answer
  }
  const signIn = async (who: typeof mia, asked: Promise<Answer>) => {
    const answer = await asked
    Object.assign(who, { cookie: answer.cookie ?? '', id: answer.body.person.id })
    return answer
  }

  const story: { readonly [N in RouteName]: () => Promise<Answer> } = {
    'POST /api/sign-up': async () => {
      await signIn(kim, ask('POST /api/sign-up', account('kim')))
      return signIn(mia, ask('POST /api/sign-up', account('mia')))
    },
    'POST /api/sign-in': () =>
      keep(signIn(mia, ask('POST /api/sign-in', { email: 'mia@example.org', password: 'correct horse' })), body => ({
        workspaceId: body.workspaces[0].id,
      })),
    'GET /api/me': () => ask('GET /api/me'),
    'PATCH /api/me': () => ask('PATCH /api/me', { name: 'Mia M.' }),

    'POST /api/boards': () =>
      keep(ask('POST /api/boards', { title: 'Coffee', template: 'coffee' }), body => ({ boardId: body.board.id })),
    'GET /api/boards': () => ask('GET /api/boards'),
    'PATCH /api/boards/[boardId]': () => ask('PATCH /api/boards/[boardId]', { customer: 'Guests', tags: ['bar'] }),

    'POST /api/boards/[boardId]/sessions': () =>
      keep(
        ask('POST /api/boards/[boardId]/sessions', { title: 'Workshop', open: true, lobby: true, agenda }),
        body => ({ sessionId: body.session.id }),
      ),
    'GET /api/boards/[boardId]/sessions': () => ask('GET /api/boards/[boardId]/sessions'),
    'GET /api/sessions/[sessionId]': () => ask('GET /api/sessions/[sessionId]'),
    'PATCH /api/sessions/[sessionId]': () => ask('PATCH /api/sessions/[sessionId]', { title: 'The workshop' }),
    'GET /api/boards/[boardId]': () => ask('GET /api/boards/[boardId]'),
    'GET /api/boards/[boardId]/me': () => ask('GET /api/boards/[boardId]/me'),

    'POST /api/sessions/[sessionId]/invites': () =>
      keep(ask('POST /api/sessions/[sessionId]/invites', { maxUses: 3 }), body => ({ inviteId: body.invite.id })),
    'POST /api/boards/[boardId]/invites': () =>
      keep(ask('POST /api/boards/[boardId]/invites', { role: 'contributor' }), body => ({ token: body.invite.token })),
    'GET /api/sessions/[sessionId]/invites': () => ask('GET /api/sessions/[sessionId]/invites'),
    'DELETE /api/invites/[inviteId]': () => ask('DELETE /api/invites/[inviteId]'),
    'POST /api/join/look': () => ask('POST /api/join/look', { token: ids.token }, {}, ann),
    'POST /api/join': () => signIn(ann, ask('POST /api/join', { token: ids.token, name: 'Ann' }, {}, ann)),
    'GET /api/sessions/[sessionId]/participants': () => ask('GET /api/sessions/[sessionId]/participants'),
    'POST /api/sessions/[sessionId]/admit': () => ask('POST /api/sessions/[sessionId]/admit', {}),
    'PATCH /api/sessions/[sessionId]/participants/[personId]': () =>
      ask('PATCH /api/sessions/[sessionId]/participants/[personId]', { role: 'observer' }, { personId: ann.id }),
    'POST /api/sessions/[sessionId]/hand-over': () =>
      ask('POST /api/sessions/[sessionId]/hand-over', { to: ann.id, share: true }),
    'POST /api/sessions/[sessionId]/take-over': () => ask('POST /api/sessions/[sessionId]/take-over'),
    'DELETE /api/sessions/[sessionId]/participants/[personId]': () =>
      ask('DELETE /api/sessions/[sessionId]/participants/[personId]', undefined, { personId: ann.id }),

    'POST /api/workspaces/[workspaceId]/invites': () =>
      keep(ask('POST /api/workspaces/[workspaceId]/invites', { role: 'manager' }), body => ({
        memberToken: body.invite.token,
        memberInvite: body.invite.id,
      })),
    'GET /api/workspaces/[workspaceId]/invites': () => ask('GET /api/workspaces/[workspaceId]/invites'),
    'POST /api/workspaces/join': () => ask('POST /api/workspaces/join', { token: ids.memberToken }, {}, kim),
    'DELETE /api/workspaces/[workspaceId]/invites/[itemId]': () =>
      ask('DELETE /api/workspaces/[workspaceId]/invites/[itemId]', undefined, {
        itemId: ids.memberInvite ?? '',
      }),
    'GET /api/workspaces/[workspaceId]/record': () => ask('GET /api/workspaces/[workspaceId]/record'),
    'GET /api/workspaces/[workspaceId]/record/csv': () => ask('GET /api/workspaces/[workspaceId]/record/csv'),
    'GET /api/workspaces/[workspaceId]/members': () => ask('GET /api/workspaces/[workspaceId]/members'),
    'PATCH /api/workspaces/[workspaceId]/members/[personId]': () =>
      ask('PATCH /api/workspaces/[workspaceId]/members/[personId]', { role: 'facilitator' }, { personId: kim.id }),
    'POST /api/workspaces/[workspaceId]/hand-over': async () => {
      await ask('POST /api/workspaces/[workspaceId]/hand-over', { to: kim.id })
      return ask('POST /api/workspaces/[workspaceId]/hand-over', { to: mia.id }, {}, kim)
    },
    'POST /api/workspaces/[workspaceId]/leave': async () => {
      const left = await ask('POST /api/workspaces/[workspaceId]/leave', undefined, {}, kim)
      const { body } = await ask('POST /api/workspaces/[workspaceId]/invites', { role: 'manager' })
      await ask('POST /api/workspaces/join', { token: body.invite.token }, {}, kim)
      return left
    },
    'DELETE /api/workspaces/[workspaceId]/members/[personId]': () =>
      ask('DELETE /api/workspaces/[workspaceId]/members/[personId]', undefined, { personId: kim.id }),
    'PATCH /api/workspaces/[workspaceId]/settings': () =>
      ask('PATCH /api/workspaces/[workspaceId]/settings', { currency: 'EUR' }),
    'PUT /api/workspaces/[workspaceId]/logo': async () => {
      const picture = await sharp({ create: { width: 9, height: 3, channels: 3, background: 'red' } })
        .png()
        .toBuffer()
      return ask('PUT /api/workspaces/[workspaceId]/logo', picture)
    },
    'DELETE /api/workspaces/[workspaceId]/logo': () => ask('DELETE /api/workspaces/[workspaceId]/logo'),
    'GET /api/workspaces/[workspaceId]/settings': () => ask('GET /api/workspaces/[workspaceId]/settings'),

    'POST /api/boards/[boardId]/templates': () =>
      keep(ask('POST /api/boards/[boardId]/templates', { name: 'Ours' }), body => ({ itemId: body.template.id })),
    'GET /api/workspaces/[workspaceId]/templates/[itemId]/picture': () =>
      ask('GET /api/workspaces/[workspaceId]/templates/[itemId]/picture'),
    'DELETE /api/workspaces/[workspaceId]/templates/[itemId]': () =>
      ask('DELETE /api/workspaces/[workspaceId]/templates/[itemId]'),
    'POST /api/boards/[boardId]/agendas': () =>
      keep(ask('POST /api/boards/[boardId]/agendas', { name: 'Ours', items: agenda }), body => ({
        itemId: body.agenda.id,
      })),
    'GET /api/boards/[boardId]/agendas': () => ask('GET /api/boards/[boardId]/agendas'),
    'DELETE /api/boards/[boardId]/agendas/[itemId]': () => ask('DELETE /api/boards/[boardId]/agendas/[itemId]'),

    'POST /api/boards/[boardId]/import': () => ask('POST /api/boards/[boardId]/import', 'Text,Kind\nGrind,Step\n'),
    'POST /api/boards/import': () => ask('POST /api/boards/import', 'Text,Kind\nGrind,Step\n'),
    'GET /api/boards/[boardId]/export/[format]': () =>
      ask('GET /api/boards/[boardId]/export/[format]', undefined, { format: 'json' }),
    'POST /api/boards/[boardId]/export/[format]': () =>
      ask('POST /api/boards/[boardId]/export/[format]', { view: 'to-be' }, { format: 'svg' }),
    'GET /api/boards/[boardId]/archive': () => ask('GET /api/boards/[boardId]/archive'),
    'GET /api/boards/[boardId]/picture': () => ask('GET /api/boards/[boardId]/picture'),

    'GET /api/boards/[boardId]/replay': () => ask('GET /api/boards/[boardId]/replay'),
    'POST /api/boards/[boardId]/replay/repair': () => ask('POST /api/boards/[boardId]/replay/repair', { to: 0 }),
    'POST /api/boards/[boardId]/replay/copy': () =>
      ask('POST /api/boards/[boardId]/replay/copy', { title: 'As it was', seq: 1 }),
    'POST /api/boards/[boardId]/replay/shares': () =>
      keep(ask('POST /api/boards/[boardId]/replay/shares', {}), body => ({
        shareId: body.share.id,
        door: body.share.token,
      })),
    'GET /api/boards/[boardId]/replay/shares': () => ask('GET /api/boards/[boardId]/replay/shares'),
    'GET /api/replays/[door]': () => ask('GET /api/replays/[door]', undefined, {}, ann),
    'DELETE /api/boards/[boardId]/replay/shares/[shareId]': () =>
      ask('DELETE /api/boards/[boardId]/replay/shares/[shareId]'),
    'DELETE /api/boards/[boardId]/people/[personId]/name': async () => {
      await server.store.history.keepName({ boardId: ids.boardId ?? '', personId: ann.id, since: 1, name: 'Ann' })
      return ask('DELETE /api/boards/[boardId]/people/[personId]/name', undefined, { personId: ann.id })
    },

    'POST /api/boards/[boardId]/duplicate': () => ask('POST /api/boards/[boardId]/duplicate', {}),
    'POST /api/boards/[boardId]/finish': () => ask('POST /api/boards/[boardId]/finish'),
    'GET /api/library/[boardId]/picture': () => ask('GET /api/library/[boardId]/picture'),
    'POST /api/boards/[boardId]/continue': () => ask('POST /api/boards/[boardId]/continue'),
    'DELETE /api/boards/[boardId]': () => ask('DELETE /api/boards/[boardId]'),
    'GET /api/workspaces/[workspaceId]/bin': () => ask('GET /api/workspaces/[workspaceId]/bin'),
    'POST /api/boards/[boardId]/undelete': () => ask('POST /api/boards/[boardId]/undelete'),
    'POST /api/workspaces/[workspaceId]/members/[personId]/reset': async () => {
      const workspaceId = ids.workspaceId ?? ''
      await server.store.workspaces.setMember({ workspaceId, personId: kim.id, role: 'manager' })
      return keep(
        ask('POST /api/workspaces/[workspaceId]/members/[personId]/reset', undefined, { personId: kim.id }),
        body => ({ reset: new URL(body.reset.url).hash.slice(1) }),
      )
    },
    'POST /api/password/reset/look': () => ask('POST /api/password/reset/look', { token: ids.reset }),
    'POST /api/password/reset': () => ask('POST /api/password/reset', { token: ids.reset, password: 'battery staple' }),
    'POST /api/password/forgotten': () => ask('POST /api/password/forgotten', { email: 'mia@example.org' }),
    'POST /api/operator/people': async () =>
      api(
        'POST /api/operator/people',
        {},
        { body: { act: 'list' }, headers: { authorization: `Bearer ${await operatorToken(server.env)}` } },
      ),
    'POST /api/account/provider': () => ask('POST /api/account/provider'),
    'POST /api/account/password': () =>
      ask('POST /api/account/password', { current: 'correct horse', password: 'battery staple', endOthers: false }),
    'POST /api/account/second-factor': () =>
      keep(ask('POST /api/account/second-factor', { password: 'battery staple' }), body => ({ secret: body.secret })),
    'POST /api/account/second-factor/confirm': () =>
      ask('POST /api/account/second-factor/confirm', { code: codeOf(ids.secret) }),
    'POST /api/account/second-factor/codes': () =>
      ask('POST /api/account/second-factor/codes', { password: 'battery staple' }),
    'POST /api/account/passkeys/options': () =>
      ask('POST /api/account/passkeys/options', { password: 'battery staple' }),
    'POST /api/account/passkeys': () => ask('POST /api/account/passkeys', { response: {} }),
    'DELETE /api/account/passkeys/[passkeyId]': async () => {
      const passkey = { id: 'key', personId: mia.id, publicKey: '', counter: 0, transports: '[]', device: null }
      await server.store.passkeys.add({ ...passkey, createdAt: 1, usedAt: null })
      return ask('DELETE /api/account/passkeys/[passkeyId]', undefined, { passkeyId: 'key' })
    },
    'POST /api/sign-in/passkey/options': () => ask('POST /api/sign-in/passkey/options'),
    'POST /api/sign-in/passkey': () => ask('POST /api/sign-in/passkey', { response: { id: 'nobody’s' } }),
    'DELETE /api/account/second-factor': () => ask('DELETE /api/account/second-factor', { password: 'battery staple' }),
    'GET /api/account/sign-ins': async () => {
      await signIn(kim, ask('POST /api/sign-in', { email: 'mia@example.org', password: 'battery staple' }))
      await ask('GET /api/me', undefined, {}, kim)
      const answer = () => ask('GET /api/account/sign-ins')
      await until(async () => (await answer()).body.signIns.length > 1, 'both sign-ins are noted')
      return keep(answer(), body => ({
        signInId: body.signIns.find(({ here }: { here: boolean }) => !here).id,
      }))
    },
    'DELETE /api/account/sign-ins/[signInId]': () => ask('DELETE /api/account/sign-ins/[signInId]'),
    'DELETE /api/account/sign-ins': () => ask('DELETE /api/account/sign-ins'),
    'DELETE /api/boards/[boardId]/for-good': async () => {
      await ask('DELETE /api/boards/[boardId]')
      return ask('DELETE /api/boards/[boardId]/for-good')
    },
    'GET /api/account/archive': () => ask('GET /api/account/archive'),
    'DELETE /api/workspaces/[workspaceId]': () => ask('DELETE /api/workspaces/[workspaceId]'),
    'DELETE /api/account': () => ask('DELETE /api/account', {}, {}, ann),
    'POST /api/sign-out': () => ask('POST /api/sign-out'),
    'POST /api/sign-in/provider': () => ask('POST /api/sign-in/provider', {}),
  }

  /** No provider, no mail and no passkeys are here, which is an answer of its own. */
  const withoutBrowser: Partial<Record<string, number>> = {
    'POST /api/sign-in/provider': 404,
    'POST /api/account/provider': 404,
    'POST /api/password/forgotten': 404,
    'POST /api/account/passkeys': 400,
    'POST /api/sign-in/passkey': 404,
  }

  beforeAll(async () => {
    api = await openApi()
  })
  test.each(Object.entries(story))('%s answers what it declares', async (name, tell) => {
    const { status, body } = await tell()
    const expected = withoutBrowser[name] ? [withoutBrowser[name]] : [200, 201]
    expect(expected, JSON.stringify(body)).toContain(status)
  })
})

describe('commands', () => {
  let room: TestRoom
  let fay: TestPerson
  let facilitator: OwnClient
  let ann: { person: TestPerson; board: OwnClient }
  const round = () => currentRound(stageOn(facilitator))
  const [rect, noteId] = [[0, 0, 90, 90], 'note'] as const

  beforeAll(async () => {
    fay = await server.person('Fay')
    room = new TestRoom(server, await server.board(fay))
    facilitator = await room.join(fay)
    ann = await room.guest('Ann')
    write(facilitator, 'Grind', 'step', noteId)
    await saved(facilitator)
  })
  afterAll(() => room.close())

  const lead = (name: CommandName, input: object = {}) => done(facilitator, name, input)
  const take = (name: CommandName, input: object = {}) => done(ann.board, name, input)
  /** Two private notes of Ann's, in a round that is open now. */
  const privately = async () => {
    await atActivity(facilitator, ['ideas', { private: true, share: true }])
    await until(() => currentRound(stageOn(ann.board)) === round(), 'Ann is told of the round')
    const mine = await room.privateNotes(ann.person, ann.board)
    write(mine, 'One')
    write(mine, 'Two')
    await saved(mine)
    return notesOn(mine).map(note => note.id)
  }
  const vote = { dots: 3, targets: [noteId] }

  const story: { readonly [N in CommandName]: () => Promise<unknown> } = {
    signal: () => take('signal', { signal: 'reaction', data: 'agree' }),
    'agenda.set': () => lead('agenda.set', { items: [itemOf('ideas', 'first')] }),
    'agenda.go': () => lead('agenda.go', { item: 'first' }),
    'timer.start': () => lead('timer.start', { minutes: 5 }),
    'timer.pause': () => lead('timer.pause'),
    'timer.add': () => lead('timer.add', { minutes: 1 }),
    'timer.end': () => lead('timer.end'),
    'stage.freeze': () => lead('stage.freeze', { frozen: false }),
    'stage.inbox': () => lead('stage.inbox', { on: false }),
    'stage.spotlight': () => lead('stage.spotlight', { rect, noteId }),
    'stage.cursors': () => lead('stage.cursors', { hidden: false }),
    'stage.gather': () => lead('stage.gather', { rect }),
    'hand.raise': () => take('hand.raise', { up: true }),
    'ready.say': () => take('ready.say', { ready: true }),
    'drafts.share': async () => {
      const [first] = await privately()
      return take('drafts.share', { notes: [first], near: rect })
    },
    'drafts.waiting': () => lead('drafts.waiting'),
    'drafts.reveal': () => lead('drafts.reveal', { round: round() }),
    'vote.open': async () => {
      await atActivity(facilitator, ['vote', { vote: true, seeResults: false }])
      return lead('vote.open', vote)
    },
    'vote.cast': () => take('vote.cast', { dots: { [noteId]: 2 } }),
    'vote.mine': () => take('vote.mine'),
    'vote.close': () => lead('vote.close'),
    'vote.results': () => lead('vote.results'),
    'vote.show': () => lead('vote.show'),
    'vote.dismiss': () => lead('vote.dismiss'),
    'repair.undo': () => lead('repair.undo', { undo: fay.id, since: 1 }),
    // Fay's own note has just gone with the rest of what she did.
    'repair.bring-back': () => lead('repair.bring-back', { root: 'notes', id: noteId }),
    'board.clear': () => lead('board.clear'),
    'repair.back': () => lead('repair.back', { to: 1 }),
  }

  test.each(Object.entries(story))('%s answers what it declares', async (_, tell) => {
    await tell()
  })
})
