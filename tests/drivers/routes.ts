import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { errorsOf, isFile, type RouteDeclaration } from '#lib/protocol/route.ts'
import { type RouteName, routes } from '#lib/protocol/routes/index.ts'
import type { Handler } from '#server/http/route.ts'

const root = join(import.meta.dirname, '..', '..')
const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const

/** A route of app/api as it is on the disk. */
export interface Route {
  method: (typeof methods)[number]
  /** With parameters as folders name them: /api/boards/[boardId]. */
  path: string
  handler: Handler
  declared: RouteDeclaration
}

export const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`

/** Every JSON route; next-auth's own are left out. */
export async function allRoutes(): Promise<Route[]> {
  const found: Route[] = []
  for await (const file of glob('app/api/**/route.ts', { cwd: root })) {
    if (file.includes('[...')) continue
    const module = (await import(join(root, file))) as Record<string, Handler | undefined>
    const path = `/${file.replace(/^app\//, '').replace(/\/route\.ts$/, '')}`
    for (const method of methods) {
      const handler = module[method]
      if (handler) found.push({ method, path, handler, declared: routes[handler.route] })
    }
  }
  return found.sort((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`))
}

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: what a route answers is what the test is about
  body: any
  /** The Cookie header that the answer's Set-Cookie makes; null when it sets none. */
  cookie: string | null
}

interface Options {
  cookie?: string | null
  body?: unknown
  headers?: Record<string, string>
  query?: Record<string, string>
}

/** Sends a request to a route in this process as Next would, its path with the parameters filled in. */
export function send(
  route: Route,
  params: Record<string, string>,
  { cookie, body, headers, query }: Options = {},
): Promise<Response> {
  const filled = { ...params }
  const path = route.path.replace(/\[(\w+)\]/g, (_, name: string) => {
    filled[name] ??= 'missing'
    return encodeURIComponent(filled[name])
  })
  const request = new Request(`http://127.0.0.1${path}${query ? `?${new URLSearchParams(query)}` : ''}`, {
    method: route.method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(cookie ? { cookie } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: asSent(body) }),
  })
  return route.handler(request, { params: Promise.resolve(filled) })
}

const asSent = (body: unknown): string | Uint8Array<ArrayBuffer> =>
  typeof body === 'string' ? body : body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body)

/** Calls a route; throws when its answer or refusal is not what the route declares. */
export async function ask(...args: Parameters<typeof send>): Promise<Answer> {
  const response = await send(...args)
  const set = response.headers.get('set-cookie')
  const isJson = response.headers.get('content-type')?.startsWith('application/json')
  const answer = isJson ? await response.clone().json() : new Uint8Array(await response.clone().arrayBuffer())
  await checkAnswer(args[0], response)
  return { status: response.status, body: answer, cookie: set && (set.split(';', 1)[0] ?? null) }
}

/** Throws unless the route declares such an answer. Reads a copy of it. */
export async function checkAnswer(route: Route, response: Response): Promise<void> {
  const { declared } = route
  if (!response.ok) {
    const { error } = await response.clone().json()
    if (!errorsOf(declared).has(error.code)) throw new Error(`${nameOf(route)} does not declare “${error.code}”`)
  } else if (isFile(declared.answer)) {
    const type = response.headers.get('content-type') ?? ''
    if (declared.answer.file !== anyFile && type !== declared.answer.file)
      throw new Error(`${nameOf(route)} answers with ${type}`)
  } else {
    const { ok, ...answer } = await response.clone().json()
    if (ok !== true) throw new Error(`${nameOf(route)} does not say ok`)
    declared.answer.parse(answer)
  }
}
const anyFile = 'application/octet-stream'

/** Finds routes by `METHOD /path` and asks them: `api('POST /api/boards/[boardId]/invites', { boardId }, …)`. */
export async function openApi() {
  const routes = new Map((await allRoutes()).map(route => [nameOf(route), route]))
  return (name: RouteName, params: Record<string, string> = {}, options: Parameters<typeof ask>[2] = {}) => {
    const route = routes.get(name)
    if (!route) throw new Error(`There is no route ${name}`)
    return ask(route, params, options)
  }
}
