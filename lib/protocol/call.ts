import type { ErrorCode } from './errors.ts'
import type { JsonRouteName, RouteAnswer, RouteInput, RouteName, RouteParams } from './routes/index.ts'

/**
 * One call of a route, for whoever asks: browsers, scripts, tests. Without zod: the caller's arguments and the answer
 * are checked by the compiler, and by the server.
 */

/** A refusal of the server, or that it could not be reached. */
export interface CallRefusal {
  ok: false
  /** 0 when no response came. */
  status: number
  code: ErrorCode
  /** The sentence for the person. */
  message: string
}
export type ServerAnswer<N extends JsonRouteName> = CallRefusal | AnsweredWith<RouteAnswer<N>>
type AnsweredWith<A> = A extends Record<string, never> ? { ok: true } : { ok: true } & A

/** The arguments of a call: the parts of its path and query, then its body if it has one. */
export type CallArguments<N extends RouteName> =
  RouteInput<N> extends undefined ? [params: RouteParams<N>] : [params: RouteParams<N>, input: RouteInput<N>]

/** Returns the path and the options of `fetch` for a route. */
export function requestFor<N extends RouteName>(
  name: N,
  ...[params, input]: CallArguments<N>
): { path: string; init: { method: string; headers: Record<string, string>; body?: string | Blob } } {
  const [method = '', pattern = ''] = name.split(' ')
  const query = new Map(Object.entries((params ?? {}) as Record<string, unknown>))
  const path = pattern.replace(/\[(\w+)\]/g, (_, param: string) => {
    const value = String(query.get(param))
    query.delete(param)
    return encodeURIComponent(value)
  })
  const given = [...query].flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]))
  const search = given.length > 0 ? `?${new URLSearchParams(given)}` : ''
  if (input === undefined) return { path: path + search, init: { method, headers: {} } }
  const body: unknown = input
  return {
    path: path + search,
    init: {
      method,
      headers: { 'content-type': body instanceof Blob ? 'application/octet-stream' : 'application/json' },
      body: body instanceof Blob ? body : JSON.stringify(body),
    },
  }
}

/** Parses a response to `_name`, which sets the type. Never throws. */
export async function answerOf<N extends JsonRouteName>(_name: N, response: Response): Promise<ServerAnswer<N>> {
  if (!response.ok) return refusalIn(response)
  const answer: unknown = await response.json().catch(() => null)
  return answer === null ? failed(response.status) : (answer as ServerAnswer<N>)
}

/** Returns a file, or why there is none. */
export async function fileOf(response: Response): Promise<CallRefusal | { ok: true; file: Response }> {
  return response.ok ? { ok: true, file: response } : refusalIn(response)
}

export const offline: CallRefusal = {
  ok: false,
  status: 0,
  code: 'offline',
  message: 'The server cannot be reached. Check the connection and try again; nothing was lost.',
}

const failed = (status: number): CallRefusal => ({
  ok: false,
  status,
  code: 'failed',
  message: 'The server could not answer. Try again in a moment.',
})

async function refusalIn(response: Response): Promise<CallRefusal> {
  const answer = (await response.json().catch(() => null)) as { error?: Pick<CallRefusal, 'code' | 'message'> } | null
  return answer?.error ? { ok: false, status: response.status, ...answer.error } : failed(response.status)
}
