import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roleOf } from '#lib/access/actor.ts'
import type { Phase } from '#lib/access/phase.ts'
import { type Ability, can, policy, roleFor } from '#lib/access/policy.ts'
import { freeWork } from '#lib/access/rights.ts'
import { closeCodes } from '#lib/protocol/close-codes.ts'
import { commands as declaredCommands } from '#lib/protocol/commands.ts'
import type { RouteDeclaration } from '#lib/protocol/route.ts'
import { routes as declaredRoutes } from '#lib/protocol/routes/index.ts'
import { forbidden, notFound, signInFirst } from '#server/base/errors.ts'
import { newId } from '#server/base/ids.ts'
import { createLog } from '#server/base/log.ts'
import { running } from '#server/base/runtime.ts'
import { dispatch } from '#server/collab/dispatch.ts'
import type { Room } from '#server/collab/room.ts'
import { implementations } from '#server/commands/index.ts'
import {
  actorOf,
  invitePeople,
  makePlace,
  type Place,
  type Somebody,
  somebodies,
  states,
} from '#tests/drivers/everyone.ts'
import { OwnClient } from '#tests/drivers/own-client.ts'
import { allRoutes, checkAnswer, nameOf, type Route, send } from '#tests/drivers/routes.ts'
import { startServer, type TestPerson, type TestServer } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'

/**
 * Every route and every command, asked as everybody in every state of a board: nobody gets through whom the table
 * refuses, nobody is refused whom it lets through, and a board that is somebody else's answers as one that is not there.
 * Generated from what lib/protocol declares and the table: what is added is asked too.
 */
const routes = await allRoutes()
let server: TestServer
let people: ReadonlyMap<Somebody, TestPerson>
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

/** Routes that ask for no ability; one more is a decision, and a line here. */
const open = {
  anyone: [
    'GET /api/me',
    'POST /api/join',
    'POST /api/join/look',
    'POST /api/password/forgotten',
    'POST /api/password/reset',
    'POST /api/password/reset/look',
    'GET /api/replays/[door]',
    'POST /api/sign-in',
    'POST /api/sign-in/passkey',
    'POST /api/sign-in/passkey/options',
    'POST /api/sign-in/provider',
    'POST /api/sign-out',
    'POST /api/sign-up',
  ],
  person: [
    'DELETE /api/account/passkeys/[passkeyId]',
    'DELETE /api/account/second-factor',
    'POST /api/account/passkeys',
    'POST /api/account/passkeys/options',
    'GET /api/account/archive',
    'DELETE /api/account',
    'DELETE /api/account/sign-ins',
    'DELETE /api/account/sign-ins/[signInId]',
    'GET /api/account/sign-ins',
    'GET /api/boards',
    'GET /api/boards/[boardId]/me',
    'PATCH /api/me',
    'POST /api/account/password',
    'POST /api/account/provider',
    'POST /api/account/second-factor',
    'POST /api/account/second-factor/codes',
    'POST /api/account/second-factor/confirm',
    'POST /api/workspaces/join',
  ],
  operator: ['POST /api/operator/people'],
}
const isAbility = (who: RouteDeclaration['who']): who is Ability => Object.hasOwn(policy, who)

test('every route of app/api implements what its own name declares, and every declared route is there', () => {
  for (const route of routes) expect(route.handler.route, `app${route.path}`).toBe(nameOf(route))
  expect(routes.map(nameOf).sort()).toEqual(Object.keys(declaredRoutes).sort())
})

test('routes that ask for no ability are the ones that are meant to', () => {
  const asking = (who: string) => routes.filter(({ declared }) => declared.who === who).map(nameOf)
  expect(asking('anyone').sort()).toEqual([...open.anyone].sort())
  expect(asking('person').sort()).toEqual([...open.person].sort())
  expect(asking('operator').sort()).toEqual([...open.operator].sort())
  const without = [...asking('anyone'), ...asking('person'), ...asking('operator')].length
  expect(routes.filter(({ declared }) => isAbility(declared.who))).toHaveLength(routes.length - without)
})

interface Answer {
  status: number
  body: string
  headers: [string, string][]
}
async function ask(route: Route, params: Record<string, string>, who: TestPerson | undefined): Promise<Answer> {
  // A body that no route takes: who gets as far as the body has got through, and nothing is changed by it.
  const body = route.method === 'GET' ? {} : { body: { 'not a field of anything': true } }
  const response = await send(route, params, { cookie: who?.cookie ?? null, ...body })
  await checkAnswer(route, response)
  return { status: response.status, body: await response.text(), headers: [...response.headers].sort() }
}
const refusal = ({ status, code, message }: ReturnType<typeof notFound>) => ({
  status,
  body: JSON.stringify({ error: { code, message } }),
})
const refuses = ({ status, body }: Answer, error: ReturnType<typeof notFound>) =>
  status === error.status && body === refusal(error).body

/** The parameters of a route that lead to a place, and those that lead nowhere. */
const paramsTo = (place: Omit<Place, 'phase'>): Record<string, string> => ({
  ...place,
  personId: people.get('contributor')?.id ?? '',
  format: 'json',
})
const nowhere = () => ({ workspaceId: newId(), boardId: newId(), sessionId: newId(), inviteId: newId() })

const placed = /\[(workspaceId|boardId|sessionId|inviteId)\]/
/** Parts of a place that may not be there even for those who may ask. */
const within = /\[(?!workspaceId|boardId|sessionId|inviteId)\w+\]|picture/
const ofWorkspace = (path: string) => path.includes('[workspaceId]')
const aloneInWorkspace: Phase = { board: 'open', session: 'none', frozen: false, rights: freeWork }

/** What the table says of somebody and a guard: let through, or the error that they must get. */
function verdict(who: Somebody, guard: Ability, path: string, place: Place) {
  if (who === 'nobody') return signInFirst()
  const actor = actorOf(who, people.get(who)?.id ?? '')
  if (!actor) return notFound()
  if (ofWorkspace(path)) {
    if (!actor.member) return notFound()
    const role = roleOf({ ...actor, participant: null })
    const answer = can(guard, role, aloneInWorkspace, { own: actor.member === 'owner', locked: false })
    return answer.ok ? null : forbidden(answer.reason)
  }
  const answer = can(guard, roleFor(guard, actor), place.phase)
  return answer.ok ? null : forbidden(answer.reason)
}

/** What is kept of a place, to see that a refusal has changed nothing. */
async function kept({ workspaceId, boardId, sessionId }: Place): Promise<string> {
  const { boards, sessions, workspaces, log } = server.store
  return JSON.stringify([
    await boards.get(boardId),
    await sessions.ofBoard(boardId),
    await sessions.participants(sessionId),
    await sessions.invites(sessionId),
    await workspaces.members(workspaceId),
    await log.head(boardId),
  ])
}

const guarded = routes.filter(route => isAbility(route.declared.who) && placed.test(route.path))

describe.each(guarded.map(route => [nameOf(route), route] as const))('%s', (_, route) => {
  const guard = route.declared.who as Ability
  beforeAll(async () => {
    people = await invitePeople(server)
  })

  test.each(states)('answers everybody as the table says when the board is %s', async state => {
    const wrong: unknown[] = []
    for (const who of somebodies) {
      const place = await makePlace(server, people, state)
      const before = await kept(place)
      const answer = await ask(route, paramsTo(place), people.get(who))
      const expected = verdict(who, guard, route.path, place)
      const through = ![401, 403].includes(answer.status) && (answer.status !== 404 || within.test(route.path))
      const right = expected ? refuses(answer, expected) && (await kept(place)) === before : through
      if (!right) wrong.push({ who, expected: expected ? refusal(expected) : 'through', answer })
    }
    expect(wrong).toEqual([])
  })

  test('answers strangers as if nothing were there', async () => {
    const place = await makePlace(server, people, 'open')
    for (const who of somebodies) {
      const person = people.get(who)
      if (!person || actorOf(who, person.id)) continue
      const real = await ask(route, paramsTo(place), person)
      expect(real, who).toEqual(await ask(route, paramsTo(nowhere()), person))
      expect(refuses(real, notFound())).toBe(true)
    }
  })
})

test('routes about one’s own workspace ask the table with one’s role there, whichever workspace is named', async () => {
  people = await invitePeople(server)
  const place = await makePlace(server, people, 'open')
  const own = routes.filter(route => isAbility(route.declared.who) && !placed.test(route.path))
  expect(own.map(nameOf)).toContain('POST /api/boards')
  for (const route of own)
    for (const who of somebodies) {
      const named = { ...route, path: `${route.path}?workspace=${place.workspaceId}` }
      const answer = await ask(named, {}, people.get(who))
      const expected = verdict(who, route.declared.who as Ability, '[workspaceId]', place)
      if (expected) expect(answer, `${nameOf(route)} as ${who}`).toMatchObject(refusal(expected))
      else expect([401, 403, 404], `${nameOf(route)} as ${who}`).not.toContain(answer.status)
    }
})

test('a route for whoever is signed in asks nobody else in', async () => {
  for (const route of routes.filter(({ declared }) => declared.who === 'person'))
    expect(refuses(await ask(route, paramsTo(nowhere()), undefined), signInFirst()), nameOf(route)).toBe(true)
})

test('a route for the operator is not there for anybody else', async () => {
  people = await invitePeople(server)
  for (const route of routes.filter(({ declared }) => declared.who === 'operator'))
    for (const who of somebodies)
      expect(refuses(await ask(route, {}, people.get(who)), notFound()), `${nameOf(route)} as ${who}`).toBe(true)
})

test('whether one waits or is in is told of no board that is somebody else’s', async () => {
  people = await invitePeople(server)
  const place = await makePlace(server, people, 'open')
  const route = routes.find(each => nameOf(each) === 'GET /api/boards/[boardId]/me')
  if (!route) throw new Error('the route is gone')
  for (const who of ['removed person', 'owner of another workspace', 'guest of another board'] as const)
    expect(await ask(route, paramsTo(place), people.get(who))).toEqual(
      await ask(route, paramsTo(nowhere()), people.get(who)),
    )
})

describe.each(Object.entries(declaredCommands))('the command %s', (name, command) => {
  test.each(states)('is granted as the table says when the board is %s', async state => {
    people = await invitePeople(server)
    const place = await makePlace(server, people, state)
    const { store, hub, recordings } = running()
    const parts = { store, hub, recordings, log: createLog('silent'), commands: implementations }
    const askAs = (personId: string, { boardId, phase }: Pick<Place, 'boardId' | 'phase'>) =>
      dispatch(
        parts,
        { boardId, phase: () => phase } as unknown as Room,
        personId,
        JSON.stringify({ id: 1, command: name, input: 'nothing that any command takes' }),
      )
    for (const who of somebodies) {
      const person = people.get(who)
      if (!person) continue
      const answer = await askAs(person.id, place)
      const actor = actorOf(who, person.id)
      const verdict = actor && can(command.ability, roleFor(command.ability, actor), place.phase)
      if (!verdict) {
        expect(answer, who).toMatchObject({ ok: false, code: notFound().code, message: notFound().message })
        expect(answer, who).toEqual(await askAs(person.id, { ...place, boardId: newId() }))
      } else if (verdict.ok) expect(answer, who).toMatchObject({ ok: false, code: 'bad-request' })
      else expect(answer, who).toMatchObject({ ok: false, code: 'forbidden', message: verdict.reason })
    }
  })
})

test('the socket of a board that is somebody else’s closes as that of a board that is not there', async () => {
  people = await invitePeople(server)
  const place = await makePlace(server, people, 'open')
  const closing = async (docId: string, cookie: string | null) => {
    const client = new OwnClient(server.url, docId, cookie)
    await until(() => client.closed || client.synced, 'closed, or in')
    const { closed, order } = client
    await client.close()
    return { closed, order }
  }
  for (const who of somebodies) {
    const person = people.get(who)
    const reason = person ? closeCodes.notFound : closeCodes.signIn
    if (person && actorOf(who, person.id)) continue
    for (const suffix of ['', '.draft']) {
      const real = await closing(place.boardId + suffix, person?.cookie ?? null)
      expect(real, who).toEqual({ closed: { code: reason.code, reason: reason.says }, order: [] })
      expect(await closing(newId() + suffix, person?.cookie ?? null), who).toEqual(real)
    }
  }
})
