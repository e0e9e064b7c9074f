import { isFile, type PathParams, type PlaceOf, type RouteDeclaration, routePlace } from '#lib/protocol/route.ts'
import {
  type FileRouteName,
  type JsonRouteName,
  type ParsedBody,
  type RouteAnswer,
  type RouteName,
  type RouteQuery,
  type RouteWho,
  routes,
} from '#lib/protocol/routes/index.ts'
import { type Access, authorise, authoriseInWorkspace } from '#server/base/access.ts'
import { audit } from '#server/base/audit.ts'
import { AppError, conflict, forbidden, isAppError, notFound, signInFirst } from '#server/base/errors.ts'
import { limit } from '#server/base/rate-limit.ts'
import { type Running, running } from '#server/base/runtime.ts'
import { isStoreError, type MemberRecord, type PersonRecord, type SessionRecord } from '#server/store/store.ts'
import { check, readBody } from './body.ts'
import { addressHeader } from './client-address.ts'
import { isOperator } from './operator.ts'
import { recordDone } from './record-done.ts'
import { sameOrigin } from './same-origin.ts'
import { type SignedIn, signedIn } from './signed-in.ts'

interface Asking {
  running: Running
  request: Request
  params: Readonly<Record<string, string>>
  /** Where the request comes from, for rate limits. */
  address: string
}
type ByPerson = SignedIn
/** What the ability was checked for: the board or workspace of the request. */
interface Places {
  board: ByPerson & { access: Access }
  session: ByPerson & { access: Access; session: SessionRecord }
  workspace: ByPerson & { member: MemberRecord }
}
type Asker<N extends RouteName> =
  RouteWho<N> extends 'anyone' | 'operator' ? unknown : RouteWho<N> extends 'person' ? ByPerson : Places[PlaceOf<N>]

export type Asked<N extends RouteName> = Omit<Asking, 'params'> &
  Asker<N> & { params: PathParams<N>; query: RouteQuery<N>; body: ParsedBody<N> }

/** The result of a route: a file, or the declared JSON without its `ok`. */
type Done<N extends RouteName> = N extends JsonRouteName
  ? RouteAnswer<N> | Reply<RouteAnswer<N>>
  : N extends FileRouteName
    ? Response
    : never

/** A route as Next runs it; tests use the name to find its declaration. */
export type Handler = Run & { route: RouteName }
type Run = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

/** A result with HTTP details. */
class Reply<T> {
  readonly answer: T
  /** `forget`: tells the browser to clear its cache of this site. */
  readonly with: { cookie?: string; status?: number; forget?: boolean }
  constructor(answer: T, extra: Reply<T>['with']) {
    this.answer = answer
    this.with = extra
  }
}

/** Returns a result with a cookie that signs somebody in or out, or with another status than the declared one. */
export const reply = <T>(answer: T, extra: Reply<T>['with']): Reply<T> => new Reply(answer, extra)

function respond(done: object, declared: RouteDeclaration): Response {
  if (done instanceof Response) return done
  const { answer, with: extra } = done instanceof Reply ? done : new Reply(done, {})
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (extra.cookie) headers.set('set-cookie', extra.cookie)
  // Storage is kept: another person of this browser may have unsent changes there.
  if (extra.forget) headers.set('clear-site-data', '"cache"')
  return Response.json({ ok: true, ...answer }, { status: extra.status ?? declared.status ?? 200, headers })
}

function refusal(known: AppError): Response {
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (known.status === 429 || known.code === 'busy') headers.set('retry-after', '30')
  return Response.json({ error: { code: known.code, message: known.message } }, { status: known.status, headers })
}

const damagedSays =
  'Part of what this server has stored is damaged and cannot be read. Tell whoever runs it: a backup brings it back.'

function asAppError(error: unknown): AppError {
  if (isAppError(error)) return error
  if (isStoreError(error) && error.kind === 'full')
    return new AppError('storage-full', 'The server has no room left to store this. Nothing was changed.')
  if (isStoreError(error) && error.kind === 'busy')
    return new AppError('storage-busy', 'The server is busy; try again in a moment. Nothing was changed.')
  if (isStoreError(error) && error.kind === 'damaged') {
    console.error(error)
    return new AppError('storage-damaged', damagedSays)
  }
  if (isStoreError(error) && error.kind === 'conflict')
    return conflict('Somebody did the same at this very moment. Look again, then try again.')
  console.error(error)
  return new AppError('internal', 'Something went wrong on the server; it is in its log. Try again.')
}

/**
 * Implements a route of lib/protocol/routes. Checks the origin, then who may call, then the query and the body as
 * declared; then calls `run`. All refusals are sent from here.
 */
export function route<N extends RouteName>(name: N, run: (asked: Asked<N>) => Promise<Done<N>>): Handler {
  const declared: RouteDeclaration = routes[name]
  const handler: Run = async (request, context) => {
    const address = request.headers.get(addressHeader) ?? 'unknown'
    let by: ByPerson | null = null
    try {
      const asking: Asking = {
        running: running(),
        request,
        // Next gives a route without parameters none at all.
        params: (await context.params) ?? {},
        address,
      }
      if (request.method !== 'GET' && !cameFromUs(asking)) throw forbidden('This request comes from another site.')
      by = await findAsker(asking, declared)
      const asker = by && { ...by, ...(await findPlace(asking, name, declared, by)) }
      const search = Object.fromEntries(new URL(request.url).searchParams)
      const query = declared.query ? check(declared.query, search) : null
      const { input } = declared
      const body = input && !isFile(input) ? await readBody(request, input) : null
      // The name selects the declaration that parsed these values; the compiler cannot follow that.
      const done = await run({ ...asking, ...asker, query, body } as Asked<N>)
      if (done instanceof Reply && done.with.cookie)
        audit(asking.running.log, done.with.forget ? 'signed out' : 'signed in', {
          at: name,
          address,
          ...personIn(done.answer),
        })
      if (declared.records) await recordDone(declared.records, { ...asking, ...asker, body }, done)
      return respond(done, declared)
    } catch (error) {
      const known = asAppError(error)
      if (isTold(known))
        audit(running().log, 'refused', {
          at: name,
          code: known.code,
          address,
          ...(by ? { personId: by.person.id } : {}),
        })
      return refusal(known)
    }
  }
  return Object.assign(handler, { route: name })
}

/** Whether a refusal is one that whoever runs the server wants to know of: somebody tries what is not theirs. */
const isTold = ({ code, status }: AppError): boolean =>
  [401, 403, 429].includes(status) || code === 'busy' || code.startsWith('no-such-')

/** Whom an answer about oneself is about. */
function personIn(answer: object): { personId?: string } {
  const { person } = answer as { person?: { id?: string } | null }
  return typeof person?.id === 'string' ? { personId: person.id } : {}
}

function cameFromUs({ request, running: { env } }: Asking): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  return sameOrigin(env, request.headers.get('origin'), request.headers.get('host'))
}

/** The person a request's cookie signs in, and the sign-in; null for nobody. */
export const askingSignIn = (running: Running, headers: Pick<Headers, 'get'>): Promise<SignedIn | null> =>
  signedIn(running, headers.get('cookie'), headers.get('user-agent'))

/** The person alone. */
export const askingPerson = async (running: Running, headers: Pick<Headers, 'get'>): Promise<PersonRecord | null> =>
  (await askingSignIn(running, headers))?.person ?? null

async function byPerson({ running, request }: Asking): Promise<SignedIn> {
  const known = await askingSignIn(running, request.headers)
  if (!known) throw signInFirst()
  if (request.method !== 'GET') limit('write', known.person.id)
  return known
}

/** Returns the person who calls; null where nobody in particular may. */
async function findAsker(asking: Asking, { who }: RouteDeclaration): Promise<ByPerson | null> {
  if (who === 'anyone') return null
  if (who !== 'operator') return byPerson(asking)
  // Nobody else learns that there is such a route.
  if (!(await isOperator(asking.running.env, asking.request.headers.get('authorization')))) throw notFound()
  return null
}

/** Returns for which board or workspace a person calls; throws unless the policy allows it. */
async function findPlace(
  asking: Asking,
  name: RouteName,
  { who, deleted }: RouteDeclaration,
  { person }: ByPerson,
): Promise<object> {
  if (who === 'anyone' || who === 'person' || who === 'operator') return {}
  const { store } = asking.running
  const { boardId = '', sessionId, inviteId, workspaceId } = asking.params
  switch (routePlace(name)) {
    case 'board':
      return { access: await authorise(store, person.id, boardId, who, { deleted: deleted === true }) }
    case 'session': {
      const id = inviteId === undefined ? sessionId : (await store.sessions.invite(inviteId))?.sessionId
      const session = id === undefined ? null : await store.sessions.get(id)
      if (!session) throw notFound()
      return { session, access: await authorise(store, person.id, session.boardId, who) }
    }
    case 'workspace': {
      // The workspace in the path, else `?workspace=`, else the person's own.
      const named = workspaceId ?? new URL(asking.request.url).searchParams.get('workspace')
      const id = named ?? (await store.workspaces.ofPerson(person.id))[0]?.id
      if (id === undefined) throw forbidden('You have no workspace: sign up to make boards of your own.')
      return { member: await authoriseInWorkspace(store, person.id, id, who) }
    }
  }
}
