import type { z } from 'zod'
import type { Ability } from '#lib/access/policy.ts'
import { type Access, authorise, authoriseInWorkspace } from '#server/base/access.ts'
import { AppError, conflict, forbidden, isAppError, notFound, signInFirst } from '#server/base/errors.ts'
import { limit } from '#server/base/rate-limit.ts'
import { type Running, running } from '#server/base/runtime.ts'
import { isStoreError, type MemberRecord, type PersonRecord, type SessionRecord } from '#server/store/store.ts'
import { readBody } from './body.ts'
import { addressHeader } from './client-address.ts'
import { sameOrigin } from './same-origin.ts'
import { signedIn } from './signed-in.ts'

/** A route is: who may ask, what the body must be, what is done. Everybody else gets the same refusals from here. */

export interface Asked<Body> {
  running: Running
  request: Request
  params: Readonly<Record<string, string>>
  /** Where the request comes from, for rate limits. */
  address: string
  body: Body
}
export interface AskedByPerson<Body> extends Asked<Body> {
  person: PersonRecord
}
export interface AskedOnBoard<Body> extends AskedByPerson<Body> {
  access: Access
}
export interface AskedInSession<Body> extends AskedOnBoard<Body> {
  session: SessionRecord
}
export interface AskedInWorkspace<Body> extends AskedByPerson<Body> {
  member: MemberRecord
}

/** Who may ask a route: read by the test that asks every route as everybody. */
type Guard = 'anyone' | 'person' | Ability
export interface Handler {
  (request: Request, context: { params: Promise<Record<string, string>> }): Promise<Response>
  guard: Guard
}

type Input = z.ZodType
type Run<A> = (asked: A) => Promise<object | Response>

/** Answers `{ok: true, …}`; with a cookie where somebody is signed in or out by it. */
export function reply(value: object, { cookie, status = 200 }: { cookie?: string; status?: number } = {}): Response {
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (cookie) headers.set('set-cookie', cookie)
  return Response.json({ ok: true, ...value }, { status, headers })
}

function refusal(error: unknown): Response {
  const known = asAppError(error)
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (known.status === 429 || known.code === 'busy') headers.set('retry-after', '30')
  return Response.json({ error: { code: known.code, message: known.message } }, { status: known.status, headers })
}

function asAppError(error: unknown): AppError {
  if (isAppError(error)) return error
  if (isStoreError(error) && error.kind === 'full')
    return new AppError(507, 'storage-full', 'The server has no room left to store this. Nothing was changed.')
  if (isStoreError(error) && error.kind === 'busy')
    return new AppError(503, 'storage-busy', 'The server is busy; try again in a moment. Nothing was changed.')
  if (isStoreError(error) && error.kind === 'conflict')
    return conflict('Somebody did the same at this very moment. Look again, then try again.')
  console.error(error)
  return new AppError(500, 'internal', 'Something went wrong on the server; it is in its log. Try again.')
}

/** The common frame: origin, run, refuse. `find` decides who is asking, before the body is looked at. */
function route<A extends Asked<unknown>>(
  guard: Guard,
  input: Input | null,
  find: (asked: Asked<null>) => Promise<Omit<A, 'body'>>,
  run: Run<A>,
): Handler {
  const handler = async (request: Request, context: { params: Promise<Record<string, string>> }) => {
    try {
      const asked: Asked<null> = {
        running: running(),
        request,
        // Next gives a route without parameters none at all.
        params: (await context.params) ?? {},
        address: request.headers.get(addressHeader) ?? 'unknown',
        body: null,
      }
      if (request.method !== 'GET' && !cameFromUs(asked)) throw forbidden('This request comes from another site.')
      const found = await find(asked)
      const body = input ? await readBody(request, input) : null
      const done = await run({ ...found, body } as A)
      return done instanceof Response ? done : reply(done)
    } catch (error) {
      return refusal(error)
    }
  }
  return Object.assign(handler, { guard })
}

function cameFromUs({ request, running: { env } }: Asked<null>): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  return sameOrigin(env, request.headers.get('origin'), request.headers.get('host'))
}

/** The person a request's cookie signs in; null for nobody. */
export async function askingPerson(running: Running, cookie: string | null): Promise<PersonRecord | null> {
  return (await signedIn(running, cookie))?.person ?? null
}

async function byPerson(asked: Asked<null>): Promise<AskedByPerson<null>> {
  const person = await askingPerson(asked.running, asked.request.headers.get('cookie'))
  if (!person) throw signInFirst()
  if (asked.request.method !== 'GET') limit('write', person.id)
  return { ...asked, person }
}

/** A route for anyone who finds the way here; rate limits are its own business. */
export const withAnyone = <I extends Input | null>(input: I, run: Run<Asked<BodyOf<I>>>): Handler =>
  route('anyone', input, async asked => asked, run)

/** A route for whoever is signed in, guests too. */
export const withPerson = <I extends Input | null>(input: I, run: Run<AskedByPerson<BodyOf<I>>>): Handler =>
  route('person', input, byPerson, run)

/** A route about the board `params.boardId`. `deleted` finds deleted boards too. */
export const withAbility = <I extends Input | null>(
  ability: Ability,
  input: I,
  run: Run<AskedOnBoard<BodyOf<I>>>,
  options: { deleted?: boolean } = {},
): Handler =>
  route(
    ability,
    input,
    async asked => {
      const found = await byPerson(asked)
      const boardId = asked.params.boardId ?? ''
      return { ...found, access: await authorise(asked.running.store, found.person.id, boardId, ability, options) }
    },
    run,
  )

/** A route about the session `params.sessionId`, or that of the invite `params.inviteId`. */
export const withSessionAbility = <I extends Input | null>(
  ability: Ability,
  input: I,
  run: Run<AskedInSession<BodyOf<I>>>,
): Handler =>
  route(
    ability,
    input,
    async asked => {
      const { store } = asked.running
      const found = await byPerson(asked)
      const { sessionId, inviteId } = asked.params
      const id = inviteId === undefined ? sessionId : (await store.sessions.invite(inviteId))?.sessionId
      const session = id === undefined ? null : await store.sessions.get(id)
      if (!session) throw notFound()
      return { ...found, session, access: await authorise(store, found.person.id, session.boardId, ability) }
    },
    run,
  )

/** A route about the workspace `params.workspaceId`, or `?workspace=`, or else the person's own. */
export const withWorkspaceAbility = <I extends Input | null>(
  ability: Ability,
  input: I,
  run: Run<AskedInWorkspace<BodyOf<I>>>,
): Handler =>
  route(
    ability,
    input,
    async asked => {
      const { store } = asked.running
      const found = await byPerson(asked)
      const named = asked.params.workspaceId ?? new URL(asked.request.url).searchParams.get('workspace')
      const id = named ?? (await store.workspaces.ofPerson(found.person.id))[0]?.id
      if (id === undefined) throw forbidden('You have no workspace: sign up to make boards of your own.')
      return { ...found, member: await authoriseInWorkspace(store, found.person.id, id, ability) }
    },
    run,
  )

type BodyOf<I> = I extends Input ? z.infer<I> : null
